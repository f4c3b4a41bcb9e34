import { headText, unquoted } from './mail-head.js'
import { textOfBytes } from './text-of-bytes.js'
import type { Told } from './told.js'

/** A value with its parameters, as of `Content-Type`: `text/plain; charset=gbk`. Names in small letters. */
export type Parametered = { readonly value: string; readonly parameters: ReadonlyMap<string, Told> }

/** A pair of bytes of which the second is no letter must not hide the mark that closes a value. */
const parameter = /;\s*([^\s=;"]+)\s*=\s*("(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]|\\.|[^"\\])*"?|[^;]*)/gs

export function readParametered(line: string): Parametered {
  const plain = line.replace(/(^|[\s;])\([^()]*\)/g, '$1')
  const raw = new Map<string, string>()
  for (const [, name = '', value = ''] of plain.matchAll(parameter)) {
    const key = name.toLowerCase()
    if (!raw.has(key)) raw.set(key, unquoted(value.trim()))
  }
  const [value = ''] = plain.split(';')
  return { value: value.trim().toLowerCase(), parameters: joined(raw) }
}

type Piece = { readonly at: number; readonly value: string; readonly isCoded: boolean }

/** Puts together what was cut and coded by RFC 2231: `filename*0*=gbk''%C2%B7`, `filename*1=a.png`. That form wins over the plain one. */
function joined(raw: ReadonlyMap<string, string>): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>()
  const pieces = new Map<string, Piece[]>()
  for (const [key, value] of raw) {
    const [, name = key, at = '0', coded = ''] = /^([^*]+)\*(\d{1,4})?(\*)?$/.exec(key) ?? []
    if (name === key) found.set(key, headText(value))
    else pieces.set(name, [...(pieces.get(name) ?? []), { at: Number(at), value, isCoded: coded === '*' || key === `${name}*` }])
  }
  for (const [name, parts] of pieces) found.set(name, joinedPieces(parts.sort((a, b) => a.at - b.at)))
  return found
}

function joinedPieces(parts: readonly Piece[]): Told {
  const [, label = null, first] = /^([^']*)'[^']*'(.*)$/s.exec(parts[0]?.isCoded ? parts[0].value : '') ?? []
  const bytes = parts.map(({ value, isCoded }, index) => {
    const text = index === 0 && first !== undefined ? first : value
    return isCoded ? fromPercent(text) : Buffer.from(text, 'latin1')
  })
  return textOfBytes(Buffer.concat(bytes), label === '' ? null : label)
}

const fromPercent = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    'latin1',
  )
