import '../css/desk.css'
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import type { Desk, DutyPage, DutyRow } from '../../../contract/index.js'
import { changeQuery, go, useAddress } from '../address.js'
import { useAsked, useCarried } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useKeys } from '../keys.js'
import { KindFilter, ofKind, useKind } from '../kinds/kind-filter.js'
import { More } from '../list/more.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { useDrafts } from '../matter/use-drafts.js'
import { notesWords } from '../notes/notes-words.js'
import { useLoad } from '../use-load.js'
import { usePages } from '../use-pages.js'
import { useScreenWords, useWords } from '../words/language.js'
import { type DeskPart, partQuery, readPart } from './desk-part.js'
import { DeskRail } from './desk-rail.js'
import { DutyGroup, DutyLines } from './duty-group.js'
import { rowId } from './duty-line.js'
import type { PreviewProps } from './preview.js'
import { usePlace } from './use-place.js'
import { useWide } from './use-wide.js'
import { ofWhose, useWhose } from './whose.js'

/** 待办. What the person owes in the role they wear, sorted into kinds of work, with the matter beside it where there is room. */
export function DeskPage() {
  const words = useWords()
  const noted = useScreenWords(notesWords)
  const { query } = useAddress()
  const part = readPart(query)
  const isWide = useWide()
  const kind = useKind()
  const asked = useAsked()
  const carried = useCarried()
  const whose = useWhose()
  const all = useLoad<Desk>(asked(ofWhose(ofKind('/api/desk', kind), whose)))
  const path = pathOf(part)
  const own = usePages<DutyRow, DutyPage>(
    path === null ? null : asked(ofWhose(part.by === 'kind' ? ofKind(path, kind) : path, whose)),
  )
  const { reload: reloadAll } = all
  const { reload: reloadOwn } = own
  const reload = useCallback((): void => {
    reloadAll()
    if (part.by !== 'all') reloadOwn()
  }, [reloadAll, reloadOwn, part.by])
  const { hasNews, refresh } = useNews(reload)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  useEffect(() => {
    document.title = `${words.desk.title} · ${words.product}`
  }, [words])
  const desk = all.loaded.status === 'ready' ? all.loaded.value : null
  const page = part.by !== 'all' && own.pages.status === 'ready' ? own.pages.page : null
  const rows = part.by === 'all' ? (desk?.groups.flatMap((group) => group.rows) ?? []) : (page?.rows ?? [])
  const chosenId = query.get('at')
  const at = rows.findIndex((row) => rowId(row) === chosenId)
  const chosen = rows[at] ?? null
  usePlace(list, chosenId, rows.length > 0)
  const choose = useCallback((row: DutyRow): void => changeQuery({ at: rowId(row) }), [])
  const open = (next: DeskPart): void => changeQuery({ ...partQuery(next), at: '' })
  const focusRow = (row: DutyRow | undefined): void => {
    if (row === undefined) return
    choose(row)
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId(row))}"]`)?.focus()
  }
  const [done, setDone] = useState<string | null>(null)
  const finish = (said: string): void => {
    setDone(said)
    // The next one is there before the list has been read anew.
    const next = rows[at + 1] ?? rows[at - 1]
    changeQuery({ at: next === undefined ? '' : rowId(next) })
    reload()
  }
  useKeys({
    o: () => {
      if (chosen !== null) go(carried(`matters/${encodeURIComponent(chosen.matter)}?duty=${encodeURIComponent(chosen.key)}`))
    },
  })
  const { hasDraft } = useDrafts(all.loaded)
  const listed = { chosen: chosenId, choose, hasPreview: isWide, hasDraft }
  return (
    <section className={isWide ? 'desk desk-wide' : 'desk'}>
      <DeskRail desk={desk} part={part} whose={whose} choose={open} />
      <div className="desk-list" ref={list}>
        <div className="desk-bar">
          <h1>{words.desk.title}</h1>
          <p className="soft">{words.desk.lead}</p>
        </div>
        {part.by !== 'due' && <KindFilter />}
        <NewsBar hasNews={hasNews} refresh={refresh} />
        <div role="status" className="done-place">
          {done && (
            <p className="done">
              <span aria-hidden="true">✓ </span>
              {done}
            </p>
          )}
        </div>
        {part.by === 'all' ? (
          <>
            {all.loaded.status === 'loading' && <Waiting lines={8} />}
            {all.loaded.status === 'failed' && <Problem problem={all.loaded.problem} retry={reload} />}
            {desk?.groups.length === 0 && <p className="empty">{whose === 'mine' ? noted.emptyMine : words.desk.empty}</p>}
            {desk?.groups.map((group) => (
              <DutyGroup
                key={group.kind}
                kind={group.kind}
                count={group.count}
                rows={group.rows}
                openAll={() => open({ by: 'kind', kind: group.kind })}
                {...listed}
              />
            ))}
          </>
        ) : (
          <>
            {own.pages.status === 'loading' && <Waiting lines={8} />}
            {own.pages.status === 'failed' && <Problem problem={own.pages.problem} retry={reload} />}
            {page !== null && rows.length === 0 && <p className="empty">{words.desk.emptyFilter}</p>}
            {page !== null && part.by === 'kind' && rows.length > 0 && (
              <DutyGroup kind={part.kind} count={countOf(desk, part) ?? rows.length} rows={rows} openAll={null} {...listed} />
            )}
            {page !== null && part.by === 'due' && <DutyLines rows={rows} label={words.desk.show[part.show]} {...listed} />}
            <More next={page?.next ?? null} load={own.more} isLoading={own.isLoadingMore} />
          </>
        )}
      </div>
      {isWide && (
        <LaterPreview
          row={chosen}
          place={chosen === null ? null : { at: at + 1, of: rows.length }}
          step={(by) => focusRow(rows[at + by])}
          finish={finish}
        />
      )}
    </section>
  )
}

/** A page of lines, of a kind or of a day; null: the desk as a whole is asked for by itself. */
function pathOf(part: DeskPart): string | null {
  switch (part.by) {
    case 'all':
      return null
    case 'kind':
      return `/api/duties?kind=${part.kind}`
    case 'due':
      return `/api/duties?show=${part.show}`
  }
}

const countOf = (desk: Desk | null, part: Extract<DeskPart, { by: 'kind' }>): number | undefined =>
  desk?.groups.find(({ kind }) => kind === part.kind)?.count

let fetched: ComponentType<PreviewProps> | null = null

/** The forms that the preview holds are fetched when the list is there. */
function LaterPreview(props: PreviewProps) {
  const [Preview, setPreview] = useState<ComponentType<PreviewProps> | null>(() => fetched)
  useEffect(() => {
    void import('./preview.js').then(
      (room) => {
        fetched = room.Preview
        setPreview(() => room.Preview)
      },
      () => undefined,
    )
  }, [])
  return Preview === null ? <aside className="preview" aria-hidden="true" /> : <Preview {...props} />
}
