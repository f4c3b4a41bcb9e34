import { type Given, type MatterEvent, type Telling, tellingsOf } from '../../core/index.js'
import type { NewNotice, NewOutbox } from '../../store/index.js'

/** What is read here. Texts are made when they are read; the requester looks at the tracking page. */
const noticesOf = (tellings: readonly Telling[]): readonly NewNotice[] =>
  tellings
    .filter((each) => !each.isRequester)
    .map(({ event, role, unit, person }) => ({
      to: person !== null ? { account: person } : unit === null ? { role } : { unit, role },
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

/** What a writing carries for those who are told: to be read here, and, where the operator wants it, to be sent. */
export function messagesOf(
  deps: { readonly isDelivering: boolean },
  given: Given,
  events: readonly MatterEvent[],
): { readonly notices: readonly NewNotice[]; readonly outbox: readonly NewOutbox[] } {
  const tellings = tellingsOf(given, events)
  return { notices: noticesOf(tellings), outbox: deps.isDelivering ? outboxOf(tellings) : [] }
}
