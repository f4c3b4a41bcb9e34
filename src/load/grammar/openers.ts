import { type PlainCondition, type Regulation, unreachable, type Value } from '../../core/index.js'

/**
 * Acts that would make a plain condition answer `wanted`: those that record such a value of themselves, else those in which it can be
 * stated; of a count the act itself; of a duty what meets it. Empty where no act does it.
 */
export function openersOf(regulation: Regulation, condition: PlainCondition, wanted: boolean): readonly string[] {
  switch (condition.op) {
    case 'is':
      return statersOf(regulation, condition.field, (value) => condition.values.includes(value) === wanted)
    case 'between':
    case 'day':
      return statersOf(regulation, condition.field, () => wanted)
    case 'filled':
      return condition.isFilled === wanted ? statersOf(regulation, condition.field, (value) => value !== false) : []
    case 'count':
      return condition.atLeast !== null && wanted ? [condition.act] : []
    case 'duty': {
      const isSettling = condition.statuses.includes('met') ? wanted : !wanted
      return isSettling ? (regulation.duties[condition.duty]?.metBy.map(({ act }) => act) ?? []) : []
    }
    case 'same':
    case 'viewer':
    case 'actor':
    case 'stage':
    case 'part':
    case 'assignments':
      return []
    default:
      return unreachable(condition)
  }
}

/** Acts that set a field so, or else those that may state it. An act that opens the matter comes too late. */
function statersOf({ acts }: Regulation, field: string, fits: (value: Value) => boolean): readonly string[] {
  const later = Object.values(acts).filter(({ starts }) => !starts)
  const setting = later.filter(({ sets }) => sets[field] !== undefined && fits(sets[field]))
  if (setting.length > 0) return setting.map(({ id }) => id)
  return later
    .filter(({ needs, takes, needsWhen }) => [...needs, ...takes, ...needsWhen.flatMap(({ fields }) => fields)].includes(field))
    .map(({ id }) => id)
}
