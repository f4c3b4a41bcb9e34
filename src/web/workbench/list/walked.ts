/** The addresses of the rows of the list that was left last, in its order. */
let left: readonly string[] = []

/** Whoever opens a row can go on to the next one without coming back. */
export function noteRows(list: HTMLElement): void {
  const hrefs = [...list.querySelectorAll<HTMLAnchorElement>('a[data-row]')].map((row) => row.href)
  if (hrefs.length > 0) left = hrefs
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
