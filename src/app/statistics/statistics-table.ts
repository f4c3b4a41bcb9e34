import type { FigureValue, Named, StatisticsTable } from '../../contract/index.js'
import { dayText, matterNameIn, type Name, type Regulation } from '../../core/index.js'
import type { CountedBy, FigureCount, FigureId } from '../../store/index.js'
import { named, unitNamed } from '../matter/view-parts.js'
import { sortingField } from '../meaning-of.js'
import type { Showing } from '../showing.js'
import { statisticsWords } from '../words/statistics.js'
import { countOf, type Figure } from './figures.js'
import { rateFigure, rateName, rateOf, ratesIn } from './rates.js'
import { shareFromIn } from './shares.js'
import { type DaySpan, inMonth, monthsOf } from './spans.js'
import { dutyOf } from './statistics-asked.js'

/** Figures that are only there for others to be shares of stand in no column. */
const inNoColumn: readonly FigureId[] = ['active', 'decided']
export const ofDuties: readonly FigureId[] = ['due', 'onTime', 'lateClosed', 'lateOpen']

type Apart = {
  readonly by: CountedBy
  readonly figures: readonly Figure[]
  readonly span: DaySpan
  readonly parts: readonly FigureCount[]
  /** The same as everything recorded since has it; null where the time span is not closed. */
  readonly later: readonly FigureCount[] | null
}

/** The counts taken apart: one row for each value, one column for each figure. */
export function tableOf(showing: Showing, { by, figures, span, parts, later }: Apart): StatisticsTable {
  const words = statisticsWords[showing.lang]
  const all = figures.filter(({ figure }) => !inNoColumn.includes(figure))
  const columns =
    by === 'duty' ? fixed(all.filter(({ figure }) => ofDuties.includes(figure))) : [...declared(showing), ...fixed(all)]
  const known = [...parts, ...(later ?? []).filter(({ key }) => parts.every((part) => part.key !== key)).map(emptied)]
  const rows = keysOf(showing, by, span, known).map((key) => {
    const count = parts.find((part) => part.key === key)
    const since = later?.find((part) => part.key === key)
    return {
      ...rowNamed(showing, by, key),
      narrow: narrowed(by, key, span),
      cells: columns.map(({ id, told }) => {
        const value = told(count)
        const now = later === null ? value.numerator : told(since).numerator
        return { figure: id, ...value, later: now === value.numerator ? null : now }
      }),
    }
  })
  return {
    by: { id: by, name: words.by[by] },
    columns: columns.map(({ id, name }) => ({ id, name })),
    rows,
    note: words.notes[by],
  }
}

type Column = { readonly id: string; readonly name: string; told(count: FigureCount | undefined): FigureValue }

const fixed = (figures: readonly Figure[]): readonly Column[] =>
  figures.map((figure) => ({ id: figure.id, name: figure.name, told: (count) => countOf(count, figure) }))

/** What the regulation declares stands first. */
function declared(showing: Showing): readonly Column[] {
  const shareFrom = shareFromIn(showing.office)
  return ratesIn(showing.office).map((rate) => ({
    id: rateFigure(rate.id, 'counts'),
    name: rateName(showing, rate),
    told: (count) => {
      const { without: _, ...value } = rateOf(count, rate, shareFrom)
      return value
    },
  }))
}

/** What only came later had nothing then. */
const emptied = ({ key, counts }: FigureCount): FigureCount => ({
  key,
  counts: Object.fromEntries(Object.keys(counts).map((id) => [id, 0])) as FigureCount['counts'],
  ratings: {},
  declared: {},
  criticisms: 0,
})

/** As the regulation orders them; units by how much they had; every month of the time span, empty ones too. */
function keysOf(showing: Showing, by: CountedBy, span: DaySpan, parts: readonly FigureCount[]): readonly string[] {
  if (by === 'month') return monthsOf(span)
  if (by === 'unit') return mostFirst(parts)
  const found = parts.map(({ key }) => key).sort()
  const order = [...new Set(showing.office.programs.flatMap(({ regulation }) => orderIn(regulation, by)))]
  const known = order.filter((id) => found.includes(id))
  return [...known, ...found.filter((id) => !order.includes(id))]
}

export function orderIn(regulation: Regulation, by: Exclude<CountedBy, 'month' | 'unit'>): readonly string[] {
  if (by === 'regulation') return [regulation.id]
  if (by === 'duty') return Object.keys(regulation.duties).map((duty) => dutyOf(regulation, duty))
  return (sortingField(regulation, by)?.options ?? []).map(({ id }) => id)
}

/** Equals by their id: a closed period reads the same however often it is counted. */
export const mostFirst = (parts: readonly FigureCount[]): readonly string[] =>
  [...parts].sort((one, other) => rank(other) - rank(one) || (one.key < other.key ? -1 : 1)).map(({ key }) => key)

/** The most first, and at the end what is with no unit. */
const rank = ({ key, counts }: FigureCount): number => (key === '' ? -1 : counts.active)

export function rowNamed(showing: Showing, by: CountedBy, key: string): Named {
  if (key === '') return { id: '', name: statisticsWords[showing.lang].none[by] }
  switch (by) {
    case 'unit':
      return unitNamed(showing, key)
    case 'duty':
      return dutyNamed(showing, key)
    case 'month':
      return { id: key, name: key }
    case 'regulation':
      return named(
        showing,
        key,
        knowing(showing, (regulation) => (regulation.id === key ? matterNameIn(regulation).name : undefined)),
      )
    case 'category':
    case 'channel':
      return named(
        showing,
        key,
        knowing(showing, (each) => sortingField(each, by)?.options.find(({ id }) => id === key)?.name),
      )
  }
}

/** Where there are several kinds of work, each duty with its own: two may call one the same. */
function dutyNamed(showing: Showing, key: string): Named {
  const [of = '', duty = ''] = key.split(' ')
  const regulation = showing.office.programs.find((each) => each.regulation.id === of)?.regulation
  const { name } = named(showing, duty, regulation?.duties[duty]?.name)
  if (showing.office.programs.length < 2) return { id: key, name }
  const kind = named(showing, of, regulation && matterNameIn(regulation).name).name
  return { id: key, name: statisticsWords[showing.lang].dutyOf(kind, name) }
}

/** What the first kind says that knows it. */
const knowing = ({ office }: Showing, say: (regulation: Regulation) => Name | undefined): Name | undefined =>
  office.programs.map(({ regulation }) => say(regulation)).find((name) => name !== undefined)

function narrowed(by: CountedBy, key: string, span: DaySpan): Record<string, string> {
  if (by === 'duty') {
    const [regulation = '', duty = ''] = key.split(' ')
    return { regulation, duty }
  }
  if (by !== 'month') return { [by]: key }
  const { from, to } = inMonth(span, key)
  return { from: dayText(from), to: dayText(to) }
}
