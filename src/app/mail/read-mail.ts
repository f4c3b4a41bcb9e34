import { type Instant, instantText, shanghai } from '../../core/index.js'
import { forwardedHeads, forwardedMark, mailFaults, mailNotes } from '../words/mail-faults.js'
import type { Said } from '../words/table-faults.js'
import { headLine, headText } from './mail-head.js'
import { MailTooDeep } from './mail-parts.js'
import { type Letter, type MailFile, readLetter, timesOf } from './read-letter.js'
import { sentByMachine } from './sent-by-machine.js'

/** The head under which the names of a mail's files stand, as if it were a row of a table. */
export const mailFiles = 'attachments'

export type ReadMail = {
  readonly cells: Readonly<Record<string, string>>
  readonly files: readonly MailFile[]
  /** What of it is not among the cells and files. */
  readonly left: readonly Said[]
  readonly notes: readonly Said[]
  /** Some of its text could only be guessed. */
  readonly isDoubtful: boolean
  /** The whole of it, as it came. */
  readonly original: Uint8Array
  /** The line of its head by which a machine sent it. */
  readonly machine: string | null
}
export type MailRead = ReadMail | { readonly broken: Said }

/** With ten files of the largest size, coded for transport, and some words. */
export const largestMail = 150 * 1024 * 1024
export const mailTooLarge = mailFaults.tooLarge(largestMail / 1024 / 1024)

/** 电子邮件. One mail as a row: subject, text, sender, date and Message-ID as cells, its files beside them. */
export function readMail(bytes: Uint8Array): MailRead {
  if (bytes.length > largestMail) return { broken: mailTooLarge }
  try {
    const letter = readLetter(bytes)
    return letter === null ? { broken: mailFaults.notAMail } : mailOf(letter, bytes)
  } catch (error) {
    if (error instanceof MailTooDeep) return { broken: mailFaults.tooDeep }
    throw error
  }
}

function mailOf(letter: Letter, original: Uint8Array): ReadMail {
  const all = withForwarded(letter)
  const files = all.flatMap((each) => each.files)
  const time = timeOf(letter)
  const isDoubtful = all.some(({ isSure }) => !isSure)
  return {
    cells: {
      subject: letter.subject || (letter.forwarded[0]?.subject ?? ''),
      text: textOf(letter),
      sender: senders(all),
      senderAddress: letter.sender.address,
      date: time.text,
      messageId: headText(headLine(letter.head, 'message-id')).text,
      [mailFiles]: files.map(({ name }) => name).join(', '),
    },
    files,
    left: all.flatMap(({ left }) => left),
    notes: [...time.notes, ...(isDoubtful ? [mailNotes.doubtful] : [])],
    isDoubtful,
    original,
    machine: sentByMachine(letter.head),
  }
}

const withForwarded = (letter: Letter): readonly Letter[] => [letter, ...letter.forwarded.flatMap(withForwarded)]

/** What whoever forwarded it wrote, then the letters within. Who wrote those is no part of the text: it is identity. */
function textOf({ text, forwarded }: Letter): string {
  const within = forwarded.map((letter) => {
    const { sentAt } = timesOf(letter.head)
    const heads = [
      ...(letter.subject === '' ? [] : [`${forwardedHeads.subject}${letter.subject}`]),
      ...(sentAt === null ? [] : [`${forwardedHeads.date}${instantText(sentAt, shanghai)}`]),
    ]
    return [forwardedMark, ...heads, '', textOf(letter)].join('\n').trim()
  })
  return [text, ...within].filter((each) => each !== '').join('\n\n')
}

function senders([letter, ...within]: readonly Letter[]): string {
  const inner = within.map(({ sender: { name, address } }) => (address === '' ? name : `${name} <${address}>`.trim()))
  return [letter?.sender.name ?? '', ...inner].filter((each) => each !== '').join('; ')
}

const dayLong = 86_400_000

/** When it was written. A clock that runs ahead of the server that received it was wrong: then that one holds. */
function timeOf({ head }: Letter): { text: string; notes: readonly Said[] } {
  const { written, sentAt, receivedAt } = timesOf(head)
  const text = (at: Instant): string => instantText(at, shanghai)
  const canBe = sentAt !== null && (receivedAt === null || sentAt <= receivedAt + dayLong)
  if (canBe) return { text: text(sentAt), notes: [] }
  if (receivedAt !== null) return { text: text(receivedAt), notes: written === '' ? [] : [mailNotes.otherTime(written)] }
  return { text: '', notes: written === '' ? [] : [mailNotes.noTime(written)] }
}
