import { Folded } from '../fold/folded.js'
import { scopeOfEvent } from '../fold/scope.js'
import { FactView, type Given, holds } from '../fold/working.js'
import type { Name } from '../rules/regulation.js'

/** 通知单. The paper that an act issues, and to which units: that of its share, or all that have the matter in hand. */
export type SlipIssued = { readonly name: Name; readonly units: readonly string[] }

/** The slip that the event of this seq issues; null where it issues none. `given.now` is the moment of the event. */
export function slipOf(given: Given, seq: number): SlipIssued | null {
  const event = given.events.find((each) => each.seq === seq)
  if (event?.kind !== 'act') return null
  const slip = given.program.regulation.acts[event.act]?.slip ?? null
  if (slip === null) return null
  const working = Folded.workingOf(given)
  const share = working.assignments.find((each) => each.id === event.assignment) ?? null
  if (!holds(slip.when, new FactView(working, scopeOfEvent(working, event), event.with, event.by))) return null
  const running = working.assignments.filter((each) => each.endedAt === null).map((each) => each.unit)
  return { name: slip.name, units: share === null ? [...new Set(running)] : [share.unit] }
}
