import type { NoticePage } from '../../contract/index.js'
import { type NoticeRow, type Page, patternNotice } from '../../store/index.js'
import { openedFor, rowFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { moment } from '../matter/view-parts.js'
import { timeline } from '../matter/view-timeline.js'
import { houseOf } from '../notes/house.js'
import { nowOf } from '../now-of.js'
import { showingOf } from '../showing.js'
import { wordsOf } from '../words/index.js'
import { patternWords } from '../words/patterns.js'
import { titleOf } from './view-lists.js'

/** As the store writes it with a note. */
const noteNotice = 'note'

const readerOf = (deps: Deps, { office, account, actor, asOf }: Viewer) => ({
  at: asOf ?? nowOf(deps, office),
  ...(asOf === undefined ? {} : { until: asOf }),
  account,
  roles: actor.role === '' ? [] : [{ role: actor.role, unit: actor.unit }],
})

/** 提醒。 What the viewer was told, worded when it is read: a matter they may not see any more says nothing. */
export async function listNotices(deps: Deps, viewer: Viewer, page: Page): Promise<NoticePage> {
  const [found, unread] = await Promise.all([
    deps.store.listNotices(viewer.office.id, readerOf(deps, viewer), page),
    deps.store.countUnread(viewer.office.id, readerOf(deps, viewer)),
  ])
  const rows = await Promise.all(found.rows.map((row) => noticeView(deps, viewer, row)))
  return { rows: rows.filter((row) => row !== null), next: found.next, unread: unread.count }
}

async function noticeView(deps: Deps, viewer: Viewer, row: NoticeRow): Promise<NoticePage['rows'][number] | null> {
  if (row.kind === patternNotice) return ofPatterns(viewer, row)
  if (row.matter === null) return null
  const opened = await openedFor(deps, viewer, row.matter)
  if (opened === null) return null
  const { given, sight, loaded } = opened
  const told = { id: row.id, matter: String(row.matter), month: null, number: loaded.row.number, isRead: isRead(viewer, row) }
  const showing = showingOf(viewer.office, viewer.lang, given.program)
  const head = { ...told, title: titleOf(showing, rowFor(viewer, opened)), at: moment(row.createdAt, given.calendar.zone) }
  if (row.kind === noteNotice) {
    const words = await notedWords(deps, viewer, { matter: row.matter, id: Number(row.body.note) })
    return words === null ? null : { ...head, ...words }
  }
  const event = given.events.find(({ seq }) => seq === row.body.seq)
  if (event === undefined) return null
  const [entry] = timeline(showing, given, { sight, isRequester: false, role: viewer.actor.role, files: new Map() }, [event])
  if (entry === undefined) return null
  return { ...head, text: entry.name, by: entry.by.unitName ?? entry.by.roleName }
}

/** Figures of the unit that are conspicuous in a month. */
function ofPatterns(viewer: Viewer, row: NoticeRow): NoticePage['rows'][number] {
  const { office, lang } = viewer
  const month = String(row.body.month)
  const words = patternWords[lang].told
  return {
    ...{ id: row.id, matter: null, month, number: month, title: words.title, text: words.text, by: words.by },
    ...{ at: moment(row.createdAt, office.calendar.zone), isRead: isRead(viewer, row) },
  }
}

const isRead = ({ asOf }: Viewer, { readAt }: NoticeRow): boolean => readAt !== null && (asOf === undefined || readAt <= asOf)

/** A colleague's words, as long as the viewer is one of the house; what was handed over without a word says that it was. */
async function notedWords(
  deps: Deps,
  { office, actor, lang }: Viewer,
  of: { readonly matter: number; readonly id: number },
): Promise<{ readonly text: string; readonly by: string } | null> {
  const house = houseOf(office, actor)
  const note = house === null ? null : await deps.store.notes.find(office.id, { ...of, house })
  if (note === null) return null
  return {
    text: note.kind === 'handed' ? wordsOf(lang).handedToYou(note.text) : note.text,
    by: office.people.get(note.account) ?? note.account,
  }
}

export const markNoticesRead = (deps: Deps, viewer: Viewer, ids: readonly number[]): Promise<void> =>
  deps.store.markRead(viewer.office.id, readerOf(deps, viewer), ids)
