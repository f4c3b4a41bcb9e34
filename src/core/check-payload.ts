import type { ClauseRef } from './clause.js'
import { readDay } from './day.js'
import { readInstant, shanghai } from './instant.js'
import type { FieldProblem } from './refusal.js'
import type { Field, Regulation } from './regulation.js'
import { periodUnits } from './resolve-limit.js'
import { assignmentsIn, isFilled, type Payload, type Value } from './value.js'

/** Always understood beside an act's own fields: the share that is meant, and why (whoever acts may say so). */
const reserved: ReadonlySet<string> = new Set(['unit', 'reason'])

/** Everything wrong with what an act states, field by field; empty when all is well. `allowed` are the fields the act knows. */
export function checkPayload(regulation: Regulation, allowed: readonly string[], payload: Payload): readonly FieldProblem[] {
  return Object.entries(payload).flatMap(([id, value]) => {
    const field = regulation.fields[id]
    if (!allowed.includes(id) && !reserved.has(id)) return [problem(id, 'unknown-field')]
    if (field === undefined || !isFilled(value)) return []
    return checkValue(field, value)
  })
}

/** The clauses of the fields at fault come before those of the rule. */
export function citingFields(
  regulation: Regulation,
  fields: readonly string[],
  clauses: readonly ClauseRef[],
): readonly ClauseRef[] {
  const own = fields.flatMap((field) => regulation.fields[field]?.clause ?? [])
  return [...new Set([...own, ...clauses])]
}

const problem = (field: string, code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field, code, limit })

function checkValue(field: Field, value: Value): readonly FieldProblem[] {
  const wrong = [problem(field.id, 'wrong-type')]
  switch (field.type) {
    case 'text':
    case 'longText':
      return typeof value === 'string' ? checkLength(field, value) : wrong
    case 'choice':
      if (typeof value !== 'string') return wrong
      return field.options.some((option) => option.id === value) ? [] : [problem(field.id, 'not-an-option')]
    case 'choices': {
      const ids = field.options.map((option) => option.id)
      if (!Array.isArray(value)) return wrong
      return value.every((each: Value) => typeof each === 'string' && ids.includes(each))
        ? []
        : [problem(field.id, 'not-an-option')]
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? checkBounds(field, value) : wrong
    case 'date':
      return typeof value === 'string' && readDay(value) !== null ? [] : wrong
    case 'time':
      return typeof value === 'string' && readInstant(value, shanghai) !== null ? [] : wrong
    case 'unit':
    case 'person':
    case 'matter':
      return typeof value === 'string' ? [] : wrong
    case 'assignments':
      return Array.isArray(value) && assignmentsIn(value).length === value.length ? checkParts(field, value) : wrong
    case 'limit':
      return checkLimit(field, value)
    case 'attachments':
      return Array.isArray(value) && value.every((each: Value) => typeof each === 'string')
        ? checkCount(field, value.length)
        : wrong
  }
}

/** Length as people count it: code points, not bytes; blanks at the ends do not count. */
function checkLength(field: Field, text: string): readonly FieldProblem[] {
  const length = [...text.trim()].length
  if (field.least !== null && length < field.least) return [problem(field.id, 'too-short', field.least)]
  if (field.most !== null && length > field.most) return [problem(field.id, 'too-long', field.most)]
  return []
}

function checkBounds(field: Field, value: number): readonly FieldProblem[] {
  if (field.least !== null && value < field.least) return [problem(field.id, 'too-small', field.least)]
  if (field.most !== null && value > field.most) return [problem(field.id, 'too-large', field.most)]
  return []
}

const checkParts = (field: Field, value: Value): readonly FieldProblem[] =>
  field.parts.length === 0 || assignmentsIn(value).every(({ role }) => field.parts.includes(role))
    ? []
    : [problem(field.id, 'not-an-option')]

const checkCount = (field: Field, count: number): readonly FieldProblem[] =>
  field.most !== null && count > field.most ? [problem(field.id, 'too-large', field.most)] : []

/** `{ on: day }`, or one period within the field's bounds. */
function checkLimit(field: Field, value: Value): readonly FieldProblem[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [problem(field.id, 'wrong-type')]
  const stated = Object.entries(value as { readonly [key: string]: Value })
  const [key, amount] = stated[0] ?? []
  if (stated.length !== 1 || key === undefined) return [problem(field.id, 'wrong-type')]
  if (field.units.length > 0 && !field.units.some((unit) => unit === key)) return [problem(field.id, 'wrong-type')]
  if (key === 'on') return typeof amount === 'string' && readDay(amount) !== null ? [] : [problem(field.id, 'wrong-type')]
  const isUnit = periodUnits.some((unit) => unit === key)
  if (!isUnit || typeof amount !== 'number' || !Number.isInteger(amount)) return [problem(field.id, 'wrong-type')]
  return checkBounds(field, amount)
}
