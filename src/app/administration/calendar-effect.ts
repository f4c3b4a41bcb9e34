import type { CalendarPreview } from '../../contract/index.js'
import { type Calendar, type DutyState, derive, readDay, startOfDay } from '../../core/index.js'
import { type CalendarChange, holding, overlayWith, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { givenOf } from '../matter/open-matter.js'
import { dueMoment, named, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { calendarOf } from '../office.js'
import { showingOf } from '../showing.js'

type Change = Omit<CalendarChange, 'id' | 'at' | 'account'>
type Moved = { readonly matter: number; readonly number: string; readonly before: DutyState; readonly dueAt: number }
export type Affected = { readonly moved: readonly Moved[]; readonly isCapped: boolean }

const mostMatters = 1000
const mostRows = 20
const standing = ['open', 'overdue', 'paused'] as const

export async function previewOf(deps: Deps, admin: SignedIn, change: Change): Promise<CalendarPreview> {
  const { office, lang } = admin
  const showing = showingOf(office, lang)
  const { moved, isCapped } = await affected(deps, admin, change)
  const { zone } = office.calendar
  return {
    matters: new Set(moved.map(({ matter }) => matter)).size,
    duties: moved.length,
    isCapped,
    rows: moved.slice(0, mostRows).map(({ number, before, dueAt }) => ({
      number,
      duty: named(showing, before.duty, showing.program.regulation.duties[before.duty]?.name),
      unit: before.unit === null ? null : unitNamed(showing, before.unit).name,
      from: dueMoment(before.dueAt ?? dueAt, zone),
      to: dueMoment(dueAt, zone),
    })),
  }
}

/** Folds what may be touched under both calendars. Nothing due before the first changed day can move. */
export async function affected(deps: Deps, admin: SignedIn, change: Change): Promise<Affected> {
  const { office } = admin
  const calendar = await calendarWith(deps, admin, change)
  const first = startOfDay(readDay(change.firstOn ?? '') ?? office.calendar.first, office.calendar.zone)
  const matters = new Set<number>()
  for await (const duty of deps.store.exportDuties(office.id, {
    filter: { statuses: [...standing] },
    gate: { ...seesAll, rounds: 'beside' },
  })) {
    if (duty.dueAt === null || duty.dueAt >= first) matters.add(duty.matter)
    if (matters.size > mostMatters) break
  }
  const moved: Moved[] = []
  for (const matter of [...matters].slice(0, mostMatters)) moved.push(...(await movedIn(deps, admin, matter, calendar)))
  moved.sort((a, b) => (a.before.dueAt ?? 0) - (b.before.dueAt ?? 0))
  return { moved, isCapped: matters.size > mostMatters }
}

async function movedIn(deps: Deps, { office }: SignedIn, matter: number, calendar: Calendar): Promise<readonly Moved[]> {
  const loaded = await deps.store.loadMatter(office.id, matter, seesAll)
  if (loaded === null) return []
  const given = givenOf(office, loaded, nowOf(deps, office))
  const after = new Map(derive({ ...given, calendar }).duties.map((duty) => [duty.key, duty.dueAt]))
  return derive(given).duties.flatMap((before) => {
    const dueAt = after.get(before.key) ?? null
    const isStanding = standing.some((status) => status === before.status)
    if (!isStanding || before.dueAt === null || dueAt === null || dueAt === before.dueAt) return []
    return [{ matter, number: loaded.row.number, before, dueAt }]
  })
}

/** The calendar as it would be. */
async function calendarWith(deps: Deps, { office }: SignedIn, change: Change): Promise<Calendar> {
  const [changes, overlay] = await Promise.all([
    deps.store.administration.listCalendarChanges(office.id),
    deps.store.readCalendarOverlay(office.id),
  ])
  const next: CalendarChange = { ...change, id: Number.MAX_SAFE_INTEGER, at: 0, account: '' }
  return calendarOf(deps.library, office.id, { overlay: overlayWith(overlay, holding([...changes, next])) })
}
