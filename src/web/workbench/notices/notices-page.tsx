import { useEffect } from 'react'
import type { NoticePage } from '../../../contract/index.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { useSession } from '../session.js'
import { usePages } from '../use-pages.js'
import { useScreenWords, useWords } from '../words/language.js'
import { NoticeList } from './notice-list.js'
import { noticesWords } from './notices-words.js'

type Row = NoticePage['rows'][number]

/** 提醒. What was done or fell due and concerns the person, newest first. */
export function NoticesPage() {
  const words = useWords()
  const own = useScreenWords(noticesWords)
  const { ask } = useSession()
  const { pages, reload, more, isLoadingMore } = usePages<Row, NoticePage>(useAsked()('/api/notices'))
  const isPast = useIsPast()
  const { hasNews, refresh } = useNews(reload)
  useEffect(() => {
    document.title = `${own.title} · ${words.product}`
  }, [words, own])
  const page = pages.status === 'ready' ? pages.page : null
  const readAll = async (): Promise<void> => {
    const ids = page?.rows.filter((row) => !row.isRead).map((row) => row.id) ?? []
    await ask('/api/notices/read', { method: 'POST', body: { ids } })
    reload()
  }
  return (
    <section>
      <div className="page-head">
        <h1>{own.title}</h1>
        {page && <p className="soft">{own.unread(page.unread)}</p>}
        {page && page.unread > 0 && !isPast && (
          <button type="button" className="quiet" onClick={() => void readAll()}>
            {own.readAll}
          </button>
        )}
      </div>
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {pages.status === 'loading' && <Waiting lines={8} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {page?.rows.length === 0 && <p className="empty">{own.empty}</p>}
      {page && <NoticeList rows={page.rows} />}
      {page && <More next={page.next} load={more} isLoading={isLoadingMore} />}
    </section>
  )
}
