import '../css/followed.css'
import { useEffect } from 'react'
import { type FollowedRow, followedShows, type FollowedPage as Page } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { usePages } from '../use-pages.js'
import { useScreenWords, useWords } from '../words/language.js'
import { FollowedRows } from './followed-rows.js'
import { followedWords } from './followed-words.js'
import { Ratings } from './ratings.js'
import { YearTable } from './year-table.js'

/** 逐年跟踪. What units owe, have done, and did late of a duty, year by year; behind each number what it counts. */
export function FollowedPage() {
  const { product } = useWords()
  const words = useScreenWords(followedWords)
  const { query } = useAddress()
  const asked = new URLSearchParams()
  for (const key of ['regulation', 'duty', 'unit', 'year', 'show']) if (query.get(key)) asked.set(key, query.get(key) ?? '')
  const { pages, reload, more, isLoadingMore } = usePages<FollowedRow, Page>(useAsked()(`/api/supervision/followed?${asked}`))
  const { hasNews, refresh } = useNews(reload)
  const page = pages.status === 'ready' ? pages.page : null
  const duty = page?.duties.find(({ id }) => id === page.duty)?.name
  const title = duty === undefined ? words.title : words.of(duty)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <section className="followed">
      <div className="page-head">
        <h1>{title}</h1>
        <p className="soft">{words.lead}</p>
        <Link to="supervision" className="plain-button followed-back">
          {words.back}
        </Link>
      </div>
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {pages.status === 'loading' && <Waiting lines={10} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {page && page.kinds.length === 0 && <p className="empty">{words.nothing}</p>}
      {page && page.kinds.length > 0 && (
        <div aria-busy={pages.status === 'ready' && pages.isStale}>
          <Choices page={page} />
          {page.years.length === 0 ? (
            <p className="empty">{words.never}</p>
          ) : (
            <>
              <YearTable page={page} query={query} />
              <Ratings page={page} />
              <Rows page={page} query={query} />
              <More next={page.next} load={more} isLoading={isLoadingMore} />
            </>
          )}
        </div>
      )}
    </section>
  )
}

/** Of which kind, and which of its duties; another one begins with all units and years. */
function Choices({ page }: { readonly page: Page }) {
  const { kinds } = useWords()
  const words = useScreenWords(followedWords)
  const afresh = { unit: '', year: '', show: '' }
  return (
    <div className="ledger-choices">
      {page.kinds.length > 1 && (
        <Choice
          legend={kinds.filter}
          of={page.kinds}
          now={page.kind}
          choose={(regulation) => changeQuery({ ...afresh, regulation, duty: '' })}
        />
      )}
      <Choice legend={words.duty} of={page.duties} now={page.duty} choose={(duty) => changeQuery({ ...afresh, duty })} />
    </div>
  )
}

function Rows({ page, query }: { readonly page: Page; readonly query: URLSearchParams }) {
  const words = useScreenWords(followedWords)
  const show = query.get('show') ?? 'open'
  const [unit, year] = [query.get('unit'), query.get('year')]
  const named = unit === null ? null : (page.units.find(({ id }) => id === (unit === '-' ? '' : unit))?.name ?? unit)
  return (
    <section aria-labelledby="followed-list">
      <h2 id="followed-list">
        {words.list}
        {(unit !== null || year !== null) && <span> · {words.only(named, year === null ? null : Number(year))}</span>}
      </h2>
      <div className="ledger-choices">
        <Choice
          legend={words.show}
          of={followedShows.map((id) => ({ id, name: words.shows[id] }))}
          now={show}
          choose={(id) => changeQuery({ show: id === 'open' ? '' : id })}
        />
        {(unit !== null || year !== null) && (
          <button type="button" className="quiet" onClick={() => changeQuery({ unit: '', year: '' })}>
            {words.everything}
          </button>
        )}
      </div>
      {page.rows.length === 0 ? <p className="empty">{words.empty}</p> : <FollowedRows rows={page.rows} />}
    </section>
  )
}

type ChoiceProps = {
  readonly legend: string
  readonly of: readonly { readonly id: string; readonly name: string }[]
  readonly now: string
  readonly choose: (id: string) => void
}

function Choice({ legend, of, now, choose }: ChoiceProps) {
  return (
    <fieldset className="kind-filter">
      <legend className="unseen">{legend}</legend>
      {of.map(({ id, name }) => (
        <button key={id} type="button" className="quiet" aria-pressed={id === now} onClick={() => choose(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
