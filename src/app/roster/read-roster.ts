import type { Lang, MadeFile, RosterKind } from '../../contract/index.js'
import { mostUnpacked, tableIn } from '../imports/import-rows.js'
import { refusedFile } from '../imports/refused-table.js'
import type { HeadedTable } from '../tables/headed-rows.js'
import { TableRefused } from '../tables/table-refused.js'
import { plainHead } from '../words/import-columns.js'
import { rosterColumns, rosterWords } from '../words/roster.js'
import type { Said } from '../words/table-faults.js'
import type { RosterCells, RosterReader, RosterRow } from './roster.js'

/** Each account that comes in costs a transaction: more than this is not brought in at one click. */
const mostRows = 500

export type RosterTable = {
  readonly headRow: number
  readonly sheet: string | null
  readonly kind: 'workbook' | 'text'
  readonly notes: readonly Said[]
  readonly unused: readonly string[]
  readonly rows: readonly TableRow[]
}
/** `cells` by column; `raw` as the file has them. */
export type TableRow = {
  readonly row: number
  readonly cells: RosterCells
  readonly raw: RosterCells
  readonly broken: Said | null
}

/** Opens a list and finds its columns by their heads. Throws `TableRefused`. */
export async function readRoster(of: RosterKind, bytes: Uint8Array): Promise<RosterTable> {
  const columns = rosterColumns[of].map(({ id, heads, name, isNeeded }) => ({ id, name, isNeeded, heads: heads.map(plainHead) }))
  const isHead = (cell: string): boolean => columns.some(({ heads }) => heads.includes(plainHead(cell)))
  const table = await tableIn(bytes, { isHead, headRow: null, sheet: null }, mostUnpacked).catch((error: unknown) => {
    throw error instanceof TableRefused ? new TableRefused(withTemplate(error.words)) : error
  })
  const rows = await rowsOf(table)
  const there = [...new Set(rows.flatMap(({ raw }) => Object.keys(raw)))]
  const placed = new Map(columns.map(({ id, heads }) => [id, there.find((head) => heads.includes(plainHead(head)))]))
  const missing = columns.filter(({ id, isNeeded }) => isNeeded && placed.get(id) === undefined)
  if (rows.length > 0 && missing.length > 0)
    throw new TableRefused(withTemplate(inBoth((lang) => rosterWords[lang].noColumn(missing.map(({ name }) => name[lang])))))
  const used = new Set(placed.values())
  const cellsOf = (raw: RosterCells): RosterCells =>
    Object.fromEntries(columns.map(({ id }) => [id, (raw[placed.get(id) ?? ''] ?? '').trim()]))
  return {
    headRow: table.headRow,
    sheet: table.sheet,
    kind: table.kind,
    notes: table.unread.flatMap(({ name, rows }) =>
      isGuide(name) ? [] : [inBoth((lang) => rosterWords[lang].otherSheet(name, rows))],
    ),
    unused: there.filter((head) => !used.has(head)),
    rows: rows.map((each) => ({ ...each, cells: cellsOf(each.raw) })),
  }
}

/** The template's own sheet that says how it is filled in. */
const isGuide = (sheet: string): boolean => Object.values(rosterWords).some(({ guide }) => guide === sheet)

async function rowsOf(table: HeadedTable): Promise<readonly Omit<TableRow, 'cells'>[]> {
  const rows: Omit<TableRow, 'cells'>[] = []
  for await (const each of table.rows) {
    if (rows.length === mostRows) throw new TableRefused(inBoth((lang) => rosterWords[lang].tooManyRows(mostRows)))
    const { row } = each
    rows.push('broken' in each ? { row, raw: {}, broken: each.broken } : { row, raw: each.cells, broken: null })
  }
  return rows
}

const inBoth = (say: (lang: Lang) => string): Said => ({ zh: say('zh'), en: say('en') })
const withTemplate = ({ zh, en }: Said): Said => ({
  zh: `${zh}${rosterWords.zh.byTemplate}`,
  en: `${en} ${rosterWords.en.byTemplate}`,
})

export type Told = { readonly row: TableRow; readonly came: RosterRow }

/**
 * Reads row after row, each beside those before it. A row that names what a later one adds is read again behind it, so that a list may
 * stand in any order.
 */
export async function readInTurn(
  rows: readonly TableRow[],
  { read, lang, take }: { read: RosterReader; lang: Lang; take: (came: RosterRow) => Promise<RosterRow> },
): Promise<readonly Told[]> {
  const told = new Map<TableRow, RosterRow>()
  for (let waiting = rows; waiting.length > 0; ) {
    const before = waiting.length
    const left: TableRow[] = []
    for (const row of waiting) {
      const came: RosterRow = row.broken === null ? read(row.cells) : { kind: 'refused', reason: row.broken[lang] }
      if (came.kind === 'refused') left.push(row)
      told.set(row, came.kind === 'new' ? await take(came) : came)
    }
    waiting = left.length === before ? [] : left
  }
  return rows.map((row) => ({ row, came: told.get(row) ?? { kind: 'known' } }))
}

/** The rows that did not come in, as they were, each with its reason. */
export function refusedRoster(
  told: readonly Told[],
  form: Pick<RosterTable, 'kind'> & { readonly lang: Lang },
): Promise<MadeFile | null> {
  const rows = told.flatMap(({ row: { row, raw: cells }, came }) =>
    came.kind === 'refused' ? [{ row, cells, reason: came.reason }] : [],
  )
  return refusedFile(rows, form)
}
