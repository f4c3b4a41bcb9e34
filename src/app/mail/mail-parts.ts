import { type Parametered, readParametered } from './content-type.js'
import { fromBase64, fromQuoted, headLine, type MailHead, readHead } from './mail-head.js'

/** A part of a mail as it stands there: its head, and either parts within it or a body, not decoded yet. */
export type MailPart = {
  readonly head: MailHead
  readonly type: Parametered
  readonly disposition: Parametered
  readonly body: Buffer
  readonly parts: readonly MailPart[]
  /** It says that it holds parts, and none can be found: what it holds is shown as it stands. */
  readonly isBroken: boolean
}

/** No mail that somebody wrote has more; each may be set against what reading it would cost. */
const most = { parts: 500, depth: 12, head: 256 * 1024 }

/** Thrown where a mail would cost more than it is worth. */
export class MailTooDeep extends Error {}

export function readParts(bytes: Buffer): MailPart {
  const count = { parts: 0 }
  return readPart(bytes, 0, 'text/plain')

  function readPart(at: Buffer, depth: number, usual: string): MailPart {
    count.parts += 1
    if (count.parts > most.parts || depth > most.depth) throw new MailTooDeep('too many parts')
    const { head, body } = splitHead(at)
    const said = readParametered(headLine(head, 'content-type'))
    const type = said.value.includes('/') ? said : { ...said, value: usual }
    const disposition = readParametered(headLine(head, 'content-disposition'))
    const part = { head, type, disposition, body, parts: [], isBroken: false }
    if (!type.value.startsWith('multipart/')) return part
    const pieces = between(body, type.parameters.get('boundary')?.text ?? '')
    if (pieces.length === 0) return { ...part, type: { ...type, value: 'text/plain' }, isBroken: true }
    const inner = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    return { ...part, body: at.subarray(0, 0), parts: pieces.map((piece) => readPart(piece, depth + 1, inner)) }
  }
}

/** The head ends at the first empty line. */
function splitHead(bytes: Buffer): { head: MailHead; body: Buffer } {
  if (bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10)) return { head: [], body: bytes.subarray(bytes[0] === 10 ? 1 : 2) }
  const ends = [
    { at: bytes.indexOf('\n\r\n'), length: 3 },
    { at: bytes.indexOf('\n\n'), length: 2 },
  ].filter(({ at }) => at >= 0)
  const [end = { at: bytes.length, length: 0 }] = ends.sort((a, b) => a.at - b.at)
  if (end.at > most.head) throw new MailTooDeep('head too large')
  return { head: readHead(bytes.subarray(0, end.at)), body: bytes.subarray(Math.min(bytes.length, end.at + end.length)) }
}

/** What lies between lines that begin with the boundary, up to the one that closes; the last part may be left open. */
function between(body: Buffer, boundary: string): readonly Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const found: Buffer[] = []
  let from = -1
  for (let at = boundary === '' ? -1 : body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue
    const lineEnd = body.indexOf(10, at)
    const rest = body.subarray(at + mark.length, lineEnd < 0 ? body.length : lineEnd).toString('latin1')
    if (!/^(--)?[ \t\r]*$/.test(rest) && !rest.startsWith('--')) continue
    if (from >= 0) found.push(withoutLineEnd(body.subarray(from, at)))
    from = lineEnd < 0 ? body.length : lineEnd + 1
    if (found.length > most.parts) throw new MailTooDeep('too many parts')
    if (rest.startsWith('--')) return found
  }
  return from < 0 ? [] : [...found, body.subarray(from)]
}

/** The line end before a boundary belongs to it. */
function withoutLineEnd(piece: Buffer): Buffer {
  if (piece.at(-1) !== 10) return piece
  return piece.subarray(0, piece.at(-2) === 13 ? -2 : -1)
}

/** The bytes of a part; null where they are coded in a way that nothing here knows. */
export function partBytes({ head, body }: MailPart): Buffer | null {
  const way = headLine(head, 'content-transfer-encoding').toLowerCase()
  if (way.includes('base64')) return fromBase64(body.toString('latin1'))
  if (way.includes('quoted-printable')) return fromQuoted(body.toString('latin1'))
  return way === '' || /^"?(7bit|8bit|binary|none|7-bit|8-bit)/.test(way) ? body : null
}
