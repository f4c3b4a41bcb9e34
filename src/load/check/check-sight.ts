import { type Condition, type Regulation, unreachable } from '../../core/index.js'
import type { Remark, RuleCheck } from './rule-check.js'

/**
 * What lists go by stands in a matter's row, worked out as something happens in it: a sight that changes with the day alone, or that hangs
 * on whom a field names that holds neither a unit nor a person, is not found there.
 */
const notWeighed: RuleCheck = ({ regulation }) => {
  const { matters, hiddenFrom } = regulation.visibility
  const rules = [
    ...matters.map(({ when }, index) => ({ when, path: ['visibility', 'matters', index, 'when'] })),
    ...hiddenFrom.map(({ when }, index) => ({ when, path: ['visibility', 'hiddenFrom', index, 'when'] })),
  ]
  return rules.flatMap(({ when, path }): readonly Remark[] => {
    const fields = when === null ? [] : notFound(when, regulation)
    return fields.length === 0 ? [] : [{ code: 'sight-not-weighed', path, args: { fields: fields.join(', ') } }]
  })
}

function notFound(condition: Condition, regulation: Regulation): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => notFound(each, regulation))
    case 'not':
      return notFound(condition.of, regulation)
    case 'day':
      return [condition.field]
    case 'viewer': {
      const type = regulation.fields[condition.field]?.type
      return type === 'unit' || type === 'person' ? [] : [condition.field]
    }
    case 'is':
    case 'between':
    case 'filled':
    case 'same':
    case 'count':
    case 'latest':
    case 'duty':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'begun':
    case 'actor':
      return []
    default:
      return unreachable(condition)
  }
}

export const sightChecks: readonly RuleCheck[] = [notWeighed]
