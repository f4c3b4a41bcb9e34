import type { TimelineEntry, TimelinePage } from '../contract/index.js'
import type { ActEvent, Given, MatterEvent, Payload, RungEvent, Sight, Zone } from '../core/index.js'
import { isKeptFrom, platform } from '../core/index.js'
import type { Showing } from './showing.js'
import { clauseViews, holderView, moment, named, personName, roleName } from './view-parts.js'
import { valueText } from './view-values.js'

/** How a viewer reads a matter: with which eyes, and with names for the files in it. */
export type Reading = {
  readonly sight: Sight
  /** The requester sees what is addressed to them; the office and the units see all. */
  readonly isRequester: boolean
  readonly role: string
  readonly files: ReadonlyMap<string, string>
}

const entriesOfAPage = 40

/** The latest entries before a moment in the chain (null: up to its end), and where those before them end. */
export function timelinePageOf(showing: Showing, given: Given, reading: Reading, before: number | null): TimelinePage {
  const told = given.events.filter((event) => (before === null || event.seq < before) && isTold(given, reading, event))
  const shown = told.slice(-entriesOfAPage)
  return {
    timeline: timeline(showing, given, reading, shown),
    earlier: told.length > shown.length ? (shown[0]?.seq ?? null) : null,
  }
}

const isTold = (given: Given, { isRequester, role }: Reading, event: MatterEvent): boolean =>
  (!isRequester || concernsRequester(given, event)) && !isKeptFrom(given, event, role)

export function timeline(
  showing: Showing,
  given: Given,
  reading: Reading,
  events: readonly MatterEvent[] = given.events,
): TimelineEntry[] {
  return events
    .filter((event) => isTold(given, reading, event))
    .map((event) => (event.kind === 'act' ? actEntry(showing, given, reading, event) : rungEntry(showing, given, event)))
}

const requester = 'requester'

/** What the requester did, and what they are told of. */
export function concernsRequester({ program }: Given, event: MatterEvent): boolean {
  if (event.kind !== 'act') return false
  const act = program.regulation.acts[event.act]
  return event.by.role === requester || act?.starts === true || act?.tells.includes(requester) === true
}

function actEntry(showing: Showing, given: Given, reading: Reading, event: ActEvent): TimelineEntry {
  const { regulation } = given.program
  const act = regulation.acts[event.act]
  return {
    seq: event.seq,
    kind: 'act',
    act: event.act,
    name: named(showing, event.act, act?.name).name,
    at: moment(event.at, given.calendar.zone),
    by: {
      ...holderView(showing, event.by.role, event.by.unit, event.at),
      // A citizen is answered by an office, not by a person.
      person: reading.isRequester ? null : personName(showing, event.by),
    },
    stated: statedViews(showing, given, reading, event.with),
    clauses: clauseViews(regulation, act?.clause ?? []),
  }
}

/** What an act stated, as far as the viewer may see it. */
export function statedViews(showing: Showing, given: Given, { sight, files }: Reading, stated: Payload): TimelineEntry['stated'] {
  const { regulation } = given.program
  return Object.entries(stated).flatMap(([id, value]) => {
    const field = regulation.fields[id]
    const look = sight.fields[id]?.as
    if (field === undefined || look === undefined || look === 'hidden' || look === 'onReason') return []
    const text = look === 'masked' ? mask : valueText(showing, field, value, files)
    return text === '' ? [] : [{ field: id, name: named(showing, id, field.name).name, value: text }]
  })
}

export const mask = '＊＊＊'

function rungEntry(showing: Showing, given: Given, event: RungEvent): TimelineEntry {
  const { regulation } = given.program
  const duty = regulation.duties[event.duty]
  const rung = duty?.ladder.find((each) => each.id === event.rung)
  const alert =
    rung?.alert === null || rung === undefined ? null : named(showing, rung.alert, regulation.alerts[rung.alert]?.name).name
  const name = showing.words.rung(named(showing, event.duty, duty?.name).name, {
    alert,
    urged: (rung?.urges ?? []).map((role) => roleName(showing, role)),
    deducted: rung?.deducts ?? 0,
    criticisms: rung?.criticisms ?? 0,
    referred: rung?.refersTo === null || rung === undefined ? null : roleName(showing, rung.refersTo),
  })
  return {
    seq: event.seq,
    kind: 'rung',
    act: `${event.duty}/${event.rung}`,
    name,
    at: moment(event.reachedAt, given.calendar.zone),
    by: { ...holderView(showing, platform.role, null), person: null },
    stated: seenTo(showing, event, given.calendar.zone),
    clauses: clauseViews(regulation, rung?.clause ?? []),
  }
}

const aMinute = 60_000

/** A rung that was seen to later than it was reached (after downtime) says so. */
function seenTo(showing: Showing, { at, reachedAt }: RungEvent, zone: Zone): TimelineEntry['stated'] {
  if (at - reachedAt < aMinute) return []
  return [{ field: 'recordedAt', name: showing.words.seenTo, value: moment(at, zone).shown }]
}
