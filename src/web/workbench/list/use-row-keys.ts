import { type RefObject, useLayoutEffect } from 'react'
import { cameBack } from '../address.js'
import { useKeys } from '../keys.js'
import { noteRows, returnTo } from './walked.js'

/** Whoever comes back to a list that stands at once is on the row they saw last. j/k and the arrows walk through the links marked `data-row` in a list; Enter opens, as on any link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => (): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const focused = rows.indexOf(document.activeElement as HTMLElement)
    // Whoever was beside the list goes on from the row that is marked.
    const at = focused >= 0 ? focused : rows.findIndex((row) => row.closest('[aria-current="true"]') !== null)
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const [down, up] = [step(1), step(-1)]
  useLayoutEffect(() => {
    const place = list.current
    const row = place !== null && cameBack() ? returnTo(place) : null
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'center' })
    return () => {
      if (place !== null) noteRows(place)
    }
  }, [list])
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up })
}
