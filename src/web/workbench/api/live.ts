import { useCallback, useEffect, useState } from 'react'

type Live = { readonly hasNews: boolean; readonly acknowledge: () => void }

/** 有更新. True once the server said that something the person may see has changed, until it is acknowledged. `matter` narrows it to one. */
export function useLive(role: string, matter?: string): Live {
  const [hasNews, setNews] = useState(false)
  useEffect(() => {
    setNews(false)
    const source = new EventSource(`/api/live?role=${encodeURIComponent(role)}`)
    const hear = (event: MessageEvent<unknown>): void => {
      if (matter === undefined || matterIn(event.data) === matter) setNews(true)
    }
    source.addEventListener('message', hear)
    return () => source.close()
  }, [role, matter])
  const acknowledge = useCallback(() => setNews(false), [])
  return { hasNews, acknowledge }
}

function matterIn(data: unknown): string | null {
  try {
    const said: unknown = JSON.parse(String(data))
    return typeof said === 'object' && said !== null && 'matter' in said ? String(said.matter) : null
  } catch {
    return null
  }
}
