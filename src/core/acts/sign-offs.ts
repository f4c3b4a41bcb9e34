import { type Refusal, refusal } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActEvent, Actor } from '../events/event.js'
import { holdsLevel, laterLevel, restates, signOffIn } from '../fold/fold-sign-offs.js'
import type { SignOffProgram } from '../fold/program.js'
import type { RunningAssignment } from '../fold/running-assignment.js'
import { type RunningSignOff, standingOf } from '../fold/running-sign-off.js'
import { shareOf } from '../fold/scope.js'
import type { Working } from '../fold/working.js'
import type { Asking } from './requirements.js'

/** What keeps somebody from signing, sending back or jumping: it is not their turn, or they drafted it themselves. */
export function outOfTurn(working: Working, { act, request, scope }: Asking): Refusal | null {
  const share = shareOf(scope)
  for (const program of act.signOffs) {
    if (!isOfLevels(program, act.rule.id)) continue
    const running = signOffIn(working, program, share)
    const { clause, id } = program.rule
    if (running === null || !isTheirTurn(working, running, request, act.rule.id)) {
      const now = running === null ? 'unsent' : standingOf(running)
      return refusal('not-permitted', clause, { because: [{ kind: 'turn', signOff: id, now }] })
    }
    const drafted = draftingBy(working, program, share, request.by)
    if (drafted.length > 0)
      return refusal('recused', clause, { because: [{ kind: 'did', acts: [...new Set(drafted.map((each) => each.act))] }] })
  }
  return null
}

/** Signs, sends back or jumps; what sends it up or only states its text is done by whoever may. */
const isOfLevels = ({ rule, levels }: SignOffProgram, act: string): boolean =>
  rule.sentBack?.act === act || rule.jumpedBy === act || levels.some((level) => level.rule.metBy.some((each) => each.act === act))

function isTheirTurn(working: Working, running: RunningSignOff, { by }: ActRequest, act: string): boolean {
  const { turn, share, program } = running
  if (turn === null || !turn.isActive) return false
  if (act === program.rule.jumpedBy) return laterLevel(working, running, program.levels.indexOf(turn.rule), by) >= 0
  const isMeeting = act === program.rule.sentBack?.act || turn.rule.rule.metBy.some((each) => each.act === act)
  return isMeeting && holdsLevel(working, turn.rule, share, by)
}

/** What the actor, or whom they stand in for, did as drafter. */
function draftingBy(working: Working, { rule }: SignOffProgram, share: RunningAssignment | null, by: Actor): readonly ActEvent[] {
  const meant = [by.person, by.behalf].filter((each) => each != null)
  return working.done.filter((event) => {
    const isDraft = rule.sentBy.includes(event.act) || restates(rule.text, event)
    const isHere = rule.of === 'matter' || event.assignment === share?.id
    return isDraft && isHere && [event.by.person, event.by.behalf].some((each) => each != null && meant.includes(each))
  })
}
