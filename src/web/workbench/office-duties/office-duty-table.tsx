import { useRef } from 'react'
import type { OfficeDutyView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { roles } from '../list/table-roles.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

type Props = { readonly rows: readonly OfficeDutyView[]; readonly caption: string }

/** What the office itself owes now, one period a row. */
export function OfficeDutyTable({ rows, caption }: Props) {
  const words = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  const heads = [words.officeDuties.due, words.officeDuties.duty, words.officeDuties.period, words.officeDuties.holder]
  return (
    <table className="rows office-rows" {...roles.table}>
      <caption className="unseen">{caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {heads.map((head) => (
            <th key={head} {...roles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {rows.map((row) => (
          <OfficeDutyLine key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function OfficeDutyLine({ row }: { readonly row: OfficeDutyView }) {
  const words = useWords()
  const { duty } = row
  return (
    <tr {...roles.row} className={`row-${duty.status}`}>
      <td {...roles.cell} className="cell-due">
        <DutyBadge duty={duty} />
        <span className="due-date">{duty.dueAt ? <MomentText at={duty.dueAt} /> : words.officeDuties.undated}</span>
      </td>
      <td {...roles.cell} className="cell-matter">
        <Link to={`office-duties/${row.key}`} className="row-link" data-row>
          {duty.name}
        </Link>
        <ClauseChips clauses={duty.clauses} />
      </td>
      <td {...roles.cell} className="cell-period">
        {row.period.name}
      </td>
      <td {...roles.cell} className="cell-unit">
        {duty.holder.roleName}
      </td>
    </tr>
  )
}
