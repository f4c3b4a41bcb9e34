import type { FigureValue, Lang, PublicFigures, RateView, StatisticsTable } from '../../contract/index.js'
import { addDays, addMonths, type Day, dayAt, dayText, type Program } from '../../core/index.js'
import type { CountedPart, Store } from '../../store/index.js'
import { hasDoor, programAtDoor } from '../administration/view-government.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOfKind } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { publicFiguresWords } from '../words/public-figures.js'
import { barsSvg } from './bars-svg.js'
import { countNow } from './count-span.js'
import { countOf, type Figure, figuresOf } from './figures.js'
import { overseers } from './keep-closed.js'
import { rateFigure, ratesIn } from './rates.js'
import { countStatistics } from './read-statistics.js'
import { shareFromIn } from './shares.js'
import { type DaySpan, monthsOf, usualSpans } from './spans.js'
import { publicShare, untoldAmong } from './told-of-few.js'

/** `door`: the kind of matter that is meant; null: the first that the public may bring in. */
type Asked = { readonly government: string; readonly door: string | null; readonly lang: Lang }

/** What the public reads as numbers, where the regulation has it. */
const told: readonly Figure['figure'][] = ['received', 'answered', 'concluded', 'published']
/** Drawn month by month. */
const drawn = told.slice(0, 3)
const colours = ['#0050b3', '#e08a00', '#14804a']
const monthsBack = 12

type Found = Outcome<{ figures: PublicFigures }>
/** So long they are kept: anybody may ask, and as often as they like. */
const keptFor = 600_000
/** `of`: the last day of the month that is told. */
type Kept = { readonly of: Day; readonly until: number; readonly found: Promise<Found> }
const kept = new WeakMap<Store, Map<string, Kept>>()

/**
 * 公开统计. The last month that is over, as it was known at its end, beside the one before and a year ago; by unit, and month by month.
 * Of few no number is told that would say of whom it is. Of a kind that the public cannot bring in nothing is told, not even how many there
 * are. Counted once in ten minutes, for all who ask.
 */
export async function readPublicFigures(deps: Deps, { government, door, lang }: Asked): Promise<Found> {
  const office = await deps.offices.get(government)
  const overseer = office === null ? undefined : overseers(office)[0]
  if (office === null || overseer === undefined) return failed(wordsOf(lang), 'government-unknown')
  const program = programAtDoor(office, door)
  if (program === null || !hasDoor(program)) return failed(wordsOf(lang), 'kind-unknown')
  const span = usualSpans(dayAt(nowOf(deps, office), office.calendar.zone)).lastMonth
  const own = kept.get(deps.store) ?? new Map<string, Kept>()
  kept.set(deps.store, own)
  const key = [government, program.regulation.id, program.regulation.version, lang].join(' ')
  const before = own.get(key)
  if (before !== undefined && before.of === span.to && before.until > deps.now()) return before.found
  const found = countFigures(deps, { ...overseer, lang }, { program, span })
  own.set(key, { of: span.to, until: deps.now() + keptFor, found })
  // What failed is asked anew.
  const forget = () => own.delete(key)
  found.then(({ ok }) => ok || forget(), forget)
  return found
}

type Of = { readonly program: Program; readonly span: DaySpan }

async function countFigures(deps: Deps, viewer: Viewer, { program, span }: Of): Promise<Found> {
  const { office, lang } = viewer
  const showing = showingOfKind(office, lang, program)
  const part = office.programs.length > 1 ? { regulation: program.regulation.id } : {}
  const asked = { from: dayText(span.from), to: dayText(span.to), part, ways: ['unit' as const] }
  const found = await countStatistics(deps, viewer, asked, showing)
  if (!found.ok) return found
  const { statistics, tables } = found
  const open = new Set(ratesIn(showing.office).flatMap(({ id, isPublic }) => (isPublic ? [id] : [])))
  const rates = statistics.rates.filter(({ id }) => open.has(id))
  const shareFrom = shareFromIn(showing.office)
  const number = guarded(shareFrom, lang)
  const counts = statistics.figures.filter(({ id }) => told.some((each) => each === id))
  return {
    ok: true,
    figures: {
      span: statistics.span,
      asOf: statistics.closed?.asOf ?? null,
      counts: counts.map(({ id, name, counts: what, now, before, lastYear }) => ({
        ...{ id, name, counts: what },
        ...{ now: number(now.numerator), before: number(before.numerator), lastYear: number(lastYear.numerator) },
      })),
      rates: rates.map((rate) => publicRate(rate, { number, shareFrom })),
      units: unitRows(tables[0], rates, { shareFrom, lang }),
      ...(await byMonth(deps, viewer, { showing, part, number })),
      few: statistics.few === null ? null : publicFiguresWords[lang].few(shareFrom),
    },
  }
}

type Told = (count: number) => string

/** Nothing is nothing; a few are told as fewer than the number from which shares are. */
const guarded =
  (shareFrom: number, lang: Lang): Told =>
  (count) =>
    count > 0 && count < shareFrom ? publicFiguresWords[lang].fewer(shareFrom) : String(count)

/** Of few a share is the quarter in which it lies, and what it is made of is not told beside it. */
function publicRate(rate: RateView, { number, shareFrom }: { number: Told; shareFrom: number }): PublicFigures['rates'][number] {
  const { id, name, counts, of, excluding, clauses, now, before, lastYear } = rate
  const { without } = now
  const share = (value: Omit<FigureValue, 'times'>) => publicShare(value, shareFrom)
  return {
    ...{ id, name, counts, of, excluding, clauses, share: share(now) },
    without: without === null || without.excluded === 0 ? null : { excluded: number(without.excluded), share: share(without) },
    ...{ before: share(before), lastYear: share(lastYear) },
  }
}

/** A unit that had few is not told from the sum of all less the others either. */
export function unitRows(
  table: StatisticsTable | undefined,
  rates: readonly RateView[],
  { shareFrom, lang }: { shareFrom: number; lang: Lang },
) {
  const words = publicFiguresWords[lang]
  const concluded = table?.columns.find(({ id }) => id === 'concluded')
  const cellOf = (cells: readonly (FigureValue & { figure: string })[], figure: string) =>
    cells.find((cell) => cell.figure === figure)
  const own = (table?.rows ?? []).filter(({ id }) => id !== '')
  const counts = own.map(({ cells }) => (concluded === undefined ? 0 : (cellOf(cells, concluded.id)?.numerator ?? 0)))
  const untold = untoldAmong(counts, shareFrom)
  const told = (count: number, index: number): string => {
    if (!untold.has(index)) return String(count)
    return count < shareFrom ? words.fewer(shareFrom) : words.untold
  }
  // To a tenth of a percent the share of a unit whose count is not told would tell the count.
  const shareOf = (cell: FigureValue | undefined, index: number): string =>
    (cell === undefined ? null : publicShare(cell, untold.has(index) ? Number.POSITIVE_INFINITY : shareFrom)) ?? '—'
  const rows = own.map(({ name, cells }, index) => ({
    name,
    cells: [
      ...(concluded === undefined ? [] : [told(counts[index] ?? 0, index)]),
      ...rates.map((rate) => shareOf(cellOf(cells, rateFigure(rate.id, 'counts')), index)),
    ],
  }))
  return {
    columns: [...(concluded === undefined ? [] : [concluded.name]), ...rates.map(({ name }) => name)],
    rows,
    note: counts.some((count, index) => count >= shareFrom && untold.has(index))
      ? `${words.unitsNote}${words.untoldNote}`
      : words.unitsNote,
  }
}

/** The last twelve months that are over, as they are recorded now. */
type Months = { readonly showing: Showing; readonly part: CountedPart; readonly number: Told }

async function byMonth(
  deps: Deps,
  viewer: Viewer,
  { showing, part, number }: Months,
): Promise<Pick<PublicFigures, 'months' | 'chart'>> {
  const { office, lang } = viewer
  const { to } = usualSpans(dayAt(nowOf(deps, office), office.calendar.zone)).lastMonth
  const span = { from: addMonths(addDays(to, 1), -monthsBack), to }
  const counted = (await countNow(deps, viewer, { span, part, ways: ['month'] })).of('month')
  const figures = figuresOf(showing, viewer.actor.role).filter(({ id }) => drawn.some((each) => each === id))
  const months = monthsOf(span)
  const amount = (month: string, figure: Figure): number =>
    countOf(
      counted.find(({ key }) => key === month),
      figure,
    ).numerator
  const title = publicFiguresWords[lang].months
  const series = figures.map((figure, at) => ({
    ...{ name: figure.name, colour: colours[at] ?? '' },
    values: months.map((month) => amount(month, figure)),
  }))
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0))
  return {
    months: {
      columns: figures.map(({ name }) => name),
      rows: months.map((month) => ({ month, cells: figures.map((figure) => number(amount(month, figure))) })),
    },
    // Bars would tell what the numbers beside them do not.
    chart:
      isEmpty || series.some(({ values }) => values.some((value) => number(value) !== String(value)))
        ? null
        : { id: 'months', title, svg: await barsSvg({ title, note: '', isStacked: false, rows: months, series }) },
  }
}
