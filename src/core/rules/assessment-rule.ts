import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/** What an assessment may count, in matters of a unit, each once: as statistics do. */
export const assessedFigures = [
  'received',
  'answered',
  'concluded',
  'published',
  'returned',
  'extended',
  'redone',
  'rated',
  'satisfied',
  'dissatisfied',
  'solved',
  'due',
  'onTime',
  'lateClosed',
  'lateOpen',
  'commended',
] as const
export type AssessedFigure = (typeof assessedFigures)[number]

/** What an act may name a unit for. */
export type Naming = 'criticised' | 'commended'

/** Figures that are shares of another, and of which. */
export const shareBases = {
  onTime: 'due',
  lateClosed: 'due',
  lateOpen: 'due',
  satisfied: 'rated',
  dissatisfied: 'rated',
  solved: 'rated',
} as const satisfies Partial<Record<AssessedFigure, AssessedFigure>>
export type AssessedShare = keyof typeof shareBases
export const assessedShares = Object.keys(shareBases) as readonly AssessedShare[]

/** What a line of an assessment rests on: points that rungs took, how often it was criticised, matters that are counted, or a share. */
export type AssessedBy =
  | { readonly by: 'rungs' }
  | { readonly by: 'count'; readonly figure: AssessedFigure | 'criticised' }
  | { readonly by: 'share'; readonly figure: AssessedShare }

/**
 * 考核指标. One line of the assessment of a unit. `points`: for each matter or criticism, or for the whole share; null: the text
 * names none (or the rungs do), and none is made up. `most`: no line gives or takes more.
 */
export type AssessmentRule = {
  readonly id: string
  readonly name: Name
  readonly rests: AssessedBy
  readonly points: number | null
  readonly most: number | null
  readonly clause: readonly ClauseRef[]
}
