import { fold } from './fold.js'
import type { MatterState } from './state.js'
import { FactView, type Given, holds, type Working } from './working.js'

/** The arrow: a regulation, events, a calendar and a moment give the matter as it stood then. Pure; any moment may be asked. */
export function derive(given: Given): MatterState {
  return present(fold(given), given)
}

/** What the world sees of a folded matter. Duties that do not apply to such a matter are left out. */
export function present(working: Working, { now, calendar, program, events }: Given): MatterState {
  const duties = []
  for (const duty of working.duties) {
    const condition = duty.rule.appliesTo
    if (condition !== null && !holds(condition, new FactView(working, duty.assignment, null))) continue
    duties.push(duty.present(now, calendar, working.recorded, program.regulation.points))
  }
  return {
    stage: working.stage,
    facts: Object.fromEntries(working.facts),
    assignments: working.assignments.map((share) => ({ ...share, facts: Object.fromEntries(share.facts) })),
    duties,
    holdings: working.holdings,
    lastSeq: working.lastSeq,
    lastAt: working.lastAt,
    done: working.done,
    events,
  }
}
