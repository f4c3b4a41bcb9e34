import { z } from 'zod'
import type { Condition, UnitKind } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import type { Options } from './option.js'
import { clausesOf, each, nameOf, type Reading } from './reading.js'
import { bounds, clauseRefs, name, word, words } from './shapes.js'

/** 单位类别 as written. */
export const unitKind = z
  .union([word, z.strictObject({ name, level: z.number().int().min(1).optional(), clause: clauseRefs.optional() })])
  .meta({ id: 'UnitKind' })
export type UnitKindInput = z.infer<typeof unitKind>

/** Every option of it. */
export const unitKindOptions: Options<UnitKindInput, UnitKind> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: {
    read: (written) => nameOf(typeof written === 'string' ? written : written.name),
    edits: 'words: nothing hangs on them',
  },
  level: {
    read: (written) => (typeof written === 'string' ? null : (written.level ?? null)),
    edits: 'it says only what a file holds, not what the rules do',
  },
  clause: {
    read: (written, { reading, path }) =>
      typeof written === 'string' ? [] : clausesOf(reading, written.clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** Of which kinds, or at which levels, one of the units is that a field names. */
export const unitKindTest = z.record(z.string(), words)
export const unitLevelTest = z.record(z.string(), bounds)

export const readUnitKinds = (reading: Reading, written: z.infer<typeof unitKindTest>, path: Path): readonly Condition[] =>
  Object.entries(written).map(([field, kinds]) => ({
    op: 'unitKind',
    field: unitsField(reading, field, [...path, field]),
    kinds: each(kinds, [...path, field]).map(({ value, path: at }) => reading.name('unit-kind', value, at)),
  }))

/** A level is that of the kinds which have it. */
export const readUnitLevels = (reading: Reading, written: z.infer<typeof unitLevelTest>, path: Path): readonly Condition[] =>
  Object.entries(written).map(([field, { atLeast = 1, atMost = Number.POSITIVE_INFINITY }]) => ({
    op: 'unitKind',
    field: unitsField(reading, field, [...path, field]),
    kinds: Object.entries(reading.input.unitKinds ?? {}).flatMap(([id, kind]) => {
      const level = typeof kind === 'string' ? undefined : kind.level
      return level !== undefined && level >= atLeast && level <= atMost ? [id] : []
    }),
  }))

function unitsField(reading: Reading, field: string, path: Path): string {
  const type = reading.input.fields?.[field]?.type
  if (type !== undefined && type !== 'unit' && type !== 'assignments') {
    reading.report(path, 'wrong-field-type', { field, type: 'unit, assignments' }, 'key')
  }
  return reading.name('field', field, path, 'key')
}
