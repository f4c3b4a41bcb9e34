import type { Email } from 'postal-mime'
import { instant, instantText, shanghai } from '../core/index.js'
import { htmlText } from './html-text.js'
import type { ImportFile } from './import-rows.js'

/** The heads under which a mail's parts stand, as if it were a row of a table. */
export const mailFiles = 'attachments'
export type MailRead =
  | { readonly cells: Readonly<Record<string, string>>; readonly files: readonly ImportFile[] }
  | { readonly broken: string }

/** With ten files of the largest size, coded for transport, and some words. */
export const largestMail = 150 * 1024 * 1024

/** 电子邮件. One mail as a row: subject, text, sender, date and Message-ID as cells, its files beside them. */
export async function readMail(bytes: Uint8Array): Promise<MailRead> {
  if (bytes.length > largestMail) return { broken: `larger than ${largestMail} bytes` }
  // Loaded when the first mail comes: few imports are of mails.
  const { default: PostalMime } = await import('postal-mime')
  try {
    const mail = await PostalMime.parse(inUtf8(bytes))
    if (mail.from === undefined && mail.subject === undefined && mail.messageId === undefined) return { broken: 'not a mail' }
    return { cells: cellsOf(mail), files: mail.attachments.map(({ filename, content }) => fileOf(filename, content)) }
  } catch (error) {
    return { broken: `not readable as a mail: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function cellsOf(mail: Email): Readonly<Record<string, string>> {
  const text = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')
  return {
    subject: (mail.subject ?? '').trim(),
    text: text.replaceAll('\r\n', '\n').trim(),
    sender: (mail.from?.name ?? '').trim(),
    senderAddress: (mail.from?.address ?? '').trim(),
    date: timeOf(mail),
    messageId: (mail.messageId ?? '').trim(),
    [mailFiles]: mail.attachments.map(({ filename }) => filename ?? 'file').join(', '),
  }
}

/** When it was sent; where that cannot be read, when the last server received it. */
function timeOf({ date, headers }: Email): string {
  const received = headers
    .find(({ key }) => key === 'received')
    ?.value.split(';')
    .at(-1)
  const moment = [date, received].map((text) => Date.parse(text ?? '')).find((at) => !Number.isNaN(at))
  return moment === undefined ? '' : instantText(instant(moment), shanghai)
}

const fileOf = (name: string | null, content: ArrayBuffer | Uint8Array | string): ImportFile => ({
  name: name ?? 'file',
  bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
})

/** What old mailers wrote without saying in which characters, as UTF-8: the whole where nothing is said, else the head. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = [whole.indexOf('\r\n\r\n'), whole.indexOf('\n\n')].filter((at) => at >= 0)
  const end = /charset\s*=/i.test(whole.toString('latin1')) && ends.length > 0 ? Math.min(...ends) : whole.length
  const head = whole.subarray(0, end)
  return isUtf8(head) ? bytes : Buffer.concat([Buffer.from(new TextDecoder('gb18030').decode(head)), whole.subarray(end)])
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
