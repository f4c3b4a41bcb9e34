import { fileFaults } from '../words/table-faults.js'
import { TableRefused } from './table-refused.js'
import { zipEntries } from './zip-entries.js'

const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((each, at) => bytes[at] === each)

/** What a file is by its bytes: a workbook or a text. What is neither is refused with what to do. */
export function kindOfBytes(bytes: Uint8Array): 'workbook' | 'text' {
  if (bytes.length === 0) throw new TableRefused(fileFaults.empty)
  if (begins(bytes, 0x50, 0x4b)) return workbookIn(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefused(isLocked(bytes) ? fileFaults.locked : fileFaults.oldWorkbook)
  // Workbooks older still begin with the record that opens a sheet.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0)
    throw new TableRefused(fileFaults.oldWorkbook)
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0x7b, 0x5c, 0x72, 0x74)) throw new TableRefused(fileFaults.notATable)
  return 'text'
}

function workbookIn(bytes: Uint8Array): 'workbook' {
  const entries = zipEntries(bytes)
  if (entries === null) throw new TableRefused(fileFaults.damaged)
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('xl/workbook.bin')) throw new TableRefused(fileFaults.binaryWorkbook)
  if (names.has('Index/Document.iwa') || names.has('content.xml')) throw new TableRefused(fileFaults.otherWorkbook)
  if (![...names].some((name) => name.startsWith('xl/'))) throw new TableRefused(fileFaults.notATable)
  return 'workbook'
}

/** A workbook with a password lies sealed in a container of the old kind. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** A page that is only named like a table; a spreadsheet's own XML, and a page saved with its pictures, among them. */
export function refusePages(text: string): void {
  if (/^[\s\uFEFF]*<(\?xml|!doctype|!--|html|head|meta|style|body|table|div|tr)\b/i.test(text))
    throw new TableRefused(fileFaults.page)
  if (/^[\s\uFEFF]*MIME-Version:/i.test(text)) throw new TableRefused(fileFaults.page)
}
