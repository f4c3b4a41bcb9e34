import { rowFaults } from '../words/table-faults.js'
import { csvRecords, separators } from './csv-records.js'
import type { TableRecord, TableSheet } from './table-record.js'
import type { FileText } from './text-of.js'

/** How much of the beginning tells by what the cells are separated. */
const beginningLength = 1 << 16
const firstRecords = 30

/** A text as a table: separated by what gives the most known heads, else the most cells. */
export async function textSheet(
  { beginning, hasFaults, pieces }: FileText,
  isHead: (cell: string) => boolean,
): Promise<TableSheet> {
  // A line that only a spreadsheet reads: it names the separator.
  const named = /^sep=(.)(\r\n|\r|\n)/.exec(beginning)
  const skip = named?.[0].length ?? 0
  const separator = named?.[1] ?? (await separatorOf(beginning.slice(0, beginningLength), isHead))
  const skipped = named === null ? 0 : 1
  return { name: null, records: () => marked(csvRecords(without(pieces(), skip), separator), { skipped, hasFaults }) }
}

/** A text without its first characters. */
async function* without(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string, void> {
  let left = count
  for await (const piece of pieces) {
    if (left < piece.length) yield left === 0 ? piece : piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

async function* once(text: string): AsyncGenerator<string, void> {
  yield text
}

async function separatorOf(text: string, isHead: (cell: string) => boolean): Promise<string> {
  let best: { separator: string; known: number; cells: number } = { separator: ',', known: 0, cells: 1 }
  for (const separator of separators) {
    const rows = (await firstOf(csvRecords(once(text), separator))).map(({ cells }) => cells)
    const known = Math.max(0, ...rows.map((cells) => cells.filter(isHead).length))
    const cells = Math.max(0, ...rows.map(({ length }) => length))
    if (known > best.known || (known === best.known && best.known === 0 && cells > best.cells)) best = { separator, known, cells }
  }
  return best.separator
}

async function firstOf(records: AsyncIterable<TableRecord>): Promise<readonly TableRecord[]> {
  const found: TableRecord[] = []
  for await (const record of records) {
    found.push(record)
    if (found.length >= firstRecords) break
  }
  return found
}

async function* marked(
  records: AsyncIterable<TableRecord>,
  { skipped, hasFaults }: { readonly skipped: number; readonly hasFaults: boolean },
): AsyncGenerator<TableRecord, void> {
  for await (const { row, cells, broken } of records) {
    const isUnreadable = hasFaults && cells.some((cell) => cell.includes('\uFFFD'))
    yield { row: row + skipped, cells, broken: isUnreadable ? rowFaults.badBytes : broken }
  }
}
