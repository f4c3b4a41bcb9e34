import type { QueueChoices } from '../../../contract/index.js'

/** What the list is narrowed by, one value of each kind; all of it stands in the address. */
export const narrowing = ['stage', 'category', 'channel', 'unit', 'regulation', 'alert', 'from', 'to', 'due', 'rounds'] as const
export type Narrowing = (typeof narrowing)[number]

const kept = ['q', ...narrowing, 'sort'] as const

/** The part of the address that a list, or a saved view, is made from: in one order, nothing empty. */
export function listQuery(query: URLSearchParams): string {
  const parts = kept.flatMap((name): [string, string][] => {
    const value = query.get(name)
    return value ? [[name, value]] : []
  })
  return new URLSearchParams(parts).toString()
}

export const narrowedBy = (query: URLSearchParams): readonly Narrowing[] => narrowing.filter((name) => query.get(name))

type Offered = readonly { readonly id: string; readonly name: string }[]

/** What can be chosen of a kind; null for days, which are typed. */
export function offeredOf(choices: QueueChoices | null, name: Narrowing): Offered | null {
  switch (name) {
    case 'stage':
      return choices?.stages ?? []
    case 'category':
      return choices?.categories ?? []
    case 'channel':
      return choices?.channels ?? []
    case 'unit':
      return choices?.units ?? []
    case 'regulation':
      return choices?.regulations ?? []
    case 'alert':
      return choices?.alerts ?? []
    case 'rounds':
      return choices?.rounds ?? []
    case 'from':
    case 'to':
    case 'due':
      return null
  }
}
