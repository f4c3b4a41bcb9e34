import type { Lang, LedgerHead, LedgerKind } from '../../contract/index.js'
import { isDutyKeptFrom, isSettled } from '../../core/index.js'
import type { ExportedMatter, Gate, MatterFilter, MatterRow, QueuedDuty } from '../../store/index.js'
import { type ListsThen, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { dutyRowView, matterRowView } from '../desk/view-lists.js'
import { putAside } from '../files/put-aside.js'
import { gateOf } from '../gate.js'
import { type Origin, readOrigin } from '../matter/origin.js'
import { dueMoment, moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { type Office, programFor } from '../office.js'
import { showingOf } from '../showing.js'
import { inPieces } from '../tables/in-pieces.js'
import { csvLine } from '../tables/spreadsheet-cell.js'
import { workbookFile } from '../tables/workbook-file.js'
import { type LedgerColumn, wordsOf } from '../words/index.js'

export type LedgerFormat = 'csv' | 'xlsx' | 'jsonl'
export type LedgerAsked = {
  readonly office: Office
  readonly gate: Gate
  /** Whose ledger it is: what is kept from a role is in none of its rows. */
  readonly role?: string
  readonly kind: LedgerKind
  readonly filter: MatterFilter
  readonly lang: Lang
  /** As it stood, not as it stands. */
  readonly stood?: Pick<ListsThen, 'lists' | 'now'>
  /** Which columns, in which order, under which heads; all of the kind where nothing is said. One that it has not is left out. */
  readonly heads?: readonly LedgerHead[]
  /** Hears how many rows were read, now and then. */
  readonly onRows?: (rows: number) => void
}

/** One row of a ledger: column by column, as people read it. Who wrote is in none of them. */
export type LedgerRow = Readonly<Partial<Record<LedgerColumn, string>>>

const matterColumns: readonly LedgerColumn[] = [
  'number',
  'title',
  'category',
  'channel',
  'stage',
  'receivedAt',
  'updatedAt',
  'units',
  'alert',
  'nextDueAt',
  'publishedAt',
  'source',
  'sourceNumber',
  'writtenAt',
]
const dutyColumns: readonly LedgerColumn[] = [
  'number',
  'title',
  'category',
  'duty',
  'unit',
  'status',
  'openedAt',
  'dueAt',
  'metAt',
  'workdaysLate',
  'alert',
  'deducted',
  'criticisms',
]

export const ledgerColumns = (kind: LedgerKind): readonly LedgerColumn[] => (kind === 'matters' ? matterColumns : dutyColumns)

/** 台账. Every matter, or every duty, that the gate lets through. */
export const ledgerRows = (deps: Deps, asked: LedgerAsked): AsyncIterable<LedgerRow> => overRows(deps, asked, shownOf)

async function* shownOf<Row>(rows: AsyncIterable<Row>, shown: Shown<Row>): AsyncGenerator<LedgerRow, void> {
  for await (const row of rows) {
    const line = shown(row)
    if (line !== null) yield line
  }
}

/** A row as people read it; null: it is kept from whoever asks. */
type Shown<Row> = (row: Row) => LedgerRow | null

const toldEach = 10_000

/**
 * Rows as they are stored, and how each is shown. A file is made of them in one go: each generator more between the two keeps what it passed on in memory
 * until all of it is looked through.
 */
function overRows<T>(deps: Deps, asked: LedgerAsked, take: <Row>(rows: AsyncIterable<Row>, shown: Shown<Row>) => T): T {
  const { office, gate, kind, filter, lang, role, stood } = asked
  const lists = stood?.lists ?? deps.store
  const showing = showingOf(office, lang)
  let count = 0
  const counted = (line: LedgerRow): LedgerRow => {
    count += 1
    if (count % toldEach === 0) asked.onRows?.(count)
    return line
  }
  if (kind === 'matters')
    return take(lists.exportMatters(office.id, { filter, gate }), (row) =>
      counted(matterLine(row, { view: matterRowView(showing, row), origin: originSeen(gate, row.origin) }, office, lang)),
    )
  const now = stood?.now ?? nowOf(deps, office)
  return take(lists.exportDuties(office.id, { gate: { ...gate, rounds: 'beside' } }), (row) =>
    role !== undefined && isDutyKeptFrom(programFor(office, row), row.duty, role)
      ? null
      : counted(dutyLine(row, dutyRowView(showing, row, now), office, lang)),
  )
}

/** As on the page of the matter: for those who see every one. */
const originSeen = (gate: Gate, kept: ExportedMatter['origin']): Origin | null =>
  gate.scope === 'all' ? readOrigin(kept ?? undefined) : null

type Read = { readonly view: ReturnType<typeof matterRowView>; readonly origin: Origin | null }

/** In one literal: an object put together of two stays in memory until all of it is looked through. */
function matterLine(row: MatterRow, { view, origin }: Read, { calendar }: Office, lang: Lang): LedgerRow {
  return {
    number: row.number,
    title: row.title,
    category: view.category?.name ?? '',
    channel: view.channel?.name ?? '',
    stage: view.stage.name,
    receivedAt: view.receivedAt.shown,
    updatedAt: moment(row.updatedAt, calendar.zone).shown,
    units: view.units.map(({ name }) => name).join(wordsOf(lang).comma),
    alert: view.alert?.name ?? '',
    nextDueAt: view.nextDueAt?.shown ?? '',
    publishedAt: row.publishedAt === null ? '' : moment(row.publishedAt, calendar.zone).shown,
    source: origin?.source ?? '',
    sourceNumber: origin?.number ?? '',
    writtenAt: origin?.writtenAt ?? '',
  }
}

function dutyLine(row: QueuedDuty, view: ReturnType<typeof dutyRowView>, { calendar }: Office, lang: Lang): LedgerRow {
  const isOver = isSettled(row.status)
  return {
    number: row.number,
    title: row.title,
    category: view.category?.name ?? '',
    duty: view.name,
    unit: view.unit?.name ?? '',
    status: wordsOf(lang).statuses[isOver ? row.status : view.status],
    openedAt: moment(row.openedAt, calendar.zone).shown,
    dueAt: row.dueAt === null ? '' : dueMoment(row.dueAt, calendar.zone).shown,
    metAt: row.metAt === null ? '' : moment(row.metAt, calendar.zone).shown,
    workdaysLate: String(isOver ? row.workdaysLate : view.workdaysLate),
    alert: view.alert?.name ?? '',
    deducted: String(row.deducted),
    criticisms: String(row.criticisms),
  }
}

/**
 * A ledger as a file, for whoever asks. As it stands it is read while it is sent; as it stood it is put on disk first, so that nobody's slow line holds
 * what stood.
 */
export async function ledgerFor(
  deps: Deps,
  viewer: Viewer,
  asked: Pick<LedgerAsked, 'kind' | 'filter' | 'heads'>,
  format: LedgerFormat,
): Promise<AsyncIterable<string | Uint8Array>> {
  const all = askedBy(viewer, asked)
  if (viewer.asOf === undefined) return ledgerFile(deps, all, format)
  return listsFor(deps, viewer, async ({ lists, now, office: known }) => {
    return putAside(ledgerFile(deps, { ...all, office: known, stood: { lists, now } }, format))
  })
}

/** The first rows of a ledger, for whoever asks: as it stands, or as it stood. */
export function firstOfLedger(
  deps: Deps,
  viewer: Viewer,
  asked: Pick<LedgerAsked, 'kind' | 'filter'>,
  most: number,
): Promise<readonly LedgerRow[]> {
  return listsFor(deps, viewer, async ({ lists, now, office }) => {
    const rows: LedgerRow[] = []
    for await (const row of ledgerRows(deps, { ...askedBy(viewer, asked), office, stood: { lists, now } })) {
      rows.push(row)
      if (rows.length === most) break
    }
    return rows
  })
}

const askedBy = ({ office, actor, lang }: Viewer, asked: Pick<LedgerAsked, 'kind' | 'filter' | 'heads'>): LedgerAsked => ({
  ...asked,
  office,
  gate: gateOf(office, actor),
  role: actor.role,
  lang,
})

function headed({ kind, heads, lang }: LedgerAsked): {
  readonly columns: readonly LedgerColumn[]
  readonly heads: readonly string[]
} {
  const known = ledgerColumns(kind)
  const usual = wordsOf(lang).columns
  if (heads === undefined) return { columns: known, heads: known.map((column) => usual[column]) }
  const chosen = heads.flatMap(({ id, head }) =>
    known.filter((column) => column === id).map((column) => ({ column, head: head || usual[column] })),
  )
  return { columns: chosen.map(({ column }) => column), heads: chosen.map(({ head }) => head) }
}

const under = (heads: readonly string[], columns: readonly LedgerColumn[], row: LedgerRow) =>
  Object.fromEntries(columns.map((column, at) => [heads[at] ?? column, row[column] ?? '']))

/** A ledger as a file, piece by piece. */
export function ledgerFile(deps: Deps, asked: LedgerAsked, format: LedgerFormat): AsyncIterable<string | Uint8Array> {
  const { columns, heads } = headed(asked)
  const cells = (row: LedgerRow): string[] => columns.map((column) => row[column] ?? '')
  const inLines = (line: (row: LedgerRow) => string, first = ''): AsyncIterable<string> =>
    overRows(deps, asked, (rows, shown) =>
      inPieces(
        rows,
        (row) => {
          const one = shown(row)
          return one === null ? '' : line(one)
        },
        first,
      ),
    )
  switch (format) {
    case 'csv':
      return inLines((row) => csvLine(cells(row)), `\uFEFF${csvLine(heads)}`)
    case 'jsonl':
      return inLines((row) => `${JSON.stringify(asked.heads === undefined ? row : under(heads, columns, row))}\n`)
    case 'xlsx':
      return workbookFile([
        { name: wordsOf(asked.lang).ledgers[asked.kind], heads, rows: cellsOf(ledgerRows(deps, asked), cells) },
      ])
  }
}

async function* cellsOf(
  rows: AsyncIterable<LedgerRow>,
  cells: (row: LedgerRow) => readonly string[],
): AsyncGenerator<readonly string[], void> {
  for await (const row of rows) yield cells(row)
}
