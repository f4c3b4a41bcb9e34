import type { OfficePeriod } from '../../../contract/index.js'
import { Link } from '../link.js'
import { HeadCells } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { standingOf } from './standing.js'

/** Periods done and missed, newest first. */
export function PeriodTable({ periods }: { readonly periods: readonly OfficePeriod[] }) {
  const words = useWords().officeDuties
  return (
    <table className="rows period-rows" {...roles.table}>
      <caption className="unseen">{words.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <HeadCells names={[words.period, words.duty, words.due, words.how]} />
        </tr>
      </thead>
      <tbody {...roles.group}>
        {periods.map((period) => (
          <PeriodLine key={period.matter} period={period} />
        ))}
      </tbody>
    </table>
  )
}

function PeriodLine({ period }: { readonly period: OfficePeriod }) {
  const words = useWords()
  const standing = standingOf(period)
  return (
    <tr {...roles.row} className={`row-${period.status}`}>
      <td {...roles.cell} className="cell-period">
        <b>{period.period.name}</b>
        <span className={`period-standing period-${standing}`}>{words.officeDuties.standing[standing]}</span>
      </td>
      <td {...roles.cell} className="cell-matter">
        <Link to={`matters/${encodeURIComponent(period.matter)}`} className="row-link">
          {period.name}
        </Link>{' '}
        <ClauseChips clauses={period.clauses} />
        <span className="row-facts">{period.holder.roleName}</span>
      </td>
      <td {...roles.cell} className="cell-due">
        {period.dueAt ? <MomentText at={period.dueAt} /> : <span className="soft">{words.officeDuties.undated}</span>}
        {period.workdaysLate > 0 && <span className="period-lateness">{words.duties.late(period.workdaysLate)}</span>}
      </td>
      <td {...roles.cell} className="cell-how">
        {period.metAt ? <MomentText at={period.metAt} /> : <span className="soft">{words.officeDuties.notYet}</span>}
      </td>
    </tr>
  )
}
