import type { FigureValue } from '../../contract/index.js'
import {
  contentNames,
  type FigureId,
  type FigureMark,
  figureIds,
  figureMarks,
  hasFigure,
  type Regulation,
  ratingPrefix,
} from '../../core/index.js'
import type { FigureAsked, FigureCount } from '../../store/index.js'
import type { Office } from '../office.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'
import { findRate, madeBy } from './rates.js'
import { shareFromIn, shareText } from './shares.js'
import { uncountedMarks } from './statistics-asked.js'

/** 指标. A figure, or some options of the rating; `of` is what it is a share of. */
export type Figure = {
  readonly id: string
  readonly figure: FigureId
  readonly ratings: readonly string[] | null
  readonly name: string
  readonly counts: string
  readonly day: string
  readonly of: FigureId | null
  /** Of fewer than this a share is a range. */
  readonly shareFrom: number
}

const shareOf: Readonly<Record<FigureId, FigureId | null>> = {
  active: null,
  received: 'active',
  decided: 'active',
  accepted: 'decided',
  declined: 'decided',
  answered: 'active',
  concluded: 'active',
  published: 'active',
  withheld: 'active',
  rated: 'active',
  returned: 'active',
  extended: 'active',
  redone: 'active',
  excluded: 'active',
  criticised: 'active',
  commended: 'active',
  due: 'active',
  onTime: 'due',
  lateClosed: 'due',
  lateOpen: 'due',
}

/** What these are made of, and are shares of, where none of them is a rating or a declared share; null: one is. */
export function fixedIn(ids: readonly string[]): readonly FigureId[] | null {
  const fixed = figureIds.filter((id) => ids.includes(id))
  return fixed.length < new Set(ids).size ? null : [...new Set(fixed.flatMap((id) => [id, shareOf[id] ?? id]))]
}

const isCountedMark = (id: FigureId): id is FigureMark => figureMarks.some((mark) => mark === id)

/** Whether any kind of matter that is handled here has it. */
export const isCountedIn = ({ programs }: Pick<Office, 'programs'>, id: FigureId): boolean =>
  programs.some(({ regulation }) => hasFigure(regulation, id))

/** The figures of an office that a role is shown, in the order in which they are read. */
export function figuresOf(showing: Showing, role: string): readonly Figure[] {
  const kept = uncountedMarks(showing.office, role)
  const counted = figureIds.filter((id) => isCountedIn(showing.office, id) && !kept.includes(id))
  return counted.flatMap((id) => [figureOf(showing, id), ...(id === 'rated' ? contentFigures(showing) : [])])
}

export function figureOf(showing: Showing, id: FigureId): Figure {
  const words = statisticsWords[showing.lang]
  const counts = isCountedMark(id) ? words.countsMark(made(showing, id)) : words.counts[id]
  return {
    id,
    figure: id,
    ratings: null,
    name: words.figures[id],
    counts,
    day: words.days[dayOf(id)],
    of: shareOf[id],
    shareFrom: shareFromIn(showing.office),
  }
}

/** In the regulation's own words: the acts, and the stages, that make a mark. */
function made({ lang, office }: Showing, mark: FigureMark): readonly string[] {
  const names = office.programs.flatMap(({ regulation }) => madeBy(regulation, mark))
  return [...new Set(names.map((name) => nameIn(lang, name)))]
}

function dayOf(id: FigureId): 'any' | 'received' | 'mark' | 'due' {
  if (id === 'active') return 'any'
  if (id === 'received') return 'received'
  return id === 'due' || id === 'onTime' || id === 'lateClosed' || id === 'lateOpen' ? 'due' : 'mark'
}

function contentFigures({ lang, office }: Showing): readonly Figure[] {
  const { regulation } = ratedBy(office)
  const { rating } = regulation.meaning
  const words = statisticsWords[lang]
  return contentNames.flatMap((id) => {
    const ratings = rating?.[id] ?? []
    if (ratings.length === 0) return []
    const counts = words.countsRating(
      optionsOf(regulation)
        .filter((each) => ratings.includes(each.id))
        .map(({ name }) => nameIn(lang, name)),
    )
    return [
      {
        id,
        figure: 'rated',
        ratings,
        name: words.content[id],
        counts,
        day: words.days.mark,
        of: 'rated',
        shareFrom: shareFromIn(office),
      },
    ]
  })
}

const optionsOf = ({ meaning, fields }: Regulation) => fields[meaning.rating?.field ?? '']?.options ?? []

/** The first kind whose requesters say how content they are. */
const ratedBy = ({ program, programs }: Office) => programs.find(({ regulation }) => hasFigure(regulation, 'rated')) ?? program

/** One for each option of the rating, in the order of the regulation. */
export function ratingFigures({ lang, office }: Showing): readonly Figure[] {
  const { regulation } = ratedBy(office)
  if (!hasFigure(regulation, 'rated')) return []
  const words = statisticsWords[lang]
  return optionsOf(regulation).map(({ id, name }) => ({
    id: `${ratingPrefix}${id}`,
    figure: 'rated',
    ratings: [id],
    name: nameIn(lang, name),
    counts: words.countsRating([nameIn(lang, name)]),
    day: words.days.mark,
    of: 'rated',
    shareFrom: shareFromIn(office),
  }))
}

/** What is asked for behind a number, and what the counts say of it. */
export type Behind = { readonly asked: FigureAsked; valueIn(count: FigureCount | undefined): FigureValue }

/** By the name that a page gives a number; null: there is none of that name for this role. */
export function findFigure(showing: Showing, role: string, id: string): Behind | null {
  const figure = [...figuresOf(showing, role), ...ratingFigures(showing)].find((each) => each.id === id)
  if (figure === undefined) return findRate(showing.office, id)
  const asked = { figure: figure.figure, ratings: figure.ratings }
  return { asked, valueIn: (count) => countOf(count, figure) }
}

/** What the counts of one key say of a figure. */
export function countOf(count: FigureCount | undefined, { figure, ratings, of, shareFrom }: Figure) {
  const numerator = count === undefined ? 0 : ratings === null ? count.counts[figure] : rated(count, ratings)
  const denominator = of === null ? null : (count?.counts[of] ?? 0)
  const times = figure === 'criticised' ? (count?.criticisms ?? 0) : null
  return { numerator, denominator, share: shareText(numerator, denominator, shareFrom), times }
}

const rated = (count: FigureCount, ratings: readonly string[]): number =>
  ratings.reduce((sum, each) => sum + (count.ratings[each] ?? 0), 0)
