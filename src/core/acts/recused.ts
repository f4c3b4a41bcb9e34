import { type Refusal, refusal } from '../conditions/refusal.js'
import type { Actor } from '../events/event.js'
import { Folded } from '../fold/folded.js'
import type { Given, Working } from '../fold/working.js'
import type { Recusal } from '../rules/recusal-rule.js'
import { isFilled } from '../values/value.js'

/** 回避. Whether whoever it is may do nothing in the matter any more, and by which clause; null: they may. */
export const recusedFrom = (given: Given, by: Actor): Refusal | null => recusedIn(Folded.workingOf(given), by)

/** The same of a matter that is being folded. */
export function recusedIn(working: Working, by: Actor): Refusal | null {
  const { recusal } = working.program.regulation
  return recusal !== null && isRecused(working, recusal, by)
    ? refusal('recused', recusal.clause, { because: [{ kind: 'declared', acts: recusal.declared }] })
    : null
}

function isRecused(working: Working, { declared, field, lifted }: Recusal, { person, behalf }: Actor): boolean {
  let isOut = false
  for (const { act, by, with: stated } of working.done) {
    const meant = isFilled(stated[field]) ? stated[field] : by.person
    if (meant === null || (meant !== person && meant !== behalf)) continue
    if (declared.includes(act)) isOut = true
    if (lifted.includes(act)) isOut = false
  }
  return isOut
}
