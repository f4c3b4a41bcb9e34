import { isFilled, type Payload, type Value } from '../core/index.js'

/** What was sent, as the core reads it: empty entries, and texts of which nothing shows, are not statements. Answers null for what is no plain data. */
export function readPayload(sent: Readonly<Record<string, unknown>>): Payload | null {
  const found: Record<string, Value> = {}
  for (const [id, value] of Object.entries(sent)) {
    if (value === undefined || value === null || (typeof value === 'string' && !isFilled(value))) continue
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
