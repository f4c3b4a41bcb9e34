import { useRef } from 'react'
import type { BulkTarget, SupervisionPage } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { PickAll, PickBox, usePickKey } from '../bulk/pick-boxes.js'
import type { Selection } from '../bulk/selection.js'
import { HeadCells, MatterCell } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

type Row = SupervisionPage['rows'][number]
type Props = { readonly rows: readonly Row[]; readonly selection: Selection }

const targetOf = ({ matter, unit }: Row): BulkTarget => ({ matter, unit: unit?.id ?? null })

/** Matters with the duty that presses most, one unit of a matter a row. */
export function StandingTable({ rows, selection }: Props) {
  const words = useWords()
  const isPast = useIsPast()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  usePickKey(body)
  const heads = [words.desk.due, words.desk.matter, words.desk.duty]
  return (
    <table className="rows duty-rows standing-rows" {...roles.table}>
      <caption className="unseen">{words.supervision.title}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {!isPast && (
            <th {...roles.head} className="cell-pick">
              <PickAll selection={selection} targets={rows.map(targetOf)} />
            </th>
          )}
          <HeadCells names={heads} />
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {rows.map((row) => (
          <StandingLine key={`${row.matter} ${row.key}`} row={row} selection={selection} />
        ))}
      </tbody>
    </table>
  )
}

function StandingLine({ row, selection }: { readonly row: Row; readonly selection: Selection }) {
  const words = useWords()
  const isPast = useIsPast()
  const target = targetOf(row)
  return (
    <tr {...roles.row} className={selection.has(target) ? 'row-picked' : ''}>
      {!isPast && (
        <td {...roles.cell} className="cell-pick">
          <PickBox selection={selection} target={target} title={row.title} />
        </td>
      )}
      <td {...roles.cell} className="cell-due">
        <DutyBadge duty={row} />
        <span className="due-date">{row.dueAt ? <MomentText at={row.dueAt} /> : words.desk.waiting(row.workdaysOpen)}</span>
      </td>
      <MatterCell id={row.matter} number={row.number} title={row.title}>
        {row.kind && <span>{row.kind.name}</span>}
        {row.unit && <span>{row.unit.name}</span>}
      </MatterCell>
      <td {...roles.cell} className="cell-duty">
        <span className="duty-name">{row.name}</span>
        <ClauseChips clauses={row.clauses} />
      </td>
    </tr>
  )
}
