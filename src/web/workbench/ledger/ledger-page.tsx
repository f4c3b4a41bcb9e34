import '../css/ledger.css'
import { useEffect, useRef, useState } from 'react'
import { type LedgerRow, ledgerShows, type LedgerPage as Page } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { roles } from '../list/table-roles.js'
import { useNews } from '../list/use-news.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { usePages } from '../use-pages.js'
import { useScreenWords, useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'
import { LedgerLine } from './ledger-line.js'
import { ledgerWords } from './ledger-words.js'

/** 台账. The matters of a kind, late first: what the regulation's ledger tells of each, and opened, who owes what in it. */
export function LedgerPage() {
  const { product } = useWords()
  const words = useScreenWords(ledgerWords)
  const { query } = useAddress()
  const asked = new URLSearchParams()
  for (const key of ['regulation', 'show', 'unit']) if (query.get(key)) asked.set(key, query.get(key) ?? '')
  const { pages, reload, more, isLoadingMore } = usePages<LedgerRow, Page>(useAsked()(`/api/supervision/ledger?${asked}`))
  const { hasNews, refresh } = useNews(reload)
  const page = pages.status === 'ready' ? pages.page : null
  const kind = page?.kinds.find(({ id }) => id === page.kind)?.name
  const title = kind === undefined ? words.title : words.of(kind)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <section className="ledger">
      <div className="page-head">
        <h1>{title}</h1>
        <p className="soft">
          {words.lead} {page && words.total(`${page.total}${page.isTotalCapped ? '+' : ''}`)}
        </p>
        <Link to="supervision" className="plain-button ledger-back">
          {words.back}
        </Link>
      </div>
      {page && <Choices page={page} show={query.get('show') ?? 'open'} />}
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {pages.status === 'loading' && <Waiting lines={10} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && (
        <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
          {pages.page.rows.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <Rows key={`${pages.page.kind} ${query.get('show')}`} page={pages.page} title={title} />
          )}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </div>
      )}
    </section>
  )
}

/** Of which kind, and which of them; the address holds both. */
function Choices({ page, show }: { readonly page: Page; readonly show: string }) {
  const { kinds } = useWords()
  const words = useScreenWords(ledgerWords)
  return (
    <div className="ledger-choices">
      {page.kinds.length > 1 && (
        <fieldset className="kind-filter">
          <legend className="unseen">{kinds.filter}</legend>
          {page.kinds.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="quiet"
              aria-pressed={id === page.kind}
              onClick={() => changeQuery({ regulation: id })}
            >
              {sentence(name)}
            </button>
          ))}
        </fieldset>
      )}
      <fieldset className="kind-filter">
        <legend className="unseen">{words.show}</legend>
        {ledgerShows.map((each) => (
          <button
            key={each}
            type="button"
            className="quiet"
            aria-pressed={each === show}
            onClick={() => changeQuery({ show: each === 'open' ? '' : each })}
          >
            {words.shows[each]}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

/** What is late is open from the start. */
function Rows({ page, title }: { readonly page: Page; readonly title: string }) {
  const words = useScreenWords(ledgerWords)
  const body = useRef<HTMLTableSectionElement>(null)
  // Left and right open a row and close it.
  useRowKeys(body, { isAlong: false })
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isOpen = ({ matter, late }: LedgerRow): boolean => turned.get(matter.id) ?? late > 0
  const turnAll = (open: boolean): void => setTurned(new Map(page.rows.map(({ matter }) => [matter.id, open])))
  const heads = [words.matter, ...page.columns.map(({ name }) => name), words.owes]
  return (
    <>
      <p className="ledger-turns">
        <button type="button" className="quiet" onClick={() => turnAll(true)}>
          {words.openAll}
        </button>
        <button type="button" className="quiet" onClick={() => turnAll(false)}>
          {words.closeAll}
        </button>
        <span className="soft ledger-keys">{words.keys}</span>
      </p>
      <table className="rows ledger-rows" {...roles.table}>
        <caption className="unseen">{title}</caption>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {heads.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called alike, and never move.
              <th key={index} {...roles.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} {...roles.group}>
          {page.rows.map((row) => (
            <LedgerLine
              key={row.matter.id}
              row={row}
              columns={page.columns.map(({ name }) => name)}
              isOpen={isOpen(row)}
              turn={(open) => setTurned((before) => new Map(before).set(row.matter.id, open))}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}
