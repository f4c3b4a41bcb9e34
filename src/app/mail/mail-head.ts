import { textOfBytes } from './text-of-bytes.js'
import type { Told } from './told.js'

/** The lines of a head, unfolded, by names in small letters. Values are bytes still, one to a character. */
export type MailHead = readonly { readonly name: string; readonly value: string }[]

export function readHead(bytes: Uint8Array): MailHead {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value: value.trim() }]
    })
}

/** The first line of a name; where there are two, the second was added by somebody else. */
export const headLine = (head: MailHead, name: string): string => head.find((line) => line.name === name)?.value ?? ''

type Run = { readonly label: string | null; readonly pieces: readonly Buffer[] }

/** The text of a head's line: encoded words (RFC 2047) and plain bytes. */
export function headText(value: string): Told {
  const told = runsOf(value).map(runText)
  const text = told.map((each) => each.text).join('')
  return { text: text.trim(), isSure: told.every(({ isSure }) => isSure) && !/=\?[\w-]{1,40}\?[bq]\?/i.test(text) }
}

/** Words are cut by bytes, within a character too: those that follow each other under one name are read as one. */
function runText({ label, pieces }: Run): Told {
  const joined = textOfBytes(Buffer.concat([...pieces]), label)
  if (joined.isSure || pieces.length === 1) return joined
  const apart = pieces.map((piece) => textOfBytes(piece, label))
  return apart.every(({ isSure }) => isSure) ? { text: apart.map(({ text }) => text).join(''), isSure: true } : joined
}

function runsOf(value: string): readonly Run[] {
  const word = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi
  const runs: Run[] = []
  let from = 0
  for (let found = word.exec(value); found !== null; found = word.exec(value)) {
    const [whole, name = '', way = '', coded = ''] = found
    const between = value.slice(from, found.index)
    const last = runs.at(-1)
    const follows = from > 0 && between.trim() === ''
    if (!follows && between !== '') runs.push({ label: null, pieces: [Buffer.from(between, 'latin1')] })
    const piece = way.toLowerCase() === 'b' ? fromBase64(coded) : fromQuoted(coded.replaceAll('_', ' '))
    const label = name.toLowerCase()
    if (follows && last?.label === label) runs[runs.length - 1] = { label, pieces: [...last.pieces, piece] }
    else runs.push({ label, pieces: [piece] })
    from = found.index + whole.length
  }
  if (from < value.length) runs.push({ label: null, pieces: [Buffer.from(value.slice(from), 'latin1')] })
  return runs
}

/** Pieces that were padded one by one and put together are read one by one. */
export const fromBase64 = (text: string): Buffer => Buffer.concat(text.split(/=+/).map((each) => Buffer.from(each, 'base64')))

/** Quoted-printable; what is no pair of digits stays as it stands. */
export const fromQuoted = (text: string): Buffer => {
  const whole = text.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '')
  return Buffer.from(
    whole.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    'latin1',
  )
}

/** Name and address of the first mailbox of a line. */
export function mailboxOf(value: string): { readonly name: Told; readonly address: string } {
  const [, before = '', inside] = /^([^<]*)<([^<>]*)>/.exec(value) ?? []
  if (inside !== undefined) return { name: headText(unquoted(before.trim())), address: inside.trim() }
  const [, alone = '', comment = ''] = /^\s*([^\s(,]*)[^(]*(?:\(([^)]*)\))?/.exec(value) ?? []
  return alone.includes('@')
    ? { name: headText(comment), address: alone }
    : { name: headText(unquoted(value.trim())), address: '' }
}

/** Without the marks around it. A second byte of GBK may look like the sign that escapes, and is none. */
export const unquoted = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/(?<![\x80-\xff])\\(["\\])/g, '$1') : text
