import { type OldStream, openOld } from './old-container.js'
import { type CleanPaper, inOrder, type PaperTell, untouched } from './paper-tells.js'

/**
 * Papers of the old container (DOC, XLS, and those of WPS, which are alike). Names are blanked where they stand, byte for byte, so that
 * nothing else moves: the properties, who saved it, who wrote a workbook last. What is locked is not touched.
 */
export function cleanOld(bytes: Uint8Array): CleanPaper {
  const file = Buffer.from(bytes)
  const { streams, folders } = openOld(file)
  const named = (name: string): OldStream | undefined => streams.find((each) => each.name === name)
  const [word, book] = [named('WordDocument'), named('Workbook')]
  // Which of several names is the paper's own and which that of a file within it is not worth telling apart.
  const holds = folders.some((name) => holding.test(name))
  const found = holds ? inner : word !== undefined ? wordTells(word, named) : book !== undefined ? bookTells(book) : unknown
  if (found === 'locked') return untouched(bytes, 'properties')
  for (const stream of streams.filter(({ name }) => properties.includes(name))) {
    blankProperties(stream.bytes)
    stream.writeBack()
  }
  return { bytes: file, tells: inOrder(new Set(found)) }
}

type Found = readonly PaperTell[] | 'locked'

const properties = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation']
/** Folders of other files and of macros. */
const holding = /^(ObjectPool|MBD|Macros|_VBA_PROJECT)/
const inner: Found = ['properties', 'embedded']
/** Slides name who showed them last in places of their own. */
const unknown: Found = ['properties']

const texts = { narrow: 0x1e, wide: 0x1f } as const
const clipboard = 0x47

/** MS-OLEPS: sections of values, each at its offset. Texts and the thumbnail become empty; numbers and times stay. */
function blankProperties(bytes: Buffer): void {
  const sections = bytes.readUInt32LE(24)
  let blanked = 0
  for (let section = 0; section < Math.min(sections, 2); section += 1) {
    const start = bytes.readUInt32LE(28 + section * 20 + 16)
    const count = bytes.readUInt32LE(start + 4)
    for (let at = 0; at < Math.min(count, 1000); at += 1) {
      const id = bytes.readUInt32LE(start + 8 + at * 8)
      // The names of a place's own properties are a list of another shape.
      if (id !== 0) blanked += blankValue(bytes, start + bytes.readUInt32LE(start + 8 + at * 8 + 4))
      if (blanked > bytes.length) throw new RangeError('values over one another')
    }
  }
}

/** How many bytes were blanked. */
function blankValue(bytes: Buffer, at: number): number {
  const type = bytes.readUInt32LE(at)
  if (type !== texts.narrow && type !== texts.wide && type !== clipboard) return 0
  const end = Math.min(bytes.length, at + 8 + bytes.readUInt32LE(at + 4) * (type === texts.wide ? 2 : 1))
  bytes.fill(0, at + 8, end)
  return end - at - 8
}

// MS-DOC 2.5: flags of the head, and where lists of names stand in the table stream.
const isLocked = 0x0100
const isSecondTable = 0x0200
const at = { flags: 0x0a, remarks: 0x1ba, revisions: 0x232, savedBy: 0x2d2 } as const

function wordTells(word: OldStream, named: (name: string) => OldStream | undefined): Found {
  const flags = word.bytes.readUInt16LE(at.flags)
  if ((flags & isLocked) !== 0) return 'locked'
  const table = named((flags & isSecondTable) === 0 ? '0Table' : '1Table')
  const [from, length] = [word.bytes.readUInt32LE(at.savedBy), word.bytes.readUInt32LE(at.savedBy + 4)]
  if (table !== undefined && length > 0) {
    blankNames(table.bytes.subarray(from, from + length))
    table.writeBack()
  }
  const remarks = word.bytes.readUInt32LE(at.remarks + 4) > 0
  // The first of those who revised is always "Unknown".
  const [first, held] = [word.bytes.readUInt32LE(at.revisions), word.bytes.readUInt32LE(at.revisions + 4)]
  const revisions = held > 0 && (table?.bytes.readUInt16LE(first + 2) ?? 0) > 1
  return [...(remarks ? (['remarks'] as const) : []), ...(revisions ? (['revisions'] as const) : [])]
}

/** A list of names, each with its length before it: the lengths stay, so that the list can still be read. */
function blankNames(list: Buffer): void {
  for (let from = 6; from + 2 <= list.length; ) {
    const length = list.readUInt16LE(from) * 2
    for (let letter = from + 2; letter + 2 <= Math.min(list.length, from + 2 + length); letter += 2)
      list.writeUInt16LE(0x20, letter)
    from += 2 + length
  }
}

// MS-XLS 2.4: records, each with a number and a length.
const record = { end: 0x0a, password: 0x2f, writer: 0x5c } as const

function bookTells(book: OldStream): Found {
  const { bytes } = book
  for (let from = 0; from + 4 <= bytes.length; ) {
    const [kind, length] = [bytes.readUInt16LE(from), bytes.readUInt16LE(from + 2)]
    if (kind === record.password) return 'locked'
    if (kind === record.end) break
    if (kind === record.writer && length > 3) {
      bytes.fill(0, from + 4, from + 7)
      bytes.fill(0x20, from + 7, from + 4 + length)
      book.writeBack()
    }
    from += 4 + length
  }
  return remarksIn(bytes) ? ['remarks'] : []
}

/** Whether some cell has a note, which names who wrote it. */
function remarksIn(bytes: Buffer): boolean {
  const note = 0x1c
  for (let from = 0; from + 4 <= bytes.length; from += 4 + bytes.readUInt16LE(from + 2))
    if (bytes.readUInt16LE(from) === note) return true
  return false
}
