import { useRef } from 'react'
import type { DutyRow } from '../../../contract/index.js'
import { HeadCells, MatterCell } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** Duties, one a row. On a narrow screen each row is laid out as a card; the roles keep it a table for a screen reader. */
export function DutyTable({ rows }: { readonly rows: readonly DutyRow[] }) {
  const words = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  const heads = [words.desk.due, words.desk.matter, words.desk.duty, words.desk.unit]
  return (
    <table className="rows duty-rows" {...roles.table}>
      <caption className="unseen">{words.desk.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <HeadCells names={heads} />
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {rows.map((row) => (
          <DutyLine key={`${row.matter} ${row.key}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function DutyLine({ row }: { readonly row: DutyRow }) {
  const words = useWords()
  return (
    <tr {...roles.row} className={`row-${row.status}`}>
      <td {...roles.cell} className="cell-due">
        <DutyBadge duty={row} />
        <span className="due-date">{row.dueAt ? <MomentText at={row.dueAt} /> : words.desk.waiting(row.workdaysOpen)}</span>
      </td>
      <MatterCell id={row.matter} number={row.number} title={row.title}>
        {row.category && <span>{row.category.name}</span>}
      </MatterCell>
      <td {...roles.cell} className="cell-duty">
        <span className="duty-name">{row.name}</span>
        <ClauseChips clauses={row.clauses} />
      </td>
      <td {...roles.cell} className="cell-unit">
        {row.unit?.name ?? ''}
      </td>
    </tr>
  )
}
