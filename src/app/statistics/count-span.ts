import { createHash } from 'node:crypto'
import { endOfDay, type Instant, instant } from '../../core/index.js'
import {
  addedUp,
  type CountAsked,
  type CountedApart,
  type CountedPart,
  type FigureCount,
  type FigureId,
  figureIds,
  type Gate,
  type KeptFigures,
  seesAll,
} from '../../store/index.js'
import { asItStoodAtEach, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { type DaySpan, isWholeMonths } from './spans.js'
import { countAsked, keptFrom, ownUnit } from './statistics-asked.js'

type Apart = CountedApart | null
export type SpanAsked = {
  readonly span: DaySpan
  readonly part: CountedPart
  readonly ways: readonly Apart[]
  readonly only?: readonly FigureId[]
}

/** What was counted of a time span, in each way asked for. */
export type CountedSpan = {
  of(by: Apart): readonly FigureCount[]
  /** Of a time span that is over: it says the same for ever, as it was known at its end. Null: as things stand. */
  readonly closed: Pick<KeptFigures, 'asOf' | 'keptAt'> | null
}

/**
 * When whole months are over their figures stand: as they were known at the end of the last day. Null for any other span, for one that
 * is not over, and where another moment is asked for.
 */
export function closedAt(deps: Deps, { office, asOf }: Viewer, span: DaySpan): Instant | null {
  if (asOf !== undefined || !isWholeMonths(span)) return null
  const end = endOfDay(span.to, office.calendar.zone)
  return end <= nowOf(deps, office) ? end : null
}

/**
 * Of so many matters at most the past is worked out for whoever waits. A month is kept when it ends, before much is touched; what nobody kept
 * then is told as it stands.
 */
const mostWorkedOut = 2000

/** Counts a time span as it stands, or reads what was kept of it; what nobody asked for before is counted as of its end, and kept. */
export async function countSpan(
  deps: Deps,
  viewer: Viewer,
  asked: SpanAsked,
  { isWaiting }: { readonly isWaiting: boolean } = { isWaiting: true },
): Promise<CountedSpan> {
  const end = closedAt(deps, viewer, asked.span)
  if (end === null) return { of: byWay(await counted(deps, viewer, asked)), closed: null }
  const named = await namesOf(deps, viewer, { ...asked, end })
  const find = () => Promise.all(named.map(({ key }) => deps.store.statistics.findKeptFigures(viewer.office.id, key)))
  let kept = await find()
  if (kept.includes(null)) {
    if (isWaiting && (await isLongPast(deps, viewer, end))) return countNow(deps, viewer, asked)
    // What is kept for good is kept whole.
    const { only: _, ...whole } = asked
    const then = await counted(deps, { ...viewer, asOf: end }, whole)
    const rows = named.map(({ by, key, what }) => ({
      ...{ key, asked: what, asOf: end, keptAt: deps.now(), counts: then.find((each) => each.by === by)?.counts ?? [] },
    }))
    await deps.store.statistics.keepFigures(viewer.office.id, rows)
    kept = await find()
  }
  const first = kept[0] ?? null
  const ways = named.map(({ by }, at) => ({ by, counts: kept[at]?.counts ?? [] }))
  return { of: byWay(ways), closed: { asOf: end, keptAt: first?.keptAt ?? deps.now() } }
}

/** What was touched since is too much for the past to be worked out while somebody waits: then what stands is told. */
export const isLongPast = (deps: Deps, { office, actor }: Viewer, end: Instant): Promise<boolean> =>
  deps.store.statistics.touchedMoreThan(office.id, { gate: gateOf(office, actor), since: end, most: mostWorkedOut })

/** The same span as everything recorded since has it. */
export async function countNow(deps: Deps, viewer: Viewer, asked: SpanAsked): Promise<CountedSpan> {
  return { of: byWay(await counted(deps, viewer, asked)), closed: null }
}

type Way = { readonly by: Apart; readonly counts: readonly FigureCount[] }

const byWay =
  (ways: readonly Way[]) =>
  (by: Apart): readonly FigureCount[] =>
    ways.find((each) => each.by === by)?.counts ?? []

const counted = (deps: Deps, viewer: Viewer, { span, part, ways, only }: SpanAsked): Promise<readonly Way[]> =>
  listsFor(deps, viewer, ({ lists, now }) => {
    const what = { ...countAsked(viewer, now, { span, part }), ...(only === undefined ? {} : { only }) }
    return Promise.all(
      ways.map(async (by) => ({ by, counts: await lists.statistics.countFigures(viewer.office.id, { ...what, by }) })),
    )
  })

type Named = { readonly by: Apart; readonly key: string; readonly what: KeptFigures['asked'] }

/** Under which name each count is kept: the same for all who are shown the same. */
async function namesOf(
  deps: Deps,
  viewer: Viewer,
  { span, part, ways, end }: SpanAsked & { end: Instant },
): Promise<readonly Named[]> {
  const asked = countAsked(viewer, end, { span, part })
  const { gate, shown } = await shownTo(deps, viewer, asked)
  return ways.map((by) => {
    const { from, before } = asked
    const parts = Object.entries(asked.part).sort(([one], [other]) => one.localeCompare(other))
    const key = createHash('sha256')
      // What is counted since keeps its own: no kept number is read for a figure that it does not hold.
      .update(JSON.stringify([from, before, by === 'duty' ? 'duty of its regulation' : by, parts, shown, figureIds, asked.terms]))
      .digest('hex')
      .slice(0, 32)
    return { by, key, what: { ...asked, gate, by } }
  })
}

/** What somebody counts of: the same for all who are shown the same. */
async function shownTo(deps: Deps, viewer: Viewer, asked: CountAsked) {
  const { office, actor } = viewer
  const gate = await plainGate(deps, office.id, asked)
  return { gate, shown: [gate, ownUnit(viewer), [...keptFrom(office, actor.role)].sort(), asked.uncountedMarks] }
}

/** 所见范围. A name for what a viewer counts of: whoever has the same counts the same. */
export async function reachOf(deps: Deps, viewer: Viewer, { span, now }: { span: DaySpan; now: Instant }): Promise<string> {
  const { shown } = await shownTo(deps, viewer, countAsked(viewer, now, { span, part: {} }))
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32)
}

/** Whoever has nothing kept from them by name counts what everybody of their reach counts. */
async function plainGate(deps: Deps, government: string, { gate }: CountAsked): Promise<Gate> {
  return (await deps.store.statistics.hidesAny(government, gate)) ? gate : { ...gate, notHiddenFrom: [] }
}

/** Counts again what was kept, from the events; the names of those that are not the same. */
export async function keptDiffering(deps: Deps, office: Office): Promise<readonly KeptFigures[]> {
  const moments = (await deps.store.statistics.listKeptMoments(office.id)).map(instant)
  const wrong: KeptFigures[] = []
  await asItStoodAtEach(deps, { office, moments, gate: seesAll }, async ({ statistics }, asOf) => {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const some: readonly KeptFigures[] = await statistics.listKeptFigures(office.id, { asOf, after, limit: heldAtOnce })
      for (const each of some)
        if (differs(each.counts, await statistics.countFigures(office.id, askedThen(each.asked)))) wrong.push(each)
      after = some.at(-1)?.key
    }
  })
  return wrong
}

/** What is kept is compared in pieces of so many: all that was kept over the years is too much to hold. */
const heldAtOnce = 100

/** What was kept before criticisms were counted did not count them; a duty was left out by its name alone, for whatever reason. */
const askedThen = (
  asked: Omit<KeptFigures['asked'], 'uncountedMarks' | 'uncountedIn' | 'withheld' | 'terms'>,
): KeptFigures['asked'] => ({
  uncountedMarks: ['criticised'],
  uncountedIn: [],
  withheld: [],
  terms: [],
  ...asked,
})

/** What was kept says nothing of figures that are counted since. */
const differs = (kept: readonly FigureCount[], again: readonly FigureCount[]): boolean => {
  const held = Object.keys(kept[0]?.counts ?? {})
  return sorted(kept, held) !== sorted(isOfNames(kept) ? byNameAlone(again) : again, held)
}

/** Whether duties were kept by their names alone, two kinds of work that call one the same as one. */
const isOfNames = (kept: readonly FigureCount[]): boolean => kept.length > 0 && kept.every(({ key }) => !key.includes(' '))

/** No matter is of two kinds, so that theirs add up. Other keys stay what they are. */
function byNameAlone(counts: readonly FigureCount[]): readonly FigureCount[] {
  const name = ({ key }: FigureCount): string => key.slice(key.indexOf(' ') + 1)
  return addedUp(counts.map((each) => ({ ...each, key: name(each) })))
}

const sorted = (counts: readonly FigureCount[], held: readonly string[]): string =>
  JSON.stringify(
    [...counts]
      .sort((one, other) => one.key.localeCompare(other.key))
      .map(({ key, counts: each, ratings, declared = {} }) => [
        key,
        Object.entries(each)
          .filter(([id]) => held.includes(id))
          .sort(),
        Object.entries(ratings).sort(),
        Object.entries(declared).sort(),
      ]),
  )
