import { type Condition, plainParts, type Regulation } from '../../core/index.js'
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

const notFound = (condition: Condition, { fields }: Regulation): readonly string[] =>
  plainParts(condition).flatMap((part) => {
    if (part.op === 'day') return [part.field]
    if (part.op !== 'viewer') return []
    const type = fields[part.field]?.type
    return type === 'unit' || type === 'person' || type === 'people' || type === 'requesters' ? [] : [part.field]
  })

export const sightChecks: readonly RuleCheck[] = [notWeighed]
