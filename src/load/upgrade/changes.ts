import type { Splice } from './splice.js'

/** What a step of the format changes in one document, and what it leaves for a person to decide. */
export type Changes = { readonly splices: readonly Splice[]; readonly undecided: readonly Undecided[] }

/** A place where only a person can say what is meant. */
export type Undecided = {
  readonly offset: number
  readonly code: 'part-unknown' | 'transition-unknown' | 'remembered-only'
  readonly word: string
}

export const nothing: Changes = { splices: [], undecided: [] }

export const together = (changes: readonly Changes[]): Changes => ({
  splices: changes.flatMap((each) => each.splices),
  undecided: changes.flatMap((each) => each.undecided),
})
