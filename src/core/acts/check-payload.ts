import { periodUnits } from '../clocks/resolve-limit.js'
import type { FieldProblem } from '../conditions/refusal.js'
import type { ClauseRef } from '../rules/clause.js'
import { isOfContent } from '../rules/field-content.js'
import { daysStated, mostOf } from '../rules/most-of.js'
import type { Field, Regulation } from '../rules/regulation.js'
import { type Day, readDay } from '../time/day.js'
import { dayOf, endOfDay, readInstant, shanghai } from '../time/instant.js'
import { isPlainText } from '../values/plain-text.js'
import { seenLength } from '../values/shown-text.js'
import { assignmentsIn, handlingParts, isFilled, type Payload, recordsIn, type Value } from '../values/value.js'

/** Always understood beside an act's own fields: the share that is meant, why (whoever acts may say so), and the kinds of the units named. */
const reserved: ReadonlySet<string> = new Set(['unit', 'reason', 'unitKinds'])

/** Everything wrong with what an act states, field by field; empty when all is well. `allowed` are the fields the act knows. */
export function checkPayload(regulation: Regulation, allowed: readonly string[], payload: Payload): readonly FieldProblem[] {
  const unknown = Object.keys(payload).filter((id) => !allowed.includes(id) && !reserved.has(id))
  // Whoever sends a thousand of them learns enough from the first.
  if (unknown.length > 0) return unknown.slice(0, mostUnknown).map((id) => problem(id, 'unknown-field'))
  return Object.entries(payload).flatMap(([id, value]) => {
    if (!isFilled(value)) return []
    const field = regulation.fields[id]
    const problems = field === undefined ? checkReserved(id, value) : checkField(regulation, field, value)
    return problems.length > 0 || isPlain(value) ? problems : [problem(id, 'not-text')]
  })
}

const checkField = (regulation: Regulation, field: Field, value: Value): readonly FieldProblem[] =>
  field.items === null ? checkValue(field, value) : checkItems(regulation, field, value)

/** Each item by the fields of its kind. */
function checkItems(regulation: Regulation, field: Field, value: Value): readonly FieldProblem[] {
  const kind = regulation.items[field.items ?? '']
  const stated = recordsIn(value)
  if (kind === undefined || !Array.isArray(value) || stated.length !== value.length) return [problem(field.id, 'wrong-type')]
  const bounds = checkCount(field, stated.length)
  if (bounds.length > 0) return bounds
  const few = field.least !== null && stated.length < field.least ? [problem(field.id, 'too-few', field.least)] : []
  const found = stated.flatMap((item, row) => {
    const missing = kind.needs.filter((id) => !isFilled(item[id])).map((id) => problem(id, 'missing'))
    const known = [...kind.needs, ...kind.takes]
    const unknown = Object.keys(item).filter((id) => !known.includes(id))
    const wrong = Object.entries(item).flatMap(([id, stated]) => {
      const own = regulation.fields[id]
      return own === undefined || !known.includes(id) || !isFilled(stated) ? [] : checkValue(own, stated)
    })
    const all = [...missing, ...unknown.slice(0, 1).map((id) => problem(id, 'unknown-field')), ...wrong]
    return all.map((each) => ({ ...each, within: { field: field.id, row } }))
  })
  return [...few, ...found]
}

const mostUnknown = 10

/** Every text in it, however deep. What was checked before is not deep. */
const isPlain = (value: Value): boolean => {
  if (typeof value === 'string') return isPlainText(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain)
}

/** Understood without being a field of the regulation: the name of a unit, or a reason as anybody writes one. */
function checkReserved(id: string, value: Value): readonly FieldProblem[] {
  if (id === 'unitKinds') return []
  if (id === 'item') return typeof value === 'number' ? [] : [problem(id, 'wrong-type')]
  if (typeof value !== 'string') return [problem(id, 'wrong-type')]
  const most = mostOf({ type: id === 'unit' ? 'unit' : 'longText', most: null })
  return value.length > most ? [problem(id, 'too-long', most)] : []
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
        ? checkCount(field, value.length)
        : [problem(field.id, 'not-an-option')]
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? checkBounds(field, value) : wrong
    case 'date':
      return checkDay(field, typeof value === 'string' ? readDay(value) : null)
    case 'time':
      return checkDay(field, typeof value === 'string' && readInstant(value, shanghai) !== null ? dayOf(value, shanghai) : null)
    case 'unit':
    case 'person':
    case 'matter':
      return typeof value === 'string' ? checkLength(field, value) : wrong
    case 'people':
    case 'requesters': {
      const isNamed = Array.isArray(value) && value.every((each: Value) => typeof each === 'string' && each !== '')
      return isNamed && new Set(value).size === value.length ? checkCount(field, value.length) : wrong
    }
    case 'assignments':
      return Array.isArray(value) && assignmentsIn(value).length === value.length ? checkParts(field, value) : wrong
    case 'limit':
      return checkLimit(field, value)
    case 'items':
      // Items hold no items.
      return wrong
    case 'attachments':
      return Array.isArray(value) && value.every((each: Value) => typeof each === 'string')
        ? checkCount(field, value.length)
        : wrong
  }
}

/** At least so much must be seen; at most so much is kept, seen or not. */
function checkLength(field: Field, text: string): readonly FieldProblem[] {
  const most = mostOf(field)
  // A letter is two units of text at most: what is longer than that need not be counted letter by letter.
  const length = text.length > 4 * most + 100 ? text.length : [...text.trim()].length
  if (length > most) return [problem(field.id, 'too-long', most)]
  if (field.least !== null && seenLength(text) < field.least) return [problem(field.id, 'too-short', field.least)]
  return isOfContent(field.content, text) ? [] : [problem(field.id, field.content === 'email' ? 'no-email' : 'no-telephone')]
}

/** Whether a problem is of what a text looks like: of a letter that comes from elsewhere the text is kept as it came, and nothing is to be asked. */
export const isOfForm = (code: FieldProblem['code']): boolean => code === 'no-email' || code === 'no-telephone'

/** A day that nobody means is told at once: else a year typed wrongly would stand for ever. */
function checkDay({ id }: Field, on: Day | null): readonly FieldProblem[] {
  if (on === null) return [problem(id, 'wrong-type')]
  if (on < daysStated.first) return [{ ...problem(id, 'day-too-early'), bound: endOfDay(daysStated.first, shanghai) }]
  return on > daysStated.last ? [{ ...problem(id, 'day-too-late'), bound: endOfDay(daysStated.last, shanghai) }] : []
}

function checkBounds(field: Pick<Field, 'id' | 'type' | 'least' | 'most'>, value: number): readonly FieldProblem[] {
  if (field.least !== null && value < field.least) return [problem(field.id, 'too-small', field.least)]
  const most = mostOf(field)
  return value > most || value < -most
    ? [problem(field.id, value > most ? 'too-large' : 'too-small', value > most ? most : -most)]
    : []
}

function checkParts(field: Field, value: Value): readonly FieldProblem[] {
  const parts = assignmentsIn(value)
  // Who may hand on to a unit below, and that nobody else does, hangs on the act.
  const offered = [...(field.parts.length === 0 ? handlingParts : field.parts), 'subordinate']
  const isOffered = parts.every(({ part }) => offered.includes(part))
  return isOffered ? checkCount(field, parts.length) : [problem(field.id, 'not-an-option')]
}

const checkCount = (field: Field, count: number): readonly FieldProblem[] =>
  count > mostOf(field) ? [problem(field.id, 'too-large', mostOf(field))] : []

/** `{ on: day }`, or one period within the field's bounds; no time is less than none. */
function checkLimit(field: Field, value: Value): readonly FieldProblem[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [problem(field.id, 'wrong-type')]
  const stated = Object.entries(value as { readonly [key: string]: Value })
  const [key, amount] = stated[0] ?? []
  if (stated.length !== 1 || key === undefined) return [problem(field.id, 'wrong-type')]
  if (field.units.length > 0 && !field.units.some((unit) => unit === key)) return [problem(field.id, 'wrong-type')]
  if (key === 'on') return checkDay(field, typeof amount === 'string' ? readDay(amount) : null)
  const isUnit = periodUnits.some((unit) => unit === key)
  if (!isUnit || typeof amount !== 'number') return [problem(field.id, 'wrong-type')]
  return Number.isInteger(amount) ? checkBounds({ ...field, least: field.least ?? 0 }, amount) : [problem(field.id, 'not-whole')]
}
