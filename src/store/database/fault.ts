import { StoreUnavailable, type Unavailable } from './faults.js'

/**
 * What may pass by itself, by the code PostgreSQL gives it. 08: connection (but 08P01: we spoke nonsense); 40: gave up so that another
 * could go on; 53: out of resources; 57014: took too long; 57P: shut down; 25006: may only read (a copy that waits to take over, or
 * one that has just handed over); 58: the machine below it failed.
 */
const byCode: readonly (readonly [RegExp, Unavailable])[] = [
  [/^25006/, 'read-only'],
  [/^53100/, 'full'],
  [/^57014/, 'slow'],
  [/^40/, 'busy'],
  [/^(08(?!P01)|53|57P|58)/, 'away'],
]
const byNetwork = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
/** The driver gives these no code. A file system that may only be read is told as a missing right. */
const byMessage: readonly (readonly [RegExp, Unavailable])[] = [
  [/Query read timeout|timeout exceeded when trying to connect/, 'slow'],
  [/Connection terminated|Client has encountered a connection error/, 'away'],
  [/Read-only file system/, 'read-only'],
]

/** Why the database cannot serve now; null where it could and something else is wrong. */
export function whyUnavailable(error: unknown): Unavailable | null {
  if (error instanceof StoreUnavailable) return error.why
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const said = byMessage.find(([pattern]) => pattern.test(error.message)) ?? byCode.find(([pattern]) => pattern.test(code))
  return said?.[1] ?? (byNetwork.has(code) ? 'away' : null)
}

/** Rethrows: what may pass by itself as `StoreUnavailable`, all else as it is. */
export function fault(error: unknown): never {
  const why = whyUnavailable(error)
  if (why === null || error instanceof StoreUnavailable) throw error
  throw new StoreUnavailable(why, { cause: error })
}
