import { createHmac } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type TestApp, testApp } from '../../app/app.fixtures.js'
import { readEnvironment } from '../environment.js'
import { type LogTarget, logTargets } from './log-target.js'
import { startShipping } from './start-shipping.js'

let app: TestApp
let clean: (() => unknown)[]
beforeEach(async () => {
  app = await testApp()
  clean = []
})
afterEach(async () => {
  for (const each of clean) await each()
  await app.close()
})

const note = (kind: string) =>
  app.deps.store.administration.record('demo', {
    at: app.deps.now(),
    account: 'li',
    kind,
    about: '陆小曼',
    detail: { reason: '换行\n和"引号"' },
  })
const targetsOf = (set: NodeJS.ProcessEnv) => logTargets(readEnvironment(set, '/nowhere'))
const only = (targets: readonly LogTarget[]): LogTarget => {
  const [target] = targets
  if (target === undefined) throw new Error('no target')
  return target
}
const ship = (target: LogTarget) =>
  app.deps.store.administration.shipLog('demo', { target: target.name, most: 100, send: target.send })
const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  clean.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Messages as they are framed by their length. */
function unframed(bytes: Buffer): string[] {
  const messages: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(' ', at)
    const end = space + 1 + Number(bytes.subarray(at, space))
    messages.push(bytes.subarray(space + 1, end).toString())
    at = end
  }
  return messages
}

/** A receiver that reads to the end; one line it cuts first. */
async function receiver(cutsFirst = false): Promise<{ port: number; messages: () => string[] }> {
  const lines: Buffer[][] = []
  const server = createServer((socket) => {
    const pieces: Buffer[] = []
    lines.push(pieces)
    socket.on('error', () => undefined)
    if (cutsFirst && lines.length === 1) socket.once('data', () => socket.resetAndDestroy())
    else socket.on('data', (piece) => pieces.push(piece))
  })
  return { port: await listening(server), messages: () => lines.flatMap((pieces) => unframed(Buffer.concat(pieces))) }
}

it('is sent as RFC 5424 over TCP, framed by length, whatever an entry holds', async () => {
  const { port, messages } = await receiver()
  await note('exported')
  await note('refused')
  const target = only(targetsOf({ HUIYIN_AUDIT_SYSLOG: `tcp://127.0.0.1:${port}` }))
  expect(await ship(target)).toBe(2)
  expect(await ship(target)).toBe(0)
  const [exported = '', refused = ''] = messages()
  expect(exported).toMatch(/^<109>1 2025-09-29T02:00:00\.000Z \S+ huiyin \d+ exported - \ufeff\{/)
  expect(refused).toMatch(/^<108>1 /)
  expect(JSON.parse(refused.slice(refused.indexOf('\ufeff') + 1))).toMatchObject({
    government: 'demo',
    seq: 2,
    account: 'li',
    about: '陆小曼',
    detail: { reason: '换行\n和"引号"' },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

it('comes again, all of it, where the receiver cut the line', async () => {
  const { port, messages } = await receiver(true)
  await note('exported')
  await note('refused')
  const target = only(targetsOf({ HUIYIN_AUDIT_SYSLOG: `tcp://127.0.0.1:${port}` }))
  await expect(ship(target)).rejects.toThrow()
  expect(await ship(target)).toBe(2)
  expect(messages().length).toBe(2)
})

it('waits for a receiver that is not there, and loses nothing meanwhile', async () => {
  const reserved = await receiver()
  const target = only(targetsOf({ HUIYIN_AUDIT_SYSLOG: `tcp://127.0.0.1:${reserved.port}` }))
  await clean.pop()?.()
  await note('exported')
  await expect(ship(target)).rejects.toThrow('ECONNREFUSED')
  await note('printed')
  const lines: Buffer[] = []
  const back = createServer((socket) => socket.on('data', (piece) => lines.push(piece)))
  await new Promise<void>((done) => back.listen(reserved.port, '127.0.0.1', done))
  clean.push(() => back.close())
  expect(await ship(target)).toBe(2)
  expect(unframed(Buffer.concat(lines)).map((each) => each.split(' ')[5])).toEqual(['exported', 'printed'])
})

it('is sent over UDP, a packet each', async () => {
  const socket = createSocket('udp4')
  const packets: string[] = []
  socket.on('message', (packet) => packets.push(packet.toString()))
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  clean.push(() => socket.close())
  await note('exported')
  await note('printed')
  await ship(only(targetsOf({ HUIYIN_AUDIT_SYSLOG: `udp://127.0.0.1:${socket.address().port}` })))
  await vi.waitFor(() => expect(packets.map((each) => each.split(' ')[5])).toEqual(['exported', 'printed']))
})

it('is posted, signed, to an address that says no first; each target has a position of its own', async () => {
  const posted: { key: unknown; isSigned: boolean; entries: { seq: number }[] }[] = []
  let status = 503
  const server = createHttp(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const isSigned = request.headers['huiyin-signature'] === `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`
    posted.push({ key: request.headers['idempotency-key'], isSigned, entries: JSON.parse(body.toString()).entries })
    response.writeHead(status).end()
  })
  const port = await listening(server)
  const { port: syslog, messages } = await receiver()
  const targets = targetsOf({
    HUIYIN_AUDIT_SYSLOG: `tcp://127.0.0.1:${syslog}`,
    HUIYIN_AUDIT_URL: `http://127.0.0.1:${port}/log`,
    HUIYIN_WEBHOOK_SECRET: 'secret',
  })
  await note('exported')
  const said: unknown[] = []
  const rounds = () => startShipping(app.deps, { targets, onError: (error) => said.push(error) }).stop()
  await rounds()
  expect([posted.length, messages().length, said.length]).toEqual([1, 1, 1])
  status = 204
  await note('printed')
  await rounds()
  expect(posted.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[1], [1, 2]])
  expect(posted[1]).toMatchObject({ key: encodeURIComponent('demo/2'), isSigned: true })
  expect(messages().map((each) => each.split(' ')[5])).toEqual(['exported', 'printed'])
})

it.each(['tcp:/x', 'host:514', 'http://host', '127.0.0.1'])('%s is refused at start, with what to write', (text) => {
  expect(() => targetsOf({ HUIYIN_AUDIT_SYSLOG: text })).toThrow('HUIYIN_AUDIT_SYSLOG')
})
