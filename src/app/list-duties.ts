import type { DutyPage } from '../contract/index.js'
import { addWorkdays, dayAt, endOfDay } from '../core/index.js'
import type { DutyFilter, DutyHolder, Gate, Page, PageOf, QueuedDuty } from '../store/index.js'
import type { Deps, Viewer } from './deps.js'
import { gateOf } from './gate.js'
import { showingOf } from './showing.js'
import { dutyRowView } from './view-lists.js'

const standing = ['open', 'overdue', 'paused'] as const

/** Which part of the desk: what is late, due today, due within three workdays, or has no time. */
export type DutyShow = 'all' | 'overdue' | 'today' | 'soon' | 'undated'
const soonWorkdays = 3

/** 待办。 What the viewer, in this role, owes: by due time. */
export async function listDuties(
  deps: Deps,
  { office, actor, lang }: Viewer,
  { show, page }: { show: DutyShow; page: Page },
): Promise<DutyPage> {
  const { regulation } = office.program
  const gate = gateOf(regulation, actor)
  const holders = holdersFor(regulation.roles[actor.role]?.kind ?? '', actor)
  const now = deps.now()
  const count = (filter: DutyFilter) => deps.store.countDuties(office.id, { filter: { holders, ...filter }, gate })
  const tonight = endOfDay(dayAt(now, office.calendar.zone), office.calendar.zone)
  const inDays = addWorkdays(dayAt(now, office.calendar.zone), soonWorkdays, office.calendar)
  const soon = endOfDay(inDays, office.calendar.zone)
  const [found, all, late, untilTonight, dated] = await Promise.all([
    queue(deps, { office, holders, gate, page, window: windowOf(show, { now, tonight, soon }) }),
    count({ statuses: [...standing] }),
    count({ statuses: ['open', 'overdue'], dueBefore: now }),
    count({ statuses: ['open', 'overdue'], dueBefore: tonight + 1 }),
    count({ statuses: [...standing], dueBefore: farOff }),
  ])
  const showing = showingOf(office, lang)
  return {
    rows: found.rows.map((row) => dutyRowView(showing, row, now)),
    next: found.next,
    counts: {
      open: all.count,
      overdue: late.count,
      today: Math.max(0, untilTonight.count - late.count),
      undated: Math.max(0, all.count - dated.count),
    },
  }
}

type Window = { readonly from: number; readonly to: number }

function windowOf(show: DutyShow, { now, tonight, soon }: { now: number; tonight: number; soon: number }): Window | null {
  switch (show) {
    case 'all':
      return null
    case 'overdue':
      return { from: 0, to: now }
    case 'today':
      return { from: now + 1, to: tonight }
    case 'soon':
      return { from: now + 1, to: soon }
    case 'undated':
      return { from: farOff, to: Number.POSITIVE_INFINITY }
  }
}

type Queue = { office: Viewer['office']; holders: readonly DutyHolder[]; gate: Gate; page: Page; window: Window | null }
const mostPages = 25

/** The queue comes by due time: a window of it is found by reading on until it has passed. */
async function queue(deps: Deps, { office, holders, gate, page, window }: Queue): Promise<PageOf<QueuedDuty>> {
  if (window === null) return deps.store.dutyQueue(office.id, { holders, gate, page })
  const rows: QueuedDuty[] = []
  let after = page.after
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = await deps.store.dutyQueue(office.id, {
      holders,
      gate,
      page: { limit: 200, ...(after === undefined ? {} : { after }) },
    })
    const at = (row: QueuedDuty) => row.dueAt ?? Number.POSITIVE_INFINITY
    rows.push(...found.rows.filter((row) => at(row) >= window.from && at(row) <= window.to))
    const last = found.rows.at(-1)
    const isPassed = last !== undefined && at(last) > window.to
    if (found.next === null || isPassed) return { rows, next: null }
    if (rows.length > 0) return { rows, next: found.next }
    after = found.next
  }
  return { rows, next: after ?? null }
}

const farOff = Date.parse('9999-01-01T00:00:00Z')

/** Duties of the role itself, and of the unit for anyone who serves in it. */
function holdersFor(kind: string, { role, unit }: Viewer['actor']): readonly DutyHolder[] {
  if (kind !== 'unit') return [{ role, unit: null }, ...(unit === null ? [] : [{ role, unit }])]
  return unit === null ? [] : [{ role, unit }]
}
