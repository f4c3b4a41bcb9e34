import { rowFaults } from '../words/table-faults.js'
import { csvRecords, separators } from './csv-records.js'
import type { TableRecord, TableSheet } from './table-record.js'
import type { FileText } from './text-of.js'

/** How much of the beginning tells by what the cells are separated. */
const beginning = 1 << 16
const firstRecords = 30

/** A text as a table: separated by what gives the most known heads, else the most cells. */
export function textSheet({ text, hasFaults }: FileText, isHead: (cell: string) => boolean): TableSheet {
  // A line that only a spreadsheet reads: it names the separator.
  const named = /^sep=(.)(\r\n|\r|\n)/.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const separator = named?.[1] ?? separatorOf(body, isHead)
  const skipped = named === null ? 0 : 1
  // Read anew each time it is asked for: nothing but the text is held.
  return { name: null, records: { [Symbol.iterator]: () => marked(csvRecords(body, separator), { skipped, hasFaults }) } }
}

function separatorOf(text: string, isHead: (cell: string) => boolean): string {
  let best: { separator: string; known: number; cells: number } = { separator: ',', known: 0, cells: 1 }
  for (const separator of separators) {
    const rows = firstOf(csvRecords(text.slice(0, beginning), separator)).map(({ cells }) => cells)
    const known = Math.max(0, ...rows.map((cells) => cells.filter(isHead).length))
    const cells = Math.max(0, ...rows.map(({ length }) => length))
    if (known > best.known || (known === best.known && best.known === 0 && cells > best.cells)) best = { separator, known, cells }
  }
  return best.separator
}

function firstOf(records: Iterable<TableRecord>): readonly TableRecord[] {
  const found: TableRecord[] = []
  for (const record of records) {
    found.push(record)
    if (found.length >= firstRecords) break
  }
  return found
}

function* marked(
  records: Iterable<TableRecord>,
  { skipped, hasFaults }: { readonly skipped: number; readonly hasFaults: boolean },
): Generator<TableRecord> {
  for (const { row, cells, broken } of records) {
    const isUnreadable = hasFaults && cells.some((cell) => cell.includes('\uFFFD'))
    yield { row: row + skipped, cells, broken: isUnreadable ? rowFaults.badBytes : broken }
  }
}
