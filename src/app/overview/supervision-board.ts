import type { AlertView, Named, SupervisionBoard, SupervisionPage } from '../../contract/index.js'
import { addWorkdays, dayAt, endOfDay, type Instant } from '../../core/index.js'
import type { BoardCount, Page, StandingDuty } from '../../store/index.js'
import { type ListsThen, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { dutyRowView } from '../desk/view-lists.js'
import { followsAnything } from '../followed/index.js'
import { gateOf } from '../gate.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { keptFrom } from '../statistics/statistics-asked.js'
import { nameIn } from '../words/index.js'
import { overviewWords } from '../words/overview.js'

const soonWorkdays = 3

/** A place on the board: a rung, perhaps with one unit only (`''`: with no unit). */
export type BoardPlace = { readonly rung: string; readonly unit: string | null }

/** 督办看板。 How many matters stand where: near their day, at each alert the regulation has, passed on. */
export async function readBoard(deps: Deps, viewer: Viewer): Promise<SupervisionBoard> {
  const { office, lang, actor } = viewer
  const showing = showingOf(office, lang)
  const counts = await listsFor(deps, viewer, ({ lists, ...then }) => lists.overview.countBoard(office.id, asked(viewer, then)))
  const countOf = (rung: string) => counts.find((each) => each.unit === null && rungOf(each) === rung)?.count ?? 0
  const issues = office.programs.some(({ regulation }) =>
    Object.values(regulation.acts).some(({ slip, by }) => slip !== null && by.includes(actor.role)),
  )
  const slips = issues
    ? []
    : (await deps.store.overview.listSlips(office.id, { filter: {}, gate: gateOf(office, actor), page: { limit: 1 } })).rows
  return {
    rungs: rungsOf(showing, counts).map((rung) => ({ ...rung, count: countOf(rung.id) })),
    units: unitsOf(showing, counts),
    hasSlips: issues || slips.length > 0,
    hasFollowed: followsAnything(office, actor.role),
  }
}

/** What stands on one rung, first due first. */
export async function listStanding(deps: Deps, viewer: Viewer, place: BoardPlace, page: Page): Promise<SupervisionPage> {
  const { office, lang } = viewer
  const part = { ...standingOf(place.rung), unit: place.unit }
  return listsFor(deps, viewer, async ({ lists, ...then }) => {
    const found = await lists.overview.listBoard(office.id, { ...asked(viewer, then), part, page })
    const showing = showingOf(then.office, lang)
    return {
      rows: found.rows.map((row) => ({ ...dutyRowView(showing, row, then.now), rung: place.rung })),
      next: found.next,
    }
  })
}

function asked({ actor }: Viewer, { office, now }: Omit<ListsThen, 'lists'>) {
  return {
    gate: { ...gateOf(office, actor), rounds: 'beside' as const },
    moment: {
      now,
      soon: soonFrom(now, office.calendar),
      referring: referringIn(office),
      kept: keptFrom(office, actor.role),
    },
  }
}

function soonFrom(now: Instant, calendar: Viewer['office']['calendar']): Instant {
  return endOfDay(addWorkdays(dayAt(now, calendar.zone), soonWorkdays, calendar), calendar.zone)
}

const referringIn = ({ programs }: Pick<Office, 'programs'>): readonly string[] =>
  programs.flatMap(({ regulation }) =>
    Object.values(regulation.duties).flatMap(({ id, ladder }) =>
      ladder.filter((rung) => rung.refersTo !== null).map((rung) => `${id}/${rung.id}`),
    ),
  )

const alertPrefix = 'alert:'
const rungOf = ({ standing, alert }: Pick<BoardCount, 'standing' | 'alert'>): string =>
  standing === 'alert' ? `${alertPrefix}${alert ?? ''}` : standing

function standingOf(rung: string): Pick<BoardCount, 'alert'> & { readonly standing: StandingDuty['standing'] } {
  if (rung.startsWith(alertPrefix)) return { standing: 'alert', alert: rung.slice(alertPrefix.length) }
  return { standing: rung === 'late' || rung === 'referred' ? rung : 'soon', alert: null }
}

type Rung = Omit<SupervisionBoard['rungs'][number], 'count'>

/** From the mildest on. Alerts of an older version that still stand on the board come too. */
function rungsOf(showing: Showing, counts: readonly BoardCount[]): readonly Rung[] {
  const words = overviewWords[showing.lang]
  const plain = (id: 'soon' | 'late' | 'referred'): Rung => ({ id, ...words.rungs[id], alert: null })
  const known = alertsOf(showing)
  const older = counts.flatMap(({ alert }) => (alert === null || known.some(({ id }) => id === alert) ? [] : [alert]))
  const marked = known.map((alert) => ({
    id: `${alertPrefix}${alert.id}`,
    name: alert.name,
    explains: words.rungs.alert,
    alert,
  }))
  const others = [...new Set(older)].map((id) => ({
    id: `${alertPrefix}${id}`,
    name: id,
    explains: words.rungs.alert,
    alert: null,
  }))
  const isReferring = referringIn(showing.office).length > 0
  return [plain('soon'), plain('late'), ...others, ...marked, ...(isReferring ? [plain('referred')] : [])]
}

/** Alerts of all kinds, each once, from the mildest on. */
function alertsOf({ office, lang }: Showing): readonly AlertView[] {
  const found = new Map<string, AlertView>()
  for (const { regulation } of office.programs)
    for (const { name, ...alert } of Object.values(regulation.alerts))
      if (!found.has(alert.id)) found.set(alert.id, { ...alert, name: nameIn(lang, name) })
  return [...found.values()].sort((one, other) => one.rank - other.rank)
}

/** Units with something on the board; the one with the most matters on the highest rungs first. */
function unitsOf(showing: Showing, counts: readonly BoardCount[]): SupervisionBoard['units'] {
  const order = rungsOf(showing, counts).map(({ id }) => id)
  const units = [...new Set(counts.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
  const nameOf = (unit: string): Named =>
    unit === '' ? { id: '', name: overviewWords[showing.lang].noUnit } : unitNamed(showing, unit)
  const found = units.map((unit) => {
    const own = counts.filter((each) => each.unit === unit)
    return { ...nameOf(unit), counts: own.map((each) => ({ rung: rungOf(each), count: each.count })) }
  })
  const weight = ({ counts: own }: (typeof found)[number]): readonly number[] =>
    [...order].reverse().map((rung) => own.find((each) => each.rung === rung)?.count ?? 0)
  return found.sort((one, other) => compare(weight(other), weight(one)))
}

/** Lists of the same length, by their first difference. */
function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) if (value !== other[at]) return value - (other[at] ?? 0)
  return 0
}
