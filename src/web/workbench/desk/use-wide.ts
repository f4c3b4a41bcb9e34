import { useSyncExternalStore } from 'react'

const wide = '(min-width: 1100px)'

/** Whether there is room for the matter beside the list. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(wide).matches)

function listen(listener: () => void): () => void {
  const query = window.matchMedia(wide)
  // Older engines know no events of such a query.
  query.addEventListener?.('change', listener)
  return () => query.removeEventListener?.('change', listener)
}
