import { sevenBitText } from './seven-bit-text.js'
import type { Told } from './told.js'

const sure = (text: string): Told => ({ text, isSure: true })
const guessed = (text: string): Told => ({ text, isSure: false })

/**
 * The text of bytes whose label may be missing, unknown or false. What the bytes are decides; the label only where they could be two
 * things. Every name of Chinese sets means GB18030, which holds the others: programs write it under all their names.
 */
export function textOfBytes(bytes: Uint8Array, label: string | null): Told {
  const known = charsetOf(label)
  const marked = byMark(bytes) ?? (known.startsWith('utf-16') ? strictly(wide(known, bytes), bytes) : null)
  if (marked !== null) return sure(marked)
  if (bytes.every((byte) => byte < 128)) return sevenBitText(bytes, label ?? '')
  const utf8 = strictly('utf-8', bytes)
  return utf8 === null ? notUtf8(bytes, known) : asUtf8(bytes, utf8, known)
}

/** Chinese in UTF-8 takes three bytes a character, and hardly anything else looks so. Two are also what GBK takes. */
function asUtf8(bytes: Uint8Array, utf8: string, known: string): Told {
  const gb = strictly('gb18030', bytes)
  if (/[\u0800-\u{10ffff}]/u.test(utf8) || gb === null || known === 'utf-8') return sure(utf8)
  if (known === 'gb18030') return sure(gb)
  // Six of them that are all good in both are UTF-8: in GBK two thirds of second bytes are none of UTF-8.
  if (known !== '' || shapeOf(bytes).pairs >= 6) return sure(utf8)
  return guessed(shapeOf(bytes).common >= mostlyCommon ? gb : utf8)
}

const mostlyCommon = 0.8
const hardlyCommon = 0.5
const latin: ReadonlySet<string> = new Set(['windows-1252', 'windows-1250', 'iso-8859-2', 'iso-8859-15', 'macintosh'])
const eastAsian: ReadonlySet<string> = new Set(['big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp'])

function notUtf8(bytes: Uint8Array, known: string): Told {
  const gb = strictly('gb18030', bytes)
  const shape = shapeOf(bytes)
  if (known === 'gb18030' && gb !== null) return sure(gb)
  const own = known === '' || known === 'utf-8' || known === 'gb18030' ? null : strictly(known, bytes)
  if (own !== null && eastAsian.has(known)) {
    // In Big5 every second byte is as often low as high.
    const isFalse = known === 'big5' && gb !== null && !shape.hasLow && shape.pairs >= 6 && shape.common >= mostlyCommon
    return sure(isFalse ? gb : own)
  }
  if (own !== null) {
    // Latin letters with signs stand alone between plain ones; Chinese under a Latin name comes in pairs of common characters.
    const isLatin = latin.has(known)
    if (gb !== null && shape.common >= mostlyCommon && shape.pairs >= (isLatin ? 2 : 6)) return sure(gb)
    return isLatin && gb !== null && shape.common >= hardlyCommon ? guessed(own) : sure(own)
  }
  if (gb !== null && shape.common >= 0.5) return sure(gb)
  return guessed(leastLost(bytes, gb === null ? ['utf-8', 'gb18030'] : ['utf-8']) ?? gb ?? '')
}

/** Read as far as it goes: as what loses least. Null where that is more than a quarter of one set alone. */
function leastLost(bytes: Uint8Array, sets: readonly string[]): string | null {
  const read = sets.map((set) => {
    const text = new TextDecoder(set).decode(bytes)
    return { text, lost: text.split('\ufffd').length - 1 }
  })
  const [best] = read.sort((a, b) => a.lost - b.lost)
  return best === undefined || (sets.length === 1 && best.lost * 4 > best.text.length) ? null : best.text
}

/** How characters of two bytes lie: how many, which share of them among the common ones of GB2312, and whether any ends low. */
function shapeOf(bytes: Uint8Array): { pairs: number; common: number; hasLow: boolean } {
  let [pairs, common, hasLow] = [0, 0, false]
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (first < 128) continue
    pairs += 1
    if (second < 0xa1) hasLow = true
    else if (first >= 0xa1 && first <= 0xd7) common += 1
    at += second >= 0x30 && second <= 0x39 ? 3 : 1
  }
  return { pairs, common: pairs === 0 ? 0 : common / pairs, hasLow }
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function byMark(bytes: Uint8Array): string | null {
  const set = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  return set === undefined ? null : strictly(set, bytes)
}

/** Without a mark the first byte tells which comes first, as letters and signs of Latin have an empty one. */
const wide = (known: string, [first]: Uint8Array): string => (known === 'utf-16le' && first === 0 ? 'utf-16be' : known)

const decoders = new Map<string, TextDecoder>()

/** Null where the bytes are not this set throughout. */
function strictly(set: string, bytes: Uint8Array): string | null {
  const decoder = decoders.get(set) ?? new TextDecoder(set, { fatal: true })
  decoders.set(set, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** The set a label means; empty where nobody knows, and for ASCII, which says nothing of other bytes. */
function charsetOf(label: string | null): string {
  const said = (label ?? '')
    .toLowerCase()
    .replace(/\*.*$/, '')
    .replace(/["'\s]/g, '')
  if (/^(x-)?(utf-?_?8|unicode-1-1-utf-8|(cp|windows-)?65001)/.test(said)) return 'utf-8'
  if (/^(x-)?(gb|euc-?cn|chinese|csgb|mac-simp)|936$|^134$|-gb-?\d/.test(said)) return 'gb18030'
  if (said === '' || /^(us-)?ascii$|^ansi_|^(un)?known|^(7|8)bit|^default|^x-user/.test(said)) return ''
  const plain = said
    .replace(/^(cp|ms)(125\d|874)$/, 'windows-$2')
    .replace(/^cp950$/, 'big5')
    .replace(/^cp932$/, 'shift_jis')
  try {
    return new TextDecoder(plain).encoding
  } catch {
    return ''
  }
}
