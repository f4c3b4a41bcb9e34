import { fileFaults } from '../words/table-faults.js'
import { mostColumns, mostRows, type TableRecord, type TableSheet } from './table-record.js'
import { TableRefused } from './table-refused.js'
import { unpacked, zipEntries } from './zip-entries.js'

/** Unpacked texts of a workbook, all together: some ten times as much memory is needed to read them. */
const mostUnpacked = 64
const megabyte = 1024 * 1024

/** The sheets of a workbook, read only after it was seen to stay within the limits. */
export async function workbookSheets(bytes: Uint8Array, most = mostUnpacked): Promise<readonly TableSheet[]> {
  refuseTooLarge(bytes, most)
  const { default: readXlsx } = await import('read-excel-file/node')
  try {
    const sheets = await readXlsx(Buffer.from(bytes), { parseNumber: exactNumber })
    return sheets.map(({ sheet, data }) => ({ name: sheet, records: data.map(recordOf) }))
  } catch {
    throw new TableRefused(fileFaults.damaged)
  }
}

/** By what the directory claims and by what unpacking gives: the one may lie, the other must not be held whole. */
function refuseTooLarge(bytes: Uint8Array, most: number): void {
  const entries = (zipEntries(bytes) ?? []).filter(({ name }) => /\.(xml|rels)$/i.test(name))
  let left = most * megabyte
  if (entries.reduce((sum, { size }) => sum + size, 0) > left) throw new TableRefused(fileFaults.unpacksTooLarge(most))
  for (const entry of entries) {
    const content = unpacked(entry, left)
    if (content === 'damaged') throw new TableRefused(fileFaults.damaged)
    if (content === 'too-large') throw new TableRefused(fileFaults.unpacksTooLarge(most))
    left -= content.length
    if (/worksheets\//.test(entry.name)) refuseFarCells(Buffer.from(content).toString('latin1'))
  }
}

/** A single row far down, or a cell far out, would fill what lies between with nothing. */
function refuseFarCells(sheet: string): void {
  for (const [, row] of sheet.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g))
    if (Number(row) > mostRows) throw new TableRefused(fileFaults.tooManyRows(mostRows))
  for (const [, column = ''] of sheet.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)\d+"/g))
    if (column.length > 2 && columnNumber(column) > mostColumns) throw new TableRefused(fileFaults.tooManyColumns(mostColumns))
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Figures beyond what a spreadsheet keeps exactly are written as such: nobody takes the rounded ones for the true ones. */
function exactNumber(written: string): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value)
}

const recordOf = (cells: readonly unknown[], index: number): TableRecord => ({
  row: index + 1,
  cells: cells.map(cellText),
  broken: null,
})

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 19) : String(cell)
}
