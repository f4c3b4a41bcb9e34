import { createHash } from 'node:crypto'
import type { PostedForm } from './posted-form.js'

/**
 * Answers the same sending twice with one doing: a double click waits for the first. What did not come off may be tried again.
 * Kept in memory; across nodes the idempotency key does it.
 */
export type Once<T extends { readonly ok: boolean }> = (fingerprint: string, run: () => Promise<T>) => Promise<T>

const mostKept = 1_000

export function openOnce<T extends { readonly ok: boolean }>(): Once<T> {
  const running = new Map<string, Promise<T>>()
  return (fingerprint, run) => {
    const found = running.get(fingerprint)
    if (found !== undefined) return found
    const started = run()
    running.set(fingerprint, started)
    started.then(
      ({ ok }) => ok || running.delete(fingerprint),
      () => running.delete(fingerprint),
    )
    const oldest = running.keys().next().value
    if (running.size > mostKept && oldest !== undefined) running.delete(oldest)
    return started
  }
}

/** The same for the same content, files included. */
export function fingerprintOf(government: string, { entries, files }: PostedForm): string {
  const hash = createHash('sha256').update(government)
  for (const [name, values] of entries) hash.update(JSON.stringify([name, values]))
  for (const { entry, name, bytes } of files) hash.update(JSON.stringify([entry, name])).update(bytes)
  return hash.digest('base64')
}
