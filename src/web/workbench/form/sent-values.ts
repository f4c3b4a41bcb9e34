import type { FieldView } from '../../../contract/index.js'
import type { Values } from './field-props.js'
import { readTyped } from './read-typed.js'

/** What the fields hold before anybody types. */
export const startValues = (fields: readonly FieldView[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, value, prefill }) => (value == null && prefill === undefined ? [] : [[id, value ?? prefill]])),
  )

/**
 * What is sent: what was filled in. A field that may be left out is sent only where it was changed, so that the record holds
 * what this person stated; one that was emptied is sent as null, a list of files as an empty one. Days, times and numbers are read here
 * too: who sends by a key has not left the input.
 */
export function sentValues(fields: readonly FieldView[], values: Values): Values {
  const sent: [string, unknown][] = []
  for (const field of fields) {
    const value = stated(field, trimmed(readTyped(field, values[field.id])))
    const isSame = JSON.stringify(value) === JSON.stringify(field.value)
    if (isFilled(value)) {
      if (field.isNeeded || field.isForPublic === true || !isSame) sent.push([field.id, value])
    } else if (isFilled(field.value) || field.isForPublic === true)
      sent.push([field.id, field.type === 'attachments' ? [] : null])
  }
  return Object.fromEntries(sent)
}

export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' ? Object.values(value).some(isFilled) : true
}

/** Of items, those that hold more than what a row of theirs is begun with; where every field is begun, all. */
function stated({ row = [] }: FieldView, value: unknown): unknown {
  if (!Array.isArray(value) || row.every(({ prefill }) => prefill !== undefined)) return value
  return value.filter((item: Values) => row.some(({ id, prefill }) => isFilled(item[id]) && item[id] !== prefill))
}

/** Texts without blanks at their ends; rows of a list that hold no unit, or nothing at all, are nothing stated. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (!Array.isArray(value)) return value
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [each]
    if ('part' in each) return 'unit' in each && isFilled(each.unit) ? [each] : []
    const filled = Object.entries(each).flatMap(([id, own]) => (isFilled(trimmed(own)) ? [[id, trimmed(own)] as const] : []))
    return filled.length === 0 ? [] : [Object.fromEntries(filled)]
  })
}
