import type { Json } from '../types.js'

/**
 * JSON with one spelling for one value: keys in order, no blanks. What cannot be stored in a database (NUL, half a
 * surrogate pair) becomes U+FFFD here already, so that what was hashed is what is read back.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return textOf(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${textOf(key)}:${canonical(item)}`).join(',')}}`
}

/** JSON escapes what cannot be stored: a text without any such sign needs no closer look. */
function textOf(text: string): string {
  const json = JSON.stringify(text)
  return escaped.test(json) ? JSON.stringify(storable(text)) : json
}

/** JSON that a database takes, in no particular order of keys: for what is stored, not hashed. */
export function sendable(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  // JSON escapes both NUL and half a pair; the few texts that have them go the careful way.
  return escaped.test(text) ? canonical(value) : text
}

const escaped = /\\u(?:0000|d[89a-f])/
const halfPair = /\p{Surrogate}/u
const everyHalfPair = /\p{Surrogate}/gu
const nul = '\0'

export function storable(text: string): string {
  const whole = halfPair.test(text) ? text.replace(everyHalfPair, '\uFFFD') : text
  return whole.includes(nul) ? whole.replaceAll(nul, '\uFFFD') : whole
}

export function parseJson(text: string): Json {
  return JSON.parse(text)
}
