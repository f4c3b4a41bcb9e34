import type { SavedReports, SavedReportView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { useSession } from '../session.js'
import { useScreenWords, useWords } from '../words/language.js'
import { queryOf } from './report-query.js'
import { reportWords } from './report-words.js'

type Props = { readonly found: SavedReports; readonly reload: () => void }

/** One's own reports and those shared with one's role, each with what was made of it. */
export function KeptReports({ found: { reports }, reload }: Props) {
  const words = useScreenWords(reportWords)
  if (reports.length === 0) return <p className="soft">{words.none}</p>
  return (
    <ul className="report-kept">
      {reports.map((report) => (
        <KeptReport key={report.id} report={report} reload={reload} />
      ))}
    </ul>
  )
}

function KeptReport({ report, reload }: { readonly report: SavedReportView; readonly reload: () => void }) {
  const words = useScreenWords(reportWords)
  const { listComma } = useWords()
  const { ask } = useSession()
  const { id, name, asked, isOwn, owner, sharedWith, every, nextAt, made } = report
  const remove = async (): Promise<void> => {
    await ask(`/api/reports/${id}`, { method: 'DELETE' })
    reload()
  }
  const said = [
    ...(isOwn ? [] : [words.owner(owner)]),
    ...(sharedWith.length === 0 ? [] : [words.shared(sharedWith.map((each) => each.name).join(listComma))]),
    ...(every === null || nextAt === null ? [] : [words.next(every.name, nextAt.shown)]),
  ]
  return (
    <li>
      <Link to={`statistics/report?${queryOf(asked)}`}>{name}</Link> <small className="soft">{said.join(' · ')}</small>
      {isOwn && (
        <button type="button" className="quiet" aria-label={words.remove(name)} onClick={() => void remove()}>
          ×
        </button>
      )}
      {made.length > 0 && (
        <p className="report-made">
          {words.made}{' '}
          {made.map((each) =>
            each.problem === null ? (
              <Link key={each.id} to={`statistics/report?made=${each.id}`} aria-label={words.open(name, each.at.shown)}>
                {each.at.shown}
              </Link>
            ) : (
              <span key={each.id}>
                {each.at.shown} {each.problem}
              </span>
            ),
          )}
        </p>
      )}
    </li>
  )
}
