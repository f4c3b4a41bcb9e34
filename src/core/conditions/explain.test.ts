import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Answer, type Condition, type Facts, weigh } from '../rules/condition.js'
import { type Day, day } from '../time/day.js'
import type { Part, Value } from '../values/value.js'
import { type Explanation, explain, groundOf, type Hindrance, hindranceTo } from './explain.js'

const fields = ['a', 'b', 'c'] as const
const values: readonly Value[] = [true, false, 1, 2, 'x', 'y', '2025-05-06']
const field = fc.constantFrom(...fields)
const bound = fc.option(fc.integer({ min: 0, max: 3 }))
const part = fc.constantFrom<Part>('lead', 'assist')
const stage = fc.constantFrom('early', 'late')

const plain: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant('is' as const), field, values: fc.subarray([...values], { minLength: 1 }) }),
  fc.record({ op: fc.constant('between' as const), field, atLeast: bound, atMost: bound }),
  fc.record({ op: fc.constant('filled' as const), field, isFilled: fc.boolean() }),
  fc.record({ op: fc.constant('same' as const), field, other: field, part: fc.option(part) }),
  fc.record({
    op: fc.constant('count' as const),
    act: fc.constantFrom('reply', 'urge'),
    atLeast: bound,
    atMost: bound,
    apart: fc.constant(0),
  }),
  fc.record({
    op: fc.constant('latest' as const),
    is: fc.subarray(['ask', 'remind']),
    others: fc.subarray(['grant', 'refuse']),
  }),
  fc.record({ op: fc.constant('duty' as const), duty: fc.constant('reply'), statuses: fc.subarray(['open', 'met']) }),
  fc.record({ op: fc.constant('stage' as const), stages: fc.subarray(['early', 'late']) }),
  fc.record({ op: fc.constant('part' as const), parts: fc.subarray<Part>(['lead', 'assist']) }),
  fc.record({
    op: fc.constant('assignments' as const),
    parts: fc.subarray<Part>(['lead', 'assist']),
    stages: fc.subarray(['early', 'late']),
    quantity: fc.constantFrom('every' as const, 'some' as const, 'none' as const),
  }),
  fc.record({
    op: fc.constant('begun' as const),
    kind: fc.constantFrom(null, 'order'),
    isEnded: fc.option(fc.boolean()),
    where: fc.constant(null),
    quantity: fc.constantFrom('every' as const, 'some' as const, 'none' as const, 'first' as const, 'asMany' as const),
    field: fc.constantFrom(null, 'unit'),
  }),
  fc.record({ op: fc.constant('half' as const), field, of: field }),
  fc.record({ op: fc.constant('viewer' as const), field }),
  fc.record({ op: fc.constant('actor' as const), roles: fc.subarray(['unit', 'office']) }),
  fc.record({
    op: fc.constant('day' as const),
    field,
    isFromToday: fc.boolean(),
    isUntilToday: fc.boolean(),
    over: fc.constantFrom(null, { period: { amount: 1, unit: 'workdays' as const }, from: 'ask' }),
  }),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    plain,
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ op: fc.constant('not' as const), of: tie('condition') }),
  ),
}))

const noFacts: Facts = {
  value: () => undefined,
  count: () => 0,
  latest: () => null,
  dutyStatuses: () => [],
  isOver: () => false,
  signOff: () => 'unsent',
  unitKinds: () => ['town'],
  stage: 'early',
  part: null,
  assignments: () => [],
  items: () => [],
  begun: () => [],
  viewer: { role: null, unit: null, person: null },
  today: day('2025-05-06'),
}

const facts: fc.Arbitrary<Facts> = fc
  .record({
    stated: fc.dictionary(field, fc.constantFrom(...values)),
    times: fc.integer({ min: 0, max: 3 }),
    done: fc.constantFrom('ask', 'grant', 'refuse', ''),
    statuses: fc.subarray(['open', 'met', 'overdue']),
    stage,
    part: fc.option(part),
    shares: fc.array(fc.record({ part, stage: fc.record({ id: stage }) }), { maxLength: 3 }),
    items: fc.array(stage, { maxLength: 3 }),
    begun: fc.array(
      fc.record({
        kind: fc.constantFrom('order', 'task'),
        number: fc.constantFrom('1', '2'),
        isEnded: fc.boolean(),
        heard: fc.constant([]),
        facts: fc.constant({}),
      }),
      { maxLength: 3 },
    ),
    role: fc.constantFrom('unit', 'office'),
    today: fc.constantFrom<Day>(day('2025-05-05'), day('2025-05-06'), day('2025-05-07')),
  })
  .map(({ stated, times, done, statuses, shares, items, begun, role, ...rest }) => ({
    ...rest,
    items: () => items.map((each) => ({ stage: each, facts: noFacts })),
    value: (id: string) => stated[id],
    count: () => times,
    latest: (acts: readonly string[], others: readonly string[]) => ([...acts, ...others].includes(done) ? done : null),
    dutyStatuses: () => statuses,
    isOver: () => times > 1,
    signOff: () => 'unsent',
    unitKinds: () => ['town'],
    assignments: () => shares,
    begun: () => begun,
    viewer: { role, unit: 'x', person: null },
  }))

it('answers as weighing does, in every part', () => {
  fc.assert(
    fc.property(condition, facts, (asked, known) => {
      expect(answersIn(explain(asked, known))).toEqual(weighed(asked, known))
    }),
  )
})

const answersIn = (explanation: Explanation): unknown =>
  explanation.kind === 'plain' ? explanation.answer : [explanation.answer, ...explanation.parts.map(answersIn)]

const weighed = (asked: Condition, known: Facts): unknown => {
  const answer: Answer = weigh(asked, known)
  if (asked.op === 'not') return [answer, weighed(asked.of, known)]
  return asked.op === 'all' || asked.op === 'any' ? [answer, ...asked.of.map((each) => weighed(each, known))] : answer
}

it('finds what stands in the way exactly where something does, and were it otherwise the answer would be', () => {
  fc.assert(
    fc.property(condition, facts, fc.boolean(), (asked, known, wanted) => {
      const explanation = explain(asked, known)
      const hindrance = hindranceTo(explanation, wanted)
      expect(hindrance === null).toBe(explanation.answer === wanted)
      expect(wouldAnswer(explanation, hindrance, wanted)).toBe(canAnswer(asked, wanted))
    }),
  )
})

/** An empty `all` is always so, an empty `any` never: nothing anybody does changes that. */
const canAnswer = (asked: Condition, wanted: boolean): boolean => {
  if (asked.op === 'not') return canAnswer(asked.of, !wanted)
  if (asked.op !== 'all' && asked.op !== 'any') return true
  const isEach = (asked.op === 'all') === wanted
  return isEach ? asked.of.every((each) => canAnswer(each, wanted)) : asked.of.some((each) => canAnswer(each, wanted))
}

/** The answer once each hindering part answers as it should. */
const wouldAnswer = (explanation: Explanation, hindrance: Hindrance | null, wanted: boolean): boolean => {
  const mended = new Set(plainsIn(hindrance))
  const answer = (each: Explanation, isWanted: boolean): boolean => {
    if (each.kind === 'plain') return mended.has(each) || each.answer === isWanted
    const { condition: asked, parts } = each
    if (asked.op === 'not') return parts.every((part) => answer(part, !isWanted))
    return (asked.op === 'all') === isWanted
      ? parts.every((part) => answer(part, isWanted))
      : parts.some((part) => answer(part, isWanted))
  }
  return answer(explanation, wanted)
}

it('the ground of an answer gives the same answer, and of several that would do names those that do', () => {
  fc.assert(
    fc.property(condition, facts, (asked, known) => {
      expect(weigh(groundOf(explain(asked, known)), known)).toEqual(weigh(asked, known))
    }),
  )
})

const plainsIn = (hindrance: Hindrance | null): readonly Explanation[] =>
  hindrance === null ? [] : hindrance.kind === 'plain' ? [hindrance.found] : hindrance.of.flatMap(plainsIn)

it('says of each thing asked what was found', () => {
  const known: Facts = {
    value: (id) => (id === 'category' ? 'report' : undefined),
    count: () => 2,
    latest: () => null,
    dutyStatuses: () => ['overdue'],
    isOver: () => false,
    signOff: () => 'unsent',
    unitKinds: () => ['town'],
    stage: 'early',
    part: 'assist',
    assignments: () => [{ part: 'lead', stage: { id: 'late' } }],
    items: () => [{ stage: 'open', facts: noFacts }],
    begun: () => [{ kind: 'order', number: '1', isEnded: true, heard: [], facts: {} }],
    viewer: { role: 'unit', unit: 'roads', person: null },
    today: day('2025-05-06'),
  }
  const asked: Condition = {
    op: 'all',
    of: [
      { op: 'is', field: 'category', values: ['inquiry'] },
      { op: 'is', field: 'urgent', values: [true] },
      { op: 'count', act: 'urge', atLeast: 3, atMost: null, apart: 0 },
      { op: 'not', of: { op: 'stage', stages: ['early'] } },
    ],
  }
  expect(explain(asked, known)).toMatchObject({
    answer: false,
    parts: [
      { answer: false, fact: { of: 'value', field: 'category', value: 'report' } },
      { answer: { missing: ['urgent'] }, fact: { of: 'value', field: 'urgent', value: undefined } },
      { answer: false, fact: { of: 'count', act: 'urge', times: 2 } },
      { answer: false, parts: [{ answer: true, fact: { of: 'stage', stage: 'early' } }] },
    ],
  })
})
