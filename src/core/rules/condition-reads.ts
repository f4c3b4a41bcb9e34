import { unreachable } from '../values/unreachable.js'
import { type Condition, type PlainCondition, plainParts } from './condition.js'

/** Every field a condition reads, for checks. */
export const fieldsRead = (condition: Condition): readonly string[] => plainParts(condition).flatMap(fieldsIn)

/** Whether the answer hangs on one of these fields. */
export const readsAny = (condition: Condition, fields: ReadonlySet<string>): boolean =>
  fieldsRead(condition).some((field) => fields.has(field))

function fieldsIn(condition: PlainCondition): readonly string[] {
  switch (condition.op) {
    case 'is':
    case 'between':
    case 'filled':
    case 'length':
    case 'viewer':
    case 'day':
    case 'unitKind':
      return [condition.field]
    case 'half':
      return [condition.field, condition.of]
    case 'begun':
      return [
        ...(condition.field === null ? [] : [condition.field]),
        ...(condition.where === null ? [] : fieldsRead(condition.where)),
      ]
    case 'same':
      return [condition.field, condition.other]
    case 'count':
    case 'latest':
    case 'duty':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'signOff':
    case 'actor':
      return []
    case 'items':
      return condition.where === null ? [] : fieldsRead(condition.where)
    default:
      return unreachable(condition)
  }
}

/** Every act whose doing makes the condition hold, or keeps it from holding. */
export const actsAskedFor = (condition: Condition): readonly string[] => plainParts(condition).flatMap(actsIn)

function actsIn(condition: PlainCondition): readonly string[] {
  switch (condition.op) {
    case 'count':
      return [condition.act]
    case 'latest':
      return [...condition.is, ...condition.others]
    case 'begun':
      return condition.where === null ? [] : actsAskedFor(condition.where)
    case 'day':
      return condition.over === null ? [] : [condition.over.from]
    case 'items':
      return condition.where === null ? [] : actsAskedFor(condition.where)
    case 'is':
    case 'between':
    case 'half':
    case 'filled':
    case 'length':
    case 'same':
    case 'viewer':
    case 'unitKind':
    case 'duty':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'signOff':
    case 'actor':
      return []
    default:
      return unreachable(condition)
  }
}
