import { isFilled, type Payload, type Value } from '../../core/index.js'

/**
 * What was sent, as the core reads it: texts of which nothing shows are not statements; null says that what stood before stands no more.
 * Answers null for what is no plain data.
 */
export function readPayload(sent: Readonly<Record<string, unknown>>): Payload | null {
  const found: Record<string, Value> = {}
  for (const [id, value] of Object.entries(sent)) {
    if (value === undefined || (typeof value === 'string' && !isFilled(value))) continue
    if (!isValue(value, 4)) return null
    found[id] = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
  }
  return found
}

/** Without what empties nothing: `standing` are the facts of the matter and of its shares. */
export const withoutIdle = (stated: Payload, standing: readonly Payload[]): Payload =>
  Object.fromEntries(
    Object.entries(stated).filter(([id, value]) => value !== null || standing.some((facts) => isFilled(facts[id]))),
  )

function isValue(value: unknown, depth: number): value is Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0) return false
  return Object.values(value).every((each) => isValue(each, depth - 1))
}
