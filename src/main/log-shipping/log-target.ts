import { CannotRun } from '../../cli/index.js'
import type { ShippedEntry } from '../../store/index.js'
import type { Environment } from '../environment.js'
import { postSigned } from '../post-signed.js'
import { plainEntry } from './plain-entry.js'
import { type SyslogAddress, sendSyslog } from './syslog.js'

/** 日志外送. Where the log is sent as well; `send` returns once the entries were taken, and throws otherwise. */
export type LogTarget = { readonly name: string; readonly send: (entries: readonly ShippedEntry[]) => Promise<void> }

const syslogPorts: Readonly<Record<string, number>> = { 'tcp:': 601, 'tls:': 6514, 'udp:': 514 }

export function logTargets({ auditSyslog, auditUrl, webhookSecret }: Environment): readonly LogTarget[] {
  const targets: LogTarget[] = []
  if (auditSyslog !== null) {
    const address = syslogAddress(auditSyslog)
    const { transport, host, port } = address
    targets.push({ name: `${transport}://${host}:${port}`, send: (entries) => sendSyslog(address, entries) })
  }
  if (auditUrl !== null) {
    const { origin, pathname } = httpAddress(auditUrl)
    targets.push({
      name: `${origin}${pathname}`,
      send: (entries) => {
        const last = entries.at(-1)
        const key = `${last?.government}/${last?.seq}`
        return postSigned({ url: auditUrl, secret: webhookSecret }, { key, body: { entries: entries.map(plainEntry) } })
      },
    })
  }
  return targets
}

function syslogAddress(text: string): SyslogAddress {
  const url = URL.canParse(text) ? new URL(text) : null
  const standard = url === null ? undefined : syslogPorts[url.protocol]
  if (url === null || standard === undefined || url.hostname === '')
    throw wrong('HUIYIN_AUDIT_SYSLOG', 'tcp://host:601, tls://host:6514, udp://host:514')
  return {
    transport: url.protocol.slice(0, -1) as SyslogAddress['transport'],
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? standard : Number(url.port),
  }
}

function httpAddress(text: string): URL {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw wrong('HUIYIN_AUDIT_URL', 'https://host/path')
  return new URL(text)
}

const wrong = (name: string, examples: string): CannotRun =>
  new CannotRun({
    zh: `${name} 不是能用的地址，请写成：${examples}`,
    en: `${name} is no address that can be used; write: ${examples}`,
  })
