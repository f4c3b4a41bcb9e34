import type { FigureView, Lang, StatisticsTable, StatisticsView } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import { dueMoment, moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { type SheetCell, type SheetOut, workbookBytes } from '../tables/workbook-file.js'
import { statisticsWords } from '../words/statistics.js'
import { beneathSheets } from './beneath-sheets.js'
import { countStatistics, waysApart } from './read-statistics.js'
import type { StatisticsAsked } from './statistics-asked.js'

type Counted = Omit<StatisticsView, 'table' | 'charts'>

/** 统计表. One sheet for the figures, one for each way of taking them apart, those of what stands beneath, one that says what is counted. */
export async function statisticsWorkbook(
  deps: Deps,
  viewer: Viewer,
  asked: StatisticsAsked,
): Promise<Outcome<{ file: Uint8Array; name: string }>> {
  const { lang, office } = viewer
  const counted = await countStatistics(deps, viewer, { ...asked, ways: waysApart(showingOf(office, lang), viewer) })
  if (!counted.ok) return counted
  const { statistics, tables } = counted
  const { zone } = office.calendar
  const made = {
    at: moment(nowOf(deps, office), zone).shown,
    // The first moment that is not known: of a day, its 24:00.
    asOf: viewer.asOf === undefined ? null : dueMoment(viewer.asOf + 1, zone).shown,
  }
  const sheets = [
    figureSheet(lang, statistics),
    ...tables.map((table) => tableSheet(lang, table)),
    ...(await beneathSheets(deps, viewer, asked)),
    definitions(lang, statistics, made),
  ]
  const { from, to } = statistics.span
  return { ok: true, file: await workbookBytes(sheets), name: statisticsWords[lang].file(from, to) }
}

function figureSheet(lang: Lang, { figures, satisfaction, span, before, lastYear }: Counted): SheetOut {
  const { sheets } = statisticsWords[lang]
  const of = (name: string) => [`${name} ${sheets.numerator}`, `${name} ${sheets.denominator}`, `${name} ${sheets.share}`]
  const heads = [
    sheets.figure,
    sheets.numerator,
    sheets.denominator,
    sheets.share,
    ...of(sheets.before),
    ...of(sheets.lastYear),
    sheets.later,
    sheets.times,
  ]
  const shown = ({ from, to }: StatisticsView['span']) => `${from} – ${to}`
  const spans = ['', shown(span), '', '', shown(before), '', '', shown(lastYear)]
  const rows = [...figures, ...satisfaction].map(({ name, now, before: earlier, lastYear: yearAgo, later }) => [
    name,
    ...[now, earlier, yearAgo].flatMap(valueCells),
    later === null ? '' : later.numerator,
    ...timesCells(now),
  ])
  return {
    name: sheets.figures,
    heads,
    rows: [spans, ...rows],
    widths: [18],
  }
}

const valueCells = ({ numerator, denominator, share }: FigureView['now']): SheetCell[] => [
  numerator,
  denominator ?? '',
  share ?? '',
]

/** How often, where that is counted too. */
const timesCells = ({ times }: FigureView['now']): SheetCell[] => [times ?? '']

type Cells = StatisticsTable['rows'][number]['cells']

/** Each count with what it is a share of. */
function tableSheet(lang: Lang, { by, columns, rows, note }: StatisticsTable): SheetOut {
  const { sheets } = statisticsWords[lang]
  const isTimed = (id: string) => rows.some(({ cells }) => cells.some(({ figure, times }) => figure === id && times !== null))
  const parts = (id: string) => [sheets.numerator, sheets.denominator, sheets.share, ...(isTimed(id) ? [sheets.times] : [])]
  const heads = [by.name, ...columns.flatMap(({ id, name }) => parts(id).map((part) => `${name} ${part}`))]
  const cellsOf = (cell: Cells[number]) => [...valueCells(cell), ...(isTimed(cell.figure) ? timesCells(cell) : [])]
  const lines = rows.map(({ name, cells }) => [name, ...cells.flatMap(cellsOf)])
  return { name: by.name, heads, rows: [...lines, [note]], widths: [24] }
}

function definitions(
  lang: Lang,
  { figures, satisfaction, span, scope, regulation, absent, few, closed }: Counted,
  made: { readonly at: string; readonly asOf: string | null },
): SheetOut {
  const { sheets } = statisticsWords[lang]
  const facts = [
    [sheets.span, `${span.from} – ${span.to}`],
    [sheets.scope, scope],
    [sheets.regulation, regulation],
    [sheets.madeAt, made.at],
    ...(made.asOf === null ? [] : [[sheets.asOf, made.asOf]]),
    ...(closed === null ? [] : [[sheets.closed, closed.asOf.shown]]),
    ...absent.map((name) => [sheets.absent, name]),
    ...(few === null ? [] : [[sheets.few, few]]),
  ]
  const rows = [...figures, ...satisfaction].map(({ name, counts, of, day }) => [name, counts, of ?? '—', day])
  return {
    name: sheets.definitions,
    heads: [sheets.figure, sheets.counts, sheets.of, sheets.day],
    rows: [...rows, ...facts],
    widths: [24, 60, 60, 18],
  }
}
