import { useEffect } from 'react'
import type { StatisticsView } from '../../../contract/index.js'
import { useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { reportWords } from '../reports/report-words.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { askedQuery } from './asked-query.js'
import { ChargedPart, ReturnsPart } from './beneath.js'
import { Charts } from './charts.js'
import { ClosedNote } from './closed-note.js'
import { FigureTable } from './figure-table.js'
import { FileActions } from './file-actions.js'
import { glanceWords } from './glance-words.js'
import { PartTable } from './part-table.js'
import { RateCards } from './rate-cards.js'
import { SpanPicker } from './span-picker.js'

/** The figures of a time span beside those before, taken apart in one way, with drawings. */
export function StatisticsPage() {
  const words = useWords()
  const report = useScreenWords(reportWords)
  const glance = useScreenWords(glanceWords)
  const query = askedQuery(useAddress().query)
  const { loaded, reload } = useLoad<StatisticsView>(useAsked()(`/api/statistics?${query}`))
  const view = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${words.statistics.title} · ${words.product}`
  }, [words])
  const problem = loaded.status === 'failed' ? loaded.problem : null
  return (
    <section className="statistics">
      <div className="page-head">
        <h1>{words.statistics.title}</h1>
        {view && (
          <p className="soft">
            {view.scope} · {words.statistics.regulation(view.regulation)}
          </p>
        )}
        {view && <Link to="statistics/glance">{glance.title}</Link>}
        {view && <Link to="statistics/report">{report.build}</Link>}
        {view && <FileActions path="/api/statistics.xlsx" query={query} says={words.statistics.export} />}
      </div>
      <SpanPicker
        key={`${query.get('from')} ${query.get('to')} ${view?.span.from}`}
        from={query.get('from') ?? view?.span.from ?? ''}
        to={query.get('to') ?? view?.span.to ?? ''}
        spans={view?.spans ?? []}
        problems={problem?.problems ?? []}
      />
      {loaded.status === 'loading' && <Waiting lines={12} />}
      {problem !== null && problem.problems === undefined && <Problem problem={problem} retry={reload} />}
      {view && <ClosedNote closed={view.closed} />}
      {view && <Figures view={view} />}
      {view?.figures.some(({ id }) => id === 'returned') && <ReturnsPart query={query} />}
      {view?.figures.some(({ id }) => id === 'concluded') && <ChargedPart query={query} />}
    </section>
  )
}

function Figures({ view }: { readonly view: StatisticsView }) {
  const words = useWords()
  return (
    <>
      <RateCards view={view} />
      <div className="panel">
        <h2>{words.statistics.figures}</h2>
        <FigureTable view={view} figures={view.figures} caption={words.statistics.figures} />
        {view.few !== null && <p className="soft">{view.few}</p>}
        {view.absent.length > 0 && <p className="soft">{words.statistics.absent(view.absent.join(words.listComma))}</p>}
      </div>
      {view.satisfaction.length > 0 && (
        <div className="panel">
          <h2>{words.statistics.satisfaction}</h2>
          <p className="soft">{words.statistics.satisfactionLead}</p>
          <div className="beside">
            <FigureTable view={view} figures={view.satisfaction} caption={words.statistics.satisfaction} />
            <Charts charts={view.charts.filter(({ id }) => id === 'satisfaction')} />
          </div>
        </div>
      )}
      <div className="panel">
        <h2>{words.statistics.apart}</h2>
        <PartTable view={view} />
        <Charts charts={view.charts.filter(({ id }) => id !== 'satisfaction')} />
      </div>
    </>
  )
}
