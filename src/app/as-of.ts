import { dayAt, dayText, endOfDay, type Instant, instant, readDay, readInstant } from '../core/index.js'
import { type Gate, holding, type Lists, overlayWith, type PastLife } from '../store/index.js'
import { unitOn } from './administration/unit-names.js'
import type { Deps, Viewer } from './deps.js'
import { attachmentsIn } from './files/attachment-ids.js'
import { gateOf } from './gate.js'
import { givenOf, type Opened, openMatter } from './matter/open-matter.js'
import { nowOf } from './now-of.js'
import { calendarOf, type Office } from './office.js'
import type { Outcome } from './outcome.js'
import { project as rowsOf } from './records/project.js'
import { failed } from './view-failure.js'
import { wordsOf } from './words/index.js'

/**
 * 截至. The moment a list, a figure or a matter is asked for: a day (its last millisecond, so that the day is still "today" in all that is
 * shown of it) or a time, `2025-09-30` or `2025-09-30 10:00`; null: now.
 * What was recorded after it is not known then. It cannot lie ahead.
 */
export function momentAsked(
  deps: Deps,
  { office, lang }: Pick<Viewer, 'office' | 'lang'>,
  text: string | undefined,
): Outcome<{ asOf: Instant | null }> {
  if (text === undefined || text.trim() === '') return { ok: true, asOf: null }
  const { zone } = office.calendar
  const now = nowOf(deps, office)
  const on = readDay(text.trim())
  const asOf = on === null ? readInstant(text.trim().replace('T', ' '), zone) : instant(endOfDay(on, zone) - 1)
  const isToday = on !== null && on === dayAt(now, zone)
  if (isToday) return { ok: true, asOf: now }
  if (asOf !== null && asOf <= now) return { ok: true, asOf }
  const words = wordsOf(lang)
  const code = asOf === null ? 'bad-as-of' : 'as-of-ahead'
  return failed(words, code)
}

/** The office as it was known at a moment: the days off announced until then, and what its units were called. */
export async function officeThen(deps: Deps, office: Office, asOf: Instant): Promise<Office> {
  const [changes, overlay, units] = await Promise.all([
    deps.store.administration.listCalendarChanges(office.id),
    deps.store.readCalendarOverlay(office.id),
    deps.store.listUnits(office.id),
  ])
  const then = holding(changes.filter(({ at }) => at <= asOf))
  const on = dayAt(asOf, office.calendar.zone)
  const calendar = calendarOf(deps.library, office.id, { overlay: overlayWith(overlay, then), on })
  return { ...office, calendar, units: new Map(units.map((each) => [each.unit, unitOn(each, dayText(on))])) }
}

export type ListsThen = { readonly lists: Lists; readonly office: Office; readonly now: Instant }

/** The lists with the office and the moment that belong to them: as they stand, or as they stood. Through today's gate either way. */
export function listsFor<T>(deps: Deps, viewer: Viewer, work: (stood: ListsThen) => Promise<T>): Promise<T> {
  const { office, actor, asOf } = viewer
  if (asOf === undefined) return work({ lists: deps.store, office, now: nowOf(deps, office) })
  return asItStood(deps, { office, asOf, gate: gateOf(office, actor) }, work)
}

type Moment = {
  readonly office: Office
  readonly asOf: Instant
  readonly gate: Gate
  /** Where only these are looked at. */
  readonly only?: readonly number[]
}

export async function asItStood<T>(
  deps: Deps,
  { office, asOf, gate, only }: Moment,
  work: (stood: ListsThen) => Promise<T>,
): Promise<T> {
  const then = await officeThen(deps, office, asOf)
  const asked = { asOf, gate, project: projectThen(then, asOf), ...(only === undefined ? {} : { only }) }
  return deps.store.asOf(office.id, asked, (lists) => work({ lists, office: then, now: asOf }))
}

/** The same at several moments, in their order. */
export async function asItStoodAtEach(
  deps: Deps,
  { office, gate, moments }: Omit<Moment, 'asOf' | 'only'> & { readonly moments: readonly Instant[] },
  work: (lists: Lists, asOf: Instant) => Promise<void>,
): Promise<void> {
  const then = await Promise.all(moments.map((asOf) => officeThen(deps, office, asOf)))
  const asked = then.map((each, at) => {
    const asOf = moments[at] ?? instant(0)
    return { asOf, project: projectThen(each, asOf), goesOn: then[at - 1]?.calendar === each.calendar }
  })
  await deps.store.asOfEach(office.id, { gate, moments: asked }, (lists, asOf) => work(lists, instant(asOf)))
}

const projectThen =
  (then: Office, asOf: Instant) =>
  ({ events, ...row }: PastLife) =>
    rowsOf(givenOf(then, { row, events }, asOf), then.program.regulation)

/** What lists show of an opened matter: its row as it stands, or as it stood. */
export const rowFor = ({ office, asOf }: Viewer, { given, loaded }: Pick<Opened, 'given' | 'loaded'>): Opened['loaded']['row'] =>
  asOf === undefined ? loaded.row : { ...loaded.row, ...rowsOf(given, office.versions[0].regulation) }

/** A matter opened for whoever looks at it as it stands, or as it stood. Who sees what of it is as it is today; null: not there, or not then. */
export async function openedFor(deps: Deps, viewer: Viewer, matter: number): Promise<OpenedFor | null> {
  const { office, actor, asOf } = viewer
  const opened = await openMatter(deps, office, matter, actor)
  if (opened === null) return null
  return asOf === undefined ? { ...opened, office } : openedThen(deps, office, opened, asOf)
}

export type OpenedFor = Opened & { readonly office: Office }

async function openedThen(
  deps: Deps,
  office: Office,
  { loaded, sight, given: whole }: Opened,
  asOf: Instant,
): Promise<OpenedFor | null> {
  const events = loaded.events.filter(({ recordedAt }) => recordedAt <= asOf)
  if (events.length === 0) return null
  const then = await officeThen(deps, office, asOf)
  const given = givenOf(then, { row: loaded.row, events }, asOf)
  const { regulation } = given.program
  // What an act of then states was there, also where its file was brought in later: with records of another system.
  const stated = new Set(attachmentsIn(regulation, given.events))
  // What an act stated only later was not part of the matter yet, though somebody had uploaded it.
  const statedEver = new Set(attachmentsIn(regulation, whole.events))
  const files = loaded.files.filter(
    ({ attachment, uploadedAt }) => stated.has(attachment) || (uploadedAt <= asOf && !statedEver.has(attachment)),
  )
  const openings = loaded.openings.filter(({ at }) => at <= asOf)
  return { office: then, given, sight, loaded: { ...loaded, events, files, openings } }
}
