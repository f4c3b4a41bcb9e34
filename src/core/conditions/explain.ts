import {
  type Answer,
  type Condition,
  type Facts,
  type GroupCondition,
  lengthOf,
  type PlainCondition,
  weigh,
} from '../rules/condition.js'
import type { Day } from '../time/day.js'
import { unreachable } from '../values/unreachable.js'
import type { Part, Value } from '../values/value.js'

/** What a plain condition found: the fact that gave its answer. A value nobody stated is undefined. */
export type Fact =
  | { readonly of: 'value'; readonly field: string; readonly value: Value | undefined }
  | {
      readonly of: 'values'
      readonly field: string
      readonly value: Value | undefined
      readonly otherField: string
      readonly other: Value | undefined
    }
  | { readonly of: 'length'; readonly field: string; readonly length: number }
  | { readonly of: 'day'; readonly field: string; readonly value: Value | undefined; readonly today: Day }
  | { readonly of: 'count'; readonly act: string; readonly times: number }
  | { readonly of: 'latest'; readonly act: string | null }
  | { readonly of: 'duty'; readonly duty: string; readonly statuses: readonly string[] }
  | { readonly of: 'stage'; readonly stage: string }
  | { readonly of: 'part'; readonly part: Part | null }
  | { readonly of: 'shares'; readonly shares: readonly { readonly part: Part; readonly stage: string }[] }
  | {
      readonly of: 'items'
      readonly kind: string
      readonly items: readonly { readonly stage: string; readonly isMeant: boolean }[]
    }
  | {
      readonly of: 'begun'
      readonly begun: readonly { readonly kind: string; readonly isEnded: boolean }[]
      readonly isOfEnds: boolean
    }
  | { readonly of: 'signOff'; readonly signOff: string; readonly standing: string }
  | { readonly of: 'role'; readonly role: string | null }
  | { readonly of: 'unitKinds'; readonly kinds: readonly string[] }

/** 说明. A condition with its answer, part by part, down to the facts that gave it. */
export type Explanation =
  | {
      readonly kind: 'group'
      readonly condition: GroupCondition
      readonly answer: Answer
      readonly parts: readonly Explanation[]
    }
  | { readonly kind: 'plain'; readonly condition: PlainCondition; readonly answer: Answer; readonly fact: Fact }

/** Explains a condition against the facts, in its own shape. Its answer is that of `weigh`; unlike it, no part is passed over. */
export function explain(condition: Condition, facts: Facts): Explanation {
  const answer = weigh(condition, facts)
  switch (condition.op) {
    case 'all':
    case 'any':
      return { kind: 'group', condition, answer, parts: condition.of.map((part) => explain(part, facts)) }
    case 'not':
      return { kind: 'group', condition, answer, parts: [explain(condition.of, facts)] }
    default:
      return { kind: 'plain', condition, answer, fact: factFor(condition, facts) }
  }
}

function factFor(condition: PlainCondition, facts: Facts): Fact {
  switch (condition.op) {
    case 'is':
    case 'between':
    case 'filled':
    case 'viewer':
      return { of: 'value', field: condition.field, value: facts.value(condition.field) }
    case 'length':
      return { of: 'length', field: condition.field, length: lengthOf(facts.value(condition.field), condition.part) }
    case 'half':
      return {
        of: 'values',
        field: condition.field,
        value: facts.value(condition.field),
        otherField: condition.of,
        other: facts.value(condition.of),
      }
    case 'same':
      return {
        of: 'values',
        field: condition.field,
        value: facts.value(condition.field),
        otherField: condition.other,
        other: facts.value(condition.other),
      }
    case 'day':
      if (condition.over !== null) return { of: 'value', field: condition.field, value: facts.value(condition.field) }
      return { of: 'day', field: condition.field, value: facts.value(condition.field), today: facts.today }
    case 'count':
      return { of: 'count', act: condition.act, times: facts.count(condition.act, condition.apart) }
    case 'latest':
      return { of: 'latest', act: facts.latest(condition.is, condition.others) }
    case 'duty':
      return { of: 'duty', duty: condition.duty, statuses: facts.dutyStatuses(condition.duty) }
    case 'stage':
      return { of: 'stage', stage: facts.stage }
    case 'part':
      return { of: 'part', part: facts.part }
    case 'assignments':
      return { of: 'shares', shares: facts.assignments().map(({ part, stage }) => ({ part, stage: stage.id })) }
    case 'items':
      return { of: 'items', kind: condition.of, items: itemsFor(condition, facts) }
    case 'begun':
      return {
        of: 'begun',
        begun: facts.begun().filter(({ kind }) => condition.kind === null || kind === condition.kind),
        isOfEnds: condition.isEnded !== null,
      }
    case 'signOff':
      return { of: 'signOff', signOff: condition.signOff, standing: facts.signOff(condition.signOff) }
    case 'unitKind':
      return { of: 'unitKinds', kinds: facts.unitKinds(condition.field) ?? [] }
    case 'actor':
      return { of: 'role', role: facts.viewer.role }
    default:
      return unreachable(condition)
  }
}

const itemsFor = ({ of, where }: Extract<Condition, { op: 'items' }>, facts: Facts) =>
  facts.items(of).map(({ stage, facts: own }) => ({ stage, isMeant: where === null || weigh(where, own) === true }))

/**
 * The plain parts that keep a condition from answering `wanted`, as a condition of the same shape over them alone: of `all` those
 * that fail, of `any` every one (each alone would do). Null: nothing keeps it from that.
 */
export type Hindrance =
  | { readonly kind: 'each' | 'one'; readonly of: readonly Hindrance[] }
  | { readonly kind: 'plain'; readonly wanted: boolean; readonly found: Extract<Explanation, { readonly kind: 'plain' }> }

export function hindranceTo(explanation: Explanation, wanted: boolean): Hindrance | null {
  if (explanation.answer === wanted) return null
  if (explanation.kind === 'plain') return { kind: 'plain', wanted, found: explanation }
  const { condition, parts } = explanation
  if (condition.op === 'not') return parts[0] === undefined ? null : hindranceTo(parts[0], !wanted)
  const of = parts.flatMap((part) => hindranceTo(part, wanted) ?? [])
  const [only] = of
  if (of.length === 1 && only !== undefined) return only
  return { kind: (condition.op === 'all') === wanted ? 'each' : 'one', of }
}

/**
 * 所据. The condition without the parts that its answer does not rest on: of `any` that holds those that hold, of `all` that does not hold
 * those that do not. It answers the same.
 */
export function groundOf(explanation: Explanation): Condition {
  if (explanation.kind === 'plain') return explanation.condition
  const { condition, parts, answer } = explanation
  const [first] = parts
  if (condition.op === 'not') return first === undefined ? condition : { op: 'not', of: groundOf(first) }
  const decides = answer === (condition.op === 'any')
  const of = parts.filter((part) => !decides || part.answer === answer).map(groundOf)
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { op: condition.op, of }
}

/**
 * Whether a condition may still answer `wanted` for all that somebody knows: what rests on a part they do not know may be either way, and
 * so may what hangs on a fact that nobody has stated yet.
 */
export function mayAnswer(explanation: Explanation, wanted: boolean, isKnown: (condition: PlainCondition) => boolean): boolean {
  if (explanation.kind === 'plain') return !isKnown(explanation.condition) || explanation.answer !== !wanted
  const { condition, parts } = explanation
  if (condition.op === 'not') return parts.every((part) => mayAnswer(part, !wanted, isKnown))
  const may = (part: Explanation): boolean => mayAnswer(part, wanted, isKnown)
  return (condition.op === 'all') === wanted ? parts.every(may) : parts.some(may)
}
