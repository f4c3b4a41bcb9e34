import { posix } from 'node:path'
import { fileFaults } from '../words/table-faults.js'
import type { ByteSource } from './byte-source.js'
import { SharedTexts } from './shared-texts.js'
import { type CellsRead, MomentStyles, SharedTextsHeard, SheetRows } from './sheet-rows.js'
import type { TableRecord, TableSheet } from './table-record.js'
import { TableRefused } from './table-refused.js'
import { decodedXml, heardIn, type XmlHeard } from './xml-pieces.js'
import { unpackedPieces, type zipPlaces } from './zip-entries.js'

const megabyte = 1024 * 1024
/** Up to here a file may unpack to whatever it likes, in megabytes; beyond it only to so many times what it weighs. */
const freely = 64
const mostTimes = 200
/** Of the texts that cells share, packed as they are held, in megabytes. */
const mostShared = 128

type Places = NonNullable<Awaited<ReturnType<typeof zipPlaces>>>
/** A workbook while it is read: what is in it, and how much of it may be unpacked, in bytes. */
type Book = { readonly source: ByteSource; readonly places: Places; readonly most: number }

/** The sheets of a workbook. Nothing of them is held; each reading unpacks its sheet anew, and never more than `most` megabytes of it. */
export async function workbookSheets(source: ByteSource, places: Places, most: number): Promise<readonly TableSheet[]> {
  const book = { source, places, most: mostOf(source, places, most) }
  const links = new Links()
  await hear(book, 'xl/_rels/workbook.xml.rels', links)
  const listed = new SheetNames()
  await hear(book, 'xl/workbook.xml', listed)
  const styles = new MomentStyles()
  const texts = new SharedTexts()
  for (const { type, target } of links.found.values()) {
    if (type === 'styles') await hear(book, target, styles)
    if (type === 'sharedStrings')
      await hear(book, target, new SharedTextsHeard(texts), () => {
        if (texts.weight > mostShared * megabyte) throw new TableRefused(fileFaults.unpacksTooLarge(mostShared))
      })
  }
  const read = { texts, moments: styles.moments, is1904: listed.is1904 }
  return listed.found.flatMap(({ name, link }) => {
    const { type, target } = links.found.get(link) ?? {}
    return type === 'worksheet' && target !== undefined ? [{ name, records: () => recordsOf(book, target, read) }] : []
  })
}

/** By what the directory claims first: the pieces are counted as well, since it may lie. */
function mostOf(source: ByteSource, places: Places, most: number): number {
  const bound = Math.min(most, Math.max(freely, Math.floor((source.size * mostTimes) / megabyte)))
  const claimed = places.filter(({ name }) => /\.(xml|rels)$/i.test(name)).reduce((sum, { size }) => sum + size, 0)
  if (claimed > bound * megabyte) throw new TableRefused(fileFaults.unpacksTooLarge(bound))
  return bound * megabyte
}

async function* recordsOf(book: Book, path: string, read: CellsRead): AsyncGenerator<TableRecord, void> {
  const rows = new SheetRows(read)
  for await (const taken of heardIn(piecesOf(book, path), rows, { taken: () => rows.taken(), damaged })) yield* taken
}

async function hear(book: Book, path: string, heard: XmlHeard, look: () => void = () => undefined): Promise<void> {
  for await (const _ of heardIn(piecesOf(book, path), heard, { taken: () => null, damaged })) look()
}

const damaged = () => new TableRefused(fileFaults.damaged)

function piecesOf({ source, places, most }: Book, path: string): AsyncIterable<Uint8Array> {
  const place = places.find(({ name }) => name.toLowerCase() === path.toLowerCase())
  if (place === undefined) throw damaged()
  const tooLarge = () => new TableRefused(fileFaults.unpacksTooLarge(Math.floor(most / megabyte)))
  return unpackedPieces(source, place, { most, tooLarge, damaged })
}

/** Hears which part is what, by the name under which the list of sheets knows it. */
class Links implements XmlHeard {
  readonly found = new Map<string, { readonly type: string; readonly target: string }>()
  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name !== 'Relationship') return
    const { Id = '', Type = '', Target = '' } = attributes()
    this.found.set(Id, { type: posix.basename(Type), target: posix.join('/xl', absolute(decodedXml(Target))).slice(1) })
  }
  close(): void {}
  text(): void {}
}

/** A part may be named from the root of the file. */
const absolute = (target: string): string => (target.startsWith('/') ? posix.join('..', target) : target)

class SheetNames implements XmlHeard {
  readonly found: { readonly name: string; readonly link: string }[] = []
  is1904 = false
  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.is1904 = ['1', 'true'].includes(attributes().date1904 ?? '')
    if (name !== 'sheet') return
    const said = attributes()
    const link = Object.entries(said).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    this.found.push({ name: decodedXml(said.name ?? ''), link })
  }
  close(): void {}
  text(): void {}
}
