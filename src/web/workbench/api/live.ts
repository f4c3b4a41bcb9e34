import { useEffect, useRef } from 'react'
import { isOwn, onceWritten } from './own-writes.js'

/** `change`: the server said that something the person may see has changed. `return`: we did not listen for a while. */
export type Heard = 'change' | 'return'

/**
 * Listens while the page is seen: a browser keeps few connections to one server, and many tabs in the background would use them up.
 * Without a role it does not listen: what is past has no news.
 */
export function useLive(role: string | null, hear: (heard: Heard) => void, matter?: string): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    if (role === null) return
    let source: EventSource | null = null
    const open = (): void => {
      source = new EventSource(`/api/live?role=${encodeURIComponent(role)}`)
      source.addEventListener('message', (event: MessageEvent<unknown>) => {
        const changed = changeIn(event.data)
        onceWritten(() => {
          if (isOwn(changed.matter, changed.revision)) return
          if (matter === undefined || changed.matter === matter) latest.current('change')
        })
      })
    }
    const turn = (): void => {
      if (document.visibilityState === 'hidden') {
        source?.close()
        source = null
      } else if (source === null) {
        open()
        latest.current('return')
      }
    }
    if (document.visibilityState !== 'hidden') open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      source?.close()
    }
  }, [role, matter])
}

type Change = { readonly matter: string | null; readonly revision: number | null }

function changeIn(data: unknown): Change {
  try {
    const said: unknown = JSON.parse(String(data))
    if (typeof said !== 'object' || said === null || !('matter' in said)) return { matter: null, revision: null }
    return {
      matter: String(said.matter),
      revision: 'revision' in said && typeof said.revision === 'number' ? said.revision : null,
    }
  } catch {
    return { matter: null, revision: null }
  }
}
