import { useState } from 'react'
import { useLive } from '../api/live.js'
import { useIsPast } from '../as-of/as-of.js'
import { roleName, useSignedIn } from '../session.js'

/** 有更新. Whether a list has changed since it was read; who comes back to the page finds it read anew. */
export function useNews(reload: () => void): { readonly hasNews: boolean; readonly refresh: () => void } {
  const session = useSignedIn()
  const isPast = useIsPast()
  const [hasNews, setNews] = useState(false)
  const refresh = (): void => {
    setNews(false)
    reload()
  }
  useLive(isPast ? null : roleName(session.role), (heard) => (heard === 'return' ? refresh() : setNews(true)))
  return { hasNews, refresh }
}
