import type { ActEvent, MatterEvent, RungEvent } from '../events/event.js'
import { derive } from '../fold/derive.js'
import type { MatterState } from '../fold/state.js'
import type { Given } from '../fold/working.js'
import type { Regulation } from '../rules/regulation.js'
import { unreachable } from '../values/unreachable.js'
import { assignmentsIn } from '../values/value.js'
import { isKeptFrom } from './visibility.js'

/** 告知. Who is told of which event: the requester, or whoever has a role, in a unit where one is named. */
export type Telling = {
  readonly event: MatterEvent
  readonly role: string
  readonly unit: string | null
  /** Whoever alone owes what a rung urges. */
  readonly person: string | null
  readonly isRequester: boolean
}

/** Who must be told of what was recorded: those an act names, and those a rung urges. `given` is the matter with these events. */
export function tellingsOf(given: Given, events: readonly MatterEvent[]): readonly Telling[] {
  if (!events.some((event) => rolesTold(given, event).length > 0)) return []
  const state = derive(given)
  return events
    .filter((event) => event.kind !== 'rung' || remindsAnybody(state, event))
    .flatMap((event) => rolesTold(given, event).flatMap((role) => tellingsTo(given, state, event, role)))
}

/** Not what is known only in hindsight: whoever owed it has done it. */
export const remindsAnybody = ({ duties }: MatterState, { key, rung, due }: RungEvent): boolean =>
  duties.find((duty) => duty.key === key)?.reached.find((each) => each.rung === rung && each.due === due)?.isHindsight !== true

const rolesTold = (given: Given, event: MatterEvent): readonly string[] => {
  const { regulation } = given.program
  return namedBy(regulation, event).filter((role) => regulation.roles[role] !== undefined && !isKeptFrom(given, event, role))
}

function namedBy(regulation: Regulation, event: MatterEvent): readonly string[] {
  switch (event.kind) {
    case 'act':
      return regulation.acts[event.act]?.tells ?? []
    case 'rung':
      return rungOf(regulation, event)?.urges ?? []
    // Whoever would have been told of the act was not yet.
    case 'undo':
      return []
    default:
      return unreachable(event)
  }
}

const rungOf = (regulation: Regulation, event: RungEvent) =>
  regulation.duties[event.duty]?.ladder.find((each) => each.id === event.rung)

function tellingsTo(given: Given, state: MatterState, event: MatterEvent, role: string): readonly Telling[] {
  const kind = given.program.regulation.roles[role]?.kind
  const person = personUrged(state, event, role)
  switch (kind) {
    case 'requester':
      return [{ event, role, unit: null, person: null, isRequester: true }]
    case 'office':
    case 'leader':
      return [{ event, role, unit: null, person, isRequester: false }]
    case 'unit':
      return unitsMeant(given, state, event, role).map((unit) => ({ event, role, unit, person, isRequester: false }))
    // They have no account here.
    case 'outside':
    case 'system':
    case undefined:
      return []
    default:
      return unreachable(kind)
  }
}

function personUrged(state: MatterState, event: MatterEvent, role: string): string | null {
  const duty = event.kind === 'rung' ? state.duties.find(({ key }) => key === event.key) : undefined
  return duty?.holder === role ? duty.person : null
}

/** The unit of the share it is about and those to whom that is handed on, or every unit that has the matter in hand, or sees it because a field names it. */
function unitsMeant(given: Given, state: MatterState, event: MatterEvent, role: string): readonly string[] {
  const share = shareMeant(state, event)
  if (share !== null) return [share, ...handedTo(given, event)]
  const since = state.assignments.filter((each) => each.endedAt === null || each.endedAt === event.at)
  return [...new Set([...since.map((each) => each.unit), ...unitsNamed(given, state, role)])]
}

const handedTo = ({ program }: Given, event: MatterEvent): readonly string[] =>
  event.kind === 'act' && program.acts.get(event.act)?.assigns != null
    ? assignmentsIn(event.with.assignments).map(({ unit }) => unit)
    : []

/** Units that see the matter as the ones that a field names. */
const unitsNamed = ({ program }: Given, { facts }: MatterState, role: string): readonly string[] =>
  program.regulation.visibility.matters.flatMap(({ to, sees, when }) => {
    const unit = to.includes(role) && sees === 'all' && when?.op === 'viewer' ? facts[when.field] : undefined
    return typeof unit === 'string' && unit !== '' ? [unit] : []
  })

function shareMeant(state: MatterState, event: MatterEvent): string | null {
  switch (event.kind) {
    case 'act':
      return shareOf(state, event)
    case 'rung':
      return state.duties.find(({ key }) => key === event.key)?.unit ?? null
    case 'undo':
      return null
    default:
      return unreachable(event)
  }
}

const shareOf = (state: MatterState, event: ActEvent): string | null =>
  state.assignments.find((each) => each.id === event.assignment)?.unit ?? null
