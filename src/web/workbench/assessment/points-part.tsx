import type { AssessmentView, PointsTaken, PointTaken } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { Wide } from '../statistics/wide.js'
import { TableHeads } from '../table-heads.js'
import { usePages } from '../use-pages.js'
import { useScreenWords } from '../words/language.js'
import { assessmentWords } from './assessment-words.js'

type Props = { readonly unit: string; readonly regulation: string; readonly span: AssessmentView['span'] }

/** 扣分明细. Each duty that cost points, with its matter: where it can be objected to. */
export function PointsPart({ unit, regulation, span }: Props) {
  const words = useScreenWords(assessmentWords)
  const query = new URLSearchParams({ unit, regulation, from: span.from, to: span.to })
  const { pages, reload, more, isLoadingMore } = usePages<PointTaken, PointsTaken>(useAsked()(`/api/assessment/points?${query}`))
  return (
    <div>
      <h3>{words.taken}</h3>
      <p className="soft">{words.takenLead}</p>
      {pages.status === 'loading' && <Waiting lines={4} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && pages.page.rows.length === 0 && <p className="empty">{words.noneTaken}</p>}
      {pages.status === 'ready' && pages.page.rows.length > 0 && (
        <>
          <Wide name={words.taken}>
            <PointsTable rows={pages.page.rows} />
          </Wide>
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </>
      )}
    </div>
  )
}

function PointsTable({ rows }: { readonly rows: readonly PointTaken[] }) {
  const words = useScreenWords(assessmentWords)
  const heads = [words.number, words.heading, words.duty, words.due, words.late, words.score, words.clause]
  return (
    <table className="figures">
      <caption className="unseen">{words.taken}</caption>
      <TableHeads heads={heads} className="told" />
      <tbody>
        {rows.map(({ matter, number, title, duty, due, workdaysLate, points, clauses }) => (
          <tr key={`${matter} ${duty} ${due?.iso ?? ''}`}>
            <td className="told number">{number}</td>
            <th scope="row">
              <Link to={`matters/${matter}`}>{title === '' ? number : title}</Link>
            </th>
            <td className="told">{duty}</td>
            <td className="told number">{due?.shown ?? '—'}</td>
            <td className="told number">{words.lateDays(workdaysLate)}</td>
            <td className="told number">{words.points(points)}</td>
            <td className="told">
              <ClauseChips clauses={clauses} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
