import { type CountedBy, countedWays } from './document-rule.js'
import { type MarkName, markNames } from './mark-name.js'
import type { RatingMeaning } from './meaning.js'
import { ratePrefix } from './rate.js'
import type { Regulation } from './regulation.js'

/** Marks that statistics count by the day they were made; what was received has its day with the matter. */
export type FigureMark = Exclude<MarkName, 'received'>
const isFigureMark = (mark: MarkName): mark is FigureMark => mark !== 'received'
export const figureMarks: readonly FigureMark[] = markNames.filter(isFigureMark)

/** 指标. What is counted of a time span: matters, each once. `active`, `decided`, `due` and `rated` are what others are shares of. */
export const figureIds = [
  'active',
  'received',
  'decided',
  ...figureMarks,
  'criticised',
  'commended',
  'due',
  'onTime',
  'lateClosed',
  'lateOpen',
] as const
export type FigureId = (typeof figureIds)[number]

/** What the options of the rating count as, where the regulation says it. */
export const contentNames = ['satisfied', 'dissatisfied', 'solved'] as const satisfies readonly (keyof RatingMeaning)[]

/** Before the option of a rating that is counted by itself. */
export const ratingPrefix = 'rated:'

const isCountedMark = (id: FigureId): id is FigureMark => figureMarks.some((mark) => mark === id)

/** Whether the regulation has what the figure counts. */
export function hasFigure(regulation: Regulation, id: FigureId): boolean {
  const { meaning } = regulation
  if (id === 'decided') return meaning.marks.accepted.length + meaning.marks.declined.length > 0
  if (id === 'criticised') return isCriticised(regulation)
  if (id === 'commended') return Object.values(regulation.acts).some(({ commends }) => commends !== null)
  return !isCountedMark(id) || meaning.marks[id].length > 0
}

/** By an act, or by how late a duty is. */
const isCriticised = ({ acts, duties }: Regulation): boolean =>
  Object.values(acts).some(({ criticises }) => criticises !== null) ||
  Object.values(duties).some(({ ladder }) => ladder.some(({ criticisms }) => criticisms > 0))

/** Every figure that matters under a regulation can be counted by: those it has, what its ratings count as, option by option, and the shares that it declares. */
export function figuresDeclared(regulation: Regulation): readonly string[] {
  const { rating } = regulation.meaning
  const isRated = rating !== null && hasFigure(regulation, 'rated')
  const options = regulation.fields[rating?.field ?? '']?.options ?? []
  return [
    ...figureIds.filter((id) => hasFigure(regulation, id)),
    ...(isRated ? contentNames.filter((id) => rating[id].length > 0) : []),
    ...(isRated ? options.map(({ id }) => `${ratingPrefix}${id}`) : []),
    ...regulation.meaning.rates.map(({ id }) => `${ratePrefix}${id}`),
  ]
}

/** In which ways counts of its matters can be taken apart. */
export const waysDeclared = ({ meaning }: Regulation): readonly CountedBy[] =>
  countedWays.filter((way) => (way !== 'category' && way !== 'channel') || meaning[way] !== null)
