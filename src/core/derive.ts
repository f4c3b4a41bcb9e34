import { factsOf } from './facts-of.js'
import { fold } from './fold.js'
import type { RunningAssignment } from './running-assignment.js'
import type { AssignmentState, DutyState, MatterState } from './state.js'
import { type Given, holdsFor, type Working } from './working.js'

/** The arrow: a regulation, events, a calendar and a moment give the matter as it stood then. Pure; any moment may be asked. */
export function derive(given: Given): MatterState {
  return present(fold(given), given)
}

/** What the world sees of a folded matter. All that was stated is gathered only when somebody asks for it. */
function present(working: Working, given: Given): MatterState {
  const { program, events, now } = given
  return {
    stage: working.stage,
    get facts() {
      return factsOf(program, events, now, null)
    },
    assignments: working.assignments.map((share) => presentShare(share, given)),
    duties: presentDuties(working, given),
    holdings: working.holdings,
    lastSeq: working.lastSeq,
    lastAt: working.lastAt,
    done: working.done,
    events,
  }
}

const presentShare = ({ id, unit, role, stage, since, endedAt }: RunningAssignment, given: Given): AssignmentState => ({
  id,
  unit,
  role,
  stage,
  since,
  endedAt,
  get facts() {
    return factsOf(given.program, given.events, given.now, id)
  },
})

/** Duties that do not apply to such a matter are left out. */
function presentDuties(working: Working, { now, calendar, program }: Given): readonly DutyState[] {
  const duties: DutyState[] = []
  for (const duty of working.duties) {
    if (!holdsFor(duty.rule.appliesTo, working, duty.assignment, null)) continue
    duties.push(duty.present(now, calendar, working.recorded, program.regulation.points))
  }
  return duties
}
