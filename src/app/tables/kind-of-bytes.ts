import { fileFaults } from '../words/table-faults.js'
import { type ByteSource, bytesAt } from './byte-source.js'
import { TableRefused } from './table-refused.js'
import { zipPlaces } from './zip-entries.js'

const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((each, at) => bytes[at] === each)

/** What a file is by its bytes: a workbook, with what lies where in it, or a text. What is neither is refused with what to do. */
export async function kindOfBytes(source: ByteSource): Promise<{ readonly places: Places } | 'text'> {
  if (source.size === 0) throw new TableRefused(fileFaults.empty)
  const bytes = await bytesAt(source, 0, 16)
  if (begins(bytes, 0x50, 0x4b)) return { places: await workbookIn(source) }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new TableRefused((await isLocked(source)) ? fileFaults.locked : fileFaults.oldWorkbook)
  // Workbooks older still begin with the record that opens a sheet.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0)
    throw new TableRefused(fileFaults.oldWorkbook)
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0x7b, 0x5c, 0x72, 0x74)) throw new TableRefused(fileFaults.notATable)
  return 'text'
}

type Places = NonNullable<Awaited<ReturnType<typeof zipPlaces>>>

async function workbookIn(source: ByteSource): Promise<Places> {
  const places = await zipPlaces(source)
  if (places === null) throw new TableRefused(fileFaults.damaged)
  const names = new Set(places.map(({ name }) => name))
  if (names.has('xl/workbook.bin')) throw new TableRefused(fileFaults.binaryWorkbook)
  if (names.has('Index/Document.iwa') || names.has('content.xml')) throw new TableRefused(fileFaults.otherWorkbook)
  if (![...names].some((name) => name.startsWith('xl/'))) throw new TableRefused(fileFaults.notATable)
  return places
}

/** A workbook with a password lies sealed in a container of the old kind. */
async function isLocked(source: ByteSource): Promise<boolean> {
  const sign = Buffer.from('EncryptedPackage', 'utf16le')
  let before = Buffer.alloc(0)
  for await (const piece of source.chunks(0, source.size)) {
    const both = Buffer.concat([before, piece])
    if (both.includes(sign)) return true
    before = both.subarray(-sign.length)
  }
  return false
}

/** A page that is only named like a table; a spreadsheet's own XML, and a page saved with its pictures, among them. */
export function refusePages(text: string): void {
  if (/^[\s\uFEFF]*<(\?xml|!doctype|!--|html|head|meta|style|body|table|div|tr)\b/i.test(text))
    throw new TableRefused(fileFaults.page)
  if (/^[\s\uFEFF]*MIME-Version:/i.test(text)) throw new TableRefused(fileFaults.page)
}
