/** Reads and writes small texts of this browser; where that is switched off, nothing is kept and all else works. */
export function readStored(store: 'local' | 'session', key: string): string | null {
  try {
    return storage(store).getItem(key)
  } catch {
    return null
  }
}

export function writeStored(store: 'local' | 'session', key: string, text: string | null): void {
  try {
    if (text === null) storage(store).removeItem(key)
    else storage(store).setItem(key, text)
  } catch {
    // Full or forbidden: the person loses a convenience, not their work.
  }
}

/** Forgets everything under a prefix. */
export function forgetStored(store: 'local' | 'session', prefix: string): void {
  try {
    const kept = storage(store)
    for (const key of Object.keys(kept)) if (key.startsWith(prefix)) kept.removeItem(key)
  } catch {
    // As above.
  }
}

const storage = (store: 'local' | 'session'): Storage => (store === 'local' ? window.localStorage : window.sessionStorage)
