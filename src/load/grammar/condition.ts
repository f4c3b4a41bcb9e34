import { z } from 'zod'
import type { Condition, Part, Value } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { boundEdits, brief, drop, dropEach, dropSome, tableIn } from './alter.js'
import { begunEdits, begunTestOf, readBegun } from './begun.js'
import { checkValue } from './field-value.js'
import { lengthEdits, lengths, lengthsOf } from './length.js'
import { type PeriodInput, period, periodEdits, periodOf, periodShape } from './period.js'
import { clausesOf, each, named, type Reading } from './reading.js'
import { askedStatuses, bounds, listOf, parts, scalar, word, words } from './shapes.js'
import { readSignOffs, signOffTest } from './sign-off-test.js'
import { readUnitKinds, readUnitLevels, unitKindTest, unitLevelTest } from './unit-kind.js'

/** 条件 as written: the words below, and any field by its name. Keys of one mapping must all hold. */
export type ConditionInput = { readonly [word: string]: unknown }

/** One word of a condition: its shape, what it means, and how what stands under it could be written otherwise. */
type Way = {
  readonly shape: z.ZodType
  read(reading: Reading, written: unknown, path: Path): readonly Condition[]
  edits(written: unknown, path: Path): readonly Edit[]
}

function way<Shape extends z.ZodType>(
  shape: Shape,
  read: (reading: Reading, written: z.infer<Shape>, path: Path) => readonly Condition[],
  edits: Way['edits'],
): Way {
  // What is read has been held against its shape before.
  return { shape, read: (reading, written, path) => read(reading, written as z.infer<Shape>, path), edits }
}

export const condition: z.ZodType<ConditionInput> = z
  .lazy(() => z.object(conditionShape).catchall(fieldTest))
  .meta({ id: 'Condition' })

/** How often an act was done; doings nearer together than `apart` count as one. */
const countTest = z.strictObject({ ...bounds.shape, apart: period.optional() })
const assignmentTest = z.strictObject({
  parts: listOf(parts).optional(),
  every: words.optional(),
  some: words.optional(),
  none: words.optional(),
})
/** How the items of a kind stand, of which something holds. */
const itemTest = z.strictObject({
  of: word,
  where: condition.optional(),
  every: words.optional(),
  some: words.optional(),
  none: words.optional(),
  count: z.strictObject({ ...bounds.shape, in: words.optional() }).optional(),
})
/** Which of several acts was done last. */
const latestTest = z.strictObject({ of: words, is: words })
/** Something asked that nobody has decided since. */
const pendingTest = z.strictObject({ asked: words, decided: words })
/** The units a field of assignments states in one part. */
const partOfField = z.strictObject({ field: word, part: parts })
/** A day held against the present one, or against how long ago an act was done: `over` so long after it. */
const dayTest = z.strictObject({
  atLeast: z.literal('today').optional(),
  atMost: z.literal('today').optional(),
  over: z.strictObject({ ...periodShape, from: word }).optional(),
})

const notAltered = (): readonly Edit[] => []
const inTable: Way['edits'] = (written, path) =>
  isRecord(written) ? Object.entries(written).flatMap(([name, list]) => dropSome(list, [...path, name])) : []

const several = (op: 'all' | 'any'): Way =>
  way(
    listOf(condition),
    (reading, written, path) => [
      { op, of: each<ConditionInput>(written, path).map(({ value, path: at }) => readCondition(reading, value, at)) },
    ],
    (written, path) => {
      const entries = each(written, path)
      const own =
        entries.length > 1 ? [...dropEach(written, path), ...entries.map((entry) => negated(entry.value, entry.path))] : []
      return [...own, ...entries.flatMap((entry) => (isRecord(entry.value) ? partEdits(entry.value, entry.path) : []))]
    },
  )

const filled = (isFilled: boolean): Way =>
  way(
    words,
    (reading, written, path) =>
      each(written, path).map(({ value, path: at }) => ({ op: 'filled', field: reading.name('field', value, at), isFilled })),
    dropSome,
  )

/** Every kind of condition, with the words it is written in. What is asked of a field by its name stands in `fieldTest`. */
const conditionKinds: { readonly [K in Condition['op']]: Readonly<Record<string, Way>> } = {
  all: { all: several('all') },
  any: { any: several('any') },
  not: {
    not: way(
      condition,
      (reading, written, path) => [{ op: 'not', of: readCondition(reading, written, path) }],
      (written, path) => (isRecord(written) ? partEdits(written, path) : []),
    ),
  },
  is: {},
  between: {},
  half: {},
  filled: { filled: filled(true), empty: filled(false) },
  length: {
    length: way(lengths, lengthsOf, lengthEdits),
  },
  same: {
    same: way(
      z.tuple([z.union([word, partOfField]), word]),
      (reading, written, path) => [sameOf(reading, written, path)],
      notAltered,
    ),
  },
  count: {
    count: way(
      z.record(z.string(), countTest),
      (reading, written, path) =>
        Object.entries(written).map(([act, { atLeast, atMost, apart }]) => ({
          op: 'count',
          act: reading.name('act', act, [...path, act], 'key'),
          atLeast: atLeast ?? null,
          atMost: atMost ?? null,
          apart: apartOf(reading, apart, [...path, act, 'apart']),
        })),
      (written, path) =>
        tableIn(written).flatMap(([act, asked]) => [
          ...boundEdits(asked, [...path, act]),
          ...drop(asked, 'apart', [...path, act]),
        ]),
    ),
  },
  latest: {
    latest: way(
      latestTest,
      (reading, written, path) => {
        const acts = named(reading, 'act', written.of, [...path, 'of'])
        const is = amongActs(reading, acts, written.is, [...path, 'is'])
        return [{ op: 'latest', is, others: acts.filter((act) => !is.includes(act)) }]
      },
      (written, path) => {
        if (!isRecord(written)) return []
        const is: readonly unknown[] = each(written.is, []).map(({ value }) => value)
        const others = each(written.of, [...path, 'of']).filter(({ value }) => !is.includes(value))
        return [
          ...others.map(({ value, path: at }) => ({ path: at, what: `without ${brief(value)}` })),
          ...dropSome(written.is, [...path, 'is']),
        ]
      },
    ),
    pending: way(
      pendingTest,
      (reading, { asked, decided }, path) => [
        {
          op: 'latest',
          is: named(reading, 'act', asked, [...path, 'asked']),
          others: named(reading, 'act', decided, [...path, 'decided']),
        },
      ],
      (written, path) => (isRecord(written) ? ['asked', 'decided'].flatMap((key) => dropSome(written[key], [...path, key])) : []),
    ),
  },
  duty: {
    duty: way(
      z.record(z.string(), listOf(z.enum(askedStatuses))),
      (reading, written, path) =>
        Object.entries(written).map(([duty, statuses]) => ({
          op: 'duty',
          duty: reading.name('duty', duty, [...path, duty], 'key'),
          statuses: each(statuses, path).map((entry) => entry.value),
        })),
      inTable,
    ),
  },
  stage: {
    stage: way(words, (reading, written, path) => [{ op: 'stage', stages: named(reading, 'stage', written, path) }], dropSome),
  },
  part: {
    parts: way(
      listOf(parts),
      (_reading, written, path) => [{ op: 'part', parts: each(written, path).map((entry) => entry.value) }],
      dropSome,
    ),
  },
  assignments: { assignments: way(assignmentTest, readAssignments, inTable) },
  items: {
    items: way(itemTest, readItems, (written, path) => {
      if (!isRecord(written)) return []
      const { where, count, every, some, none } = written
      return [
        ...(where === undefined ? [] : conditionEdits(where, [...path, 'where'])),
        ...(isRecord(count) ? [...boundEdits(count, [...path, 'count']), ...dropSome(count.in, [...path, 'count', 'in'])] : []),
        ...Object.entries({ every, some, none }).flatMap(([quantity, list]) => dropSome(list, [...path, quantity])),
      ]
    }),
  },
  begun: {
    begun: way(
      begunTestOf(z.lazy(() => condition)),
      (reading, written, path) => readBegun(reading, written, path, conditionOf),
      (written, path) => begunEdits(written, path, (held, at) => [negated(held, at), ...partEdits(held, at)]),
    ),
  },
  viewer: {
    viewer: way(
      words,
      (reading, written, path) => named(reading, 'field', written, path).map((field) => ({ op: 'viewer', field })),
      dropSome,
    ),
  },
  signOff: { signOff: way(signOffTest, readSignOffs, inTable) },
  unitKind: {
    unitKind: way(unitKindTest, readUnitKinds, inTable),
    unitLevel: way(unitLevelTest, readUnitLevels, (written, path) =>
      tableIn(written).flatMap(([field, asked]) => boundEdits(asked, [...path, field])),
    ),
  },
  actor: {
    actor: way(words, (reading, written, path) => [{ op: 'actor', roles: named(reading, 'role', written, path) }], dropSome),
  },
  day: {
    day: way(
      z.record(z.string(), dayTest),
      (reading, written, path) =>
        Object.entries(written).map(([field, test]) => dayTestOf(reading, field, test, [...path, field])),
      (written, path) =>
        tableIn(written).flatMap(([field, test]) => (isRecord(test) ? periodEdits(test.over, [...path, field, 'over']) : [])),
    ),
  },
}

/** What a field is asked by its name: a value, several, or bounds. */
const overHalf = z.strictObject({ overHalfOf: word })
const fieldTest = z.union([scalar, z.array(scalar), bounds, overHalf])
type FieldTestInput = z.infer<typeof fieldTest>

const ways: ReadonlyMap<string, Way> = new Map(Object.values(conditionKinds).flatMap((kind) => Object.entries(kind)))
const conditionShape = Object.fromEntries([...ways].map(([key, { shape }]) => [key, shape.optional()]))

/** Words of a condition that are no fields. */
export const conditionWords: readonly string[] = [...ways.keys()]

/** Reads a condition; without one, null. */
export function conditionOf(reading: Reading, written: ConditionInput | undefined, path: Path): Condition | null {
  return written === undefined ? null : readCondition(reading, written, path)
}

export function readCondition(reading: Reading, written: ConditionInput, path: Path): Condition {
  const read = Object.entries(written).flatMap(([key, part]) => readPart(reading, key, part, [...path, key]))
  const [only] = read
  return read.length === 1 && only !== undefined ? only : { op: 'all', of: read }
}

function readPart(reading: Reading, key: string, written: unknown, path: Path): readonly Condition[] {
  const known = ways.get(key)
  if (known === undefined) return [readField(reading, key, written as FieldTestInput, path)]
  return written === undefined ? [] : known.read(reading, written, path)
}

/** Acts that must stand in the list they are chosen from. */
function amongActs(
  reading: Reading,
  acts: readonly string[],
  written: string | readonly string[],
  path: Path,
): readonly string[] {
  return each(written, path).map(({ value, path: at }) => {
    if (!acts.includes(value)) reading.report(at, 'unknown-act', wordArgs(value, acts))
    return value
  })
}

type SameInput = readonly [string | z.infer<typeof partOfField>, string]

function sameOf(reading: Reading, [first, second]: SameInput, path: Path): Condition {
  const other = reading.name('field', second, [...path, 1])
  if (typeof first === 'string') return { op: 'same', field: reading.name('field', first, [...path, 0]), other, part: null }
  const at = [...path, 0, 'field']
  const type = reading.input.fields?.[first.field]?.type
  if (type !== undefined && type !== 'assignments') {
    reading.report(at, 'wrong-field-type', { field: first.field, type: 'assignments' })
  }
  return { op: 'same', field: reading.name('field', first.field, at), other, part: first.part }
}

function dayTestOf(reading: Reading, field: string, test: z.infer<typeof dayTest>, path: Path): Condition {
  reading.name('field', field, path, 'key')
  const type = reading.input.fields?.[field]?.type
  if (type !== undefined && type !== 'date' && type !== 'time') {
    reading.report(path, 'wrong-field-type', { field, type: 'date' }, 'key')
  }
  return {
    op: 'day',
    field,
    isFromToday: test.atLeast !== undefined,
    isUntilToday: test.atMost !== undefined,
    over: test.over === undefined ? null : overOf(reading, test.over, [...path, 'over']),
  }
}

function overOf(reading: Reading, { from, ...written }: PeriodInput & { readonly from: string }, path: Path) {
  return { period: periodOf(reading, written, path), from: reading.name('act', from, [...path, 'from']) }
}

/** Minutes; only hours and minutes tell doings of one day apart. */
function apartOf(reading: Reading, written: PeriodInput | undefined, path: Path): number {
  if (written === undefined) return 0
  const { hours, minutes } = written
  if (Object.keys(written).length !== 1 || (hours === undefined && minutes === undefined)) {
    reading.report(path, 'exactly-one', { words: 'hours, minutes' }, 'key')
  }
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function readAssignments(reading: Reading, written: z.infer<typeof assignmentTest>, path: Path): readonly Condition[] {
  const parts: readonly Part[] = each(written.parts, path).map((entry) => entry.value)
  const quantities = (['every', 'some', 'none'] as const).filter((quantity) => written[quantity] !== undefined)
  const [quantity] = quantities
  if (quantities.length !== 1 || quantity === undefined) {
    reading.report(path, 'exactly-one', { words: 'every, some, none' }, 'key')
    return []
  }
  return [
    { op: 'assignments', parts, stages: named(reading, 'assignment-stage', written[quantity], [...path, quantity]), quantity },
  ]
}

function readItems(reading: Reading, written: z.infer<typeof itemTest>, path: Path): readonly Condition[] {
  const asked = (['every', 'some', 'none', 'count'] as const).filter((key) => written[key] !== undefined)
  const [key] = asked
  if (asked.length !== 1 || key === undefined) {
    reading.report(path, 'exactly-one', { words: 'every, some, none, count' }, 'key')
    return []
  }
  const of = reading.name('item', written.of, [...path, 'of'])
  const where = conditionOf(reading, written.where, [...path, 'where'])
  const { count } = written
  if (key === 'count') {
    const stages = named(reading, 'item-stage', count?.in, [...path, 'count', 'in'])
    return [{ op: 'items', of, where, stages, quantity: { atLeast: count?.atLeast ?? null, atMost: count?.atMost ?? null } }]
  }
  return [{ op: 'items', of, where, stages: named(reading, 'item-stage', written[key], [...path, key]), quantity: key }]
}

function readField(reading: Reading, field: string, test: FieldTestInput, path: Path): Condition {
  if (!reading.known('field').includes(field)) {
    reading.report(path, 'unknown-field', wordArgs(field, [...reading.known('field'), ...conditionWords]), 'key')
  }
  if (typeof test === 'object' && 'overHalfOf' in test) {
    return { op: 'half', field, of: reading.name('field', test.overHalfOf, [...path, 'overHalfOf']) }
  }
  if (typeof test === 'object' && !Array.isArray(test)) {
    if (!['number', undefined].includes(reading.input.fields?.[field]?.type)) {
      reading.report(path, 'wrong-field-type', { field, type: 'number' })
    }
    return { op: 'between', field, atLeast: test.atLeast ?? null, atMost: test.atMost ?? null }
  }
  const values = each<Value>(test, path)
  for (const { value, path: at } of values) checkValue(reading, field, value, at)
  return { op: 'is', field, values: values.map((entry) => entry.value) }
}

/** Clauses and a condition stand together in many rules. */
export const grounds = (
  reading: Reading,
  written: { readonly when?: ConditionInput | undefined; readonly clause?: string | string[] | undefined },
  path: Path,
) => ({
  when: conditionOf(reading, written.when, [...path, 'when']),
  clause: clausesOf(reading, written.clause, [...path, 'clause']),
})

/** A condition: dropped, negated, and so each of its parts. `without` is what stands where it is dropped. */
export function conditionEdits(written: unknown, path: Path, without: 'always' | 'nothing' = 'always'): readonly Edit[] {
  if (!isRecord(written)) return []
  const dropped: Edit = { path, what: `without ${brief(written)}`, ...(without === 'always' ? { value: {} } : {}) }
  return [dropped, negated(written, path), ...partEdits(written, path)]
}

const negated = (written: unknown, path: Path): Edit => ({ path, what: `not ${brief(written)}`, value: { not: written } })

function partEdits(written: Readonly<Record<string, unknown>>, path: Path): readonly Edit[] {
  const keys = Object.keys(written)
  return keys.flatMap((key) => {
    const at = [...path, key]
    const { [key]: part, ...rest } = written
    const denied = { path, what: `not ${brief({ [key]: part })}`, value: { all: [rest, { not: { [key]: part } }] } }
    const own = keys.length > 1 ? [{ path: at, what: `without ${brief({ [key]: part })}` }, denied] : []
    const within = ways.get(key)?.edits(part, at) ?? (isRecord(part) ? boundEdits(part, at) : dropSome(part, at))
    return [...own, ...within]
  })
}
