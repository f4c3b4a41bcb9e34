import { type ActRequest, shareMeant } from './check.js'
import { weigh } from './condition.js'
import { Folded } from './folded.js'
import { FactView, type Given } from './working.js'

/** What an act needs with what has been stated so far, whether or not it may be done: a form asks while somebody fills it in. */
export function neededFields(given: Given, request: ActRequest): readonly string[] {
  const working = Folded.workingOf(given)
  const act = working.program.acts.get(request.act)
  if (act === undefined) return []
  const share = shareMeant(working, act, request)
  const facts = new FactView(working, typeof share === 'string' ? null : share, request.with, request.by)
  const also = act.rule.needsWhen.filter((each) => weigh(each.when, facts) === true)
  return [...new Set([...act.rule.needs, ...also.flatMap((each) => each.fields)])]
}
