import { type AssessmentRule, figuresBy, type Regulation, type Tally } from '../../core/index.js'
import type { CountedPart, FigureCount, TakenCount } from '../../store/index.js'
import type { Viewer } from '../deps.js'
import type { Office } from '../office.js'
import { uncountedMarks } from '../statistics/statistics-asked.js'

/** As it came: days still to be read. `regulation`: of one kind of work alone. */
export type AssessmentAsked = {
  readonly from?: string
  readonly to?: string
  readonly unit?: string
  readonly regulation?: string
}

/** The kinds of work whose regulation says what units are assessed by. */
export const assessing = ({ programs }: Pick<Office, 'programs'>): readonly Regulation[] =>
  programs.map(({ regulation }) => regulation).filter(({ assessment }) => Object.keys(assessment).length > 0)

/** Where one kind of work is all there is, what is kept by day of units serves. */
export const partOf = ({ programs }: Pick<Office, 'programs'>, { id }: Regulation): CountedPart =>
  programs.length > 1 ? { regulation: id } : {}

/** The lines that a role may be told: what names a unit in a field that is kept from it is none of them. */
export function rulesFor(
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  { assessment }: Regulation,
): readonly AssessmentRule[] {
  const kept = uncountedMarks(office, actor.role)
  return Object.values(assessment).filter(({ rests }) => rests.by === 'rungs' || !kept.includes(rests.figure))
}

/** What statistics counted of a unit, as the one function takes it. */
export function tallyFrom({ meaning }: Regulation, count: FigureCount | undefined, taken: TakenCount | undefined): Tally {
  const rated = (options: readonly string[] = []): number =>
    options.reduce((sum, option) => sum + (count?.ratings[option] ?? 0), 0)
  return {
    figures: figuresBy((figure) => {
      if (figure === 'satisfied' || figure === 'dissatisfied' || figure === 'solved') return rated(meaning.rating?.[figure])
      return count?.counts[figure] ?? 0
    }),
    criticisms: count?.criticisms ?? 0,
    taken: { points: taken?.points ?? 0, matters: taken?.matters ?? 0 },
  }
}
