import { type CountedBy, countedWays, type FigureId } from '../../core/index.js'
import type { Gate, Instant } from '../types.js'
import type { Term, TermHow } from './terms.js'

export {
  type CountedBy,
  type FigureId,
  type FigureMark as CountedMark,
  figureIds,
  figureMarks as countedMarks,
} from '../../core/index.js'

/** A part of what is counted; `''` of a unit: what no unit has a share in. A duty without its regulation: of every kind that has one of this name. */
export type CountedPart = {
  readonly unit?: string
  /** One of these, or any of several. */
  readonly category?: string | readonly string[]
  readonly channel?: string | readonly string[]
  readonly duty?: string
  /** The regulation that it runs under. */
  readonly regulation?: string
}

/** `isStopped`: asked after each of many pieces. */
export type Recounting = CountBasis & { readonly isStopped?: () => boolean }

/** How an office counts, whoever asks. */
export type CountBasis = {
  /** Minutes from UTC, for days and months. */
  readonly zone: number
  /** Duties that are not counted: nobody is late with them, or they are the office's own affair. */
  readonly uncounted: readonly string[]
  /** Those that one regulation counts and another does not: `regulation duty`. */
  readonly uncountedIn: readonly string[]
  /** What the figures count that regulations declare. */
  readonly terms: readonly Term[]
}

/** By two things at once: the rows by the first, the columns by the second. The key of a count holds both, `crossKey`. */
export type Crossed = `${CountedBy}*${CountedBy}`
export type CountedApart = CountedBy | Crossed

/** The ways in which something is taken apart: none, one or two. */
export const waysOf = (by: CountedApart | null): readonly CountedBy[] => {
  const names = by === null ? [] : by.split('*')
  return names.flatMap((name) => countedWays.filter((way) => way === name))
}

/** No value of what is counted holds this sign. */
export const crossSign = '\u001f'
export const crossKey = (row: string, column: string): string => `${row}${crossSign}${column}`

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
  /** Of what is kept by day nothing but these is looked up; what else is told then may be too little. Without it everything is. */
  readonly only?: readonly FigureId[]
}

/** Counts of one value of what they are taken apart by (`''` if by nothing, or if it has none; a duty is `regulation duty`), how often each rating was given, and units were named in a bulletin. */
export type FigureCount = {
  readonly key: string
  readonly counts: Readonly<Record<FigureId, number>>
  readonly ratings: Readonly<Record<string, number>>
  readonly criticisms: number
  /** Matters that belong to each term (`termKey`), and of those left out the same; none of a term that is not there. */
  readonly declared: Readonly<Record<string, number>>
}

/** A figure, or those of it that were rated with one of these options. */
export type FixedAsked = { readonly figure: FigureId; readonly ratings: readonly string[] | null }

/** A term in one of its ways, perhaps rated with one of these options; `out`: only those, or none of those, that are left out with a reason. */
export type TermAsked = {
  readonly term: Term
  readonly how: TermHow
  readonly ratings: readonly string[] | null
  readonly out: boolean | null
}

export type FigureAsked = FixedAsked | TermAsked
