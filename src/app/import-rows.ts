import { statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { isMails, mailRows } from './import-mails.js'
import type { ImportRow } from './import-row.js'
import { type HeadedTable, headedTable, type TableAsked } from './tables/headed-rows.js'
import { isJsonLines, jsonRows } from './tables/json-rows.js'
import { kindOfBytes, refusePages } from './tables/kind-of-bytes.js'
import { TableRefused } from './tables/table-refused.js'
import { textOf } from './tables/text-of.js'
import { textSheet } from './tables/text-sheet.js'
import { workbookSheets } from './tables/workbook-sheets.js'
import { usualHead } from './words/import-columns.js'
import { fileFaults, type Said } from './words/table-faults.js'

/** A file opened: its rows, where its heads stand, and what of it is not read. */
export type OpenedFile = {
  readonly rows: AsyncIterable<ImportRow>
  readonly headRow: number | null
  readonly sheet: string | null
  readonly notes: readonly Said[]
}

/** In megabytes: of the file, and of a workbook unpacked. */
export type FileLimits = { readonly file: number; readonly unpacked: number }
/** Of what is brought in from the browser. */
export const mostUnpacked = 16
const ofCommands: FileLimits = { file: 64, unpacked: 64 }
const byUsualHeads: TableAsked = { isHead: usualHead, headRow: null, sheet: null }

/** Whether a path holds mails rather than a table. */
export const holdsMails = (path: string): boolean => isMails(path, statSync(path).isDirectory())

/** Opens what lies there by what its bytes say: JSON lines, separated text of any encoding, a workbook; or mails. Throws `TableRefused`. */
export async function openRows(file: string, asked: TableAsked = byUsualHeads, most = ofCommands): Promise<OpenedFile> {
  if (holdsMails(file)) return { rows: mailRows(file), headRow: null, sheet: null, notes: [] }
  const { size } = await stat(file)
  if (size > most.file * 1024 * 1024) throw new TableRefused(fileFaults.tooLarge(most.file))
  const bytes = await readFile(file)
  if (kindOfBytes(bytes) === 'workbook') return asyncRows(headedTable(await workbookSheets(bytes, most.unpacked), asked))
  const text = plainText(bytes)
  if (isJsonLines(text.text)) return asyncRows({ rows: jsonRows(text), headRow: null, sheet: null, notes: [] })
  if (/^\s*\[\s*[{\]]/.test(text.text)) throw new TableRefused(fileFaults.jsonList)
  return asyncRows(headedTable([textSheet(text, asked.isHead)], asked))
}

/** The same for a table that is at hand: separated text or a workbook, under its heads. Throws `TableRefused`. */
export async function tableIn(bytes: Uint8Array, asked: TableAsked, unpacked: number): Promise<HeadedTable> {
  if (kindOfBytes(bytes) === 'workbook') return headedTable(await workbookSheets(bytes, unpacked), asked)
  return headedTable([textSheet(plainText(bytes), asked.isHead)], asked)
}

function plainText(bytes: Uint8Array) {
  const text = textOf(bytes)
  refusePages(text.text)
  if (text.text.trim() === '') throw new TableRefused(fileFaults.empty)
  return text
}

/** The rows alone. */
export async function* importRows(file: string, asked: TableAsked = byUsualHeads): AsyncIterable<ImportRow> {
  yield* (await openRows(file, asked)).rows
}

type Read = Omit<OpenedFile, 'rows'> & { readonly rows: Iterable<ImportRow> }

const asyncRows = ({ rows, headRow, sheet, notes }: Read): OpenedFile => ({ rows: oneByOne(rows), headRow, sheet, notes })

async function* oneByOne(rows: Iterable<ImportRow>): AsyncIterable<ImportRow> {
  yield* rows
}
