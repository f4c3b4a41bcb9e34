import { type PlainCondition, type Regulation, unreachable, type Value } from '../../core/index.js'

/** Acts that change something: by being done, or by what is stated in them. */
export type Openers = { readonly how: 'done' | 'stated'; readonly acts: readonly string[] }

const doing = (acts: readonly string[]): Openers => ({ how: 'done', acts })
const nothing: Openers = doing([])

/**
 * Acts that would make a plain condition answer `wanted`: those that record such a value of themselves, else those in which it can be
 * stated; of a count or of the latest of several the acts themselves; of a duty what meets it. Empty where no act does it.
 */
export function openersOf(regulation: Regulation, condition: PlainCondition, wanted: boolean): Openers {
  switch (condition.op) {
    case 'is':
      return statersOf(regulation, condition.field, (value) => condition.values.includes(value) === wanted)
    case 'between':
    case 'length':
    case 'half':
    case 'day':
      return wanted ? statersOf(regulation, condition.field, () => true) : nothing
    case 'filled':
      return condition.isFilled === wanted ? statersOf(regulation, condition.field, (value) => value !== false) : nothing
    case 'count':
      return condition.atLeast !== null && wanted ? doing([condition.act]) : nothing
    case 'latest':
      return doing(wanted ? condition.is : condition.others)
    case 'duty': {
      const isSettling = condition.statuses.includes('met') ? wanted : !wanted
      return isSettling ? doing(regulation.duties[condition.duty]?.metBy.map(({ act }) => act) ?? []) : nothing
    }
    case 'signOff':
      return doing(wanted ? signers(regulation, condition) : [])
    case 'begun':
      return doing(begunOpeners(regulation, condition, wanted))
    case 'items':
      return doing(itemOpeners(regulation, condition, wanted))
    case 'same':
    case 'unitKind':
    case 'viewer':
    case 'actor':
    case 'stage':
    case 'part':
    case 'assignments':
      return nothing
    default:
      return unreachable(condition)
  }
}

/** What sends a text up, or signs it. */
function signers({ signOffs, duties }: Regulation, { signOff, standings }: Extract<PlainCondition, { op: 'signOff' }>) {
  const rule = signOffs[signOff]
  if (rule === undefined) return []
  if (!standings.includes('signed')) return rule.sentBy
  return [...new Set(rule.levels.flatMap((level) => duties[level]?.metBy.map(({ act }) => act) ?? []))]
}

/** An item gets somewhere by the acts of its kind that lead there. */
function itemOpeners({ acts }: Regulation, { of, stages, quantity }: Extract<PlainCondition, { op: 'items' }>, wanted: boolean) {
  const isTowards = quantity === 'none' ? !wanted : wanted
  return Object.values(acts).flatMap(({ id, item, to }) =>
    item === of && to.some((passage) => stages.includes(passage.to) === isTowards) ? [id] : [],
  )
}

/** What is begun is opened by the acts that begin it; what must have ended is heard of. */
function begunOpeners(
  { acts }: Regulation,
  { kind, isEnded, quantity }: Extract<PlainCondition, { op: 'begun' }>,
  wanted: boolean,
) {
  const isMeant = (named: string): boolean => kind === null || named === kind
  if (quantity !== 'some' || isEnded !== false || !wanted) return []
  return Object.values(acts).flatMap(({ id, begins }) => (begins.some((each) => isMeant(each.kind)) ? [id] : []))
}

/** Acts that set a field so, or else those that may state it. An act that opens the matter comes too late. */
function statersOf({ acts }: Regulation, field: string, fits: (value: Value) => boolean): Openers {
  const later = Object.values(acts).filter(({ starts }) => !starts)
  const setting = later.filter(({ sets }) => sets[field] !== undefined && fits(sets[field]))
  if (setting.length > 0) return doing(setting.map(({ id }) => id))
  const stating = later.filter(({ needs, takes, needsWhen }) =>
    [...needs, ...takes, ...needsWhen.flatMap(({ fields }) => fields)].includes(field),
  )
  return { how: 'stated', acts: stating.map(({ id }) => id) }
}
