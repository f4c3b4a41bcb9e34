import type { Lang, ReportAsked, ReportTable, ReportView } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { PaperFile } from '../documents/index.js'
import type { Outcome } from '../outcome.js'
import { csvLine } from '../tables/spreadsheet-cell.js'
import { type SheetCell, type SheetOut, workbookBytes } from '../tables/workbook-file.js'
import { reportWords } from '../words/reports.js'
import { statisticsWords } from '../words/statistics.js'
import { readReport } from './count-report.js'

export const reportFormats = ['xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]
export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A report as a file, counted anew for whoever takes it. */
export async function reportFile(
  deps: Deps,
  viewer: Viewer,
  { asked, name, format }: { readonly asked: ReportAsked; readonly name: string; readonly format: ReportFormat },
): Promise<Outcome<{ file: PaperFile }>> {
  const found = await readReport(deps, viewer, asked)
  return found.ok ? { ok: true, file: await fileOf(viewer.lang, found.report, { name, format }) } : found
}

export async function fileOf(
  lang: Lang,
  report: ReportView,
  { name, format }: { readonly name: string; readonly format: ReportFormat },
): Promise<PaperFile> {
  const words = reportWords[lang]
  const named = `${words.file(name.trim() || words.sheet, report.span.from, report.span.to)}.${format}`
  const sheets = [tableSheet(lang, report), definitions(lang, report)]
  const bytes = format === 'xlsx' ? await workbookBytes(sheets) : csvOf(sheets)
  return { name: named, type: reportTypes[format], bytes }
}

/** Beneath each other, each behind its heads; spreadsheets know by the mark at the beginning which letters they are. */
const csvOf = (sheets: readonly (SheetOut & { readonly rows: readonly (readonly SheetCell[])[] })[]): Uint8Array =>
  Buffer.from(
    `\uFEFF${sheets.map(({ heads, rows }) => [heads, ...rows].map((row) => csvLine(row.map(String))).join('')).join('\r\n')}`,
  )

type Sheet = SheetOut & { readonly rows: readonly (readonly SheetCell[])[] }

/** Of each column the number, and what it is a share of and how often it happened, where anything is told of that. */
function tableSheet(lang: Lang, { by, table }: ReportView): Sheet {
  const { sheets } = statisticsWords[lang]
  const told = table.columns.map((_, at) => partsTold(table, at))
  const heads = table.columns.flatMap(({ name }, at) => [
    name,
    ...(told[at]?.isShare ? [`${name} ${sheets.denominator}`, `${name} ${sheets.share}`] : []),
    ...(told[at]?.isTimed ? [`${name} ${sheets.times}`] : []),
  ])
  const cellsOf = (cells: ReportTable['total']): SheetCell[] =>
    cells.flatMap(({ numerator, denominator, share, times }, at): SheetCell[] => [
      numerator,
      ...(told[at]?.isShare ? [denominator ?? '', share ?? ''] : []),
      ...(told[at]?.isTimed ? [times ?? ''] : []),
    ])
  const rows = [...table.rows, { name: reportWords[lang].total, cells: table.total }]
  return {
    name: reportWords[lang].sheet,
    heads: [by.name, ...heads],
    rows: rows.map(({ name, cells }) => [name, ...cellsOf(cells)]),
    widths: [24],
  }
}

function partsTold({ rows, total }: ReportTable, at: number): { readonly isShare: boolean; readonly isTimed: boolean } {
  const cells = [total, ...rows.map(({ cells: each }) => each)].flatMap((each) => each[at] ?? [])
  return { isShare: cells.some(({ denominator }) => denominator !== null), isTimed: cells.some(({ times }) => times !== null) }
}

/** What is counted, of which days, of whose matters, as known when. */
function definitions(lang: Lang, report: ReportView): Sheet {
  const { sheets } = statisticsWords[lang]
  const words = reportWords[lang]
  const { figures, span, scope, only, madeAt, asOf, closed, few, table } = report
  const facts = [
    [sheets.span, `${span.from} – ${span.to}`],
    [sheets.scope, scope],
    ...only.map(({ name }) => [words.only, name]),
    [sheets.madeAt, madeAt.shown],
    ...(asOf === null ? [] : [[sheets.asOf, asOf.shown]]),
    ...(closed === null ? [] : [[sheets.closed, closed.asOf.shown]]),
    ...(few === null ? [] : [[sheets.few, few]]),
    ...table.notes.map((note) => ['', note]),
  ]
  return {
    name: sheets.definitions,
    heads: [sheets.figure, sheets.counts, sheets.of, sheets.day],
    rows: [...figures.map(({ name, counts, of, day }) => [name, counts, of ?? '—', day ?? '']), ...facts],
    widths: [24, 60, 60, 18],
  }
}
