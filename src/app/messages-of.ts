import type { ActEvent, Given, MatterEvent, MatterState, Regulation, RungEvent } from '../core/index.js'
import { derive, isKeptFrom } from '../core/index.js'
import type { NewNotice, NewOutbox } from '../store/index.js'

/** 告知. Who is told of which event: the requester, or whoever has a role, in a unit where one is named. */
type Telling = { readonly event: MatterEvent; readonly role: string; readonly unit: string | null; readonly isRequester: boolean }

/** Who must be told of what was recorded: those an act names, and those a rung urges. */
function tellingsOf(given: Given, events: readonly MatterEvent[]): readonly Telling[] {
  if (!events.some((event) => tells(given, event).length > 0)) return []
  const state = derive(given)
  return events.flatMap((event) => tells(given, event).flatMap((role) => tellingsTo(given, state, event, role)))
}

/** What is read here. Texts are made when they are read; the requester looks at the tracking page. */
const noticesOf = (tellings: readonly Telling[]): readonly NewNotice[] =>
  tellings
    .filter((each) => !each.isRequester)
    .map(({ event, role, unit }) => ({
      to: unit === null ? { role } : { unit, role },
      kind: event.kind,
      body: { seq: event.seq },
    }))

/** What leaves the house, by reference: who it is for and what it tells of. Names and numbers of people stay sealed. */
const outboxOf = (tellings: readonly Telling[]): readonly NewOutbox[] =>
  tellings.map(({ event, role, unit, isRequester }) => ({
    eventSeq: event.seq,
    kind: event.kind,
    recipient: isRequester || unit === null ? role : `${role}@${unit}`,
    payload: { role, unit, isRequester },
  }))

const tells = (given: Given, event: MatterEvent): readonly string[] => {
  const { regulation } = given.program
  return (event.kind === 'act' ? (regulation.acts[event.act]?.tells ?? []) : (rungOf(regulation, event)?.urges ?? [])).filter(
    (role) => regulation.roles[role] !== undefined && !isKeptFrom(given, event, role),
  )
}

const rungOf = (regulation: Regulation, event: RungEvent) =>
  regulation.duties[event.duty]?.ladder.find((each) => each.id === event.rung)

function tellingsTo(given: Given, state: MatterState, event: MatterEvent, role: string): readonly Telling[] {
  switch (given.program.regulation.roles[role]?.kind) {
    case 'requester':
      return [{ event, role, unit: null, isRequester: true }]
    case 'office':
    case 'leader':
      return [{ event, role, unit: null, isRequester: false }]
    case 'unit':
      return unitsMeant(state, event).map((unit) => ({ event, role, unit, isRequester: false }))
    default:
      return []
  }
}

/** The unit of the share it is about, or every unit that has the matter in hand. */
function unitsMeant(state: MatterState, event: MatterEvent): readonly string[] {
  const share = event.kind === 'act' ? shareOf(state, event) : (state.duties.find(({ key }) => key === event.key)?.unit ?? null)
  if (share !== null) return [share]
  const since = state.assignments.filter((each) => each.endedAt === null || each.endedAt === event.at)
  return [...new Set(since.map((each) => each.unit))]
}

const shareOf = (state: MatterState, event: ActEvent): string | null =>
  state.assignments.find((each) => each.id === event.assignment)?.unit ?? null

/** What a writing carries for those who are told: to be read here, and, where the operator wants it, to be sent. */
export function messagesOf(
  deps: { readonly isDelivering: boolean },
  given: Given,
  events: readonly MatterEvent[],
): { readonly notices: readonly NewNotice[]; readonly outbox: readonly NewOutbox[] } {
  const tellings = tellingsOf(given, events)
  return { notices: noticesOf(tellings), outbox: deps.isDelivering ? outboxOf(tellings) : [] }
}
