import { fileFaults } from '../words/table-faults.js'
import { type ByteSource, bytesAt } from './byte-source.js'
import { TableRefused } from './table-refused.js'

/** A text in a file, and whether some of its bytes could not be read: each stands as U+FFFD. Read anew each time its pieces are asked for. */
export type FileText = {
  /** As much of it as tells what kind of text it is. */
  readonly beginning: string
  readonly hasFaults: boolean
  pieces(): AsyncIterable<string>
}

/** So many bytes tell what kind of text it is. */
const beginningLength = 1 << 18

/** What bytes say, whatever anybody calls them: UTF-8 and UTF-16 with or without their mark, else what old offices write. */
export async function textOf(source: ByteSource): Promise<FileText> {
  const { encoding, hasFaults } = await encodingOf(source)
  const pieces = () => decoded(source, encoding)
  await refuseWhatIsNoText(pieces())
  let beginning = ''
  for await (const piece of pieces()) {
    beginning += piece
    if (beginning.length >= beginningLength) break
  }
  return { beginning, hasFaults, pieces }
}

/** Now and then one is pasted into a letter; what has many is no text. */
const textPerControl = 100
const control = /[^\P{Cc}\t\n\r]/gu

async function* decoded(source: ByteSource, encoding: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of source.chunks(0, source.size)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

const signs = new Set([...'\r\n\t,;"'].map((sign) => sign.charCodeAt(0)))

/** Without a mark two bytes a character show by what separates them. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  let little = 0
  let big = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (second === 0 && signs.has(first)) little += 1
    if (first === 0 && signs.has(second)) big += 1
  }
  return little === big ? null : little > big ? 'utf-16le' : 'utf-16be'
}

/** So many characters must be sound for each that is not. */
const soundPerFault = 5

/** A few bytes that do not fit make no other encoding: their rows are named, the others are read. */
async function encodingOf(source: ByteSource): Promise<{ readonly encoding: string; readonly hasFaults: boolean }> {
  const wide = wideEncodingOf(await bytesAt(source, 0, 1 << 16))
  if (wide !== null) return { encoding: wide, hasFaults: !(await isWhole(source, wide)) }
  if (await isWhole(source, 'utf-8')) return { encoding: 'utf-8', hasFaults: false }
  for (const encoding of ['utf-8', 'gb18030']) {
    let faults = 0
    let others = 0
    for await (const text of decoded(source, encoding)) {
      faults += countOf(text, /\uFFFD/g)
      others += countOf(text, /[^\p{ASCII}\uFFFD]/gu)
    }
    if (faults * soundPerFault <= others) return { encoding, hasFaults: faults > 0 }
  }
  throw new TableRefused(fileFaults.unknownEncoding)
}

async function isWhole(source: ByteSource, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const bytes of source.chunks(0, source.size)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function refuseWhatIsNoText(pieces: AsyncIterable<string>): Promise<void> {
  let length = 0
  let controls = 0
  for await (const text of pieces) {
    length += text.length
    controls += countOf(text, control)
    if (text.includes('\0')) throw new TableRefused(fileFaults.notATable)
  }
  if (controls * textPerControl > length) throw new TableRefused(fileFaults.notATable)
}

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0
