import type { Prohibition, Visibility } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { grounds, readCondition } from './read-condition.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'

export function visibilityOf(reading: Reading): Visibility {
  const written = reading.input.visibility ?? {}
  const at = (key: string): Path => ['visibility', key]
  return {
    matters: each(written.matters, at('matters')).map(({ value, path }) => ({
      to: named(reading, 'role', value.to, [...path, 'to']),
      sees: value.sees,
      ...grounds(reading, value, path),
    })),
    fields: each(written.fields, at('fields')).map(({ value, path }) => ({
      fields: fieldsNamed(reading, value.fields, [...path, 'fields']),
      to: named(reading, 'role', value.to, [...path, 'to']),
      as: value.as,
      ...grounds(reading, value, path),
    })),
    hiddenFrom: each(written.hiddenFrom, at('hiddenFrom')).map(({ value, path }) => ({
      field: reading.name('field', value.field, [...path, 'field']),
      ...grounds(reading, value, path),
    })),
    public: publicOf(reading, written.public, at('public')),
  }
}

/** Fields by name; `identity` stands for all fields of identity. */
const fieldsNamed = (reading: Reading, written: string | readonly string[], path: Path): readonly string[] =>
  each(written, path).map(({ value, path: at }) => (value === 'identity' ? value : reading.name('field', value, at)))

function publicOf(
  reading: Reading,
  written: NonNullable<Reading['input']['visibility']>['public'],
  path: Path,
): Visibility['public'] {
  if (!written) return null
  return {
    when: readCondition(reading, written.when, [...path, 'when']),
    fields: named(reading, 'field', written.fields, [...path, 'fields']),
    clause: clausesOf(reading, written.clause, [...path, 'clause']),
  }
}

export const prohibitionsOf = (reading: Reading): readonly Prohibition[] =>
  each(reading.input.prohibitions, ['prohibitions']).map(({ value, path }) => ({
    id: value.id,
    name: nameOf(value.name),
    acts: named(reading, 'act', value.acts, [...path, 'acts']),
    ...grounds(reading, value, path),
  }))
