import { z } from 'zod'
import { type CountFrom, cycles, type Limit, periodUnits, type RoundLimit, readDay } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { change, dayEdits, drop, dropEach, nudge, timeEdits } from './alter.js'
import { type PeriodInput, period, periodEdits, periodIn, periodOf, periodShape } from './period.js'
import { clausesOf, each, type Reading } from './reading.js'
import { clauseRefs, listOf, minuteOfDay, timeOfDay, word } from './shapes.js'

/** `12-31`: it comes every year. */
const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
export const roundEdges = ['period-end', 'period-start'] as const

/** 期限 as written: exactly one kind. */
export type LimitInput = PeriodInput & {
  yearly?: string | undefined
  on?: string | undefined
  before?: PeriodInput | undefined
  field?: string | undefined
  set?: string | undefined
  else?: LimitInput | undefined
  shortest?: LimitInput[] | undefined
  longest?: LimitInput[] | undefined
  round?: RoundInput | undefined
  from?: StartInput | undefined
  plus?: PeriodInput | PeriodInput[] | undefined
  receivedBy?: string | undefined
  clause?: string | string[] | undefined
}
type Key = keyof LimitInput

/** Until when something of a round runs: exactly one kind. */
const roundShape = {
  workdays: periodShape.workdays,
  calendarDays: periodShape.calendarDays,
  months: periodShape.months,
  yearly: monthDay.optional(),
  periods: z.number().int().min(1).optional(),
  clause: clauseRefs.optional(),
}
export const roundLimit = z.strictObject(roundShape)
export type RoundLimitInput = z.infer<typeof roundLimit>
const round = z.strictObject({ every: z.enum(cycles), opens: z.enum(roundEdges).optional(), ...roundShape })
type RoundInput = z.infer<typeof round>

/** What a length counts from: an act or a field, or the first or the last of several. */
const start = z.union([word, z.strictObject({ first: z.array(word).min(2) }), z.strictObject({ last: z.array(word).min(2) })])
type StartInput = z.infer<typeof start>

type Shape = { readonly [K in Key]?: z.ZodType<LimitInput[K]> }

/** One kind of limit: the keys that mark it, the shape of all it may say, what it means, and how it could be written otherwise. */
type LimitKind<K extends Limit['kind']> = {
  readonly marks: readonly Key[]
  readonly shape: Shape
  read(reading: Reading, written: LimitInput, path: Path): Extract<Limit, { kind: K }>
  edits(written: LimitInput, path: Path): readonly Edit[]
}

export const limit: z.ZodType<LimitInput> = z.lazy(() => z.strictObject(limitShape)).meta({ id: 'Limit' })

/** Every kind of limit. */
export const limitKinds: { readonly [K in Limit['kind']]: LimitKind<K> } = {
  period: {
    marks: periodUnits,
    shape: { ...periodShape, from: start.optional(), receivedBy: timeOfDay.optional(), plus: listOf(period).optional() },
    read: (reading, written, path) => {
      const [clause] = clausesOf(reading, written.clause, [...path, 'clause'])
      return {
        kind: 'period',
        period: periodIn(written) ?? { amount: 0, unit: 'workdays' },
        ...(clause === undefined ? {} : { clause }),
        ...(written.from === undefined ? {} : { from: countFromOf(reading, written.from, [...path, 'from']) }),
        ...(written.receivedBy === undefined ? {} : { receivedBy: minuteOfDay(written.receivedBy) }),
        ...(written.plus === undefined
          ? {}
          : { plus: each(written.plus, [...path, 'plus']).map(({ value, path: at }) => periodOf(reading, value, at)) }),
      }
    },
    edits: (written, path) => [
      ...periodEdits(written, path),
      ...timeEdits(written.receivedBy, [...path, 'receivedBy']),
      ...startEdits(written.from, [...path, 'from']),
      ...each(written.plus, [...path, 'plus']).flatMap(({ value, path: at }) => periodEdits(value, at)),
      ...drop(written, 'plus', path),
      ...drop(written, 'from', path),
      ...drop(written, 'receivedBy', path),
    ],
  },
  yearly: {
    marks: ['yearly'],
    shape: {
      yearly: monthDay.optional(),
    },
    read: (reading, { yearly = '' }, path) => {
      const [month = 1, day = 1] = yearly.split('-').map(Number)
      // A leap year's day is refused: it does not come every year.
      if (readDay(`2025-${yearly}`) === null) reading.report([...path, 'yearly'], 'bad-day', { word: yearly })
      return { kind: 'yearly', month, day }
    },
    edits: ({ yearly }, path) => dayEdits(yearly, [...path, 'yearly']),
  },
  on: {
    marks: ['on'],
    shape: { on: word.optional() },
    read: (reading, { on = '' }, path) => {
      if (readDay(on) === null) reading.report([...path, 'on'], 'bad-day', { word: on })
      return { kind: 'on', day: on }
    },
    edits: ({ on }, path) => dayEdits(on, [...path, 'on']),
  },
  before: {
    marks: ['before'],
    shape: { before: period.optional(), field: word.optional() },
    read: (reading, { before = {}, field }, path) => {
      if (field === undefined) reading.report(path, 'missing-key', { word: 'field' }, 'key')
      else reading.name('field', field, [...path, 'field'])
      return { kind: 'before', field: field ?? '', period: periodOf(reading, before, [...path, 'before']) }
    },
    edits: ({ before }, path) => periodEdits(before, [...path, 'before']),
  },
  set: {
    marks: ['set'],
    shape: {
      set: word.optional(),
      from: start.optional(),
      get else() {
        return limit.optional()
      },
    },
    read: (reading, { set = '', else: other, from }, path) => {
      if (from !== undefined && from !== 'statement') reading.report([...path, 'from'], 'only-from-statement', {}, 'key')
      return {
        kind: 'set',
        field: reading.name('field', set, [...path, 'set']),
        fallback: other === undefined ? null : limitOf(reading, other, [...path, 'else']),
        from: from === 'statement' ? 'statement' : 'opening',
      }
    },
    edits: (written, path) => [
      ...drop(written, 'from', path),
      ...drop(written, 'else', path),
      ...limitEdits(written.else, [...path, 'else']),
    ],
  },
  shortest: {
    marks: ['shortest'],
    shape: {
      get shortest() {
        return z.array(limit).optional()
      },
    },
    read: (reading, { shortest }, path) => ({ kind: 'shortest', of: partsOf(reading, shortest, [...path, 'shortest']) }),
    edits: ({ shortest }, path) => partEdits(shortest, [...path, 'shortest']),
  },
  longest: {
    marks: ['longest'],
    shape: {
      get longest() {
        return z.array(limit).optional()
      },
    },
    read: (reading, { longest }, path) => ({ kind: 'longest', of: partsOf(reading, longest, [...path, 'longest']) }),
    edits: ({ longest }, path) => partEdits(longest, [...path, 'longest']),
  },
  round: {
    marks: ['round'],
    shape: { round: round.optional() },
    read: (reading, { round: { every, opens, ...within } = { every: 'month' } }, path) => ({
      kind: 'round',
      every,
      edge: opens ?? 'period-end',
      within: roundLimitOf(reading, within, [...path, 'round']),
    }),
    edits: (written, path) => (written.round === undefined ? [] : roundLimitEdits(written.round, [...path, 'round'])),
  },
}

const partsOf = (reading: Reading, parts: LimitInput[] | undefined, path: Path): readonly Limit[] =>
  each(parts, path).map(({ value, path: at }) => limitOf(reading, value, at))

/** Of several limits each may go, and each may be another. */
const partEdits = (parts: LimitInput[] | undefined, path: Path): readonly Edit[] => [
  ...((parts?.length ?? 0) > 1 ? dropEach(parts, path) : []),
  ...each(parts, path).flatMap(({ value, path: at }) => limitEdits(value, at)),
]

const roundKinds = ['workdays', 'calendarDays', 'months', 'yearly', 'periods'] as const

function roundLimitOf(reading: Reading, written: RoundLimitInput, path: Path): RoundLimit {
  const given = roundKinds.filter((kind) => written[kind] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: roundKinds.join(', ') }, 'key')
  const { periods, yearly, ...length } = written
  if (yearly !== undefined) return limitKinds.yearly.read(reading, { yearly }, path)
  if (periods === undefined) return limitKinds.period.read(reading, length, path)
  const [clause] = clausesOf(reading, written.clause, [...path, 'clause'])
  return { kind: 'periods', periods, ...(clause === undefined ? {} : { clause }) }
}

export const roundLimitEdits = (written: RoundLimitInput, path: Path): readonly Edit[] => [
  ...periodEdits(written, path),
  ...dayEdits(written.yearly, [...path, 'yearly']),
  ...nudge(written.periods, [...path, 'periods'], 1),
]

type AnyKind = { [K in Limit['kind']]: LimitKind<K> }[Limit['kind']]
const kinds: readonly AnyKind[] = Object.values(limitKinds)
const marks = kinds.flatMap((kind) => kind.marks)

/** The shape of all kinds together. */
export const limitShape = { ...shapeOf(kinds.map(({ shape }) => shape)), clause: clauseRefs.optional() }

// Shapes of limits within limits are asked for only when they are needed: their getters are kept.
function shapeOf(shapes: readonly Shape[]): { readonly [K in Key]-?: z.ZodType<LimitInput[K]> } {
  const all = {}
  for (const shape of shapes) Object.defineProperties(all, Object.getOwnPropertyDescriptors(shape))
  return all as { readonly [K in Key]-?: z.ZodType<LimitInput[K]> }
}

/** The kind that is written; the first of several. */
const kindOf = (written: LimitInput): AnyKind | undefined =>
  kinds.find((kind) => kind.marks.some((mark) => written[mark] !== undefined))

/** Reads a limit: exactly one kind of it. */
export function limitOf(reading: Reading, written: LimitInput, path: Path): Limit {
  const given = marks.filter((mark) => written[mark] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: marks.join(', ') }, 'key')
  const kind = kindOf(written) ?? limitKinds.shortest
  for (const key of ['from', 'receivedBy', 'plus'] as const) {
    if (written[key] !== undefined && !(key in kind.shape)) reading.report([...path, key], 'only-for-periods', { key }, 'key')
  }
  if (kind !== limitKinds.period) clausesOf(reading, written.clause, [...path, 'clause'])
  return kind.read(reading, written, path)
}

/** An act, or a field that holds a date or a time; or the first or the last of several such. */
function countFromOf(reading: Reading, written: StartInput, path: Path): CountFrom {
  if (typeof written !== 'string') {
    const which = 'first' in written ? 'first' : 'last'
    const named = each('first' in written ? written.first : written.last, [...path, which])
    return { on: 'several', which, of: named.map(({ value, path: at }) => countFromOf(reading, value, at)) }
  }
  if (reading.known('act').includes(written)) return { on: 'act', act: written }
  const type = reading.input.fields?.[written]?.type
  if (type !== undefined && type !== 'date' && type !== 'time') {
    reading.report(path, 'wrong-field-type', { field: written, type: 'date' })
  } else if (type === undefined)
    reading.report(path, 'unknown-start', wordArgs(written, [...reading.known('act'), ...reading.known('field')]))
  return { on: 'field', field: written }
}

/** Of several starts the other end of their order, and without each of them. */
function startEdits(written: StartInput | undefined, path: Path): readonly Edit[] {
  if (written === undefined || typeof written === 'string') return []
  const [which, other, named] = 'first' in written ? ['first', 'last', written.first] : ['last', 'first', written.last]
  const fewer = named.length > 2 ? dropEach(named, [...path, which]) : []
  return [change(path, which, other), ...fewer].map((edit) =>
    edit.path === path ? { ...edit, value: { [other]: named } } : edit,
  )
}

/** A limit of any kind, its parts included. */
export const limitEdits = (written: LimitInput | undefined, path: Path): readonly Edit[] =>
  isRecord(written) ? (kindOf(written)?.edits(written, path) ?? []) : []
