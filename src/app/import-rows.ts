import { createReadStream, statSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { isMails, mailRows } from './import-mails.js'

/** A file that came with a row. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array }

/** Where a row stands: `row` counts as a spreadsheet does, the head is row 1; `place` is which mail it was. */
type Placed = { readonly row: number; readonly place?: string }
/** A row of a file, by the heads of its columns. */
export type ImportRow =
  | (Placed & { readonly cells: Readonly<Record<string, string>>; readonly files?: readonly ImportFile[] })
  | (Placed & { readonly broken: string })

const largestWorkbook = 50 * 1024 * 1024

/** Whether a path holds mails rather than a table. */
export const holdsMails = (path: string): boolean => isMails(path, statSync(path).isDirectory())

/** Reads a file row by row: JSON lines, CSV (UTF-8 or gb18030), a workbook's first sheet; or mails. */
export function importRows(file: string): AsyncIterable<ImportRow> {
  if (holdsMails(file)) return mailRows(file)
  switch (extname(file).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return jsonRows(file)
    case '.xlsx':
      return workbookRows(file)
    default:
      return csvRows(file)
  }
}

async function* jsonRows(file: string): AsyncIterable<ImportRow> {
  let row = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1
    if (line.trim() === '') continue
    yield { row, ...jsonRow(line) }
  }
}

function jsonRow(line: string): { cells: Readonly<Record<string, string>> } | { broken: string } {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { broken: 'not an object' }
    return { cells: Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, cellText(cell)])) }
  } catch {
    return { broken: 'not JSON' }
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 19)
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}

async function* workbookRows(file: string): AsyncIterable<ImportRow> {
  const { size } = await stat(file)
  if (size > largestWorkbook) throw new Error(`${file}: larger than ${largestWorkbook} bytes; save it as CSV`)
  const { default: readXlsx } = await import('read-excel-file/node')
  const sheets: unknown = await readXlsx(await readFile(file))
  const rows = firstSheet(sheets)
  const [head = [], ...rest] = rows
  const names = head.map((cell) => cellText(cell).trim())
  for (const [index, cells] of rest.entries()) {
    if (cells.every((cell) => cell === null || cell === '')) continue
    yield { row: index + 2, cells: named(names, cells.map(cellText)) }
  }
}

/** The reader answers rows, or sheets with rows, by its version. */
function firstSheet(found: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(found)) return []
  const first: unknown = found[0]
  if (typeof first === 'object' && first !== null && 'data' in first && Array.isArray(first.data)) return first.data
  return found
}

const named = (names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))

async function* csvRows(file: string): AsyncIterable<ImportRow> {
  const decoder = new TextDecoder(await encodingOf(file))
  let names: readonly string[] | null = null
  let row = 0
  for await (const cells of csvRecords(createReadStream(file), decoder)) {
    row += 1
    if (names === null) names = cells.map((cell) => cell.trim())
    else if (cells.length > names.length) yield { row, broken: `${cells.length} cells, ${names.length} columns` }
    else if (cells.some((cell) => cell !== '')) yield { row, cells: named(names, cells) }
  }
}

/** UTF-8 where the whole beginning is; else what old offices write. */
async function encodingOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 18), 0, 1 << 18, 0)
    new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true })
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  } finally {
    await handle.close()
  }
}

/** RFC 4180, a piece at a time: quotes doubled, line breaks within quotes. */
async function* csvRecords(stream: AsyncIterable<Buffer>, decoder: TextDecoder): AsyncIterable<readonly string[]> {
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let wasQuote = false
  const pieces = async function* () {
    for await (const chunk of stream) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  }
  for await (const piece of pieces()) {
    for (const sign of piece) {
      if (isQuoted && !wasQuote) {
        if (sign === '"') wasQuote = true
        else cell += sign
        continue
      }
      if (wasQuote && sign === '"') {
        cell += '"'
        wasQuote = false
        continue
      }
      if (wasQuote) {
        isQuoted = false
        wasQuote = false
      }
      if (sign === '"' && cell === '') isQuoted = true
      else if (sign === ',') {
        cells.push(cell)
        cell = ''
      } else if (sign === '\n') {
        cells.push(cell)
        yield cells
        cells = []
        cell = ''
      } else if (sign !== '\r') cell += sign
    }
  }
  if (cell !== '' || cells.length > 0) yield [...cells, cell]
}
