import { headLine, type MailHead, mailboxOf } from './mail-head.js'

/**
 * 自动邮件. By which line of its head a mail says that a machine sent it (RFC 3834, lists, bounces); null for what a person wrote. Nobody
 * waits for an answer to those, and answering them begins a circle.
 */
export function sentByMachine(head: MailHead): string | null {
  const line = (name: string): string => headLine(head, name).trim()
  const said = (name: string, means: RegExp): boolean => means.test(line(name))
  if (line('auto-submitted') !== '' && !said('auto-submitted', /^no\b/i)) return `Auto-Submitted: ${line('auto-submitted')}`
  if (said('precedence', /^(bulk|list|junk|auto_?reply)\b/i)) return `Precedence: ${line('precedence')}`
  if (said('return-path', /^<\s*>$/)) return 'Return-Path: <>'
  const named = ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-auto-reply'].find((name) => line(name) !== '')
  if (named !== undefined && !said(named, /^no\b/i)) return `${named}: ${line(named)}`
  if (said('content-type', /^multipart\/report\b/i)) return 'Content-Type: multipart/report'
  const { address } = mailboxOf(line('from'))
  return /^(mailer-daemon|postmaster|mdaemon)@/i.test(address) ? `From: ${address}` : null
}
