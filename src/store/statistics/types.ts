import type { Gate, Instant } from '../types.js'

/** Marks that statistics count by the day they were made; what was received has its day with the matter. */
export const countedMarks = [
  'accepted',
  'declined',
  'answered',
  'concluded',
  'published',
  'withheld',
  'rated',
  'returned',
  'extended',
  'redone',
] as const
export type CountedMark = (typeof countedMarks)[number]

/** 指标. What is counted of a time span: matters, each once. `active`, `decided`, `due` and `rated` are what others are shares of. */
export const figureIds = [
  'active',
  'received',
  'decided',
  ...countedMarks,
  'criticised',
  'commended',
  'due',
  'onTime',
  'lateClosed',
  'lateOpen',
] as const
export type FigureId = (typeof figureIds)[number]

/** By what the counts are taken apart. */
export type CountedBy = 'unit' | 'category' | 'channel' | 'month' | 'duty' | 'regulation'

/** A part of what is counted; `''` of a unit: what no unit has a share in. A duty without its regulation: of every kind that has one of this name. */
export type CountedPart = {
  readonly unit?: string
  readonly category?: string
  readonly channel?: string
  readonly duty?: string
  /** The regulation that it runs under. */
  readonly regulation?: string
}

/** How an office counts, whoever asks. */
export type CountBasis = {
  /** Minutes from UTC, for days and months. */
  readonly zone: number
  /** Duties that are not counted: nobody is late with them, or they are the office's own affair. */
  readonly uncounted: readonly string[]
  /** Those that one regulation counts and another does not: `regulation duty`. */
  readonly uncountedIn: readonly string[]
}

export type CountAsked = CountBasis & {
  readonly gate: Gate
  readonly from: Instant
  readonly before: Instant
  readonly now: Instant
  /** Duties that this viewer may not learn of: `regulation duty`. */
  readonly withheld: readonly string[]
  /** Marks that would tell the viewer of what is kept from them. */
  readonly uncountedMarks: readonly string[]
  readonly part: CountedPart
}

/** Counts of one value of what they are taken apart by (`''` if by nothing, or if it has none; a duty is `regulation duty`), how often each rating was given, and units were named in a bulletin. */
export type FigureCount = {
  readonly key: string
  readonly counts: Readonly<Record<FigureId, number>>
  readonly ratings: Readonly<Record<string, number>>
  readonly criticisms: number
}

/** A figure, or those of it that were rated with one of these options. */
export type FigureAsked = { readonly figure: FigureId; readonly ratings: readonly string[] | null }
