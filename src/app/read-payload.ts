import type { Payload, Regulation, Value } from '../core/index.js'

/** What was sent, as the core reads it: empty entries are not statements. Answers null for what is no plain data. */
export function readPayload(sent: Readonly<Record<string, unknown>>): Payload | null {
  const found: Record<string, Value> = {}
  for (const [id, value] of Object.entries(sent)) {
    if (value === undefined || value === null || value === '') continue
    if (!isValue(value, 4)) return null
    found[id] = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
  }
  return found
}

function isValue(value: unknown, depth: number): value is Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0) return false
  return Object.values(value).every((each) => isValue(each, depth - 1))
}

/** A form without script sends texts alone: reads each as its field says. What cannot be read stays, and is refused by the core. */
export function readForm(regulation: Regulation, sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(sent).map(([id, value]) => [id, readFormValue(regulation.fields[id]?.type, value)]))
}

const yes: ReadonlySet<unknown> = new Set(['true', 'on', 'yes', '1', true])

function readFormValue(type: string | undefined, value: unknown): unknown {
  switch (type) {
    case 'boolean':
      return value === '' || value === undefined ? undefined : yes.has(value)
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
    case 'choices':
    case 'attachments':
      return typeof value === 'string' ? (value === '' ? undefined : [value]) : value
    default:
      return Array.isArray(value) && type !== 'assignments' ? value[0] : value
  }
}
