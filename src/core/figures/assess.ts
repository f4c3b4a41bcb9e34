import { type AssessedFigure, type AssessmentRule, assessedFigures, shareBases } from '../rules/assessment-rule.js'
import { unreachable } from '../values/unreachable.js'

/** 计数. What was counted of one unit in a span of time. Tallies of different matters add up. */
export type Tally = {
  readonly figures: Readonly<Record<AssessedFigure, number>>
  /** How often it was named in a bulletin. */
  readonly criticisms: number
  /** Points that rungs took, in how many matters. */
  readonly taken: { readonly points: number; readonly matters: number }
}

/** Each figure by how it is counted. */
export const figuresBy = (count: (figure: AssessedFigure) => number): Tally['figures'] =>
  Object.fromEntries(assessedFigures.map((figure) => [figure, count(figure)])) as Record<AssessedFigure, number>

export const emptyTally: Tally = { figures: figuresBy(() => 0), criticisms: 0, taken: { points: 0, matters: 0 } }

export const addTally = (one: Tally, other: Tally): Tally => ({
  figures: figuresBy((figure) => one.figures[figure] + other.figures[figure]),
  criticisms: one.criticisms + other.criticisms,
  taken: {
    points: toHundredths(one.taken.points + other.taken.points),
    matters: one.taken.matters + other.taken.matters,
  },
})

/**
 * One line as it comes out. `of`: of how many it is a share; null: it is none. `points`: null where none are given, and `because` says why:
 * `unstated` the text names no points, `few` of so few a share says too little (decision 0097).
 */
export type AssessedLine = {
  readonly id: string
  readonly number: number
  readonly of: number | null
  readonly points: number | null
  readonly because: 'counted' | 'capped' | 'unstated' | 'few'
}

/** `total`: null where no line gives points. */
export type Assessed = { readonly lines: readonly AssessedLine[]; readonly total: number | null }

/**
 * 计分. From what was counted to points: nothing but sums, so that whoever has the numbers comes to the same, on the server, in a browser or by
 * the command line. `shareFrom`: of fewer a share gives no points. Points are to the hundredth.
 */
export function assess(rules: readonly AssessmentRule[], tally: Tally, shareFrom: number): Assessed {
  const lines = rules.map((rule) => lineOf(rule, tally, shareFrom))
  const given = lines.flatMap(({ points }) => (points === null ? [] : [points]))
  return { lines, total: given.length === 0 ? null : toHundredths(given.reduce((sum, each) => sum + each, 0)) }
}

function lineOf(rule: AssessmentRule, tally: Tally, shareFrom: number): AssessedLine {
  const { id, rests, points } = rule
  switch (rests.by) {
    case 'rungs':
      return { ...capped(rule, -tally.taken.points), id, number: tally.taken.matters, of: null }
    case 'count': {
      const number = countIn(tally, rests.figure)
      return { ...(points === null ? unstated : capped(rule, number * points)), id, number, of: null }
    }
    case 'share': {
      const [number, of] = [tally.figures[rests.figure], tally.figures[shareBases[rests.figure]]]
      if (points === null) return { ...unstated, id, number, of }
      if (of === 0 || of < shareFrom) return { points: null, because: 'few', id, number, of }
      return { ...capped(rule, (points * number) / of), id, number, of }
    }
    default:
      return unreachable(rests)
  }
}

const countIn = ({ figures, criticisms }: Tally, figure: AssessedFigure | 'criticised'): number =>
  figure === 'criticised' ? criticisms : figures[figure]

const unstated = { points: null, because: 'unstated' } as const

function capped({ most }: AssessmentRule, points: number): Pick<AssessedLine, 'points' | 'because'> {
  const exact = toHundredths(points)
  if (most === null || Math.abs(exact) <= most) return { points: exact, because: 'counted' }
  return { points: exact < 0 ? -most : most, because: 'capped' }
}

/** Half a hundredth goes away from nothing; never minus nothing. */
const toHundredths = (points: number): number => (Math.sign(points) * Math.round(Math.abs(points) * 100 + 1e-6)) / 100 + 0
