import { createContext } from 'react'

/** Under which version the clauses of a page stand; null: the page does not say. */
export type ClausePlace = { readonly id: string; readonly version: string }
export const ClausePlaces = createContext<ClausePlace | null>(null)
