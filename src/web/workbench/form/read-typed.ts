import type { FieldView } from '../../../contract/index.js'
import { unreachable } from '../../../core/index.js'

/** Typed days and times, read kindly: 2025-9-3, 2025/09/03, 2025年9月3日 and 20250903 are one day. What cannot be read is left as it is. */
export function readTypedDay(text: string): string {
  const typed = text.trim().normalize('NFKC')
  const found = /^(\d{4})(?:[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(typed)
  if (!found) return typed
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A day and a time of day: 2025-9-3 9:05 becomes 2025-09-03 09:05. */
export function readTypedTime(text: string): string {
  const typed = text.trim().normalize('NFKC')
  const found = /^(.*?)[ T]*(\d{1,2})[:：时点](\d{1,2})?分?$/.exec(typed)
  if (!found) return typed
  const [, day = '', hour = '', minute = '0'] = found
  return `${readTypedDay(day)} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** A number, with the signs a Chinese keyboard types; what is none stays text, and the server says so. */
export function readTypedNumber(text: string): number | string | null {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return null
  const number = Number(typed)
  return Number.isFinite(number) ? number : typed
}

/** What stands in an input of a field of this type, read as it is meant; what is no such text is left as it is. Limits by the unit they are stated in. */
export function readTyped({ type, row = [] }: Pick<FieldView, 'type' | 'row'>, value: unknown): unknown {
  switch (type) {
    case 'number':
      return readText(value, readTypedNumber)
    case 'date':
      return readText(value, readTypedDay)
    case 'time':
      return readText(value, readTypedTime)
    case 'limit':
      return readEach(value, (unit, amount) => readText(amount, unit === 'on' ? readTypedDay : readTypedNumber))
    case 'items': {
      const own = new Map(row.map((field) => [field.id, field]))
      const read = (id: string, entered: unknown): unknown => readTyped(own.get(id) ?? { type: 'text' }, entered)
      return Array.isArray(value) ? value.map((item: unknown) => readEach(item, read)) : value
    }
    case 'text':
    case 'longText':
    case 'choice':
    case 'choices':
    case 'boolean':
    case 'unit':
    case 'person':
    case 'people':
    case 'requesters':
    case 'matter':
    case 'assignments':
    case 'attachments':
      return value
    default:
      return unreachable(type)
  }
}

const readText = (value: unknown, read: (text: string) => unknown): unknown => (typeof value === 'string' ? read(value) : value)

const readEach = (value: unknown, read: (key: string, entered: unknown) => unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, entered]) => [key, read(key, entered)]))
    : value
