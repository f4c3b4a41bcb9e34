import { fileFaults, notes, rowFaults, type Said } from '../words/table-faults.js'
import { plainCell } from './spreadsheet-cell.js'
import { mostColumns, mostRows, type TableRecord, type TableSheet } from './table-record.js'
import { TableRefused } from './table-refused.js'

/** What is known of a table before it is read: which heads it may have, or in which row and sheet they stand. */
export type TableAsked = {
  readonly isHead: (cell: string) => boolean
  readonly headRow: number | null
  readonly sheet: string | null
}

export type HeadedRow = { readonly row: number } & (
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly broken: Said }
)
/** 表头. A table under its heads; `headRow` is where they stand. */
export type HeadedTable = {
  readonly headRow: number
  readonly sheet: string | null
  readonly rows: AsyncIterable<HeadedRow>
  readonly notes: readonly Said[]
  /** The sheets that hold something and were not read. */
  readonly unread: readonly { readonly name: string; readonly rows: number }[]
}

/** Titles, dates and blanks above the heads are no more than this. */
const deepestHead = 30

type Found = { readonly sheet: TableSheet; readonly head: TableRecord; readonly known: number }

/** Finds the heads: the row with the most known ones among the first, in the first sheet that has any. */
export async function headedTable(sheets: readonly TableSheet[], asked: TableAsked): Promise<HeadedTable> {
  const found = await headIn(sheets, asked)
  const { sheet, head } = found
  await refuseTooMany(sheet)
  const names = namesOf(head.cells)
  const others: { readonly name: string; readonly rows: number }[] = []
  for (const other of sheets) if (other !== sheet) others.push({ name: other.name ?? '', rows: await filledIn(other) })
  const unread = others.filter(({ rows }) => rows > 0)
  return {
    headRow: head.row,
    sheet: sheet.name,
    rows: rowsBelow(sheet, head.row, names),
    notes: unread.map(({ name, rows }) => notes.otherSheet(name, rows)),
    unread,
  }
}

async function headIn(sheets: readonly TableSheet[], { isHead, headRow, sheet: asked }: TableAsked): Promise<Found> {
  const meant = asked === null ? sheets : sheets.filter(({ name }) => name === asked)
  if (meant.length === 0) {
    const names = sheets.map(({ name }) => name ?? '')
    throw new TableRefused(asked === null ? fileFaults.empty : fileFaults.noSuchSheet(asked, names))
  }
  const candidates: Found[] = []
  for (const sheet of meant) candidates.push(...(await candidatesIn(sheet, isHead, headRow)))
  if (candidates.length === 0) throw new TableRefused(headRow === null ? fileFaults.empty : fileFaults.noSuchHeadRow(headRow))
  const isSaid = headRow !== null
  const [first] = meant.flatMap((sheet) =>
    bestOf(candidates.filter((each) => each.sheet === sheet && (isSaid || each.known > 0))),
  )
  if (first !== undefined) return first
  const [likely] = bestOf(
    candidates.map((each) => ({ ...each, known: each.head.cells.filter((cell) => cell.trim() !== '').length })),
  )
  throw new TableRefused(
    fileFaults.noHeads(
      likely?.head.row ?? 1,
      (likely?.head.cells ?? []).filter((cell) => cell.trim() !== ''),
    ),
  )
}

async function candidatesIn(
  sheet: TableSheet,
  isHead: (cell: string) => boolean,
  headRow: number | null,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for await (const head of sheet.records()) {
    if (head.row > Math.max(deepestHead, headRow ?? 0)) break
    if ((headRow !== null && head.row !== headRow) || isBlank(head) || head.broken !== null) continue
    found.push({ sheet, head, known: head.cells.filter((cell) => isHead(plainCell(cell))).length })
  }
  return found
}

/** The first of those that know most. */
const bestOf = (candidates: readonly Found[]): readonly Found[] => {
  const most = Math.max(...candidates.map(({ known }) => known))
  return candidates.filter(({ known }) => known === most).slice(0, 1)
}

const isBlank = ({ cells }: TableRecord): boolean => cells.every((cell) => cell.trim() === '')

async function filledIn({ records }: TableSheet): Promise<number> {
  let count = 0
  for await (const record of records()) if (!isBlank(record)) count += 1
  return count
}

/** A head that stands twice gets its place behind it, as does a column without one: nothing is laid over another. */
function namesOf(cells: readonly string[]): readonly string[] {
  const plain = cells.map((cell) => plainCell(cell))
  return plain.map((name, index) => {
    if (name === '') return `#${index + 1}`
    if (plain.filter((other) => other === name).length === 1) return name
    return `${name}#${plain.slice(0, index + 1).filter((other) => other === name).length}`
  })
}

/** Looked at before the first row is given: a file is not read in half. */
async function refuseTooMany({ records }: TableSheet): Promise<void> {
  for await (const { row, cells } of records()) {
    if (row > mostRows) throw new TableRefused(fileFaults.tooManyRows(mostRows))
    if (cells.length > mostColumns) throw new TableRefused(fileFaults.tooManyColumns(mostColumns))
  }
}

async function* rowsBelow({ records }: TableSheet, headRow: number, names: readonly string[]): AsyncGenerator<HeadedRow, void> {
  for await (const record of records()) {
    if (record.row <= headRow || (isBlank(record) && record.broken === null)) continue
    const { row, cells, broken } = record
    const beyond = cells.slice(names.length).find((cell) => cell.trim() !== '')
    if (broken !== null) yield { row, broken }
    else if (beyond !== undefined) yield { row, broken: rowFaults.moreCells(plainCell(beyond)) }
    else yield { row, cells: Object.fromEntries(names.map((name, index) => [name, plainCell(cells[index] ?? '')])) }
  }
}
