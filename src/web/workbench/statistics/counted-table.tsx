import { useRef } from 'react'
import type { MatterRow } from '../../../contract/index.js'
import { HeadCells, MatterCell } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { AlertMark } from '../shown/alert-mark.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** The matters of a figure, one a row. */
export function CountedTable({ rows, caption }: { readonly rows: readonly MatterRow[]; readonly caption: string }) {
  const words = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  const heads = [words.matters.matter, words.matters.stage, words.matters.units, words.matters.received]
  return (
    <table className="rows matter-rows" {...roles.table}>
      <caption className="unseen">{caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <HeadCells names={heads} />
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {rows.map((row) => (
          <tr key={row.id} {...roles.row}>
            <MatterCell id={row.id} number={row.number} title={row.title}>
              {row.kind && <span>{row.kind.name}</span>}
              {row.category && <span>{row.category.name}</span>}
              {row.channel && <span>{row.channel.name}</span>}
            </MatterCell>
            <td {...roles.cell} className="cell-stage">
              <span className="stage">{row.stage.name}</span>
              {row.alert && <AlertMark alert={row.alert} />}
            </td>
            <td {...roles.cell} className="cell-units">
              {row.units.map((unit) => unit.name).join(words.listComma)}
            </td>
            <td {...roles.cell} className="cell-date">
              <span className="narrow-label">{words.matters.received} </span>
              <MomentText at={row.receivedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
