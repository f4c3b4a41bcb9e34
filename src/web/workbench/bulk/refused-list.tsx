import type { Problem } from '../../../contract/index.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useWords } from '../words/language.js'

type Refused = {
  readonly matter: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly number: string
  readonly title: string
  readonly problem: Problem
}

/** Those that were not done, each with the clause that forbids it, what is missing, or what somebody else did meanwhile. */
export function RefusedList({ title, refused }: { readonly title: string; readonly refused: readonly Refused[] }) {
  const words = useWords()
  return (
    <section className="bulk-refused" aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {refused.map(({ matter, unit, unitName, number, title: name, problem }) => (
          <li key={`${matter} ${unit ?? ''}`}>
            <span className="bulk-which">
              <Link to={`matters/${encodeURIComponent(matter)}`}>
                <span className="number">{number}</span> {name}
              </Link>
              {unitName && <span className="act-unit">{unitName}</span>}
            </span>
            <span className="bulk-why">
              {problem.detail || problem.title || words.unreachable}
              <ClauseChips clauses={problem.clauses ?? []} />
              {problem.meanwhile && problem.meanwhile.length > 0 && <TimelineList entries={problem.meanwhile} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
