import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { postSigned } from '../../main/post-signed.js'
import { officer, type TestApp, testApp } from '../app.fixtures.js'
import { outgoingMessage, undoAct } from '../index.js'

let app: TestApp
let gateway: Server
let url = ''
const posted: { key: string | undefined; signature: string | undefined; body: string }[] = []
let answer = 200

beforeAll(async () => {
  app = await testApp()
  gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      posted.push({
        key: request.headers['idempotency-key'] as string,
        signature: request.headers['huiyin-signature'] as string,
        body,
      })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((ready) => void gateway.listen(0, '127.0.0.1', ready))
  const address = gateway.address()
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : ''
})

afterAll(async () => {
  await new Promise((closed) => gateway.close(closed))
  await app.close()
})

const sender = () =>
  app.deps.store.startDeliveries(async (row) => {
    const message = await outgoingMessage(app.deps, row)
    await postSigned({ url, secret: 'shared' }, { key: message.key, body: message })
  }, app.deps.now)

/** What can still be taken back is told to nobody: time goes on, and the jobs are woken as it is then. */
async function passHold(): Promise<void> {
  const later = new Date(app.deps.now() + 180_000 + 28_800_000)
  app.goTo(later.toISOString().slice(0, 16).replace('T', ' '))
  await app.asOwner("select request_delivery('demo')")
}

it('tells the gateway of what was done, once, signed, with nothing of who the citizen is', async () => {
  const runner = await sender()
  const { matter, number } = await app.submit({ phone: '13800000000' })
  await app.act(matter, officer, 'accept')
  await passHold()
  await vi.waitFor(() => expect(posted.length).toBe(1), 8000)
  await runner.stop()
  const [message] = posted
  expect(JSON.parse(message?.body ?? '')).toMatchObject({
    government: { id: 'demo', name: '示例区' },
    number,
    to: { role: 'requester', unit: null, isRequester: true },
    what: '受理',
  })
  expect(message?.body).not.toMatch(/13800000000|路灯/)
  expect(message?.signature).toMatch(/^sha256=[0-9a-f]{64}$/)
})

it('keeps what the gateway refused, and sends it later under the same key', async () => {
  posted.length = 0
  answer = 503
  const first = await sender()
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await passHold()
  await vi.waitFor(() => expect(posted.length).toBe(1), 8000)
  await first.stop()
  answer = 200
  // Another matter's message wakes the jobs; what waits goes along.
  const second = await sender()
  const other = await app.submit()
  await app.act(other.matter, officer, 'accept')
  await passHold()
  await vi.waitFor(() => expect(posted.length).toBe(3), 8000)
  await second.stop()
  expect(new Set(posted.map(({ key }) => key)).size).toBe(2)
})

it('sends nothing of what was taken back', async () => {
  posted.length = 0
  const runner = await sender()
  const [kept, back] = [await app.submit(), await app.submit()]
  for (const { matter } of [kept, back]) await app.act(matter, officer, 'accept')
  await app.asOwner("select request_delivery('demo')")
  const done = await undoAct(app.deps, { office: app.office, matter: back.matter, actor: officer, revision: null, lang: 'zh' })
  expect(done.ok).toBe(true)
  await passHold()
  await vi.waitFor(() => expect(posted.length).toBe(1), 8000)
  await runner.stop()
  expect(posted.map(({ body }) => JSON.parse(body).number)).toEqual([kept.number])
})
