import type { Actor } from '../events/event.js'
import type { ActProgram } from '../fold/program.js'
import type { RunningDuty } from '../fold/running-duty.js'
import { bearsOn, type Scope } from '../fold/scope.js'
import { FactView, type Given, holds, type Working } from '../fold/working.js'
import { type Condition, weigh } from '../rules/condition.js'
import { actsAskedFor, fieldsRead } from '../rules/condition-reads.js'
import { windowEnd } from './check.js'

/** The keys of what is owed now and this act may meet: by itself, or by what will be stated with it. */
export function meetsNow(working: Working, act: ActProgram, scope: Scope | null, by: Actor): readonly string[] {
  const own = new Set([...act.rule.needs, ...act.rule.takes])
  return owedNow(working, scope).flatMap((duty) => {
    const facts = new FactView(working, scope ?? duty.scope, null, by)
    const isMeeting = (act.effects[duty.rule.index] ?? []).some(
      ({ effect, when }) =>
        effect === 'met' && (when === null || weigh(when, facts) !== false || fieldsRead(when).some((field) => own.has(field))),
    )
    return isMeeting ? [duty.key] : []
  })
}

/**
 * Whether anything asks for an act that may be done now. It does not while all the act can do is to answer a request nobody made, or to
 * spare somebody what does not threaten yet: an exception of a rung, or of another act's time, looks at it, and neither is the duty late nor
 * that time over.
 */
export function hasCause(working: Working, given: Given, act: ActProgram, scope: Scope | null): boolean {
  // It is done from where matters are chosen, never in one by itself.
  if (act.rule.chosen !== null) return false
  const refused = working.duties.filter((duty) => (act.effects[duty.rule.index] ?? []).some(({ effect }) => effect === 'refused'))
  if (refused.length > 0 && refused.every(({ asked }) => asked === null)) return false
  if (doesMore(act)) return true
  const spared = { isAny: false, isPressing: false }
  for (const duty of working.program.duties.values()) {
    if (!duty.rungs.some(({ unless }) => looksAt(unless, act))) continue
    spared.isAny = true
    const isLate = ({ rule, dueAt }: RunningDuty) => rule === duty && dueAt !== null && given.now >= dueAt
    spared.isPressing ||= owedNow(working, scope).some(isLate)
  }
  for (const other of working.program.acts.values()) {
    if (!looksAt(other.rule.within?.unless ?? null, act)) continue
    spared.isAny = true
    const end = windowEnd(working, other, scope)
    spared.isPressing ||= end !== null && given.now >= end
  }
  return !spared.isAny || spared.isPressing
}

/** The exception hangs on whether the act was done, or on what it sets. */
const looksAt = (unless: Condition | null, { rule }: ActProgram): boolean =>
  unless !== null && (actsAskedFor(unless).includes(rule.id) || fieldsRead(unless).some((field) => field in rule.sets))

const owedNow = (working: Working, scope: Scope | null): readonly RunningDuty[] =>
  working.duties.filter(
    (duty) => duty.isActive && bearsOn(scope, duty.scope) && holds(duty.rule.appliesTo, new FactView(working, duty.scope, null)),
  )

/** It moves something, opens or touches a duty, or makes a mark. */
const doesMore = ({ rule, effects, opens, marks, adds, movesItems, movesShare, itemsFor }: ActProgram): boolean =>
  rule.to.length > 0 ||
  rule.moves !== null ||
  rule.assigns !== null ||
  rule.follows.length > 0 ||
  rule.begins.length > 0 ||
  adds.length > 0 ||
  movesItems.length > 0 ||
  movesShare !== null ||
  itemsFor !== null ||
  opens.length > 0 ||
  marks.length > 0 ||
  effects.some((each) => each.length > 0)
