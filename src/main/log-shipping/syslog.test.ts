import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Certificate, certificateFor } from '../../../test/certificate.js'
import type { ShippedEntry } from '../../store/index.js'
import { sendSyslog } from './syslog.js'

const entry: ShippedEntry = {
  government: 'demo',
  seq: 1,
  at: 1_759_111_200_000,
  account: 'li',
  kind: 'exported',
  about: '台账',
  detail: {},
  address: null,
  hash: 'ab',
}

let clean: (() => unknown)[]
let folder: string
beforeEach(() => {
  clean = []
  folder = mkdtempSync(join(tmpdir(), 'huiyin-tls-'))
})
afterEach(() => {
  for (const each of clean) each()
  rmSync(folder, { recursive: true })
})

type Receiver = { readonly port: number; readonly names: string[]; readonly received: () => string }

/** A receiver over TLS that reads to the end; as many first lines as are asked it cuts. */
async function receiver(certificate: Certificate, cuts = 0): Promise<Receiver> {
  const [pieces, names]: [Buffer[], string[]] = [[], []]
  const server = createServer(certificate)
  const raw: Socket[] = []
  server.on('connection', (socket) => raw.push(socket))
  server.on('secureConnection', (socket: TLSSocket & { servername?: string }) => {
    names.push(String(socket.servername))
    socket.on('error', () => undefined)
    if (names.length <= cuts) raw.at(-1)?.resetAndDestroy()
    else socket.on('data', (piece: Buffer) => pieces.push(piece))
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  clean.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, names, received: () => Buffer.concat(pieces).toString() }
}

/** As the product does it where the operator has told it of an authority of their own: Node reads that at its start. */
async function sentBy({ cert }: Certificate, host: string, port: number): Promise<string> {
  const authority = join(folder, 'authority.pem')
  writeFileSync(authority, cert)
  const code = `import { sendSyslog } from ${JSON.stringify(join(import.meta.dirname, 'syslog.ts'))}
    const send = () => sendSyslog(${JSON.stringify({ transport: 'tls', host, port })}, [${JSON.stringify(entry)}])
    const said = () => send().then(() => 'taken', (error) => error.code ?? error.message)
    console.log([await said(), await said()].join(' '))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  await once(child, 'close')
  return Buffer.concat(said).toString().trim()
}

it('is sent over TLS to a receiver that proves itself to be the one that was named, each in one frame', async () => {
  const certificate = certificateFor('localhost')
  const { port, received, names } = await receiver(certificate)
  expect(await sentBy(certificate, 'localhost', port)).toBe('taken taken')
  expect(received()).toMatch(
    /^\d+ <109>1 2025-09-29T02:00:00\.000Z \S+ huiyin \d+ exported - \ufeff\{"government":"demo","seq":1,/,
  )
  expect(received().match(/"seq":1,/g)).toHaveLength(2)
  expect(names).toEqual(['localhost', 'localhost'])
})

it('is sent over TLS to an address without a name as well', async () => {
  const certificate = certificateFor('127.0.0.1')
  const { port, received } = await receiver(certificate)
  expect(await sentBy(certificate, '127.0.0.1', port)).toBe('taken taken')
  expect(received()).toContain('台账')
})

it('is sent again over a new line where the first was cut', async () => {
  const certificate = certificateFor('127.0.0.1')
  const { port, received } = await receiver(certificate, 1)
  expect(await sentBy(certificate, '127.0.0.1', port)).toMatch(/^(?!taken).* taken$/)
  expect(received().match(/"seq":1,/g)).toHaveLength(1)
})

it.each([
  ['for another name', certificateFor('elsewhere.example'), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['that is over', certificateFor('127.0.0.1', '010101000000Z'), 'CERT_HAS_EXPIRED'],
])('tells nothing to a receiver with a certificate %s', async (_what, certificate, code) => {
  const { port, received } = await receiver(certificate)
  expect(await sentBy(certificate, '127.0.0.1', port)).toBe(`${code} ${code}`)
  expect(received()).toBe('')
})

it('tells nothing to a receiver whose certificate nobody vouches for', async () => {
  const { port, received } = await receiver(certificateFor('127.0.0.1'))
  const sending = sendSyslog({ transport: 'tls', host: '127.0.0.1', port }, [entry])
  await expect(sending).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(received()).toBe('')
})
