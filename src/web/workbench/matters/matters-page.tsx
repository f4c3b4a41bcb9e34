import { Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { MatterPage, MatterRow } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { IntakeLink } from '../intake/intake-link.js'
import { useKeys } from '../keys.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import { MatterTable } from './matter-table.js'

const asked = ['q', 'stage', 'sort'] as const

/** 全部事项. Every matter the person may see, newest first, with a search. */
export function MattersPage() {
  const words = useWords()
  const { query } = useAddress()
  const { pages, reload, more, isLoadingMore } = usePages<MatterRow, MatterPage>(`/api/matters?${listQuery(query)}`)
  const { hasNews, refresh } = useNews(reload)
  useEffect(() => {
    document.title = `${words.matters.title} · ${words.product}`
  }, [words])
  return (
    <section className="matters">
      <div className="page-head">
        <h1>{words.matters.title}</h1>
        {pages.status === 'ready' && <p className="soft">{words.matters.total(pages.page.total, pages.page.isTotalCapped)}</p>}
        <IntakeLink />
      </div>
      <SearchBar text={query.get('q') ?? ''} sort={query.get('sort') ?? ''} key={query.get('q') ?? ''} />
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {pages.status === 'loading' && <Waiting lines={8} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && (
        <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
          <StageFilter rows={pages.page.rows} stage={query.get('stage')} />
          {pages.page.rows.length === 0 ? <p className="empty">{words.matters.empty}</p> : <MatterTable rows={pages.page.rows} />}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </div>
      )}
    </section>
  )
}

function listQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of asked) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  return kept.toString()
}

function SearchBar({ text, sort }: { readonly text: string; readonly sort: string }) {
  const words = useWords()
  const [typed, setTyped] = useState(text)
  useKeys({ '/': () => document.getElementById('search')?.focus() })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    changeQuery({ q: typed.trim() })
  }
  return (
    <search>
      <form className="search" onSubmit={send}>
        <label htmlFor="search" className="unseen">
          {words.matters.search}
        </label>
        <Input
          id="search"
          type="search"
          allowClear
          value={typed}
          placeholder={words.matters.search}
          onChange={(event) => {
            setTyped(event.target.value)
            if (event.target.value === '') changeQuery({ q: '' })
          }}
        />
        <button type="submit" className="plain-button">
          {words.matters.find}
        </button>
        <label className="sort">
          <span>{words.matters.sort}</span>
          <select className="plain-select" value={sort} onChange={(event) => changeQuery({ sort: event.target.value })}>
            <option value="">{words.matters.sorts.received}</option>
            <option value="due">{words.matters.sorts.due}</option>
            <option value="updated">{words.matters.sorts.updated}</option>
          </select>
        </label>
      </form>
    </search>
  )
}

/** The stage that the list is narrowed to, and the way back. */
function StageFilter({ rows, stage }: { readonly rows: readonly MatterRow[]; readonly stage: string | null }) {
  const words = useWords()
  if (!stage) return null
  const name = rows.find((row) => row.stage.id === stage)?.stage.name ?? stage
  return (
    <p className="narrowed">
      {words.matters.onlyStage(name)}
      <button type="button" className="quiet" onClick={() => changeQuery({ stage: '' })}>
        {words.matters.showAll}
      </button>
    </p>
  )
}
