import type { ActEvent, Actor, UndoEvent } from '../events/event.js'
import { Folded } from '../fold/folded.js'
import type { Given } from '../fold/working.js'

/** For how long whoever did something may take it back, in milliseconds. Who is told of it is told after that. */
export const undoFor = 2 * 60_000

/**
 * 可以撤销的. What was done last, in one go, as long as it can be taken back: by the same person, within the time, and while nothing has
 * happened since. What brought the matter in, what began or joined another matter, and what another has heard of stays. Empty: nothing.
 */
export function undoable(given: Given, by: Actor): readonly ActEvent[] {
  const { events } = given
  const last = events.at(-1)
  if (last === undefined || by.person === null || given.now - last.at > undoFor) return []
  const done = last.kind === 'act' ? actsIn(events).filter((event) => isDoneWith(event, last)) : []
  const isOwn = done.some((event) => isBy(by, event)) && done.every((event) => isBy(by, event) || event.by.person === null)
  return isOwn && !done.some((event) => isForGood(given, event)) ? done : []
}

const actsIn = (events: Given['events']): readonly ActEvent[] => events.filter((event) => event.kind === 'act')

/** In the same go as the last. */
const isDoneWith = ({ seq, doneWith = seq }: ActEvent, last: ActEvent): boolean => doneWith === (last.doneWith ?? last.seq)

const isBy = ({ person, role, unit }: Actor, { by }: ActEvent): boolean =>
  by.person === person && by.role === role && by.unit === unit

const isForGood = ({ program: { regulation } }: Given, { act, by, begun = [], heard, isHeard = false }: ActEvent): boolean =>
  regulation.acts[act]?.starts === true ||
  regulation.roles[by.role]?.kind === 'requester' ||
  begun.length > 0 ||
  heard !== undefined ||
  isHeard

/** What is recorded when somebody takes back what they just did; null: there is nothing that they could. */
export function undo(given: Given, by: Actor): UndoEvent | null {
  const acts = undoable(given, by)
  if (acts.length === 0) return null
  return { kind: 'undo', seq: Folded.workingOf(given).lastSeq + 1, by, at: given.now, acts }
}
