import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Lang, MadeFile } from '../../contract/index.js'
import { csvLine } from '../tables/spreadsheet-cell.js'
import { workbookFile } from '../tables/workbook-file.js'
import { refusedWords } from '../words/import-columns.js'
import type { RefusedRow } from './import-matters.js'

/** What the table came as: it goes back so. */
type Kind = 'workbook' | 'text'
/** What the table came as, and in which language its reasons are said. */
type Form = { readonly kind: Kind; readonly lang: Lang }
type Rows = AsyncIterable<RefusedRow> | Iterable<RefusedRow>

/** The rows that did not come in, as they were, each with its reason, to be put right and imported again: piece by piece. */
async function* refusedPieces(all: readonly string[], rows: Rows, { kind, lang }: Form): AsyncGenerator<string | Uint8Array> {
  const columns = all.some(isReason) ? all.filter((head) => !isReason(head) && !isPlace(head)) : all
  const words = refusedWords[lang]
  const heads = [words.row, words.reason, ...columns]
  const lines = async function* (): AsyncGenerator<readonly string[], void> {
    for await (const { place, row, reason, cells } of rows)
      yield [place ?? String(row), reason, ...columns.map((column) => cells[column] ?? '')]
  }
  if (kind === 'workbook') {
    yield* workbookFile([{ name: words.sheet, heads, rows: lines(), widths: [8, 40] }])
    return
  }
  yield `\uFEFF${csvLine(heads)}`
  for await (const line of lines()) yield csvLine(line)
}

/** A table that was refused before brings where it stood and why along: only what is said now goes back. */
const isReason = (head: string): boolean => Object.values(refusedWords).some(({ reason }) => reason === head)
const isPlace = (head: string): boolean => Object.values(refusedWords).some(({ row }) => row === head)

const columnsOf = ({ cells }: RefusedRow): readonly string[] => Object.keys(cells)

export const endingOf = (kind: Kind): MadeFile['ending'] => (kind === 'workbook' ? 'xlsx' : 'csv')

/** Of few rows: as it goes to a browser; null where there are none. */
export async function refusedFile(rows: readonly RefusedRow[], form: Form): Promise<MadeFile | null> {
  if (rows.length === 0) return null
  const pieces: Uint8Array[] = []
  for await (const piece of refusedPieces([...new Set(rows.flatMap(columnsOf))], rows, form)) pieces.push(Buffer.from(piece))
  return { ending: endingOf(form.kind), base64: Buffer.concat(pieces).toString('base64') }
}

/** Of rows that lie on disk: as it goes to a browser; null where none was refused. */
export async function refusedFileOf(rows: RefusedRows, folder: string, form: Form): Promise<MadeFile | null> {
  if (!rows.hasAny()) return null
  const file = join(folder, 'refused-table')
  await rows.write(file, form)
  const ending = endingOf(form.kind)
  return { ending, base64: (await readFile(`${file}.${ending}`)).toString('base64') }
}

/** Rows that are refused while a table is read, kept on disk: its columns are known when its last row is, and none of them is held. */
export type RefusedRows = {
  readonly add: (row: RefusedRow) => Promise<void>
  readonly hasAny: () => boolean
  /** All of them as a table, written to `FILE.xlsx` or `FILE.csv`. */
  readonly write: (file: string, form: Form) => Promise<void>
}

/** `folder`: where they lie meanwhile. */
export function refusedRowsIn(folder: string): RefusedRows {
  const path = join(folder, 'refused')
  let count = 0
  const columns = new Set<string>()
  return {
    add: async (row) => {
      for (const column of columnsOf(row)) columns.add(column)
      count += 1
      await appendFile(path, `${lineOf(row)}\n`, { mode: 0o600 })
    },
    hasAny: () => count > 0,
    write: async (file, form) => {
      await pipeline(refusedPieces([...columns], rowsIn(path), form), createWriteStream(`${file}.${endingOf(form.kind)}`))
      await rm(path)
    },
  }
}

/** In one line, whatever is in it: readers of lines end them at these signs, too. */
const lineOf = (row: RefusedRow): string =>
  JSON.stringify(row).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)

async function* rowsIn(path: string): AsyncGenerator<RefusedRow, void> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as RefusedRow
}
