import type { CountAsked } from '../statistics/types.js'
import type { Instant } from '../types.js'

/** What is looked for in a unit's figures; none of it is a verdict. */
export const patternIds = ['lastMoment', 'extendedAgain', 'cameBack', 'sameRater', 'sameAnswer', 'split'] as const
export type PatternId = (typeof patternIds)[number]

/** `part.unit`: of one unit; without it of each. */
export type PatternAsked = CountAsked & {
  /** Options of the rating that say somebody is not satisfied, or is. */
  readonly dissatisfied: readonly string[]
  readonly satisfied: readonly string[]
  /** The fields in which an answer stands. */
  readonly answers: readonly string[]
}

/** In how many of how many matters of a unit it was so, and in which: the latest of them. */
export type PatternCount = {
  readonly unit: string
  readonly number: number
  readonly of: number
  readonly matters: readonly number[]
}

/** What was counted of a month, for all who count of the same (`reach`). */
export type PatternMonth = {
  readonly month: string
  readonly reach: string
  readonly countedAt: Instant
  readonly counts: readonly (PatternCount & { readonly pattern: PatternId })[]
}

/** Units that are to be told of something conspicuous in a month, if they were not yet. */
export type PatternTold = {
  readonly month: string
  readonly at: Instant
  readonly told: readonly { readonly unit: string; readonly pattern: PatternId }[]
}

export type PatternAnswer = {
  readonly unit: string
  readonly pattern: string
  readonly month: string
  readonly answer: string
  readonly account: string
  readonly at: Instant
}
