import type { KeyboardEvent } from 'react'
import type { LedgerRow } from '../../../contract/index.js'
import { MatterCell } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords } from '../words/language.js'
import { ledgerWords } from './ledger-words.js'
import { OwedTree } from './owed-tree.js'

type Props = {
  readonly row: LedgerRow
  readonly columns: readonly string[]
  readonly isOpen: boolean
  readonly turn: (open: boolean) => void
}

/** A matter of the ledger; opened, a second row says who owes what in it. */
export function LedgerLine({ row, columns, isOpen, turn }: Props) {
  const words = useScreenWords(ledgerWords)
  const { matter, cells, late, items } = row
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowRight') turn(true)
    if (key === 'ArrowLeft') turn(false)
  }
  const tree = `owed-${matter.id}`
  return (
    <>
      <tr {...roles.row} className={late > 0 ? 'row-overdue' : ''} onKeyDown={onKeyDown}>
        <MatterCell id={matter.id} number={matter.number} title={matter.title}>
          <span>{matter.stage.name}</span>
        </MatterCell>
        {cells.map(({ text, duty }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has its place.
          <td key={index} {...roles.cell} className="ledger-cell">
            {(text !== '' || duty) && <span className="narrow-label">{columns[index]} </span>}
            {text}
            {duty && (
              <>
                {duty.dueAt && <MomentText at={duty.dueAt} />} <DutyBadge duty={duty} />
              </>
            )}
          </td>
        ))}
        <td {...roles.cell} className="ledger-owes">
          <button
            type="button"
            className="quiet ledger-turn"
            aria-expanded={isOpen}
            aria-controls={tree}
            aria-label={isOpen ? words.close(matter.title) : words.open(matter.title)}
            onClick={() => turn(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
          <span className={late > 0 ? 'ledger-late' : 'soft'}>{late > 0 ? words.late(late) : words.noneLate}</span>
          {items.all > 0 && <span className="soft">{words.items(items.over, items.all)}</span>}
        </td>
      </tr>
      <tr {...roles.row} id={tree} hidden={!isOpen} className="ledger-opened">
        <td {...roles.cell} colSpan={columns.length + 2}>
          {isOpen && <OwedTree row={row} />}
        </td>
      </tr>
    </>
  )
}
