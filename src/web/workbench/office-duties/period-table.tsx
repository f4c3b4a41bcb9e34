import type { OfficePeriod } from '../../../contract/index.js'
import { roles } from '../list/table-roles.js'
import { roleName, useSignedIn } from '../session.js'
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
          {[words.period, words.duty, words.due, words.how].map((head) => (
            <th key={head} {...roles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {periods.map((period) => (
          <PeriodLine key={period.key} period={period} />
        ))}
      </tbody>
    </table>
  )
}

function PeriodLine({ period }: { readonly period: OfficePeriod }) {
  const words = useWords()
  return (
    <tr {...roles.row} className={`row-${period.status}`}>
      <td {...roles.cell} className="cell-period">
        <b>{period.period.name}</b>
        <span className={`period-standing period-${standingOf(period)}`}>{words.officeDuties.standing[standingOf(period)]}</span>
      </td>
      <td {...roles.cell} className="cell-matter">
        <span className="duty-name">{period.name}</span> <ClauseChips clauses={period.clauses} />
        <span className="row-facts">{period.holder.roleName}</span>
      </td>
      <td {...roles.cell} className="cell-due">
        {period.dueAt ? <MomentText at={period.dueAt} /> : <span className="soft">{words.officeDuties.undated}</span>}
        {period.workdaysLate > 0 && <span className="period-lateness">{words.duties.late(period.workdaysLate)}</span>}
      </td>
      <td {...roles.cell} className="cell-how">
        <How period={period} />
      </td>
    </tr>
  )
}

/** What was stated, by whom and when; folded together where it is long. */
function How({ period }: { readonly period: OfficePeriod }) {
  const words = useWords()
  const { role } = useSignedIn()
  if (period.metAt === null) return <span className="soft">{words.officeDuties.notYet}</span>
  return (
    <>
      <span className="row-facts">
        <MomentText at={period.metAt} />
        <span>{period.by}</span>
      </span>
      <dl className="period-stated">
        {period.stated.map(({ field, name, value }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {period.files.length > 0 && (
        <ul className="file-list" aria-label={words.officeDuties.files}>
          {period.files.map((file) => (
            <li key={file.id}>
              <a href={`/api/attachments/${encodeURIComponent(file.id)}?role=${encodeURIComponent(roleName(role))}`}>
                {file.name}
              </a>
              <span className="soft">{words.content.size(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
