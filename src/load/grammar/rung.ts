import { z } from 'zod'
import type { Rung } from '../../core/index.js'
import { type Edit, edited } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropEach, nudge, timeEdits } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import {
  type Among,
  type Here,
  type Options,
  optionConditions,
  optionEdits,
  type PlacedCondition,
  placed,
  readOptions,
} from './option.js'
import { period, periodEdits, periodOf } from './period.js'
import { clausesOf, each, named, type Reading } from './reading.js'
import { momentKinds, rungIds } from './rung-id.js'
import { clauseRefs, minuteOfDay, timeOfDay, word, words } from './shapes.js'

/** 预警梯级 as written. */
export const rung = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9-]*$/)
      .optional(),
    before: period.optional(),
    late: period.optional(),
    after: period.optional(),
    earlierOnDayOff: timeOfDay.optional(),
    at: timeOfDay.optional(),
    alert: word.optional(),
    urge: words.optional(),
    deduct: z.number().min(0).optional(),
    refer: word.optional(),
    criticisms: z.number().int().min(0).optional(),
    unless: condition.optional(),
    courtesy: z.boolean().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Rung' })
export type RungInput = z.infer<typeof rung>

const timeOf = (written: string | undefined): number | null => (written === undefined ? null : minuteOfDay(written))

/** Every option of a rung. */
const rungOptions: Options<RungInput, Rung> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  moment: { read: momentOf, edits: momentEdits },
  earlierOnDayOff: {
    read: ({ earlierOnDayOff }) => timeOf(earlierOnDayOff),
    edits: (written, path) => [
      ...timeEdits(written.earlierOnDayOff, [...path, 'earlierOnDayOff']),
      ...drop(written, 'earlierOnDayOff', path),
    ],
  },
  at: {
    read: ({ at }) => timeOf(at),
    edits: (written, path) => [...timeEdits(written.at, [...path, 'at']), ...drop(written, 'at', path)],
  },
  alert: {
    read: ({ alert }, { reading, path }) => (alert === undefined ? null : reading.name('alert', alert, [...path, 'alert'])),
    edits: ({ alert, ...dark }, path) => (alert === undefined ? [] : [{ path, what: `without ${alert}`, value: dark }]),
  },
  urges: {
    read: ({ urge }, { reading, path }) => named(reading, 'role', urge, [...path, 'urge']),
    edits: ({ urge }, path) => dropEach(urge, [...path, 'urge']),
  },
  deducts: {
    read: ({ deduct }) => deduct ?? 0,
    edits: (written, path) =>
      written.deduct ? [...nudge(written.deduct, [...path, 'deduct']), ...drop(written, 'deduct', path)] : [],
  },
  refersTo: {
    read: ({ refer }, { reading, path }) => (refer === undefined ? null : reading.name('role', refer, [...path, 'refer'])),
    edits: (written, path) => drop(written, 'refer', path),
  },
  criticisms: {
    read: ({ criticisms }) => criticisms ?? 0,
    edits: (written, path) =>
      written.criticisms ? [...nudge(written.criticisms, [...path, 'criticisms']), ...drop(written, 'criticisms', path)] : [],
  },
  unless: {
    read: ({ unless }, { reading, path }) => conditionOf(reading, unless, [...path, 'unless']),
    edits: ({ unless }, path) => conditionEdits(unless, [...path, 'unless'], 'nothing'),
    conditions: (unless, path) => placed(unless, path),
  },
  isCourtesy: {
    read: ({ courtesy }) => courtesy ?? false,
    edits: 'it says only what a file holds, not what the rules do',
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** 预警梯级 as read: each rung with a name of its own. */
export function ladderOf(reading: Reading, ladder: RungInput | readonly RungInput[] | undefined, path: Path): readonly Rung[] {
  const entries = each(ladder, path)
  const ids = rungIds(entries.map((entry) => entry.value))
  return entries.map(({ value, path: at }, index) => {
    const id = ids[index] ?? ''
    if (ids.indexOf(id) < index) reading.report(at, 'duplicate-rung', { word: id }, 'key')
    return readOptions(rungOptions, value, { reading, id, path: at })
  })
}

/** An id made of the alert or the moment would change with it: it is written out, so that only they do. */
export function ladderEdits(ladder: RungInput | readonly RungInput[] | undefined, path: Path, among: Among): readonly Edit[] {
  const entries = each(ladder, path)
  const ids = rungIds(entries.map((entry) => entry.value))
  return [
    ...dropEach(ladder, path),
    ...entries.flatMap(({ value, path: at }, index) => optionEdits(rungOptions, { ...value, id: ids[index] }, at, among)),
  ]
}

export const ladderConditions = (ladder: readonly Rung[], path: Path): readonly PlacedCondition[] =>
  ladder.flatMap((rung, index) => optionConditions(rungOptions, rung, [...path, index]))

function momentOf(written: RungInput, { reading, path }: Here): Rung['moment'] {
  const kinds = momentKinds.filter((each) => written[each] !== undefined)
  if (kinds.length !== 1) reading.report(path, 'exactly-one', { words: momentKinds.join(', ') }, 'key')
  const kind = kinds[0] ?? 'late'
  if (written[kind]?.months !== undefined) reading.report([...path, kind], 'no-months', {}, 'key')
  return { kind, period: periodOf(reading, written[kind] ?? { workdays: 0 }, [...path, kind]) }
}

/** The whole rung is written anew, since its id must be. */
function momentEdits(written: RungInput, path: Path): readonly Edit[] {
  return momentKinds
    .flatMap((key) => periodEdits(written[key], [...path, key]))
    .map((edit) => ({ ...edit, path, value: edited(written, [{ ...edit, path: edit.path.slice(path.length) }]) }))
}
