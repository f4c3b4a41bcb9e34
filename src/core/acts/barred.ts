import { Folded } from '../fold/folded.js'
import { FactView, type Given } from '../fold/working.js'
import { type Condition, type Facts, weigh } from '../rules/condition.js'
import { fieldsRead } from '../rules/condition-reads.js'
import type { Act } from '../rules/regulation.js'
import { unreachable } from '../values/unreachable.js'

/**
 * 再也不能办. Whether an act of the matter can never be done again, whatever else is done: it was done as often as it may be, or its
 * condition fails by what stays so. `mayBeStated`: the fields that may still come to hold something else.
 */
export function isBarred(given: Given, { id, times, when }: Act, mayBeStated: ReadonlySet<string>): boolean {
  const facts = new FactView(Folded.workingOf(given), null, null)
  if (times !== null && facts.count(id, 0) >= times) return true
  return when !== null && forGood(when, facts, mayBeStated) === false
}

/** What a condition answers for good; null: that may still change. */
function forGood(condition: Condition, facts: Facts, mayBeStated: ReadonlySet<string>): boolean | null {
  const within = (part: Condition): boolean | null => forGood(part, facts, mayBeStated)
  switch (condition.op) {
    case 'all':
      return combined(condition.of.map(within), false)
    case 'any':
      return combined(condition.of.map(within), true)
    case 'not': {
      const answer = within(condition.of)
      return answer === null ? null : !answer
    }
    case 'count': {
      // What was done stays done: there are never fewer.
      const times = facts.count(condition.act, condition.apart)
      if (condition.atMost !== null && times > condition.atMost) return false
      return condition.atMost === null && condition.atLeast !== null && times >= condition.atLeast ? true : null
    }
    case 'is':
    case 'between':
    case 'filled': {
      const answer = weigh(condition, facts)
      return typeof answer === 'boolean' && !fieldsRead(condition).some((field) => mayBeStated.has(field)) ? answer : null
    }
    // What stands so today may stand otherwise tomorrow.
    case 'half':
    case 'length':
    case 'same':
    case 'latest':
    case 'duty':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'items':
    case 'begun':
    case 'signOff':
    case 'unitKind':
    case 'viewer':
    case 'actor':
    case 'day':
      return null
    default:
      return unreachable(condition)
  }
}

function combined(answers: readonly (boolean | null)[], settles: boolean): boolean | null {
  if (answers.includes(settles)) return settles
  return answers.includes(null) ? null : !settles
}
