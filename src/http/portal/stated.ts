import type { FieldView } from '../../contract/index.js'
import { unreachable } from '../../core/index.js'
import { inputName, isForRequesters, type Typed } from '../../web/portal/index.js'
import type { PostedForm } from './posted-form.js'

/** What a sent form states: as it was typed, and as the fields mean it. Files are not in it. */
export type Stated = { readonly typed: Typed; readonly with: Readonly<Record<string, unknown>> }

/** Reads a sent form by its fields. What cannot be read stays as it is, so that it is refused with a sentence and not lost. */
export function readStated(fields: readonly FieldView[], form: PostedForm): Stated {
  const typed: Record<string, readonly string[]> = {}
  const stated: Record<string, unknown> = {}
  for (const field of fields.filter((each) => isForRequesters(each) && each.type !== 'attachments')) {
    const values = (form.entries.get(inputName(field)) ?? []).map((value) => value.replaceAll('\r\n', '\n'))
    typed[field.id] = values
    const filled = values.filter((value) => value.trim() !== '')
    if (filled.length > 0) stated[field.id] = readValue(field, filled)
  }
  return { typed, with: stated }
}

function readValue(field: FieldView, values: readonly string[]): unknown {
  const value = values[0] ?? ''
  switch (field.type) {
    case 'choices':
      return values
    case 'boolean':
      return value === 'yes' ? true : value === 'no' ? false : value
    case 'number':
      return readNumber(value)
    case 'limit':
      return { workdays: readNumber(value) }
    case 'text':
    case 'longText':
    case 'choice':
    case 'date':
    case 'time':
    case 'unit':
    case 'person':
    case 'people':
    case 'requesters':
    case 'matter':
    case 'assignments':
    case 'items':
    case 'attachments':
      return value
    default:
      return unreachable(field.type)
  }
}

function readNumber(value: string): number | string {
  const plain = value.trim().normalize('NFKC')
  return Number.isFinite(Number(plain)) ? Number(plain) : value
}
