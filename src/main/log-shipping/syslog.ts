import { createSocket } from 'node:dgram'
import { connect as connectPlain, isIP, isIPv6, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { connect as connectTls } from 'node:tls'
import type { ShippedEntry } from '../../store/index.js'
import { plainEntry } from './plain-entry.js'

export type SyslogAddress = { readonly transport: 'tcp' | 'tls' | 'udp'; readonly host: string; readonly port: number }

const longestWait = 10_000
/** A receiver that went while the messages were on their way is heard of before we end: its end would be taken for its answer to ours. */
const beforeEnding = 200
/** RFC 5424, table 1: log audit. */
const facility = 13
const severity = { warning: 4, notice: 5 } as const
const warnings: ReadonlySet<string> = new Set(['refused', 'sign-in-failed'])
const longestKind = 32

/** One message of RFC 5424: the entry as JSON, behind the mark that says it is UTF-8. */
export function syslogMessage(entry: ShippedEntry): string {
  const priority = facility * 8 + (warnings.has(entry.kind) ? severity.warning : severity.notice)
  const head = [`<${priority}>1`, new Date(entry.at).toISOString(), hostname(), 'huiyin', process.pid]
  return `${[...head, entry.kind.slice(0, longestKind), '-'].join(' ')} \ufeff${JSON.stringify(plainEntry(entry))}`
}

/**
 * Over TCP and TLS framed by their length (RFC 6587, 3.4.1). Syslog has no word for "taken": the line is ended after the last message, and
 * only a receiver that ends its own side in turn has read them all. Over UDP nobody can know: what was lost on the way is lost.
 */
export const sendSyslog = (address: SyslogAddress, entries: readonly ShippedEntry[]): Promise<void> =>
  address.transport === 'udp' ? sendPackets(address, entries) : sendStream(address, entries)

function sendStream({ transport, host, port }: SyslogAddress, entries: readonly ShippedEntry[]): Promise<void> {
  const frames = entries.map(syslogMessage).map((text) => `${Buffer.byteLength(text)} ${text}`)
  return new Promise((taken, failed) => {
    const socket: Socket = transport === 'tls' ? connectTls({ host, port, ...named(host) }) : connectPlain({ host, port })
    let isEnded = false
    const fail = (why: string): void => void socket.destroy(new Error(`${transport}://${host}:${port}: ${why}`))
    socket.setTimeout(longestWait, () => fail('no word that it was taken'))
    const endLater = (): void => void setTimeout(() => socket.end(), beforeEnding)
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', () => socket.write(frames.join(''), endLater))
    socket.once('finish', () => {
      isEnded = true
    })
    // What a receiver says is not for us; read, so that its end is heard.
    socket.resume()
    socket.once('end', () => isEnded || fail('the line was ended before all was sent'))
    socket.once('error', failed)
    socket.once('close', (hadError) => hadError || taken())
  })
}

/** Of several receivers behind one address the name says which; an address is no name (RFC 6066, 3). */
const named = (host: string): { servername?: string } => (isIP(host) === 0 ? { servername: host } : {})

async function sendPackets({ host, port }: SyslogAddress, entries: readonly ShippedEntry[]): Promise<void> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  try {
    for (const text of entries.map(syslogMessage)) {
      await new Promise<void>((sent, failed) => socket.send(text, port, host, (error) => (error ? failed(error) : sent())))
    }
  } finally {
    socket.close()
  }
}
