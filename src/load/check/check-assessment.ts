import { type AssessmentRule, type MarkName, markNames, type Regulation } from '../../core/index.js'
import type { RuleCheck } from './rule-check.js'

/** What a line counts must be able to happen under the regulation. */
const assessesNothing: RuleCheck = ({ regulation }) =>
  Object.values(regulation.assessment)
    .filter((rule) => !canCount(regulation, rule))
    .map(({ id }) => ({ code: 'assesses-nothing', path: ['assessment', id], args: { item: id } }))

function canCount({ acts, duties, meaning }: Regulation, { rests }: AssessmentRule): boolean {
  const ladders = Object.values(duties).flatMap(({ ladder }) => ladder)
  if (rests.by === 'rungs') return ladders.some(({ deducts }) => deducts > 0)
  switch (rests.figure) {
    case 'criticised':
      return Object.values(acts).some(({ criticises }) => criticises !== null) || ladders.some(({ criticisms }) => criticisms > 0)
    case 'commended':
      return Object.values(acts).some(({ commends }) => commends !== null)
    case 'satisfied':
    case 'dissatisfied':
    case 'solved':
      return meaning.marks.rated.length > 0 && (meaning.rating?.[rests.figure] ?? []).length > 0
    default:
      return isMark(rests.figure)
        ? meaning.marks[rests.figure].length > 0
        : Object.values(duties).some(({ within }) => within !== null)
  }
}

const isMark = (figure: string): figure is MarkName => markNames.some((name) => name === figure)

export const assessmentChecks: readonly RuleCheck[] = [assessesNothing]
