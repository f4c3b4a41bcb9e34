import type { FigureValue, FigureView, Named, StatisticsSpan, StatisticsTable, StatisticsView } from '../../contract/index.js'
import { dayAt, dayText, spanNames } from '../../core/index.js'
import type { CountedBy, FigureCount, FigureId } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { dueMoment, toTheMinute, unitNamed } from '../matter/view-parts.js'
import { sortingField } from '../meaning-of.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'
import { drawCharts } from './charts.js'
import { type CountedSpan, closedAt, countNow, countSpan } from './count-span.js'
import { countOf, type Figure, figureOf, figuresOf, isCountedIn, ratingFigures } from './figures.js'
import { ratesIn, rateView } from './rates.js'
import { shareFromIn } from './shares.js'
import { type DaySpan, spanBefore, usualSpans, yearBefore } from './spans.js'
import { ownUnit, type StatisticsAsked, spanAsked } from './statistics-asked.js'
import { tableOf } from './statistics-table.js'

type Counted = {
  readonly now: FigureCount | undefined
  readonly before: FigureCount | undefined
  readonly lastYear: FigureCount | undefined
  /** Null: the time span is not closed. */
  readonly later: { readonly all: FigureCount | undefined } | null
}

/** 统计. The figures of a time span, taken apart in one way, and drawn. */
export async function readStatistics(
  deps: Deps,
  viewer: Viewer,
  asked: StatisticsAsked,
): Promise<Outcome<{ statistics: StatisticsView }>> {
  const by = byAsked(showingOf(viewer.office, viewer.lang), viewer, asked.by)
  const found = await countStatistics(deps, viewer, { ...asked, ways: [by] })
  if (!found.ok) return found
  const { statistics, tables } = found
  const [table] = tables
  if (table === undefined) throw new Error('one way, one table')
  return { ok: true, statistics: { ...statistics, table, charts: await drawCharts(viewer.lang, table, statistics.satisfaction) } }
}

type Undrawn = {
  readonly statistics: Omit<StatisticsView, 'table' | 'charts'>
  /** One for each way of taking the figures apart. */
  readonly tables: readonly StatisticsTable[]
}

/** The same beside the time span before and a year ago, in as many ways as are asked for, counted once; `showing`: of one kind of matter as that kind says it. */
export async function countStatistics(
  deps: Deps,
  viewer: Viewer,
  asked: Pick<StatisticsAsked, 'from' | 'to' | 'part'> & { readonly ways: readonly CountedBy[] },
  showing: Showing = showingOf(viewer.office, viewer.lang),
): Promise<Outcome<Undrawn>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const { span } = found
  const { part, ways } = asked
  const wanted = { span, part, ways: [null, ...ways] }
  const [now, before, lastYear, later] = await Promise.all([
    countSpan(deps, viewer, wanted),
    countSpan(deps, viewer, { span: spanBefore(span), part, ways: [null] }),
    countSpan(deps, viewer, { span: yearBefore(span), part, ways: [null] }),
    closedAt(deps, viewer, span) === null ? null : countNow(deps, viewer, wanted),
  ])
  const counted: Counted = {
    ...{ now: now.of(null)[0], before: before.of(null)[0], lastYear: lastYear.of(null)[0] },
    later: later === null ? null : { all: later.of(null)[0] },
  }
  const viewed = (figure: Figure): FigureView => figureView(showing, figure, counted)
  const figures = figuresOf(showing, viewer.actor.role)
  return {
    ok: true,
    tables: ways.map((by) => tableOf(showing, { by, figures, span, parts: now.of(by), later: later?.of(by) ?? null })),
    statistics: {
      span: spanView(span),
      before: spanView(spanBefore(span)),
      lastYear: spanView(yearBefore(span)),
      closed: closedView(viewer, now),
      spans: usual(deps, viewer),
      scope: scopeOf(showing, viewer),
      regulation: showing.office.programs.map(({ regulation }) => nameIn(viewer.lang, regulation.title)).join(' · '),
      rates: ratesIn(showing.office).map((rate) => rateView(showing, rate, counted)),
      figures: figures.map(viewed),
      satisfaction: ratingFigures(showing).map(viewed),
      few: fewIn(showing),
      shareFrom: shareFromIn(showing.office),
      absent: absentIn(showing),
      by: waysApart(showing, viewer).map((way) => byNamed(showing, way)),
    },
  }
}

function figureView(showing: Showing, figure: Figure, counted: Counted): FigureView {
  const { id, name, counts, day, of } = figure
  const [now, before, lastYear] = [counted.now, counted.before, counted.lastYear].map((count) => countOf(count, figure))
  if (now === undefined || before === undefined || lastYear === undefined) throw new Error('three spans are counted')
  return {
    ...{ id, name, counts, day, now, before, lastYear },
    of: of === null ? null : figureOf(showing, of).counts,
    sinceBefore: difference(now.numerator - before.numerator),
    sinceLastYear: difference(now.numerator - lastYear.numerator),
    later: counted.later === null ? null : differing(now, countOf(counted.later.all, figure)),
  }
}

const differing = (kept: FigureValue, later: FigureValue): FigureValue | null =>
  kept.numerator === later.numerator && kept.denominator === later.denominator ? null : later

function closedView({ office }: Viewer, { closed }: CountedSpan): StatisticsView['closed'] {
  const { zone } = office.calendar
  return closed === null ? null : { asOf: dueMoment(closed.asOf, zone), keptAt: toTheMinute(closed.keptAt, zone) }
}

const difference = (count: number): string => (count > 0 ? `+${count}` : count === 0 ? '0' : `−${-count}`)

export const spanView = ({ from, to }: DaySpan, name = ''): StatisticsSpan => ({
  from: dayText(from),
  to: dayText(to),
  name,
})

function usual(deps: Deps, { office, lang, asOf }: Viewer): StatisticsView['spans'] {
  const spans = usualSpans(dayAt(asOf ?? nowOf(deps, office), office.calendar.zone))
  const words = statisticsWords[lang]
  return spanNames.map((id) => ({ id, ...spanView(spans[id], words.spans[id]) }))
}

export function scopeOf(showing: Showing, viewer: Viewer): string {
  const words = statisticsWords[showing.lang]
  const own = ownUnit(viewer)
  return own === null ? words.scopeAll : words.scopeUnit(unitNamed(showing, own).name)
}

export function fewIn({ office, lang }: Showing): string | null {
  const shareFrom = shareFromIn(office)
  return shareFrom === 0 ? null : statisticsWords[lang].few(shareFrom)
}

/** What a regulation need not speak of is not missed. */
const absentIn = ({ office, lang }: Showing): string[] =>
  (Object.entries(statisticsWords[lang].figures) as [FigureId, string][]).flatMap(([id, name]) =>
    isCountedIn(office, id) || id === 'excluded' ? [] : [name],
  )

/** In which ways counts can be taken apart here: a unit's own are of one unit. */
export function waysApart({ office }: Showing, viewer: Viewer): readonly CountedBy[] {
  const ways: readonly CountedBy[] = ['regulation', 'unit', 'category', 'channel', 'month', 'duty']
  return ways.filter((way) => {
    if (way === 'unit') return ownUnit(viewer) === null
    if (way === 'regulation') return office.programs.length > 1
    return (
      way === 'month' || way === 'duty' || office.programs.some(({ regulation }) => sortingField(regulation, way) !== undefined)
    )
  })
}

export function byAsked(showing: Showing, viewer: Viewer, by: CountedBy | undefined): CountedBy {
  const ways = waysApart(showing, viewer)
  return ways.find((way) => way === by) ?? ways.find((way) => way !== 'regulation') ?? 'month'
}

export const byNamed = ({ lang }: Showing, by: CountedBy): Named => ({ id: by, name: statisticsWords[lang].by[by] })
