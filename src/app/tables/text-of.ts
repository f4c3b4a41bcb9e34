import { fileFaults } from '../words/table-faults.js'
import { TableRefused } from './table-refused.js'

/** A text and whether some of its bytes could not be read: each stands as U+FFFD. */
export type FileText = { readonly text: string; readonly hasFaults: boolean }

/** What bytes say, whatever anybody calls them: UTF-8 and UTF-16 with or without their mark, else what old offices write. */
export function textOf(bytes: Uint8Array): FileText {
  const wide = wideEncodingOf(bytes)
  const found = wide === null ? narrowText(bytes) : { text: decoded(bytes, wide), hasFaults: decodes(bytes, wide) === false }
  const controls = countOf(found.text, control)
  if (found.text.includes('\0') || controls * textPerControl > found.text.length) throw new TableRefused(fileFaults.notATable)
  return found
}

/** Now and then one is pasted into a letter; what has many is no text. */
const textPerControl = 100
const control = /[^\P{Cc}\t\n\r]/gu

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const signs = new Set([...'\r\n\t,;"'].map((sign) => sign.charCodeAt(0)))

/** Without a mark two bytes a character show by what separates them. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  let little = 0
  let big = 0
  for (let at = 0; at + 1 < Math.min(bytes.length, 1 << 16); at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (second === 0 && signs.has(first)) little += 1
    if (first === 0 && signs.has(second)) big += 1
  }
  return little === big ? null : little > big ? 'utf-16le' : 'utf-16be'
}

/** So many characters must be sound for each that is not. */
const soundPerFault = 5

/** A few bytes that do not fit make no other encoding: their rows are named, the others are read. */
function narrowText(bytes: Uint8Array): FileText {
  if (decodes(bytes, 'utf-8')) return { text: decoded(bytes, 'utf-8'), hasFaults: false }
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding)
    const faults = countOf(text, /\uFFFD/g)
    if (faults * soundPerFault <= countOf(text, /[^\p{ASCII}\uFFFD]/gu)) return { text, hasFaults: faults > 0 }
  }
  throw new TableRefused(fileFaults.unknownEncoding)
}

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0
