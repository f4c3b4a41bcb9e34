import { statSync } from 'node:fs'
import { type ByteSource, bytesSource, fileSource } from '../tables/byte-source.js'
import { type HeadedTable, headedTable, type TableAsked } from '../tables/headed-rows.js'
import { isJsonLines, jsonRows } from '../tables/json-rows.js'
import { kindOfBytes, refusePages } from '../tables/kind-of-bytes.js'
import type { TableSheet } from '../tables/table-record.js'
import { TableRefused } from '../tables/table-refused.js'
import { type FileText, textOf } from '../tables/text-of.js'
import { textSheet } from '../tables/text-sheet.js'
import { workbookSheets } from '../tables/workbook-sheets.js'
import { usualHead } from '../words/import-columns.js'
import { fileFaults, type Said } from '../words/table-faults.js'
import { isMails, mailRows } from './import-mails.js'
import type { ImportRow } from './import-row.js'

/** A file opened: its rows, where its heads stand, and what of it is not read. */
export type OpenedFile = {
  readonly rows: AsyncIterable<ImportRow>
  /** What it came as: its refused rows go back so. */
  readonly kind: 'workbook' | 'text'
  readonly headRow: number | null
  readonly sheet: string | null
  readonly notes: readonly Said[]
}

/** In megabytes: of the file, and of a workbook unpacked. */
export type FileLimits = { readonly file: number; readonly unpacked: number }
/** Of what is brought in from the browser. */
export const mostUnpacked = 16
const ofCommands: FileLimits = { file: 2048, unpacked: 4096 }
const byUsualHeads: TableAsked = { isHead: usualHead, headRow: null, sheet: null }

/** Whether a path holds mails rather than a table. */
export const holdsMails = (path: string): boolean => isMails(path, statSync(path).isDirectory())

/** Opens what lies there by what its bytes say: JSON lines, separated text of any encoding, a workbook; or mails. Throws `TableRefused`. */
export async function openRows(file: string, asked: TableAsked = byUsualHeads, most = ofCommands): Promise<OpenedFile> {
  if (holdsMails(file)) return { rows: mailRows(file), kind: 'text', headRow: null, sheet: null, notes: [] }
  const source = await fileSource(file)
  if (source.size > most.file * 1024 * 1024) throw new TableRefused(fileFaults.tooLarge(most.file))
  const found = await tablesIn(source, most.unpacked)
  if ('sheets' in found) return { ...(await headedTable(found.sheets, asked)), kind: found.kind }
  if (isJsonLines(found.text.beginning))
    return { rows: jsonRows(found.text), kind: 'text', headRow: null, sheet: null, notes: [] }
  if (/^\s*\[\s*[{\]]/.test(found.text.beginning)) throw new TableRefused(fileFaults.jsonList)
  return { ...(await headedTable([await textSheet(found.text, asked.isHead)], asked)), kind: 'text' }
}

/** The same for a table that is at hand: separated text or a workbook, under its heads. Throws `TableRefused`. */
export async function tableIn(
  bytes: Uint8Array,
  asked: TableAsked,
  unpacked: number,
): Promise<HeadedTable & Pick<OpenedFile, 'kind'>> {
  const found = await tablesIn(bytesSource(bytes), unpacked)
  const sheets = 'sheets' in found ? found.sheets : [await textSheet(found.text, asked.isHead)]
  return { ...(await headedTable(sheets, asked)), kind: 'sheets' in found ? 'workbook' : 'text' }
}

type Tables = { readonly kind: 'workbook'; readonly sheets: readonly TableSheet[] } | { readonly text: FileText }

async function tablesIn(source: ByteSource, unpacked: number): Promise<Tables> {
  const kind = await kindOfBytes(source)
  if (kind === 'text') return { text: await plainText(source) }
  return { kind: 'workbook', sheets: await workbookSheets(source, kind.places, unpacked) }
}

async function plainText(source: ByteSource): Promise<FileText> {
  const text = await textOf(source)
  refusePages(text.beginning)
  if (text.beginning.trim() === '') throw new TableRefused(fileFaults.empty)
  return text
}

/** The rows alone. */
export async function* importRows(file: string, asked: TableAsked = byUsualHeads): AsyncIterable<ImportRow> {
  yield* (await openRows(file, asked)).rows
}
