import { useEffect } from 'react'
import type { DutyPage, DutyRow } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import { DeskFilters, readShow } from './desk-filters.js'
import { DutyTable } from './duty-table.js'

/** 待办. What the person owes in the role they wear, by due time. */
export function DeskPage() {
  const words = useWords()
  const show = readShow(useAddress().query.get('show'))
  const { pages, reload, more, isLoadingMore } = usePages<DutyRow, DutyPage>(
    show === 'all' ? '/api/duties' : `/api/duties?show=${show}`,
  )
  const { hasNews, refresh } = useNews(reload)
  useEffect(() => {
    document.title = `${words.desk.title} · ${words.product}`
  }, [words])
  const page = pages.status === 'ready' ? pages.page : null
  const rows = page?.rows ?? []
  return (
    <section className="desk">
      <div className="page-head">
        <h1>{words.desk.title}</h1>
        <p className="soft">{words.desk.lead}</p>
      </div>
      <DeskFilters
        show={show}
        counts={page?.counts ?? null}
        choose={(next) => changeQuery({ show: next === 'all' ? '' : next })}
      />
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {pages.status === 'loading' && <Waiting lines={8} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && (
        <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
          {rows.length === 0 ? (
            <p className="empty">{show === 'all' ? words.desk.empty : words.desk.emptyFilter}</p>
          ) : (
            <DutyTable rows={rows} />
          )}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </div>
      )}
    </section>
  )
}
