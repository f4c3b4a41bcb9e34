/** The addresses of the rows of the list that was left last, in its order. */
let left: readonly string[] = []

/** The row that was opened, or to which somebody walked on beside the list. */
let seen: string | null = null

/** Whoever opens a row can go on to the next one without coming back. */
export function noteRows(list: HTMLElement): void {
  const hrefs = [...list.querySelectorAll<HTMLAnchorElement>('a[data-row]')].map((row) => row.href)
  if (hrefs.length === 0) return
  left = hrefs
  seen = hrefs.find((href) => isSameRow(href, window.location.href)) ?? null
}

/** To a neighbour, without coming back: the way back leads to it. */
export function noteSeen(href: string): void {
  seen = href
}

/** Where whoever comes back to a list goes on: at the row they saw last, or where it is done with, at the next one that still stands. Told once. */
export function returnTo(list: HTMLElement): HTMLAnchorElement | null {
  const rows = [...list.querySelectorAll<HTMLAnchorElement>('a[data-row]')]
  if (seen === null || rows.length === 0) return null
  const place = placeToReturn(
    left,
    seen,
    rows.map((row) => row.href),
  )
  seen = null
  return rows[place] ?? null
}

/** The place among the rows that stand of the one seen last, of the next after it in the order that was left, or of the last before it; -1: none. */
export function placeToReturn(before: readonly string[], last: string, standing: readonly string[]): number {
  const at = before.findIndex((row) => isSameRow(row, last))
  const wanted = at < 0 ? [last] : [...before.slice(at), ...before.slice(0, at).reverse()]
  const found = wanted.find((row) => standing.some((each) => isSameRow(each, row)))
  return found === undefined ? -1 : standing.findIndex((each) => isSameRow(each, found))
}

export type Neighbours = {
  readonly at: number
  readonly of: number
  readonly before: string | null
  readonly next: string | null
}

/** Where an address stands among those rows, counted from 1, and what stands beside it; null where it is none of them. Whatever else the address holds. */
export const neighboursOf = (href: string): Neighbours | null => neighboursIn(left, href)

export function neighboursIn(rows: readonly string[], href: string): Neighbours | null {
  const at = rows.findIndex((row) => isSameRow(row, href))
  return at < 0 ? null : { at: at + 1, of: rows.length, before: rows[at - 1] ?? null, next: rows[at + 1] ?? null }
}

function isSameRow(one: string, other: string): boolean {
  const [here, there] = [new URL(one), new URL(other)]
  return here.pathname === there.pathname && here.searchParams.get('duty') === there.searchParams.get('duty')
}
