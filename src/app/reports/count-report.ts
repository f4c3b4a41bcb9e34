import type { FigureValue, Named, ReportAsked, ReportTable, ReportView } from '../../contract/index.js'
import type { Instant } from '../../core/index.js'
import { type CountedApart, type CountedBy, crossKey, type FigureCount, isKeptApart } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { dueMoment, toTheMinute } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { type CountedSpan, countSpan } from '../statistics/count-span.js'
import { type Behind, findFigure, fixedIn } from '../statistics/figures.js'
import { byNamed, fewIn, scopeOf, spanView } from '../statistics/read-statistics.js'
import type { DaySpan } from '../statistics/spans.js'
import { rowNamed, tableOf } from '../statistics/statistics-table.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { reportWords } from '../words/reports.js'
import { statisticsWords } from '../words/statistics.js'
import { checkedAsked, nameOf, partOf, reportSpan } from './report-asked.js'

/** Of so many matters at most two things are told apart one by one while somebody waits. */
const mostOneByOne = 50_000
/** What is read on a page at once. */
const mostRows = 300
const mostColumns = 24

/** Counted once, told in any language. */
export type CountedReport = {
  readonly asked: ReportAsked
  readonly span: DaySpan
  readonly counted: CountedSpan
  readonly at: Instant
}

/** 报表. Counted through the reader's own gate, as all figures are. */
export async function readReport(
  deps: Deps,
  viewer: Viewer,
  asked: ReportAsked,
  most = mostOneByOne,
): Promise<Outcome<{ report: ReportView }>> {
  const found = reportSpan(deps, viewer, asked)
  if (!found.ok) return found
  const checked = checkedAsked(viewer, asked)
  if (!checked.ok) return checked
  const many = await tooMany(deps, viewer, { asked, span: found.span, most })
  if (many !== null) return many
  const counted = await countReport(deps, viewer, { asked, span: found.span })
  return { ok: true, report: reportIn(viewer, counted) }
}

/** Of two things of which nothing is kept by day each matter is looked at: of very many nobody waits for it. Null: they are not. */
async function tooMany(
  deps: Deps,
  viewer: Viewer,
  { asked, span, most }: Pick<CountedReport, 'asked' | 'span'> & { readonly most: number },
): Promise<Outcome<never> | null> {
  const { rows, across } = asked
  const part = partOf(asked)
  if (isKeptApart({ part, by: across === null ? rows : crossedBy({ rows, across }) })) return null
  const all = (await countSpan(deps, viewer, { span, part, ways: [null] })).of(null)[0]?.counts.active ?? 0
  if (all <= most) return null
  const words = reportWords[viewer.lang]
  const problem = {
    field: 'across',
    name: words.name,
    code: 'too-many',
    limit: null,
    sentence: words.tooManyCrossed(all, most),
  }
  return failed(wordsOf(viewer.lang), 'invalid', { problems: [problem] })
}

export async function countReport(
  deps: Deps,
  viewer: Viewer,
  { asked, span, isWaiting = true }: Pick<CountedReport, 'asked' | 'span'> & { readonly isWaiting?: boolean },
): Promise<CountedReport> {
  const { rows, across } = asked
  const ways: readonly (CountedApart | null)[] =
    across === null ? [null, rows] : [null, rows, across, crossedBy({ rows, across })]
  const only = fixedIn(asked.figures)
  const what = { span, part: partOf(asked), ways, ...(only === null ? {} : { only }) }
  const counted = await countSpan(deps, viewer, what, { isWaiting })
  return { asked, span, counted, at: nowOf(deps, viewer.office) }
}

const crossedBy = ({ rows, across }: { readonly rows: CountedBy; readonly across: CountedBy }): CountedApart =>
  `${rows}*${across}`

/** In the viewer's language. */
export function reportIn(viewer: Viewer, { asked, span, counted, at }: CountedReport): ReportView {
  const { office, asOf, lang } = viewer
  const showing = showingOf(office, lang)
  const { zone } = office.calendar
  const checked = checkedAsked(viewer, asked)
  if (!checked.ok) throw new Error(`a report that cannot be: ${checked.failure.detail}`)
  return {
    asked,
    span: spanView(span, asked.over === 'days' ? '' : statisticsWords[lang].spans[asked.over]),
    closed:
      counted.closed === null
        ? null
        : { asOf: dueMoment(counted.closed.asOf, zone), keptAt: toTheMinute(counted.closed.keptAt, zone) },
    madeAt: toTheMinute(at, zone),
    // The first moment that is not known: of a day, its 24:00.
    asOf: asOf === undefined ? null : dueMoment(asOf + 1, zone),
    scope: scopeOf(showing, viewer),
    only: onlyIn(showing, asked),
    by: byNamed(showing, asked.rows),
    across: asked.across === null ? null : byNamed(showing, asked.across),
    figures: checked.figures.map(({ id, name, counts, of, day }) => ({ id, name, counts, of, day })),
    few: fewIn(showing),
    table: tableIn(showing, viewer.actor.role, { asked, span, counted }),
  }
}

/** To what the matters are narrowed: by what, and to which value of it. */
export function onlyIn(showing: Showing, { part }: Pick<ReportAsked, 'part'>): Named[] {
  const words = reportWords[showing.lang]
  return Object.entries(part).flatMap(([id, value]) => {
    const by = id as keyof typeof words.parts
    return value === undefined ? [] : [{ id, name: `${words.parts[by]}：${rowNamed(showing, by, value).name}` }]
  })
}

type Column = ReportTable['columns'][number] & {
  /** What it says of a row, and of all of them; null: of all rows, whatever the column. */
  readonly key: string | null
  readonly told: Behind['valueIn']
}

/** What had nothing of what is asked stands in no row and no column, but for months. */
function tableIn(showing: Showing, role: string, report: Pick<CountedReport, 'asked' | 'span' | 'counted'>): ReportTable {
  const { asked, counted } = report
  const { rows: by, across } = asked
  const told = across === null ? figureColumns(showing, role, report) : partColumns(showing, role, report, across)
  const cellIn = (row: string | null, { key, told: say }: Column) => say(countOf(counted, asked, { row, column: key }))
  const all = told.map((column) => ({ column, total: cellIn(null, column) }))
  const columns = all.filter(({ column: { key }, total }) => key === null || across === 'month' || isSomething(total))
  const shown = columns.slice(0, mostColumns)
  const rows = partsIn(showing, by, report)
    .map(({ id, name, narrow }) => ({ id, name, narrow, cells: shown.map(({ column }) => cellIn(id, column)) }))
    .filter(({ cells }) => by === 'month' || cells.some(isSomething))
  const words = reportWords[showing.lang]
  return {
    columns: shown.map(({ column: { id, name, figure, narrow } }) => ({ id, name, figure, narrow })),
    rows: rows.slice(0, mostRows),
    total: shown.map(({ total }) => total),
    notes: [
      statisticsWords[showing.lang].notes[by],
      ...(across === null ? [] : [words.crossed, statisticsWords[showing.lang].notes[across]]),
      ...(columns.length > mostColumns ? [words.firstColumns(mostColumns, columns.length)] : []),
      ...(rows.length > mostRows ? [words.firstRows(mostRows, rows.length)] : []),
    ],
  }
}

const isSomething = ({ numerator, denominator, times }: FigureValue): boolean =>
  numerator !== 0 || (denominator ?? 0) !== 0 || (times ?? 0) !== 0

/** The values of a way, named and in the order in which statistics tell them. */
const partsIn = (showing: Showing, by: CountedBy, { span, counted }: Pick<CountedReport, 'span' | 'counted'>) =>
  tableOf(showing, { by, figures: [], span, parts: counted.of(by), later: null }).rows

function figureColumns(showing: Showing, role: string, { asked }: Pick<CountedReport, 'asked'>): readonly Column[] {
  return asked.figures.flatMap((figure) => {
    const found = findFigure(showing, role, figure)
    const name = nameOf(showing, role, figure)
    return found === null ? [] : [{ id: figure, name, figure, narrow: {}, key: null, told: found.valueIn }]
  })
}

function partColumns(
  showing: Showing,
  role: string,
  report: Pick<CountedReport, 'asked' | 'span' | 'counted'>,
  across: CountedBy,
): readonly Column[] {
  const [figure = ''] = report.asked.figures
  const found = findFigure(showing, role, figure)
  if (found === null) return []
  const parts = partsIn(showing, across, report).map(({ id, name, narrow }) => ({ id, name, figure, narrow, key: id }))
  const all = { id: '*', name: reportWords[showing.lang].total, figure, narrow: {}, key: null }
  return [all, ...parts].map((column) => ({ ...column, told: found.valueIn }))
}

/** The count of a row, of a column, of both, or of everything. */
function countOf(
  counted: CountedSpan,
  { rows, across }: ReportAsked,
  { row, column }: { readonly row: string | null; readonly column: string | null },
): FigureCount | undefined {
  const of = (by: CountedApart | null, key: string) => counted.of(by).find((each) => each.key === key)
  if (across === null || column === null) return row === null ? counted.of(null)[0] : of(rows, row)
  return row === null ? of(across, column) : of(crossedBy({ rows, across }), crossKey(row, column))
}
