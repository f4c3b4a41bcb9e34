import { check, windowEnd } from './check.js'
import type { ClauseRef } from './clause.js'
import { weigh } from './condition.js'
import type { Actor } from './event.js'
import { Folded } from './folded.js'
import type { Instant } from './instant.js'
import { unopened } from './program.js'
import type { Refusal } from './refusal.js'
import type { Act } from './regulation.js'
import type { RunningAssignment } from './running-assignment.js'
import type { Payload } from './value.js'
import { FactView, type Given, type Working } from './working.js'

/** An act as a viewer finds it: open, with the form's fields, or closed, with the reason and its clause. */
export type ActOffer = {
  readonly act: string
  readonly clause: readonly ClauseRef[]
  readonly refusal: Refusal | null
  readonly needs: readonly string[]
  readonly takes: readonly string[]
  /** Fields that become needed by what is filled in. */
  readonly needsWhen: Act['needsWhen']
  /** The share it is about; several units can be meant where there are several offers of one act. */
  readonly assignment: number | null
  readonly unit: string | null
  /** Until when it can be done; null: no end is stated. */
  readonly until: Instant | null
}

/** 权限. Every act of the viewer's role, open or closed, in the regulation's order. Screens show these and decide nothing. */
export function permittedActs(given: Given, by: Actor): readonly ActOffer[] {
  const working = Folded.workingOf(given)
  const offers: ActOffer[] = []
  for (const act of working.program.acts.values()) {
    if (!act.rule.by.includes(by.role) || act.rule.starts !== (working.stage === unopened)) continue
    for (const unit of unitsMeant(working, act.rule, by)) {
      const payload: Payload = unit === null ? {} : { unit }
      const found = check(working, given, { act: act.rule.id, by, with: payload }, false)
      offers.push(
        offer(
          working,
          by,
          act.rule,
          unit,
          'code' in found ? { refusal: found, share: null } : { refusal: null, share: found.share },
        ),
      )
    }
  }
  return offers
}

/** For an act of an assignment by another than the unit: each unit whose share is in a fitting stage. */
function unitsMeant(working: Working, act: Act, by: Actor): readonly (string | null)[] {
  if (act.of === 'matter' || by.unit !== null) return [null]
  const fitting = working.assignments.filter((each) => each.endedAt === null && act.from.includes(each.stage.id))
  return fitting.length === 0 ? [null] : [...new Set(fitting.map((each) => each.unit))]
}

function offer(
  working: Working,
  by: Actor,
  act: Act,
  unit: string | null,
  found: { readonly refusal: Refusal | null; readonly share: RunningAssignment | null },
): ActOffer {
  const program = working.program.acts.get(act.id)
  const now = new FactView(working, found.share, null, by)
  const already = act.needsWhen.filter((each) => weigh(each.when, now) === true)
  return {
    act: act.id,
    clause: act.clause,
    refusal: found.refusal,
    needs: [...new Set([...act.needs, ...already.flatMap((each) => each.fields)])],
    takes: act.takes,
    needsWhen: act.needsWhen,
    assignment: found.share?.id ?? null,
    unit: found.share?.unit ?? unit,
    until: program === undefined || found.refusal !== null ? null : windowEnd(working, program, found.share),
  }
}
