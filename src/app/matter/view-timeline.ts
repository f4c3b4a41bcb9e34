import type { TimelineEntry, TimelinePage } from '../../contract/index.js'
import type {
  ActEvent,
  ClauseRef,
  Given,
  MatterEvent,
  MatterState,
  Payload,
  Regulation,
  RungEvent,
  Sight,
  UndoEvent,
  Value,
  Zone,
} from '../../core/index.js'
import {
  clausesThatApply,
  derive,
  isKeptFrom,
  platform,
  recordsIn,
  remindsAnybody,
  sightWithin,
  unreachable,
} from '../../core/index.js'
import type { Showing } from '../showing.js'
import { type ToldAs, toldEvents } from './told-events.js'
import { itemNamed } from './view-items.js'
import { clauseViews, holderView, moment, named, personName, roleName } from './view-parts.js'
import { valueText } from './view-values.js'

/** How a viewer reads a matter: with which eyes, and with names for the files in it. */
export type Reading = ToldAs & { readonly sight: Sight; readonly files: ReadonlyMap<string, string> }

/** The same, with the matter as it stands, derived once for all entries. */
type ReadingAll = Reading & { readonly state: MatterState }

const entriesOfAPage = 20

/** The latest entries before one of them (null: up to the last), and where those before them end. */
export function timelinePageOf(showing: Showing, given: Given, reading: Reading, before: number | null): TimelinePage {
  const told = toldEvents(given, reading)
  const until = before === null ? told : told.filter(({ place }) => place < before)
  const shown = until.slice(-entriesOfAPage)
  const all = { ...reading, state: derive(given) }
  return {
    timeline: shown.map(({ event, place }) => ({ ...entryOf(showing, given, all, event), seq: place })),
    earlier: until.length > shown.length ? (shown[0]?.place ?? null) : null,
  }
}

/** Each entry is numbered by its place among those that the reader is told of. */
export function timeline(
  showing: Showing,
  given: Given,
  reading: Reading,
  events: readonly MatterEvent[] = given.events,
): TimelineEntry[] {
  const places = new Map(toldEvents(given, reading).map(({ event, place }) => [event.seq, place]))
  const all = { ...reading, state: derive(given) }
  return events.flatMap((event) => {
    const seq = places.get(event.seq)
    if (seq === undefined) return []
    return [{ ...entryOf(showing, given, all, event), seq }]
  })
}

function entryOf(showing: Showing, given: Given, reading: ReadingAll, event: MatterEvent): Entry {
  switch (event.kind) {
    case 'act':
      return actEntry(showing, given, reading, event)
    case 'rung':
      return rungEntry(showing, given, reading, event)
    case 'undo':
      return undoEntry(showing, given, reading, event)
    default:
      return unreachable(event)
  }
}

type Entry = Omit<TimelineEntry, 'seq'>

function actEntry(showing: Showing, given: Given, reading: ReadingAll, event: ActEvent): Entry {
  const { regulation } = given.program
  const act = regulation.acts[event.act]
  return {
    kind: 'act',
    act: event.act,
    name: named(showing, event.act, act?.name).name,
    itemName: event.item === undefined ? null : itemNamed(showing, reading.state, event.item, reading.sight),
    at: moment(event.at, given.calendar.zone),
    by: byWhom(showing, reading, event),
    stated: statedViews(showing, given, reading, event),
    clauses: clauseViews(regulation, clausesOfAct(given, reading, event)),
  }
}

/** Those of the options that it chose, where the reader sees what it chose: else the clause would tell it. */
function clausesOfAct({ program }: Given, { sight }: Reading, event: ActEvent): readonly ClauseRef[] {
  const act = program.acts.get(event.act)
  if (act === undefined) return []
  const value = (field: string) => (sight.fields[field]?.as === 'shown' ? event.with[field] : undefined)
  return clausesThatApply(act.rule.clause, act.alternatives, { value })
}

const byWhom = (showing: Showing, { isRequester }: Reading, { by, at }: ActEvent | UndoEvent): Entry['by'] => ({
  ...holderView(showing, by.role, by.unit, at),
  // A citizen is answered by an office, not by a person.
  person: isRequester ? null : personName(showing, by),
})

/** What was taken back is named, and what it had stated is still there for whoever may see it. */
function undoEntry(showing: Showing, given: Given, reading: Reading, event: UndoEvent): Entry {
  const { acts } = given.program.regulation
  const seen = event.acts.filter((act) => !isKeptFrom(given, act, reading.role))
  return {
    kind: 'undo',
    act: event.kind,
    name: showing.words.undone(seen.map(({ act }) => named(showing, act, acts[act]?.name).name)),
    itemName: null,
    at: moment(event.at, given.calendar.zone),
    by: byWhom(showing, reading, event),
    stated: reading.isRequester ? [] : seen.flatMap((act) => statedViews(showing, given, reading, act)),
    clauses: [],
  }
}

/** What an act stated, as far as the viewer may see it, in the order in which the regulation asks for it. */
export function statedViews(
  showing: Showing,
  given: Given,
  { sight: whole, files }: Reading,
  { act, with: stated, assignment }: Pick<ActEvent, 'act' | 'with' | 'assignment'>,
): TimelineEntry['stated'] {
  const { regulation } = given.program
  const sight = sightWithin(whole, assignment)
  return inOrder(regulation, act, stated).flatMap(([id, value]) => {
    const field = regulation.fields[id]
    const look = sight.fields[id]?.as
    if (field === undefined || look === undefined || look === 'hidden' || look === 'onReason') return []
    const seen = field.items === null ? value : itemsSeen(value, sight)
    const text = look === 'masked' ? mask : valueText(showing, field, seen, files)
    return text === '' ? [] : [{ field: id, name: named(showing, id, field.name).name, value: text }]
  })
}

/** Of each item, what the viewer may see. */
const itemsSeen = (value: Value, sight: Sight): Value =>
  recordsIn(value).map((item) => Object.fromEntries(Object.entries(item).filter(([id]) => sight.fields[id]?.as === 'shown')))

/** What was stored has no order of its own. */
function inOrder({ acts, fields }: Regulation, act: string, stated: Payload): readonly (readonly [string, Value])[] {
  const rule = acts[act]
  const asked = rule === undefined ? [] : [...rule.needs, ...rule.takes, ...rule.needsWhen.flatMap((each) => each.fields)]
  const left = new Set(Object.keys(stated))
  const first = asked.filter((id) => left.delete(id))
  const then = left.size === 0 ? [] : [...Object.keys(fields).filter((id) => left.delete(id)), ...left]
  return [...first, ...then].flatMap((id) => (stated[id] === undefined ? [] : [[id, stated[id]] as const]))
}

export const mask = '＊＊＊'

function rungEntry(showing: Showing, given: Given, reading: ReadingAll, event: RungEvent): Entry {
  const { regulation } = given.program
  const duty = regulation.duties[event.duty]
  const rung = duty?.ladder.find((each) => each.id === event.rung)
  const alert =
    rung?.alert === null || rung === undefined ? null : named(showing, rung.alert, regulation.alerts[rung.alert]?.name).name
  const name = showing.words.rung(named(showing, event.duty, duty?.name).name, {
    alert,
    urged: (rung !== undefined && remindsAnybody(reading.state, event) ? rung.urges : []).map((role) => roleName(showing, role)),
    deducted: rung?.deducts ?? 0,
    criticisms: rung?.criticisms ?? 0,
    referred: rung?.refersTo === null || rung === undefined ? null : roleName(showing, rung.refersTo),
  })
  return {
    kind: 'rung',
    act: `${event.duty}/${event.rung}`,
    name,
    itemName: itemOfRung(showing, given, reading, event),
    at: moment(event.reachedAt, given.calendar.zone),
    by: { ...holderView(showing, platform.role, null), person: null },
    stated: seenTo(showing, event, given.calendar.zone),
    clauses: clauseViews(regulation, rung?.clause ?? []),
  }
}

function itemOfRung(showing: Showing, given: Given, { state, sight }: ReadingAll, { key, duty }: RungEvent): string | null {
  if (given.program.regulation.duties[duty]?.of !== 'item') return null
  return itemNamed(showing, state, state.duties.find((each) => each.key === key)?.item, sight)
}

const aMinute = 60_000

/** A rung that was seen to later than it was reached (after downtime) says so. */
function seenTo(showing: Showing, { at, reachedAt }: RungEvent, zone: Zone): TimelineEntry['stated'] {
  if (at - reachedAt < aMinute) return []
  return [{ field: 'recordedAt', name: showing.words.seenTo, value: moment(at, zone).shown }]
}
