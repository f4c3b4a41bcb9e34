import type { PlayedStep } from '../../../contract/index.js'

/** What one simulation is made of. */
export type Play = { readonly steps: readonly PlayedStep[]; readonly now: string; readonly as: string }

const mark = '#p='

/** As it stands behind the # of an address: a browser never sends that part to a server. */
export function playHash(play: Play): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify([play.now, play.as, play.steps.map(({ at, act, by, with: stated }) => [at, act, by, stated])]),
  )
  const text = btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))
  return mark + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null where the address holds none, or one that cannot be read. */
export function readPlayHash(hash: string): Play | null {
  if (!hash.startsWith(mark)) return null
  try {
    const text = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(read) || !Array.isArray(read[2])) return null
    return { now: String(read[0]), as: String(read[1]), steps: read[2].flatMap((step: unknown) => stepIn(step)) }
  } catch {
    return null
  }
}

function stepIn(step: unknown): readonly PlayedStep[] {
  if (!Array.isArray(step)) return []
  const [at, act, by, stated] = step as readonly unknown[]
  const isStated = typeof stated === 'object' && stated !== null && !Array.isArray(stated)
  return [{ at: String(at), act: String(act), by: String(by), with: isStated ? (stated as PlayedStep['with']) : {} }]
}

/** A step in its place by time; of two at one time the newer comes after. */
export function withStep(steps: readonly PlayedStep[], step: PlayedStep): readonly PlayedStep[] {
  const after = steps.filter(({ at }) => at > step.at)
  return [...steps.filter(({ at }) => at <= step.at), step, ...after]
}

const dayMs = 86_400_000

/** The day of a wall time so many days on; the time of day stays. What is no day stays as it is. */
export function movedBy(now: string, days: number): string {
  const at = Date.parse(`${now.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at)) return now
  return new Date(at + days * dayMs).toISOString().slice(0, 10) + now.slice(10)
}

/** Days from one wall time to another. */
export const daysFrom = (first: string, then: string): number =>
  Math.round((Date.parse(`${then.slice(0, 10)}T00:00:00Z`) - Date.parse(`${first.slice(0, 10)}T00:00:00Z`)) / dayMs) || 0
