import { createHmac } from 'node:crypto'
import type { Instant } from '../../core/index.js'

// RFC 6238, as every authenticator does it: SHA-1, six figures, a step of thirty seconds.

const stepMs = 30_000
/** A clock may be a step off. */
const drift = 1

export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = (hash[19] ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step whose code this is, later than the last that was used; null where it is none. */
export function stepOf(secret: Uint8Array, code: string, { now, lastStep }: { now: Instant; lastStep: number }): number | null {
  const current = Math.floor(now / stepMs)
  const steps = Array.from({ length: 2 * drift + 1 }, (_, at) => current - drift + at)
  return steps.find((step) => step > lastStep && codeAt(secret, step) === code) ?? null
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** As authenticators take a secret that is typed. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}
