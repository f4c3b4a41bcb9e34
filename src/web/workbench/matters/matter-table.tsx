import type { BulkTarget, MatterRow } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import type { Selection } from '../bulk/selection.js'
import { MatterCell } from '../list/matter-cell.js'
import { PickedRow, PickedTable } from '../list/picked-table.js'
import { roles } from '../list/table-roles.js'
import { AlertMark } from '../shown/alert-mark.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** Matters, one a row. The stage narrows the list to those in the same stage. */
export function MatterTable({ rows, selection }: { readonly rows: readonly MatterRow[]; readonly selection: Selection }) {
  const words = useWords()
  const heads = [words.matters.matter, words.matters.stage, words.matters.units, words.matters.received, words.matters.nextDue]
  return (
    <PickedTable
      className="matter-rows"
      caption={words.matters.title}
      heads={heads}
      selection={selection}
      targets={rows.map(targetOf)}
    >
      {rows.map((row) => (
        <MatterLine key={row.id} row={row} selection={selection} />
      ))}
    </PickedTable>
  )
}

const targetOf = ({ id }: MatterRow): BulkTarget => ({ matter: id, unit: null })

function MatterLine({ row, selection }: { readonly row: MatterRow; readonly selection: Selection }) {
  const words = useWords()
  return (
    <PickedRow selection={selection} target={targetOf(row)} title={row.title}>
      <MatterCell id={row.id} number={row.number} title={row.title}>
        {row.kind && <span>{row.kind.name}</span>}
        {row.category && <span>{row.category.name}</span>}
        {row.channel && <span>{row.channel.name}</span>}
      </MatterCell>
      <td {...roles.cell} className="cell-stage">
        <button
          type="button"
          className="stage stage-button"
          title={words.matters.onlyStage(row.stage.name)}
          onClick={() => changeQuery({ stage: row.stage.id })}
        >
          {row.stage.name}
        </button>
        {row.alert && <AlertMark alert={row.alert} />}
      </td>
      <td {...roles.cell} className="cell-units">
        {row.units.map((unit) => unit.name).join(words.listComma)}
      </td>
      <td {...roles.cell} className="cell-date">
        <span className="narrow-label">{words.matters.received} </span>
        <MomentText at={row.receivedAt} />
      </td>
      <td {...roles.cell} className="cell-date">
        {row.nextDueAt && (
          <>
            <span className="narrow-label">{words.matters.nextDue} </span>
            <MomentText at={row.nextDueAt} />
          </>
        )}
      </td>
    </PickedRow>
  )
}
