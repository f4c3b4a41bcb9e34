import type { Instant } from '../core/index.js'

/** Counts what somebody tries, by key, in a window of time. Kept in memory: each node counts for itself. */
export type Tries = {
  /** Counts one; answers the seconds to wait, or null while there are tries left. */
  take(key: string, limit: { readonly most: number; readonly windowMs: number }): number | null
  forget(key: string): void
}

type Window = { count: number; endsAt: number }
const mostKeys = 50_000

export function openTries(now: () => Instant): Tries {
  const windows = new Map<string, Window>()

  function take(key: string, { most, windowMs }: { most: number; windowMs: number }): number | null {
    const at = now()
    if (windows.size > mostKeys) for (const [old, window] of windows) if (window.endsAt <= at) windows.delete(old)
    const found = windows.get(key)
    const window = found && found.endsAt > at ? found : { count: 0, endsAt: at + windowMs }
    windows.set(key, window)
    window.count += 1
    return window.count > most ? Math.ceil((window.endsAt - at) / 1000) : null
  }

  return { take, forget: (key) => void windows.delete(key) }
}
