import type { RungEvent } from '../events/event.js'
import type { Instant } from '../time/instant.js'
import { Folded } from './folded.js'
import type { Given } from './working.js'

/** When the matter must be looked at next: the earliest moment at which a due time passes or a rung is reached. Null: never by itself. */
export function lookAgainAt(given: Given): Instant | null {
  let first: Instant | null = null
  for (const duty of Folded.workingOf(given).duties) {
    const next = duty.nextLook(given.calendar)
    if (next !== null && (first === null || next < first)) first = next
  }
  return first
}

/** Rungs reached by now that have not taken effect yet, as events to record. Recording them makes each take effect once, also after downtime. */
export function rungsToRecord(given: Given): readonly RungEvent[] {
  const working = Folded.workingOf(given)
  const { now, calendar, program } = given
  const presenting = { now, calendar, recorded: working.recorded, points: program.regulation.points }
  const found: Omit<RungEvent, 'seq'>[] = []
  for (const duty of working.duties) {
    const state = duty.present(presenting, null)
    for (const { rung, due, at, isRecorded } of state.reached) {
      if (isRecorded) continue
      found.push({ kind: 'rung', duty: state.duty, key: duty.key, rung, due, reachedAt: at, at: given.now })
    }
  }
  // As they were reached, whichever duty they belong to.
  return found.sort((a, b) => a.reachedAt - b.reachedAt).map((event, index) => ({ ...event, seq: working.lastSeq + index + 1 }))
}
