import { z } from 'zod'
import {
  type DayBound,
  type Field,
  fieldContents,
  fieldTypes,
  type Option,
  type Prefill,
  periodUnits,
  prefills,
  type Value,
} from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropSome, nudge, tableIn } from './alter.js'
import { conditionWords } from './condition.js'
import { checkValue } from './field-value.js'
import type { FieldUse, Here, Options } from './option.js'
import { adviceOf, clausesOf, each, named, nameOf, type Reading } from './reading.js'
import { clauseRefs, listOf, name, parts, value, word, words } from './shapes.js'

/** Its name alone, or with what it rests on and what a requester is advised where it is chosen. */
const option = z.union([name, z.strictObject({ name, clause: clauseRefs.optional(), advice: name.optional() })])
type OptionInput = z.infer<typeof option>

/** `today`, an act or a field; or the due time of a duty. */
const dayBound = z.union([word, z.strictObject({ dueOf: words })])

/** 表单项 as written. */
export const field = z
  .strictObject({
    name,
    type: z.enum(fieldTypes),
    options: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/), option).optional(),
    least: z.number().optional(),
    most: z.number().optional(),
    units: listOf(z.enum([...periodUnits, 'on'])).optional(),
    parts: listOf(parts).optional(),
    needsLead: z.boolean().optional(),
    of: word.optional(),
    lists: words.optional(),
    roles: words.optional(),
    identity: z.boolean().optional(),
    content: z.enum(fieldContents).optional(),
    redacts: words.optional(),
    stands: z.union([z.enum(['latest', 'earliest']), z.strictObject({ rankedBy: word, order: words.optional() })]).optional(),
    notBefore: dayBound.optional(),
    notAfter: dayBound.optional(),
    default: value.optional(),
    prefill: z.enum(prefills).optional(),
    hint: name.optional(),
    hintForStaff: name.optional(),
    forStaff: z.boolean().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'FieldRule' })
export type FieldInput = z.infer<typeof field>

/** Every option of a field. */
export const fieldOptions: Options<FieldInput, Field> = {
  id: { read: idOf, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  type: { read: ({ type }) => type, edits: 'it says only what a file holds, not what the rules do' },
  options: { read: optionsOf, edits: optionEdits },
  least: { read: ({ least }) => least ?? null, edits: ({ least }, path) => nudge(least, [...path, 'least']) },
  most: { read: ({ most }) => most ?? null, edits: ({ most }, path) => nudge(most, [...path, 'most']) },
  units: {
    read: ({ units }) => each(units, []).map((entry) => entry.value),
    edits: (written, path) => drop(written, 'units', path),
  },
  parts: {
    read: (written) => each(written.parts, []).map((entry) => entry.value),
    edits: (written, path) => dropSome(written.parts, [...path, 'parts']),
  },
  needsLead: { read: ({ needsLead }) => needsLead ?? false, edits: (written, path) => drop(written, 'needsLead', path) },
  isIdentity: { read: ({ identity }) => identity ?? false, edits: (written, path) => drop(written, 'identity', path) },
  content: {
    read: ({ content, type }, { reading, path }) => {
      if (content !== undefined && type !== 'text')
        reading.report([...path, 'content'], 'only-for-text', { key: 'content' }, 'key')
      return content ?? null
    },
    edits: 'words: nothing hangs on them',
  },
  redacts: {
    read: ({ redacts }, { reading, path }) => named(reading, 'field', redacts, [...path, 'redacts']),
    edits: 'it says only what a file holds, not what the rules do',
    fields: (redacts, path) => redacts.map((field, index) => ({ field, path: [...path, index] })),
  },
  items: { read: itemsOf, edits: 'it says only what a file holds, not what the rules do' },
  lists: {
    read: ({ lists, type }, { reading, path }) => {
      if (lists !== undefined && type !== 'requesters')
        reading.report([...path, 'lists'], 'only-for-requesters', { key: 'lists' }, 'key')
      return named(reading, 'requester-list', lists, [...path, 'lists'])
    },
    edits: (written, path) => [...drop(written, 'lists', path), ...dropSome(written.lists, [...path, 'lists'])],
  },
  roles: {
    read: ({ roles, type }, { reading, path }) => {
      if (roles !== undefined && type !== 'people' && type !== 'person')
        reading.report([...path, 'roles'], 'only-for-people', { key: 'roles' }, 'key')
      if (type === 'person' && roles === undefined) return owing(reading, path.at(-1))
      return named(reading, 'role', roles, [...path, 'roles'])
    },
    // Who holds which role is known to an office, and to no example.
    edits: 'it says only what a file holds, not what the rules do',
  },
  stands: {
    read: standsOf,
    edits: (written, path) => [
      ...drop(written, 'stands', path),
      ...(isRecord(written.stands) ? dropSome(written.stands.order, [...path, 'stands', 'order']) : []),
    ],
  },
  notBefore: { read: dayBoundOf('notBefore'), edits: (written, path) => drop(written, 'notBefore', path), fields: boundFields },
  notAfter: { read: dayBoundOf('notAfter'), edits: (written, path) => drop(written, 'notAfter', path), fields: boundFields },
  default: { read: defaultOf, edits: (written, path) => drop(written, 'default', path) },
  prefill: { read: prefillOf, edits: 'words: nothing hangs on them' },
  hint: { read: ({ hint }) => adviceOf(hint), edits: 'words: nothing hangs on them' },
  hintForStaff: { read: ({ hintForStaff }) => adviceOf(hintForStaff), edits: 'words: nothing hangs on them' },
  isForStaff: {
    read: ({ forStaff }) => forStaff ?? false,
    edits: (written, path) => drop(written, 'forStaff', path),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** The roles of the duties that are owed by the person whom the field names: nobody else could have such a duty on their desk. */
const owing = ({ input }: Reading, field: Path[number] | undefined): readonly string[] => [
  ...new Set(Object.values(input.duties ?? {}).flatMap(({ personIn, holder }) => (personIn === field ? [holder] : []))),
]

/** By what a form can be begun with, the types that can hold it. */
const prefilled: Readonly<Record<Prefill, readonly Field['type'][]>> = {
  today: ['text', 'date', 'time'],
  ownUnit: ['text', 'unit'],
}

function prefillOf({ prefill, type }: FieldInput, { reading, path }: Here): Prefill | null {
  if (prefill !== undefined && !prefilled[prefill].includes(type))
    reading.report([...path, 'prefill'], 'not-prefilled', { key: prefill, word: prefilled[prefill].join(', ') }, 'key')
  return prefill ?? null
}

/** Of which kind are those that it states. */
function itemsOf({ type, of }: FieldInput, { reading, path }: Here): string | null {
  if (type !== 'items') {
    if (of !== undefined) reading.report([...path, 'of'], 'only-for-items', { key: 'of' }, 'key')
    return null
  }
  if (of === undefined) reading.report(path, 'missing-key', { word: 'of' }, 'key')
  return of === undefined ? null : reading.name('item', of, [...path, 'of'])
}

const datedTypes: readonly string[] = ['date', 'time', 'limit']

/** Ranked by a field of choice, in the order of its options; by `actor`, in the order of roles that is written. */
function standsOf({ stands, type }: FieldInput, { reading, path: above }: Here): Field['stands'] {
  const path = [...above, 'stands']
  if (stands === undefined || stands === 'latest') return { kind: 'latest' }
  if (stands === 'earliest') {
    if (!datedTypes.includes(type)) reading.report(path, 'not-a-day', { type }, 'key')
    return { kind: 'earliest' }
  }
  const { rankedBy, order } = stands
  if (rankedBy === 'actor') {
    if (order === undefined) reading.report(path, 'missing-key', { word: 'order' }, 'key')
    return { kind: 'ranked', by: null, order: named(reading, 'role', order, [...path, 'order']) }
  }
  const options = Object.keys(reading.input.fields?.[reading.name('field', rankedBy, [...path, 'rankedBy'])]?.options ?? {})
  for (const entry of each(order, [...path, 'order'])) {
    if (!options.includes(entry.value)) reading.report(entry.path, 'unknown-option', wordArgs(entry.value, options))
  }
  return { kind: 'ranked', by: rankedBy, order: order === undefined ? options : each(order, path).map(({ value }) => value) }
}

function dayBoundOf(key: 'notBefore' | 'notAfter') {
  return (written: FieldInput, { reading, path }: Here): DayBound | null => {
    const bound = written[key]
    const at = [...path, key]
    if (bound === undefined) return null
    if (!datedTypes.includes(written.type)) reading.report(at, 'not-a-day', { type: written.type }, 'key')
    if (typeof bound !== 'string') return { on: 'duty', duties: named(reading, 'duty', bound.dueOf, [...at, 'dueOf']) }
    if (bound === 'today') return { on: 'today' }
    if (reading.known('act').includes(bound)) return { on: 'act', act: bound }
    return { on: 'field', field: reading.name('field', bound, at) }
  }
}

function boundFields(bound: DayBound | null, path: Path): readonly FieldUse[] {
  return bound?.on === 'field' ? [{ field: bound.field, path }] : []
}

function idOf(written: FieldInput, { reading, id, path }: Here): string {
  if (id !== 'assignments' && conditionWords.includes(id)) reading.report(path, 'reserved-word', { word: id }, 'key')
  const isChoice = written.type === 'choice' || written.type === 'choices'
  if (isChoice && Object.keys(written.options ?? {}).length === 0)
    reading.report(path, 'field-without-options', { field: id }, 'key')
  return id
}

function defaultOf(written: FieldInput, { reading, id, path }: Here): Value | undefined {
  for (const entry of each<Value>(written.default, [...path, 'default'])) checkValue(reading, id, entry.value, entry.path)
  return written.default ?? (written.type === 'boolean' ? false : undefined)
}

function optionsOf({ options }: FieldInput, here: Here): readonly Option[] {
  return Object.entries(options ?? {}).map(([id, entry]) => optionOf(id, entry, here))
}

function optionOf(id: string, written: OptionInput, { reading, path }: Here): Option {
  if (typeof written === 'string' || 'zh' in written) return { id, name: nameOf(written), clause: [], advice: null }
  const clause = clausesOf(reading, written.clause, [...path, 'options', id, 'clause'])
  return { id, name: nameOf(written.name), clause, advice: adviceOf(written.advice) }
}

/** Only options that rest on a clause: the others are words of the office. */
function optionEdits({ options }: FieldInput, path: Path): readonly Edit[] {
  return tableIn(options)
    .filter(([, { clause }]) => clause !== undefined)
    .map(([id]) => ({ path: [...path, 'options', id], what: `without ${id}` }))
}
