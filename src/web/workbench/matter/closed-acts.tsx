import type { ActView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { ActAbout } from './act-about.js'
import { actKey } from './act-key.js'

type Props = {
  /** May be done, though nothing asks for it now. */
  readonly idle: readonly ActView[]
  readonly acts: readonly ActView[]
  readonly choose: (act: ActView) => void
}

/** What nothing asks for now, and what may not be done, each with the clause that forbids it and what is missing: as text, for everybody to read. */
export function ClosedActs({ idle, acts, choose }: Props) {
  const words = useWords()
  const count = acts.length + idle.length
  if (count === 0) return null
  return (
    <details className="closed-acts">
      <summary>{words.acts.closed(count)}</summary>
      <ul>
        {idle.map((act) => (
          <li key={actKey(act)}>
            <span className="closed-name">
              {act.name}
              <ActAbout act={act} />
            </span>
            <span className="closed-why">
              {words.acts.noCause}{' '}
              <button type="button" className="quiet" onClick={() => choose(act)}>
                {words.acts.allTheSame(act.name)}
              </button>
            </span>
          </li>
        ))}
        {acts.map((act) => (
          <li key={actKey(act)}>
            <span className="closed-name">
              {act.name}
              <ActAbout act={act} />
            </span>
            {act.refusal && <RefusalText refusal={act.refusal} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function RefusalText({ refusal }: { readonly refusal: NonNullable<ActView['refusal']> }) {
  const words = useWords()
  // The sentence of most refusals names them already.
  const unsaid = refusal.missing.filter((each) => !refusal.sentence.includes(each.name))
  const until = refusal.until === null || refusal.sentence.includes(refusal.until.shown) ? null : refusal.until
  return (
    <>
      <span className="closed-why">{refusal.sentence}</span>
      {unsaid.length > 0 && (
        <span className="closed-why">{words.acts.missing(unsaid.map((each) => each.name).join(words.listComma))}</span>
      )}
      {until && (
        <span className="closed-why">
          {words.acts.was} <MomentText at={until} />
        </span>
      )}
      <ClauseChips clauses={refusal.clauses} />
    </>
  )
}
