import { type AssignmentRole, assignmentRoles, type Condition, type Value } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { clausesOf, each, named, type Reading } from './reading.js'
import { type ConditionInput, conditionWords, type FieldTestInput, type PeriodInput } from './schema-parts.js'

/** Reads a condition; without one, null. */
export function conditionOf(reading: Reading, written: ConditionInput | undefined, path: Path): Condition | null {
  return written === undefined ? null : readCondition(reading, written, path)
}

export function readCondition(reading: Reading, written: ConditionInput, path: Path): Condition {
  const parts = Object.keys(written).flatMap((key) => readPart(reading, written, key, [...path, key]))
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { op: 'all', of: parts }
}

function readPart(reading: Reading, written: ConditionInput, key: string, path: Path): readonly Condition[] {
  switch (key) {
    case 'all':
    case 'any':
      return [
        { op: key, of: each<ConditionInput>(written[key], path).map(({ value, path: at }) => readCondition(reading, value, at)) },
      ]
    case 'not':
      return written.not ? [{ op: 'not', of: readCondition(reading, written.not, path) }] : []
    case 'filled':
    case 'empty':
      return each(written[key], path).map(({ value, path: at }) => ({
        op: 'filled',
        field: reading.name('field', value, at),
        isFilled: key === 'filled',
      }))
    case 'same': {
      const [first = '', second = ''] = written.same ?? []
      const [list = '', part] = first.split('.')
      const role = assignmentRoles.find((each) => each === part) ?? null
      if (part !== undefined && (role === null || list !== 'assignments')) {
        reading.report(
          [...path, 0],
          'unknown-part',
          wordArgs(
            first,
            assignmentRoles.map((each) => `assignments.${each}`),
          ),
        )
      }
      const field = reading.name('field', list, [...path, 0])
      return [{ op: 'same', field, other: reading.name('field', second, [...path, 1]), part: role }]
    }
    case 'viewer':
      return each(written.viewer, path).map(({ value, path: at }) => ({ op: 'viewer', field: reading.name('field', value, at) }))
    case 'actor':
      return [{ op: 'actor', roles: named(reading, 'role', written.actor, path) }]
    case 'day':
      return Object.entries(written.day ?? {}).map(([field, test]) => dayTestOf(reading, field, test, [...path, field]))
    default:
      return readStanding(reading, written, key, path)
  }
}

function dayTestOf(
  reading: Reading,
  field: string,
  test: { readonly atLeast?: 'today' | undefined; readonly atMost?: 'today' | undefined },
  path: Path,
): Condition {
  reading.name('field', field, path, 'key')
  const type = reading.input.fields?.[field]?.type
  if (type !== undefined && type !== 'date' && type !== 'time') {
    reading.report(path, 'wrong-field-type', { field, type: 'date' }, 'key')
  }
  return { op: 'day', field, isFromToday: test.atLeast !== undefined, isUntilToday: test.atMost !== undefined }
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

/** Conditions on what has happened and where the matter stands. */
function readStanding(reading: Reading, written: ConditionInput, key: string, path: Path): readonly Condition[] {
  switch (key) {
    case 'count':
      return Object.entries(written.count ?? {}).map(([act, bounds]) => ({
        op: 'count',
        act: reading.name('act', act, [...path, act], 'key'),
        atLeast: bounds.atLeast ?? null,
        atMost: bounds.atMost ?? null,
        apart: apartOf(reading, bounds.apart, [...path, act, 'apart']),
      }))
    case 'duty':
      return Object.entries(written.duty ?? {}).map(([duty, statuses]) => ({
        op: 'duty',
        duty: reading.name('duty', duty, [...path, duty], 'key'),
        statuses: each(statuses, path).map((entry) => entry.value),
      }))
    case 'stage':
      return [{ op: 'stage', stages: each(written.stage, path).map(({ value, path: at }) => reading.name('stage', value, at)) }]
    case 'part':
      return [{ op: 'part', roles: each(written.part, path).map((entry) => entry.value) }]
    case 'assignments':
      return readAssignments(reading, written.assignments ?? {}, path)
    default:
      return [readField(reading, key, written[key] as FieldTestInput, path)]
  }
}

function readAssignments(
  reading: Reading,
  written: NonNullable<ConditionInput['assignments']>,
  path: Path,
): readonly Condition[] {
  const roles: readonly AssignmentRole[] = each(written.of, path).map((entry) => entry.value)
  const quantities = (['every', 'some', 'none'] as const).filter((quantity) => written[quantity] !== undefined)
  const [quantity] = quantities
  if (quantities.length !== 1 || quantity === undefined) {
    reading.report(path, 'exactly-one', { words: 'every, some, none' }, 'key')
    return []
  }
  const stages = each(written[quantity], [...path, quantity]).map(({ value, path: at }) =>
    reading.name('assignment-stage', value, at),
  )
  return [{ op: 'assignments', roles, stages, quantity }]
}

function readField(reading: Reading, field: string, test: FieldTestInput, path: Path): Condition {
  if (!reading.known('field').includes(field)) {
    reading.report(path, 'unknown-field', wordArgs(field, [...reading.known('field'), ...conditionWords]), 'key')
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

/** Whether a field may hold this value: options, booleans and numbers only; texts may be anything. */
export function checkValue(reading: Reading, field: string, value: Value, path: Path): void {
  const declared = reading.input.fields?.[field]
  if (!declared) return
  const wrong = () => reading.report(path, 'wrong-value-type', { field, type: declared.type })
  switch (declared.type) {
    case 'boolean':
      if (typeof value !== 'boolean') wrong()
      return
    case 'number':
      if (typeof value !== 'number') wrong()
      return
    case 'choice':
    case 'choices': {
      const options = Object.keys(declared.options ?? {})
      if (typeof value === 'string' && !options.includes(value)) reading.report(path, 'unknown-option', wordArgs(value, options))
      else if (typeof value !== 'string') wrong()
      return
    }
    default:
      return
  }
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
