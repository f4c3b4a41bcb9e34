import '../css/bulk.css'
import '../css/desk.css'
import '../css/desk-choices.css'
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { BulkTarget, Desk, DutyPage, DutyRow } from '../../../contract/index.js'
import { changeQuery, go, useAddress } from '../address.js'
import { useAsked, useCarried, useIsPast } from '../as-of/as-of.js'
import type { BulkRoomProps } from '../bulk/bulk-room.js'
import { PickBar } from '../bulk/pick-bar.js'
import { usePickKey } from '../bulk/pick-boxes.js'
import { useSelection } from '../bulk/selection.js'
import { fetchedLater } from '../fetched-later.js'
import { OtherDesks } from '../frame/other-desks.js'
import { useKeys } from '../keys.js'
import { KindFilter, ofKind, useKind } from '../kinds/kind-filter.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { type Done, DoneLine } from '../matter/done-line.js'
import { useDrafts } from '../matter/use-drafts.js'
import { useLoad } from '../use-load.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import { type DeskPart, partQuery, readPart } from './desk-part.js'
import { DeskRail } from './desk-rail.js'
import { DeskRows } from './desk-rows.js'
import { rowId } from './duty-line.js'
import type { PreviewProps } from './preview.js'
import { usePlace } from './use-place.js'
import { useWide } from './use-wide.js'
import { ofWhose, useWhose } from './whose.js'

/** 待办. What the person owes in the role they wear, sorted into kinds of work, with the matter beside it where there is room. */
export function DeskPage() {
  const words = useWords()
  const { query } = useAddress()
  const part = readPart(query)
  const isWide = useWide()
  const kind = useKind()
  const asked = useAsked()
  const whose = useWhose()
  const all = useLoad<Desk>(asked(ofWhose(ofKind('/api/desk', kind), whose)))
  const path = pathOf(part)
  const own = usePages<DutyRow, DutyPage>(
    path === null ? null : asked(ofWhose(part.by === 'work' ? ofKind(path, kind) : path, whose)),
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
  const isCleared = rows.length === 0 && (part.by === 'all' ? desk : page) !== null
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
  const { done, tell, undone } = useDone(rows, focusRow, reload)
  const finish = (now: Done): void => {
    tell({ ...now, row: chosenId ?? '' })
    // The next one is there before the list has been read anew, and the keys are on it.
    const next = rows[at + 1] ?? rows[at - 1]
    if (next === undefined) changeQuery({ at: '' })
    else focusRow(next)
    refresh()
  }
  useOpenKey(chosen)
  const { hasDraft } = useDrafts(all.loaded)
  const isPast = useIsPast()
  const { selection, acting, start, leave } = useSeveral(list, refresh)
  const listed = { chosen: chosenId, choose, hasPreview: isWide, hasDraft, selection: isPast ? null : selection }
  return (
    <section className={isWide ? 'desk desk-wide' : 'desk'}>
      <DeskRail desk={desk} part={part} whose={whose} choose={open} />
      <div className="desk-list" ref={list}>
        <div className="desk-bar">
          <h1>{words.desk.title}</h1>
          <p className="soft">{words.desk.lead}</p>
          {part.by !== 'due' && <KindFilter />}
        </div>
        <NewsBar hasNews={hasNews} refresh={refresh} />
        <OtherDesks />
        {acting !== null ? (
          <LaterBulk targets={acting} leave={leave}>
            {null}
          </LaterBulk>
        ) : (
          <DeskRows part={part} whose={whose} all={all.loaded} own={own} listed={listed} open={open} reload={reload} />
        )}
        <Foot done={done} undone={undone}>
          {acting === null && <PickBar selection={selection} start={start} />}
        </Foot>
      </div>
      {isWide && acting === null && !isCleared && (
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

type DoneAt = Done & { readonly row: string }

/** What was done last. Taken back, it is on the desk again: the keys go back to its row as soon as that is there, and act on nothing else. */
function useDone(rows: readonly DutyRow[], focusRow: (row: DutyRow) => void, reload: () => void) {
  const [done, setDone] = useState<DoneAt | null>(null)
  const [awaited, setAwaited] = useState<string | null>(null)
  useEffect(() => {
    const back = awaited === null ? undefined : rows.find((row) => rowId(row) === awaited)
    if (back === undefined) return
    setAwaited(null)
    focusRow(back)
  })
  const tell = (now: DoneAt): void => {
    setAwaited(null)
    setDone(now)
  }
  const undone = (): void => {
    changeQuery({ at: done?.row ?? '' })
    setAwaited(done?.row ?? null)
    reload()
  }
  return { done, tell, undone }
}

function useOpenKey(chosen: DutyRow | null): void {
  const carried = useCarried()
  useKeys({
    o: () => {
      if (chosen !== null) go(carried(`matters/${encodeURIComponent(chosen.matter)}?duty=${encodeURIComponent(chosen.key)}`))
    },
  })
}

type FootProps = { readonly done: Done | null; readonly undone: () => void; readonly children: ReactNode }

/** What was done last and what is ticked, over the foot of the list: no row moves. */
function Foot({ done, undone, children }: FootProps) {
  return (
    <div className="desk-foot">
      <div role="status" className="done-place">
        {done && <DoneLine done={done} undone={undone} />}
      </div>
      {children}
    </div>
  )
}

/** Rows that are ticked, and those that something is done to now. */
function useSeveral(list: RefObject<HTMLElement | null>, refresh: () => void) {
  usePickKey(list)
  const selection = useSelection()
  const [acting, setActing] = useState<readonly BulkTarget[] | null>(null)
  const leave = (isChanged: boolean): void => {
    setActing(null)
    if (!isChanged) return
    selection.clear()
    refresh()
  }
  return { selection, acting, start: () => setActing(selection.targets), leave }
}

/** A page of lines, of a kind of work or of a day; null: the desk as a whole is asked for by itself. */
function pathOf(part: DeskPart): string | null {
  switch (part.by) {
    case 'all':
      return null
    case 'work':
      return `/api/duties?work=${part.work}`
    case 'due':
      return `/api/duties?show=${part.show}`
  }
}

/** The forms that the preview holds are fetched when the list is there. */
const LaterPreview = fetchedLater<PreviewProps>(
  () => import('./preview.js').then((room) => room.Preview),
  <aside className="preview" aria-hidden="true" />,
)

/** The room in which one act is done to several is fetched when somebody goes there. */
const LaterBulk = fetchedLater<BulkRoomProps>(() => import('../bulk/bulk-room.js').then((room) => room.BulkRoom), null)
