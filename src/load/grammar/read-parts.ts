import type { Alert, Discretion, Field, Option, Parameter, Passage, Role, Stage, Value } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { checkValue, conditionOf } from './read-condition.js'
import { clausesOf, commonRoles, each, named, nameOf, type Reading } from './reading.js'
import type { FieldInput, OptionInput } from './schema.js'
import type { PassagesInput, StageInput } from './schema-acts.js'
import { conditionWords } from './schema-parts.js'

/** A table of things by id, in the order written. */
export function tableOf<In, Out>(
  written: Readonly<Record<string, In>> | undefined,
  path: Path,
  read: (id: string, entry: In, path: Path) => Out,
): Readonly<Record<string, Out>> {
  return Object.fromEntries(Object.entries(written ?? {}).map(([id, entry]) => [id, read(id, entry, [...path, id])]))
}

export function rolesOf(reading: Reading): Readonly<Record<string, Role>> {
  const common = Object.entries(commonRoles).map(([kind, name]): [string, Role] => {
    return [kind, { id: kind, name, kind: kind as keyof typeof commonRoles, clause: [] }]
  })
  const own = tableOf(reading.input.roles, ['roles'], (id, { name, kind, clause }, path): Role => {
    return { id, name: nameOf(name), kind, clause: clausesOf(reading, clause, [...path, 'clause']) }
  })
  return { ...Object.fromEntries(common), ...own }
}

export const fieldsOf = (reading: Reading): Readonly<Record<string, Field>> =>
  tableOf(reading.input.fields, ['fields'], (id, entry, path) => fieldOf(reading, id, entry, path))

function fieldOf(reading: Reading, id: string, written: FieldInput, path: Path): Field {
  if (id !== 'assignments' && conditionWords.includes(id)) reading.report(path, 'reserved-word', { word: id }, 'key')
  const isChoice = written.type === 'choice' || written.type === 'choices'
  if (isChoice && Object.keys(written.options ?? {}).length === 0)
    reading.report(path, 'field-without-options', { field: id }, 'key')
  for (const entry of each<Value>(written.default, [...path, 'default'])) checkValue(reading, id, entry.value, entry.path)
  const options = tableOf(written.options, [...path, 'options'], (option, entry, at) => optionOf(reading, option, entry, at))
  return {
    id,
    name: nameOf(written.name),
    type: written.type,
    options: Object.values(options),
    least: written.least ?? null,
    most: written.most ?? null,
    units: each(written.units, path).map((entry) => entry.value),
    parts: each(written.parts, path).map((entry) => entry.value),
    needsLead: written.needsLead ?? false,
    isIdentity: written.identity ?? false,
    stands: standsOf(reading, written, [...path, 'stands']),
    notBefore: dayBoundOf(reading, written, 'notBefore', path),
    notAfter: dayBoundOf(reading, written, 'notAfter', path),
    default: written.default ?? (written.type === 'boolean' ? false : undefined),
    hint: written.hint ?? '',
    clause: clausesOf(reading, written.clause, [...path, 'clause']),
  }
}

const datedTypes: readonly string[] = ['date', 'time', 'limit']

/** Ranked by a field of choice, in the order of its options; by `actor`, in the order of roles that is written. */
function standsOf(reading: Reading, { stands, type }: FieldInput, path: Path): Field['stands'] {
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

function dayBoundOf(reading: Reading, written: FieldInput, key: 'notBefore' | 'notAfter', path: Path): Field['notBefore'] {
  const bound = written[key]
  const at = [...path, key]
  if (bound === undefined) return null
  if (!datedTypes.includes(written.type)) reading.report(at, 'not-a-day', { type: written.type }, 'key')
  if (typeof bound !== 'string') return { on: 'duty', duty: reading.name('duty', bound.dueOf, [...at, 'dueOf']) }
  if (bound === 'today') return { on: 'today' }
  if (reading.known('act').includes(bound)) return { on: 'act', act: bound }
  return { on: 'field', field: reading.name('field', bound, at) }
}

function optionOf(reading: Reading, id: string, written: OptionInput, path: Path): Option {
  if (typeof written === 'string') return { id, name: nameOf(written), clause: [], advice: '' }
  const clause = clausesOf(reading, written.clause, [...path, 'clause'])
  return { id, name: nameOf(written.name), clause, advice: written.advice ?? '' }
}

/** Stages of the matter, or of its shares: only the former are shown to citizens. */
export function stagesOf(reading: Reading, of: 'stages' | 'assignmentStages'): Readonly<Record<string, Stage>> {
  return tableOf(reading.input[of], [of], (id, written, path) => stageOf(reading, id, written, { of, path }))
}

function stageOf(reading: Reading, id: string, written: StageInput, at: { of: string; path: Path }): Stage {
  const isEnd = written.end ?? false
  const isShown = at.of === 'stages' && reading.known('shown-state').length > 0
  if (written.heldBy === undefined && !isEnd) reading.report(at.path, 'missing-key', { word: 'heldBy' }, 'key')
  if (written.shown === undefined && isShown) reading.report(at.path, 'missing-key', { word: 'shown' }, 'key')
  if (written.shown !== undefined) reading.name('shown-state', written.shown, [...at.path, 'shown'])
  if (written.next !== undefined && at.of !== 'stages') reading.report([...at.path, 'next'], 'next-of-share', {}, 'key')
  clausesOf(reading, written.clause, [...at.path, 'clause'])
  return {
    id,
    name: nameOf(written.name),
    shown: written.shown ?? '',
    explains: written.explains ?? '',
    heldBy: written.heldBy ?? 'nobody',
    isEnd,
    next: passagesOf(reading, written.next, [...at.path, 'next'], at.of === 'stages' ? 'stage' : 'assignment-stage'),
  }
}

/** Where to, in order: the first whose condition holds. */
export function passagesOf(
  reading: Reading,
  written: PassagesInput | undefined,
  path: Path,
  kind: 'stage' | 'assignment-stage',
): readonly Passage[] {
  return each(written, path).map(({ value, path: at }) => {
    if (typeof value === 'string') return { to: reading.name(kind, value, at), when: null }
    return { to: reading.name(kind, value.to, [...at, 'to']), when: conditionOf(reading, value.when, [...at, 'when']) }
  })
}

export const alertsOf = (reading: Reading): Readonly<Record<string, Alert>> =>
  tableOf(reading.input.alerts, ['alerts'], (id, { name, rank, colour }) => ({ id, name: nameOf(name), rank, colour }))

export const parametersOf = (reading: Reading): Readonly<Record<string, Parameter>> =>
  tableOf(reading.input.parameters, ['parameters'], (id, { value, asks, alternatives, clause }, path) => ({
    id,
    value,
    asks,
    alternatives: alternatives ?? [],
    clause: clausesOf(reading, clause, [...path, 'clause']),
  }))

export const discretionsOf = (reading: Reading): Readonly<Record<string, Discretion>> =>
  tableOf(reading.input.discretions, ['discretions'], (id, { words, judge, clause }, path) => ({
    id,
    words,
    judge: reading.name('role', judge, [...path, 'judge']),
    clause: clausesOf(reading, clause, [...path, 'clause']),
  }))
