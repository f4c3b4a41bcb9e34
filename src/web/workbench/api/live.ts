import { useEffect, useRef } from 'react'

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
        if (matter === undefined || matterIn(event.data) === matter) latest.current('change')
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

function matterIn(data: unknown): string | null {
  try {
    const said: unknown = JSON.parse(String(data))
    return typeof said === 'object' && said !== null && 'matter' in said ? String(said.matter) : null
  } catch {
    return null
  }
}
