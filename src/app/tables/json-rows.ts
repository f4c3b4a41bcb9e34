import { fileFaults, rowFaults, type Said } from '../words/table-faults.js'
import { longestRecord, mostColumns } from './table-record.js'
import { TableRefused } from './table-refused.js'
import type { FileText } from './text-of.js'

export type JsonRow = { readonly row: number } & (
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly broken: Said }
)

/** Whether a text is JSON lines: most of its first lines begin as objects do. */
export function isJsonLines(text: string): boolean {
  const first = text
    .slice(0, 1 << 16)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  return first.filter((line) => line.trimStart().startsWith('{')).length * 2 > first.length
}

/** JSON lines as rows of one table: the columns are those of all of them, for which they are read once more. */
export async function* jsonRows(text: FileText): AsyncGenerator<JsonRow, void> {
  const columns = new Set<string>()
  for await (const row of rowsIn(text)) if ('cells' in row) for (const column of Object.keys(row.cells)) columns.add(column)
  if (columns.size > mostColumns) throw new TableRefused(fileFaults.tooManyColumns(mostColumns))
  const empty = Object.fromEntries([...columns].map((column) => [column, '']))
  for await (const row of rowsIn(text)) yield 'cells' in row ? { row: row.row, cells: { ...empty, ...row.cells } } : row
}

async function* rowsIn({ hasFaults, pieces }: FileText): AsyncGenerator<JsonRow, void> {
  let row = 0
  for await (const line of linesOf(pieces())) {
    row += 1
    if (line.trim() === '') continue
    yield { row, ...(hasFaults && line.includes('\uFFFD') ? { broken: rowFaults.badBytes } : jsonRow(line)) }
  }
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  let left = ''
  for await (const piece of pieces) {
    const text = left + piece
    // The second half of a line end may come with the next piece.
    const lines = text.split(/\r\n|\r(?!$)|\n/)
    left = lines.pop() ?? ''
    if (left.length > longestRecord) throw new TableRefused(fileFaults.notATable)
    yield* lines
  }
  yield* left.split(/\r/)
}

function jsonRow(line: string): { cells: Readonly<Record<string, string>> } | { broken: Said } {
  try {
    const value: unknown = JSON.parse(exact(line))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { broken: rowFaults.notAnObject }
    return { cells: Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, cellText(cell)])) }
  } catch {
    return { broken: rowFaults.notJson }
  }
}

/** Numbers longer than are kept exactly become texts before they are read. */
const exact = (line: string): string =>
  line.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (part) => (part.startsWith('"') ? part : `"${part}"`))

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}
