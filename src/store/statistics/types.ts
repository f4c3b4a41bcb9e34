import type { Gate, Instant } from '../types.js'

/** Acts that statistics count. Their names are the same in every regulation that has them. */
export const countedActs = [
  'accept',
  'decline',
  'conclude',
  'publish',
  'answerPrivately',
  'rate',
  'return',
  'grantExtension',
  'redo',
] as const
export type CountedAct = (typeof countedActs)[number]

/** 指标. What is counted of a period: matters, each once. `active`, `decided`, `due` and `rate` are what others are shares of. */
export const figureIds = ['active', 'received', 'decided', ...countedActs, 'due', 'onTime', 'lateClosed', 'lateOpen'] as const
export type FigureId = (typeof figureIds)[number]

/** By what the counts are taken apart. */
export type CountedBy = 'unit' | 'category' | 'channel' | 'month' | 'duty'

/** A part of what is counted; `''` of a unit: what no unit has a share in. */
export type CountedPart = {
  readonly unit?: string
  readonly category?: string
  readonly channel?: string
  readonly duty?: string
}

export type CountAsked = {
  readonly gate: Gate
  readonly from: Instant
  readonly before: Instant
  readonly now: Instant
  /** Minutes from UTC, for months. */
  readonly zone: number
  /** Duties that are not counted: nobody is late with them, or they are the office's own affair. */
  readonly uncounted: readonly string[]
  readonly part: CountedPart
}

/** Counts of one value of what they are taken apart by (`''` if by nothing, or if it has none), and how often each rating was given. */
export type FigureCount = {
  readonly key: string
  readonly counts: Readonly<Record<FigureId, number>>
  readonly ratings: Readonly<Record<string, number>>
}

/** A figure, or one option of the rating. */
export type FigureAsked = { readonly figure: FigureId; readonly rating: string | null }
