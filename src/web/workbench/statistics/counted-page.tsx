import { useEffect } from 'react'
import type { MatterPage, MatterRow, StatisticsView } from '../../../contract/index.js'
import { useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { NotFound } from '../frame/not-found.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { useLoad } from '../use-load.js'
import { usePages } from '../use-pages.js'
import { useLanguage, useWords } from '../words/language.js'
import { askedQuery } from './asked-query.js'
import { ChangedPart } from './changed-part.js'
import { CountedTable } from './counted-table.js'
import { sidesOf } from './rate-cards.js'
import { ratesWords } from './rates-words.js'

/** The matters behind one figure: as many as it says. */
export function CountedPage({ figure }: { readonly figure: string }) {
  const words = useWords()
  const query = askedQuery(useAddress().query)
  const list = new URLSearchParams(query)
  list.set('figure', decodeURIComponent(figure))
  const { pages, reload, more, isLoadingMore } = usePages<MatterRow, MatterPage>(useAsked()(`/api/statistics/matters?${list}`))
  const heading = useHeading(decodeURIComponent(figure), query)
  const title = words.statistics.list(heading.figure)
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words])
  if (pages.status === 'failed' && pages.problem.status === 404) return <NotFound />
  return (
    <section className="counted">
      <p>
        <Link to={`statistics?${heading.back}`}>{words.statistics.back}</Link>
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="soft">
          {heading.part}
          {words.statistics.fromTo(query.get('from') ?? '', query.get('to') ?? '')}
          {pages.status === 'ready' && ` · ${words.statistics.total(pages.page.total)}`}
        </p>
      </div>
      {heading.counts !== '' && <p className="soft">{heading.counts}</p>}
      {pages.status === 'loading' && <Waiting lines={8} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && (
        <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
          {pages.page.rows.length === 0 ? (
            <p className="empty">{words.statistics.empty}</p>
          ) : (
            <CountedTable rows={pages.page.rows} caption={title} />
          )}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </div>
      )}
      {heading.isClosed && <ChangedPart query={list} />}
    </section>
  )
}

/** What the figure and the row are called, as the statistics of the same days say. */
function useHeading(figure: string, query: URLSearchParams) {
  const { language } = useLanguage()
  const part = (['unit', 'category', 'channel', 'duty', 'regulation'] as const).find((name) => query.has(name))
  const asked = new URLSearchParams()
  for (const name of ['from', 'to']) asked.set(name, query.get(name) ?? '')
  if (part !== undefined) asked.set('by', part)
  const { loaded } = useLoad<StatisticsView>(useAsked()(`/api/statistics?${asked}`))
  const back = asked.toString()
  if (loaded.status !== 'ready') return { figure: '…', counts: '', part: '', back, isClosed: false }
  const { rates, figures, satisfaction, table } = loaded.value
  const found = [...figures, ...satisfaction, ...rates.flatMap((rate) => sidesOf(rate, ratesWords[language]))].find(
    ({ id }) => id === figure,
  )
  const row = table.rows.find(
    ({ narrow }) => part !== undefined && Object.entries(narrow).every(([name, id]) => query.get(name) === id),
  )
  return {
    ...{ figure: found?.name ?? figure, counts: found?.counts ?? '', back },
    part: row === undefined ? '' : `${row.name} · `,
    isClosed: loaded.value.closed !== null,
  }
}
