import '../css/statistics.css'
import '../css/reports.css'
import { useEffect } from 'react'
import type { MadeReportView, ReportChoices, ReportView, SavedReports } from '../../../contract/index.js'
import { useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Wrong } from '../frame/wrong.js'
import { Link } from '../link.js'
import { roleName, useSignedIn } from '../session.js'
import { useLoad } from '../use-load.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { KeptReports } from './kept-reports.js'
import { ReportForm } from './report-form.js'
import { queryOf, reportQuery } from './report-query.js'
import { ReportTable } from './report-table.js'
import { reportWords } from './report-words.js'
import { SaveReport } from './save-report.js'

/** 报表. Built while it is looked at, kept, shared, taken out; or as it was made when its days ended. */
export function ReportPage() {
  const words = useScreenWords(reportWords)
  const { product } = useWords()
  const { query } = useAddress()
  const made = query.get('made')
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  return (
    <section className="statistics report">
      <p>
        <Link to="statistics">{words.back}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      {made === null ? <Built query={reportQuery(query)} /> : <Made id={made} />}
    </section>
  )
}

function Built({ query }: { readonly query: URLSearchParams }) {
  const words = useScreenWords(reportWords)
  const asked = useAsked()
  const choices = useLoad<ReportChoices>('/api/report/choices')
  const { loaded, reload } = useLoad<ReportView>(asked(`/api/report?${query}`))
  const kept = useLoad<SavedReports>('/api/reports')
  const shown = loaded.status === 'ready' ? loaded.value : null
  const offered = choices.loaded.status === 'ready' ? choices.loaded.value : null
  return (
    <>
      <div className="panel">
        <h2>{words.kept}</h2>
        {kept.loaded.status === 'ready' && <KeptReports found={kept.loaded.value} reload={kept.reload} />}
      </div>
      <div className="panel">
        {offered && <ReportForm asked={shown?.asked ?? askedIn(query)} choices={offered} />}
        {offered && shown && <SaveReport asked={shown.asked} choices={offered} reload={kept.reload} />}
      </div>
      <div className="panel">
        <h2>{words.table}</h2>
        {loaded.status === 'loading' && <Waiting lines={8} />}
        {loaded.status === 'failed' && <Wrong problem={loaded.problem} retry={reload} />}
        {shown && <ReportFiles path="/api/report/file" query={queryOf(shown.asked)} />}
        {shown && <ReportTable report={shown} />}
      </div>
    </>
  )
}

/** What the address says, while the server has not answered or finds it wrong. */
function askedIn(query: URLSearchParams): ReportView['asked'] {
  const part = Object.fromEntries(
    ['unit', 'category', 'channel', 'duty', 'regulation'].flatMap((id) => (query.has(id) ? [[id, query.get(id)]] : [])),
  )
  return {
    over: (query.get('over') ?? 'thisMonth') as ReportView['asked']['over'],
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
    rows: (query.get('rows') ?? 'month') as ReportView['asked']['rows'],
    across: query.get('across') as ReportView['asked']['across'],
    figures: (query.get('figures') ?? 'received').split(','),
    part,
  }
}

function Made({ id }: { readonly id: string }) {
  const words = useScreenWords(reportWords)
  const { language } = useLanguage()
  const { loaded, reload } = useLoad<MadeReportView>(`/api/reports/made/${encodeURIComponent(id)}?lang=${language}`)
  if (loaded.status === 'loading') return <Waiting lines={8} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  const { name, report } = loaded.value
  return (
    <div className="panel">
      <h2>{name}</h2>
      <ReportFiles path={`/api/reports/made/${id}/file`} query={new URLSearchParams()} />
      <p>
        <Link to={`statistics/report?${queryOf(report.asked)}`}>{words.fresh}</Link>
      </p>
      <ReportTable report={report} />
    </div>
  )
}

/** The same as a file, as whoever looks. */
function ReportFiles({ path, query }: { readonly path: string; readonly query: URLSearchParams }) {
  const words = useScreenWords(reportWords)
  const { language } = useLanguage()
  const { role } = useSignedIn()
  const asked = useAsked()
  const to = (format: 'xlsx' | 'csv'): string => {
    const file = new URLSearchParams(query)
    for (const [name, value] of Object.entries({ format, lang: language, role: roleName(role) })) file.set(name, value)
    return asked(`${path}?${file}`)
  }
  return (
    <p className="report-files">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="plain-button" href={to(format)} download>
          {words[format]}
        </a>
      ))}
    </p>
  )
}
