import type { FieldProblem } from '../conditions/refusal.js'
import { factsOf } from '../fold/facts-of.js'
import type { ActProgram } from '../fold/program.js'
import { around, type Scope } from '../fold/scope.js'
import type { Given } from '../fold/working.js'
import { isFilled, type Payload } from '../values/value.js'

/** What an act says of facts that stand: it leaves one empty that it may not, or is to put something right and does not. */
export function checkStatedAnew(
  given: Given,
  { rule }: ActProgram,
  stated: Payload,
  scope: Scope | null,
): readonly FieldProblem[] {
  const emptied = Object.keys(stated).filter((id) => stated[id] === null && !mayBeEmptied(given, rule, id))
  const standing = emptied.length === 0 ? [] : standingIn(given, scope)
  const wrong = emptied.filter((id) => standing.some((facts) => isFilled(facts[id])))
  if (wrong.length > 0) return wrong.map((field) => ({ field, code: 'not-emptied', limit: null }))
  return rule.corrects ? correctsNothing(rule, stated) : []
}

/** Of the item, in its share, and of the matter. */
const standingIn = (given: Given, scope: Scope | null): readonly Payload[] =>
  [...around(scope), null].map((each) => factsOf(given, each))

/** Words for the public are stated as a whole each time; anything else only where the act says so. */
const mayBeEmptied = ({ program }: Given, { empties }: ActProgram['rule'], id: string): boolean =>
  empties.includes(id) || (program.regulation.fields[id]?.redacts ?? []).length > 0

/** A reason alone puts nothing right. */
function correctsNothing({ needs, takes, empties }: ActProgram['rule'], stated: Payload): readonly FieldProblem[] {
  const correctable = [...new Set([...needs, ...takes])].filter(
    (field) => field !== 'reason' && field !== 'unit' && field !== 'item',
  )
  const isPutRight = (field: string): boolean => isFilled(stated[field]) || (stated[field] === null && empties.includes(field))
  return correctable.some(isPutRight) ? [] : correctable.map((field) => ({ field, code: 'one-of', limit: null }))
}
