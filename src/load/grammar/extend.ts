import { z } from 'zod'
import { type Extend, periodUnits } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { change, drop, nudge } from './alter.js'
import { condition, conditionEdits, conditionOf, grounds } from './condition.js'
import { type Here, type Options, placed } from './option.js'
import { inAnotherUnit } from './period.js'
import { clausesOf, each } from './reading.js'
import { clauseRefs, word } from './shapes.js'

const when = condition.optional()
const total = z.number().int().min(0)

/** 延期 as written. */
export const extend = z
  .strictObject({
    asked: word.optional(),
    granted: word.optional(),
    refused: word.optional(),
    amount: word,
    unit: z.enum(periodUnits).optional(),
    times: z.number().int().min(0).nullable().optional(),
    total: z
      .union([total, z.array(z.strictObject({ total, when, clause: clauseRefs.optional() }))])
      .nullable()
      .optional(),
    asks: z.enum(['before-due', 'any-time', 'unasked']).optional(),
    holds: z.boolean().optional(),
    clips: z.boolean().optional(),
    unless: when,
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Extend' })
export type ExtendInput = z.infer<typeof extend>

/** Only what is granted without a request needs no act that asks, and none that refuses. */
const around = (key: 'asked' | 'refused') => ({
  read: (written: ExtendInput, { reading, path }: Here) => {
    const act = written[key]
    if (act !== undefined) return reading.name('act', act, [...path, key])
    if (written.asks !== 'unasked') reading.report(path, 'act-of-extension', { word: key }, 'key')
    return null
  },
  edits: 'a name: nothing hangs on its letters' as const,
})

/** Every option of an extension. */
export const extendOptions: Options<ExtendInput, Extend> = {
  asked: around('asked'),
  granted: {
    read: ({ granted }, { reading, path }) => {
      if (granted !== undefined) return reading.name('act', granted, [...path, 'granted'])
      reading.report(path, 'act-of-extension', { word: 'granted' }, 'key')
      return ''
    },
    edits: 'a name: nothing hangs on its letters',
  },
  refused: around('refused'),
  amount: {
    read: ({ amount }, { reading, path }) => {
      const type = reading.input.fields?.[amount]?.type
      const at = [...path, 'amount']
      if (type !== undefined && type !== 'number') reading.report(at, 'wrong-field-type', { field: amount, type: 'number' })
      return reading.name('field', amount, at)
    },
    edits: 'a name: nothing hangs on its letters',
  },
  unit: {
    read: ({ unit }) => unit ?? 'workdays',
    edits: ({ unit = 'workdays' }, path) => [change([...path, 'unit'], unit, inAnotherUnit(unit, 2)[0])],
  },
  times: {
    read: ({ times }) => times ?? null,
    edits: (written, path) => [...nudge(written.times, [...path, 'times']), ...drop(written, 'times', path)],
  },
  totals: {
    read: ({ total: written }, { reading, path }) =>
      typeof written === 'number'
        ? [{ total: written, when: null, clause: [] }]
        : each(written, [...path, 'total']).map(({ value, path: at }) => ({
            total: value.total,
            ...grounds(reading, value, at),
          })),
    edits: totalEdits,
    conditions: (totals, path) =>
      totals.flatMap((each, index) => placed(each.when, [...path.slice(0, -1), 'total', index, 'when'])),
  },
  asks: {
    read: ({ asks }) => asks ?? 'before-due',
    edits: ({ asks = 'before-due' }, path) => [change([...path, 'asks'], asks, asks === 'any-time' ? 'before-due' : 'any-time')],
  },
  holds: {
    read: ({ holds }) => holds ?? false,
    edits: ({ holds = false }, path) => [change([...path, 'holds'], holds, !holds)],
  },
  clips: {
    read: ({ clips }) => clips ?? false,
    edits: ({ clips = false }, path) => [change([...path, 'clips'], clips, !clips)],
  },
  unless: {
    read: ({ unless }, { reading, path }) => conditionOf(reading, unless, [...path, 'unless']),
    edits: ({ unless }, path) => conditionEdits(unless, [...path, 'unless'], 'nothing'),
    conditions: (unless, path) => placed(unless, path),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

function totalEdits(written: ExtendInput, path: Path): readonly Edit[] {
  const at = [...path, 'total']
  const listed = Array.isArray(written.total) ? each(written.total, at) : []
  return [
    ...drop(written, 'total', path),
    ...nudge(written.total, at),
    ...listed.flatMap(({ value, path: place }) => [
      { path: place, what: `without total ${value.total}` },
      ...nudge(value.total, [...place, 'total']),
      ...conditionEdits(value.when, [...place, 'when']),
    ]),
  ]
}
