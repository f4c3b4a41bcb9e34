import type { Because } from '../conditions/because.js'
import { explain } from '../conditions/explain.js'
import { type Refusal, refusal } from '../conditions/refusal.js'
import type { ActProgram } from '../fold/program.js'
import { FactView, type Working } from '../fold/working.js'
import { type Condition, weigh } from '../rules/condition.js'
import { readsAny } from '../rules/condition-reads.js'
import type { Asking } from './requirements.js'

/** What an act's own form may state. */
export const ownFields = ({ rule }: ActProgram): ReadonlySet<string> => new Set([...rule.needs, ...rule.takes])

/** Before the form is filled in, a condition on its own fields says nothing yet. */
export const isAboutFields = (condition: Condition, own: ReadonlySet<string>, withPayload: boolean): boolean =>
  !withPayload && readsAny(condition, own)

/** 不得. Every prohibition that holds, at once. Before the form is filled in, what hangs on its own fields is left open. */
export function forbidding(working: Working, { act, request, scope }: Asking, withPayload: boolean): Refusal | null {
  const about = working.program.regulation.prohibitions.filter(({ acts }) => acts.includes(act.rule.id))
  if (about.length === 0) return null
  const facts = new FactView(working, scope, request.with, request.by)
  const own = ownFields(act)
  const found = about.filter(
    ({ when }) => when === null || (weigh(when, facts) === true && !isAboutFields(when, own, withPayload)),
  )
  if (found.length === 0) return null
  const because = found.map(
    ({ id, when }): Because => ({ kind: 'forbids', prohibition: id, explanation: when === null ? null : explain(when, facts) }),
  )
  return refusal('forbidden', [...new Set(found.flatMap(({ clause }) => clause))], { because })
}
