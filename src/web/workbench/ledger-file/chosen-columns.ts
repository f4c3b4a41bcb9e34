import type { LedgerHead, LedgerLookView } from '../../../contract/index.js'

/** A column as it is offered: chosen or not, under its own head or the usual one. */
export type Column = { readonly id: string; readonly name: string; readonly head: string; readonly isChosen: boolean }

/** All columns there are: those of a layout first, in its order; without one all are chosen. */
export function columnsOf(offered: LedgerLookView['columns'], layout: readonly LedgerHead[] | null): readonly Column[] {
  if (layout === null) return offered.map(({ id, name }) => ({ id, name, head: '', isChosen: true }))
  const first = layout.flatMap(({ id, head }) =>
    offered.filter((each) => each.id === id).map(({ name }) => ({ id, name, head, isChosen: true })),
  )
  const others = offered.filter(({ id }) => !layout.some((each) => each.id === id))
  return [...first, ...others.map(({ id, name }) => ({ id, name, head: '', isChosen: false }))]
}

/** The same as they are called now: in another language than when they were chosen, where the page was turned since. */
export const named = (columns: readonly Column[], offered: LedgerLookView['columns']): readonly Column[] =>
  columns.map((column) => ({ ...column, name: offered.find(({ id }) => id === column.id)?.name ?? column.name }))

export const headsOf = (columns: readonly Column[]): readonly LedgerHead[] =>
  columns.filter(({ isChosen }) => isChosen).map(({ id, head }) => ({ id, head: head.trim() }))

export const changed = (columns: readonly Column[], id: string, more: Partial<Column>): readonly Column[] =>
  columns.map((column) => (column.id === id ? { ...column, ...more } : column))

/** One place earlier (-1) or later (1); at an end it stays. */
export function moved(columns: readonly Column[], id: string, by: -1 | 1): readonly Column[] {
  const from = columns.findIndex((column) => column.id === id)
  const to = from + by
  const [one, other] = [columns[from], columns[to]]
  if (one === undefined || other === undefined) return columns
  return columns.map((column, at) => (at === from ? other : at === to ? one : column))
}
