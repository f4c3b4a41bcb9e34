import '../css/matters.css'
import { Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { BulkTarget, MatterChoices, MatterRow, SoughtPage } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { BulkRoom } from '../bulk/bulk-room.js'
import { PickBar } from '../bulk/pick-bar.js'
import { useSelection } from '../bulk/selection.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { ImportLink } from '../imports/import-link.js'
import { IntakeLink } from '../intake/intake-link.js'
import { useKeys } from '../keys.js'
import { LedgerFileLink } from '../ledger-file/ledger-file-link.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { ClearIcon } from '../shown/clear-icon.js'
import { useLoad } from '../use-load.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import { Filters } from './filters.js'
import { MatterTable } from './matter-table.js'
import { listQuery } from './matters-query.js'
import { SavedViews } from './saved-views.js'

/** 全部事项. Every matter the person may see, newest first, with a search. */
export function MattersPage() {
  const words = useWords()
  const { query } = useAddress()
  const asked = listQuery(query)
  const isPast = useIsPast()
  const { loaded: choices } = useLoad<MatterChoices>('/api/matters/choices')
  const selection = useSelection()
  const [acting, setActing] = useState<readonly BulkTarget[] | null>(null)
  const { pages, reload, more, isLoadingMore } = usePages<MatterRow, SoughtPage>(useAsked()(`/api/matters?${asked}`))
  const { hasNews, refresh } = useNews(reload)
  useEffect(() => {
    document.title = `${words.matters.title} · ${words.product}`
  }, [words])
  const leave = (isChanged: boolean): void => {
    setActing(null)
    if (!isChanged) return
    selection.clear()
    refresh()
  }
  return (
    <section className="matters">
      <div className="page-head">
        <h1>{words.matters.title}</h1>
        {pages.status === 'ready' && <p className="soft">{words.matters.total(pages.page.total, pages.page.isTotalCapped)}</p>}
        {!isPast && <IntakeLink />}
        {!isPast && <ImportLink />}
        {!isPast && <LedgerFileLink query={asked} />}
      </div>
      <BulkRoom targets={acting} leave={leave}>
        <SearchBar text={query.get('q') ?? ''} sort={query.get('sort') ?? ''} key={query.get('q') ?? ''} />
        <Filters query={query} choices={choices.status === 'ready' ? choices.value : null} />
        {!isPast && <SavedViews query={asked} />}
        <NewsBar hasNews={hasNews} refresh={refresh} />
        {pages.status === 'loading' && <Waiting lines={8} />}
        {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
        {pages.status === 'ready' && (
          <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
            {pages.page.rows.length === 0 ? (
              <p className="empty">{pages.page.tombstone?.says ?? words.matters.empty}</p>
            ) : (
              <MatterTable rows={pages.page.rows} selection={selection} />
            )}
            <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
            <PickBar selection={selection} start={() => setActing(selection.targets)} />
          </div>
        )}
      </BulkRoom>
    </section>
  )
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
          allowClear={{ clearIcon: <ClearIcon /> }}
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
