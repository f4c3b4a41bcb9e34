import { showsSomething } from '../../core/index.js'
import { htmlText } from '../files/html-text.js'
import { mailNotes } from '../words/mail-faults.js'
import type { Said } from '../words/table-faults.js'
import { headLine, headText, type MailHead, mailboxOf } from './mail-head.js'
import { type MailPart, partBytes, readParts } from './mail-parts.js'
import { mailTime } from './mail-time.js'
import { textOfBytes } from './text-of-bytes.js'

/** A file that came with a letter. */
export type MailFile = { readonly name: string; readonly bytes: Uint8Array }

/** A letter as a person reads it, with those that were forwarded within it, and what of it could not be read. */
export type Letter = {
  readonly head: MailHead
  readonly subject: string
  readonly text: string
  readonly sender: { readonly name: string; readonly address: string }
  readonly files: readonly MailFile[]
  readonly forwarded: readonly Letter[]
  readonly left: readonly Said[]
  /** False where some of its text could only be guessed. */
  readonly isSure: boolean
}

type Content = Pick<Letter, 'text' | 'files' | 'forwarded' | 'left' | 'isSure'>
const nothing: Content = { text: '', files: [], forwarded: [], left: [], isSure: true }

/** Letters within letters, further in than which they are kept as files. */
const deepest = 5
const isLetter = ({ head }: MailPart): boolean => head.some(({ name }) => ['from', 'subject', 'message-id'].includes(name))

/** Null for what is no mail. Throws `MailTooDeep`. */
export function readLetter(bytes: Uint8Array, depth = 0): Letter | null {
  const part = readParts(afterMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  if (!isLetter(part)) return null
  const subject = headText(headLine(part.head, 'subject'))
  const { name, address } = mailboxOf(headLine(part.head, 'from'))
  const content = contentOf(part, depth)
  const isSure = content.isSure && subject.isSure && name.isSure
  return { ...content, head: part.head, subject: shown(subject.text), sender: { name: shown(name.text), address }, isSure }
}

const shown = (text: string): string => (showsSomething(text) ? text : '')

/** A mark of UTF-8, empty lines and the line of a mailbox before a mail are none of it. */
function afterMark(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 600).toString('latin1')
  return bytes.subarray(/^(?:\xef\xbb\xbf)?[\r\n]*(?:>?From [^\n]*\n)?/.exec(start)?.[0].length ?? 0)
}

function contentOf(part: MailPart, depth: number): Content {
  if (part.parts.length > 0) return part.type.value === 'multipart/alternative' ? oneOf(part, depth) : allOf(part, depth)
  const bytes = partBytes(part)
  const name = nameOf(part)
  if (bytes === null) return { ...nothing, left: [mailNotes.unreadable(name.text || part.type.value)], isSure: true }
  if (isText(part)) return textContent(part, bytes)
  const letter = mayBeLetter(part, name.text) && depth < deepest ? readLetter(bytes, depth + 1) : null
  if (letter !== null) return { ...nothing, forwarded: [letter] }
  return bytes.length === 0 ? nothing : { ...nothing, files: [{ name: name.text, bytes }], isSure: name.isSure }
}

/** Everything in turn. */
function allOf({ parts }: MailPart, depth: number): Content {
  const read = parts.map((each) => contentOf(each, depth))
  return {
    ...together(read),
    text: read
      .map(({ text }) => text)
      .filter(showsSomething)
      .join('\n\n'),
  }
}

/** The same said several ways: the first that shows anything; files of all of them. */
function oneOf({ parts }: MailPart, depth: number): Content {
  const read = parts.map((each) => contentOf(each, depth))
  const chosen = read.find(({ text }) => showsSomething(text)) ?? nothing
  return {
    ...together(read),
    text: chosen.text,
    isSure: chosen.isSure && read.every(({ text, isSure }) => text !== '' || isSure),
  }
}

const together = (read: readonly Content[]): Content => ({
  text: '',
  files: read.flatMap(({ files }) => files),
  forwarded: read.flatMap(({ forwarded }) => forwarded),
  left: read.flatMap(({ left }) => left),
  isSure: read.every(({ isSure }) => isSure),
})

const isText = ({ type, disposition }: MailPart): boolean =>
  disposition.value !== 'attachment' && (type.value === 'text/plain' || type.value === 'text/html')

function textContent({ type, isBroken }: MailPart, bytes: Buffer): Content {
  const label = type.parameters.get('charset')?.text ?? null
  const told = textOfBytes(bytes, label ?? (type.value === 'text/html' ? charsetOfPage(bytes) : null))
  const text = type.value === 'text/html' ? htmlText(told.text) : unflowed(told.text.replaceAll('\r\n', '\n'), type)
  return { ...nothing, text: showsSomething(text) ? text.trim() : '', isSure: told.isSure && !isBroken }
}

/** What a page says of itself where the mail says nothing. */
const charsetOfPage = (bytes: Buffer): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? null

/** Lines that were broken for transport alone are whole again (RFC 3676). */
function unflowed(text: string, { parameters }: MailPart['type']): string {
  if (parameters.get('format')?.text.toLowerCase() !== 'flowed') return text
  const blank = parameters.get('delsp')?.text.toLowerCase() === 'yes' ? '' : ' '
  return text
    .replace(/^-- $/gm, '--')
    .replace(/ \n(?!>)/g, blank)
    .replace(/^ /gm, '')
}

const nameOf = ({ type, disposition }: MailPart) =>
  disposition.parameters.get('filename') ?? type.parameters.get('name') ?? { text: '', isSure: true }

/** Programs attach mails under other types too. */
const mayBeLetter = ({ type }: MailPart, name: string): boolean => type.value.startsWith('message/') || /\.eml$/i.test(name)

/** The time a letter names, and the one of the last server that received it. */
export const timesOf = (head: MailHead) => {
  const written = headText(headLine(head, 'date')).text
  return { written, sentAt: mailTime(written), receivedAt: mailTime(headLine(head, 'received').split(';').at(-1) ?? '') }
}
