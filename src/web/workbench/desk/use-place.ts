import { type RefObject, useEffect, useRef } from 'react'
import { returnTo } from '../list/walked.js'

/** Where the list stood when it was left, by the row that was chosen. */
let left: { readonly row: string; readonly scroll: number; readonly page: number } | null = null

/** Whoever comes back to the desk finds the row they saw last under the keys, and where it is the one they left, where it stood. */
export function usePlace(list: RefObject<HTMLElement | null>, row: string | null, hasRows: boolean): void {
  const isBack = useRef(row !== null)
  const latest = useRef(row)
  latest.current = row
  useEffect(() => {
    const place = list.current
    if (!isBack.current || !hasRows || row === null || place === null) return
    isBack.current = false
    const found = returnTo(place) ?? place.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)
    if (!found) return
    // The focus is noted too: what was noted before stands.
    const before = left
    found.focus({ preventScroll: true })
    if (before !== null && before.row === found.dataset.row) {
      place.scrollTo(0, before.scroll)
      window.scrollTo(0, before.page)
    } else found.scrollIntoView({ block: 'center' })
  }, [list, row, hasRows])
  useEffect(() => {
    const place = list.current
    const note = (): void => {
      if (latest.current !== null) left = { row: latest.current, scroll: place?.scrollTop ?? 0, page: window.scrollY }
    }
    place?.addEventListener('scroll', note)
    place?.addEventListener('focusin', note)
    window.addEventListener('scroll', note)
    return () => {
      place?.removeEventListener('scroll', note)
      place?.removeEventListener('focusin', note)
      window.removeEventListener('scroll', note)
    }
  }, [list])
}
