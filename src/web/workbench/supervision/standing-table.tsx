import type { BulkTarget, SupervisionPage } from '../../../contract/index.js'
import type { Selection } from '../bulk/selection.js'
import { MatterCell } from '../list/matter-cell.js'
import { PickedRow, PickedTable } from '../list/picked-table.js'
import { roles } from '../list/table-roles.js'
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
  const heads = [words.desk.due, words.desk.matter, words.desk.duty]
  return (
    <PickedTable
      className="duty-rows standing-rows"
      caption={words.supervision.title}
      heads={heads}
      selection={selection}
      targets={rows.map(targetOf)}
    >
      {rows.map((row) => (
        <StandingLine key={`${row.matter} ${row.key}`} row={row} selection={selection} />
      ))}
    </PickedTable>
  )
}

function StandingLine({ row, selection }: { readonly row: Row; readonly selection: Selection }) {
  const words = useWords()
  return (
    <PickedRow selection={selection} target={targetOf(row)} title={row.title}>
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
    </PickedRow>
  )
}
