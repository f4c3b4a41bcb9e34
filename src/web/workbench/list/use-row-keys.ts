import { type RefObject, useLayoutEffect } from 'react'
import { cameBack } from '../address.js'
import { useKeys } from '../keys.js'
import { across, useOneStop } from '../use-one-stop.js'
import { noteRows, returnTo } from './walked.js'

/** The line of a list in which something stands. */
const lineOf = (thing: Element | null): Element | null => thing?.closest('tr, li') ?? null

/** What is in a line that opens something, and the way to more of its kind (`data-others`). */
const isOfRows = (thing: HTMLElement): boolean =>
  thing.hasAttribute('data-others') || lineOf(thing)?.querySelector('[data-row]') != null

/**
 * Whoever comes back to a list that stands at once is on the row they saw last. j/k and the arrows up and down walk through the links marked
 * `data-row` in a list, left and right through all that its rows hold (`isAlong`; else these keys are the row's own): the list is one stop of
 * Tab. Enter opens, as on any link.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, { isAlong = true } = {}): void {
  const step = (by: 1 | -1) => (): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const line = lineOf(document.activeElement)
    const focused = line === null ? -1 : rows.findIndex((row) => lineOf(row) === line)
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
  useOneStop(list, { isOf: isOfRows, first: ['[aria-current="true"] [data-row]', '[data-row]'], keys: isAlong ? across : {} })
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up })
}
