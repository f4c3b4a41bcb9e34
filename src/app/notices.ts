import type { NoticePage } from '../contract/index.js'
import type { NoticeRow, Page } from '../store/index.js'
import type { Deps, Viewer } from './deps.js'
import { openMatter } from './open-matter.js'
import { showingOf } from './showing.js'
import { titleOf } from './view-lists.js'
import { moment } from './view-parts.js'
import { timeline } from './view-timeline.js'

const readerOf = ({ account, actor }: Viewer) => ({
  account,
  roles: actor.role === '' ? [] : [{ role: actor.role, unit: actor.unit }],
})

/** 提醒。 What the viewer was told, worded when it is read: a matter they may not see any more says nothing. */
export async function listNotices(deps: Deps, viewer: Viewer, page: Page): Promise<NoticePage> {
  const [found, unread] = await Promise.all([
    deps.store.listNotices(viewer.office.id, readerOf(viewer), page),
    deps.store.countUnread(viewer.office.id, readerOf(viewer)),
  ])
  const rows = await Promise.all(found.rows.map((row) => noticeView(deps, viewer, row)))
  return { rows: rows.filter((row) => row !== null), next: found.next, unread: unread.count }
}

async function noticeView(deps: Deps, viewer: Viewer, row: NoticeRow): Promise<NoticePage['rows'][number] | null> {
  if (row.matter === null) return null
  const opened = await openMatter(deps, viewer.office, row.matter, viewer.actor)
  if (opened === null) return null
  const { given, sight, loaded } = opened
  const event = given.events.find(({ seq }) => seq === row.body.seq)
  if (event === undefined) return null
  const showing = showingOf(viewer.office, viewer.lang, given.program)
  const [entry] = timeline(showing, given, { sight, isRequester: false, role: viewer.actor.role, files: new Map() }, [event])
  if (entry === undefined) return null
  return {
    id: row.id,
    matter: String(row.matter),
    number: loaded.row.number,
    title: titleOf(showing, loaded.row),
    text: entry.name,
    by: entry.by.unitName ?? entry.by.roleName,
    at: moment(row.createdAt, given.calendar.zone),
    isRead: row.readAt !== null,
  }
}

export const markNoticesRead = (deps: Deps, viewer: Viewer, ids: readonly number[]): Promise<void> =>
  deps.store.markRead(viewer.office.id, readerOf(viewer), ids, deps.now())
