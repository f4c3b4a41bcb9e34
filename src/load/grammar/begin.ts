import { z } from 'zod'
import type { Begin } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropEntries } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import type { Here } from './option.js'
import { clausesOf, each, nameOf, type Reading } from './reading.js'
import { clauseRefs, identifier, listOf, name, word } from './shapes.js'

/** 引出 as written: a matter of another kind; `carries` names, by each of its fields, the field here that is carried into it. */
export const begin = z
  .strictObject({
    kind: identifier,
    name,
    when: condition.optional(),
    carries: z.record(identifier, word).optional(),
    joins: word.optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Begin' })

type Written = { readonly begins?: z.infer<ReturnType<typeof listOf<typeof begin>>> | undefined }

export const begins = listOf(begin)

export const beginsOf = ({ begins: written }: Written, { reading, path }: Here): readonly Begin[] =>
  each(written, [...path, 'begins']).map(({ value, path: at }) => ({
    kind: value.kind,
    name: nameOf(value.name),
    when: conditionOf(reading, value.when, [...at, 'when']),
    carries: Object.fromEntries(
      Object.entries(value.carries ?? {}).map(([there, here]) => [there, reading.name('field', here, [...at, 'carries', there])]),
    ),
    joins: value.joins === undefined ? null : matterFieldOf(reading, value.joins, [...at, 'joins']),
    clause: clausesOf(reading, value.clause, [...at, 'clause']),
  }))

/** Kinds of fields that are not carried into another matter: what is known apart, and who brought this one in. */
export const uncarried: ReadonlySet<string> = new Set(['attachments', 'assignments', 'items', 'requesters', 'people'])

/** A field that holds the number of a matter which is there already. */
export function matterFieldOf(reading: Reading, field: string, path: Path): string {
  const type = reading.input.fields?.[field]?.type
  if (type !== undefined && type !== 'matter') reading.report(path, 'wrong-field-type', { field, type: 'matter' })
  return reading.name('field', field, path)
}

export const beginsEdits = ({ begins: written }: Written, path: Path): readonly Edit[] =>
  each(written, [...path, 'begins']).flatMap(({ value, path: at }) => [
    ...(Array.isArray(written)
      ? [{ path: at, what: 'without what it begins' }]
      : [{ path: at, what: 'without what it begins', value: [] }]),
    ...dropEntries(value.carries, [...at, 'carries']),
    ...drop(value, 'joins', at),
    ...conditionEdits(value.when, [...at, 'when']),
  ])
