import type { ReactNode } from 'react'
import type { PooledView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { AlertMark } from '../shown/alert-mark.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords } from '../words/language.js'
import { containersWords } from './containers-words.js'
import { Lights } from './lights.js'

type Props = {
  readonly rows: readonly PooledView[]
  /** What can be done with one that may come in. */
  readonly acts?: (row: PooledView) => ReactNode
  /** Says which one is being dragged, or that none is any more. */
  readonly drag?: ((id: string | null) => void) | undefined
}

/** 待列. What waits to be held, each with where it stands and what it lacks. */
export function PoolList({ rows, acts, drag }: Props) {
  const words = useScreenWords(containersWords)
  return (
    <ul className="pool">
      {rows.map((row) => (
        <li
          key={row.id}
          draggable={drag !== undefined && row.refusal === null}
          onDragStart={() => drag?.(row.id)}
          onDragEnd={() => drag?.(null)}
        >
          <span className="pool-title">
            <Link to={`matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
            {row.alert && <AlertMark alert={row.alert} />}
          </span>
          <span className="pool-facts">
            <span className="stage">{row.stage.name}</span>
            {row.units.map(({ id, name }) => (
              <span key={id}>{name}</span>
            ))}
            <span className="soft">
              {words.since} <MomentText at={row.since} />
            </span>
          </span>
          <Lights lights={row.lights} />
          {row.refusal && (
            <span className="pool-why">
              <b>{words.mayNotCome}</b> {row.refusal.sentence}
              <ClauseChips clauses={row.refusal.clauses} />
            </span>
          )}
          {row.refusal === null && acts?.(row)}
        </li>
      ))}
    </ul>
  )
}
