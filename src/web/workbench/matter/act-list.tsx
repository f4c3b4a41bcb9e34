import type { ActView } from '../../../contract/index.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** The acts that are open to the person, in the regulation's order. */
export function ActList({ acts, choose }: { readonly acts: readonly ActView[]; readonly choose: (act: ActView) => void }) {
  const words = useWords()
  return (
    <ul className="act-list">
      {acts.map((act) => (
        <li key={`${act.act} ${act.unit ?? ''}`}>
          <button type="button" className="act-button" onClick={() => choose(act)}>
            <span className="act-name">
              {act.name}
              {act.unitName && <span className="act-unit">{act.unitName}</span>}
            </span>
            {act.until && (
              <span className="act-until">
                {words.acts.until} <MomentText at={act.until} />
              </span>
            )}
            <span className="act-clauses">
              {[...new Set(act.clauses.map((clause) => clause.shown))].slice(0, 2).join(words.listComma)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
