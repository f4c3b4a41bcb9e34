import { type AssessmentRule, type Regulation, unreachable } from '../../core/index.js'
import type { RuleCheck } from './rule-check.js'

/** What a line counts must be able to happen under the regulation. */
const assessesNothing: RuleCheck = ({ regulation }) =>
  Object.values(regulation.assessment)
    .filter((rule) => !canCount(regulation, rule))
    .map(({ id }) => ({ code: 'assesses-nothing', path: ['assessment', id], args: { item: id } }))

function canCount({ acts, duties, meaning }: Regulation, { rests }: AssessmentRule): boolean {
  const ladders = Object.values(duties).flatMap(({ ladder }) => ladder)
  if (rests.by === 'rungs') return ladders.some(({ deducts }) => deducts > 0)
  const { figure } = rests
  switch (figure) {
    case 'criticised':
      return Object.values(acts).some(({ criticises }) => criticises !== null) || ladders.some(({ criticisms }) => criticisms > 0)
    case 'commended':
      return Object.values(acts).some(({ commends }) => commends !== null)
    case 'satisfied':
    case 'dissatisfied':
    case 'solved':
      return meaning.marks.rated.length > 0 && (meaning.rating?.[figure] ?? []).length > 0
    case 'due':
    case 'onTime':
    case 'lateClosed':
    case 'lateOpen':
      return Object.values(duties).some(({ within }) => within !== null)
    case 'received':
    case 'answered':
    case 'concluded':
    case 'published':
    case 'returned':
    case 'extended':
    case 'redone':
    case 'rated':
      return meaning.marks[figure].length > 0
    default:
      return unreachable(figure)
  }
}

export const assessmentChecks: readonly RuleCheck[] = [assessesNothing]
