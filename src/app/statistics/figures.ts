import type { Regulation } from '../../core/index.js'
import { type CountedAct, countedActs, type FigureCount, type FigureId, figureIds } from '../../store/index.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'

/** 指标. A figure, or one option of the rating; `of` is what it is a share of. */
export type Figure = {
  readonly id: string
  readonly figure: FigureId
  readonly rating: string | null
  readonly name: string
  readonly counts: string
  readonly day: string
  readonly of: FigureId | null
}

const shareOf: Readonly<Record<FigureId, FigureId | null>> = {
  active: null,
  received: 'active',
  decided: 'active',
  accept: 'decided',
  decline: 'decided',
  conclude: 'active',
  publish: 'active',
  answerPrivately: 'active',
  rate: 'active',
  return: 'active',
  grantExtension: 'active',
  redo: 'active',
  due: 'active',
  onTime: 'due',
  lateClosed: 'due',
  lateOpen: 'due',
}

const isCountedAct = (id: FigureId): id is CountedAct => countedActs.some((act) => act === id)

/** Whether the regulation has what the figure counts. */
export function isCounted(regulation: Regulation, id: FigureId): boolean {
  if (id === 'decided') return regulation.acts.accept !== undefined || regulation.acts.decline !== undefined
  return !isCountedAct(id) || regulation.acts[id] !== undefined
}

/** The figures of a regulation, in the order in which they are read. */
export function figuresOf(showing: Showing): readonly Figure[] {
  const { regulation } = showing.program
  return figureIds.filter((id) => isCounted(regulation, id)).map((id) => figureOf(showing, id))
}

export function figureOf({ lang, program }: Showing, id: FigureId): Figure {
  const words = statisticsWords[lang]
  const act = program.regulation.acts[id]
  const counts = isCountedAct(id) ? words.countsAct(act === undefined ? id : nameIn(lang, act.name)) : words.counts[id]
  return { id, figure: id, rating: null, name: words.figures[id], counts, day: words.days[dayOf(id)], of: shareOf[id] }
}

function dayOf(id: FigureId): 'any' | 'received' | 'act' | 'due' {
  if (id === 'active') return 'any'
  if (id === 'received') return 'received'
  return id === 'due' || id === 'onTime' || id === 'lateClosed' || id === 'lateOpen' ? 'due' : 'act'
}

const ratingPrefix = 'rated:'

/** One for each option of the rating, in the order of the regulation. */
export function ratingFigures({ lang, program }: Showing): readonly Figure[] {
  const { regulation } = program
  if (!isCounted(regulation, 'rate')) return []
  const words = statisticsWords[lang]
  return (regulation.fields.rating?.options ?? []).map(({ id, name }) => ({
    id: `${ratingPrefix}${id}`,
    figure: 'rate',
    rating: id,
    name: nameIn(lang, name),
    counts: words.countsRating(nameIn(lang, name)),
    day: words.days.act,
    of: 'rate',
  }))
}

export function findFigure(showing: Showing, id: string): Figure | null {
  return [...figuresOf(showing), ...ratingFigures(showing)].find((each) => each.id === id) ?? null
}

/** What the counts of one key say of a figure. */
export function countOf(count: FigureCount | undefined, { figure, rating, of }: Figure) {
  const numerator = count === undefined ? 0 : rating === null ? count.counts[figure] : (count.ratings[rating] ?? 0)
  const denominator = of === null ? null : (count?.counts[of] ?? 0)
  return { numerator, denominator, share: shareText(numerator, denominator) }
}

/** To a tenth of a percent; of nothing there is no share. */
const shareText = (numerator: number, denominator: number | null): string | null =>
  denominator === null || denominator === 0 ? null : `${((100 * numerator) / denominator).toFixed(1)}%`
