import { rowFaults, type Said } from '../words/table-faults.js'
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

/** JSON lines as rows of one table: the columns are those of all of them. */
export function jsonRows({ text, hasFaults }: FileText): readonly JsonRow[] {
  const rows = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    return [{ row: index + 1, ...(hasFaults && line.includes('\uFFFD') ? { broken: rowFaults.badBytes } : jsonRow(line)) }]
  })
  const columns = new Set(rows.flatMap((row) => ('cells' in row ? Object.keys(row.cells) : [])))
  const empty = Object.fromEntries([...columns].map((column) => [column, '']))
  return rows.map((row) => ('cells' in row ? { row: row.row, cells: { ...empty, ...row.cells } } : row))
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
