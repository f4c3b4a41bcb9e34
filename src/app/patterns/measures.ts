import type { PatternId } from '../../store/index.js'

/** From how many matters, and what share of them, a pattern is told: of fewer it is chance. Ours, and told with each. */
export const measures: Readonly<Record<PatternId, { readonly least: number; readonly percent: number }>> = {
  lastMoment: { least: 10, percent: 50 },
  extendedAgain: { least: 3, percent: 30 },
  cameBack: { least: 3, percent: 20 },
  sameRater: { least: 3, percent: 20 },
  sameAnswer: { least: 3, percent: 20 },
  split: { least: 3, percent: 10 },
}

/** So many workdays of the next month a unit has its own to itself, to look and to answer. */
export const daysToAnswer = 5

export const isTold = (pattern: PatternId, { number, of }: { readonly number: number; readonly of: number }): boolean =>
  number >= measures[pattern].least && number * 100 >= of * measures[pattern].percent
