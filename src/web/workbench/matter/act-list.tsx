import type { ActView } from '../../../contract/index.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { ActAbout } from './act-about.js'
import { actKey } from './act-key.js'
import { ActKeyTold } from './act-key-told.js'

type Props = {
  readonly acts: readonly ActView[]
  readonly choose: (act: ActView) => void
  /** By the act, the key that chooses it; told on its button. */
  readonly letters?: ReadonlyMap<string, string>
  readonly hasDraft?: (act: ActView) => boolean
}

/** Acts that are open to the person, in the regulation's order. */
export function ActList({ acts, choose, letters, hasDraft }: Props) {
  const words = useWords()
  return (
    <ul className="act-list">
      {acts.map((act) => (
        <li key={actKey(act)}>
          <button type="button" className="act-button" onClick={() => choose(act)}>
            <span className="act-name">
              {act.name}
              <ActAbout act={act} />
            </span>
            {act.until && (
              <span className="act-until">
                {words.acts.until} <MomentText at={act.until} />
              </span>
            )}
            {hasDraft?.(act) && <span className="draft-mark">{words.draft.mark}</span>}
            <ActKeyTold letter={letters?.get(act.act)} />
          </button>
        </li>
      ))}
    </ul>
  )
}
