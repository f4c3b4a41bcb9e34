import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { type Database, openDatabase } from './database.js'
import { aSubmission, beishan, linhai, morning } from './store.fixtures.js'
import type { Sender } from './types.js'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment(linhai)
  await made.store.putGovernment(beishan)
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

async function submitTelling(government: string, ...recipients: string[]): Promise<void> {
  const outbox = recipients.map((recipient) => ({ eventSeq: 1, kind: 'receipt', recipient, payload: { text: 'received' } }))
  await made.store.submit(government, { ...aSubmission(await made.store.reserveMatter(government)), outbox })
}

const waiting = async (): Promise<number> =>
  (await database.owner.query('select from outbox where delivered_at is null')).rows.length
const retryNow = () => database.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')

it('sends what waits once, with two runners, and is woken by what comes later', async () => {
  const sent: string[] = []
  const sender: Sender = async ({ key }) => void sent.push(key)
  await submitTelling('linhai', 'requester', 'office', 'office')
  const runners = await Promise.all([
    made.store.startDeliveries(sender, () => morning),
    made.store.startDeliveries(sender, () => morning),
  ])
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 30_000)
  await submitTelling('beishan', 'requester')
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 5000)
  await Promise.all(runners.map((runner) => runner.stop()))
  expect(sent.sort()).toEqual(['beishan/1/1/receipt/requester', 'linhai/1/1/receipt/office', 'linhai/1/1/receipt/requester'])
})

it('tries again what could not be sent, without holding up the rest', async () => {
  const attempts: string[] = []
  let isDown = true
  const sender: Sender = async ({ recipient, attempts: before }) => {
    attempts.push(`${recipient} ${before}`)
    if (recipient === 'sms' && isDown) throw new Error('gateway is down')
  }
  await submitTelling('linhai', 'sms', 'mail')
  const runner = await made.store.startDeliveries(sender, () => morning)
  await vi.waitFor(async () => expect(await waiting()).toBe(1), 5000)
  const { rows } = await database.owner.query('select recipient, attempts, last_error from outbox where delivered_at is null')
  expect(rows).toEqual([{ recipient: 'sms', attempts: 1, last_error: 'gateway is down' }])
  isDown = false
  await runner.stop()
  await retryNow()
  const next = await made.store.startDeliveries(sender, () => morning)
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 5000)
  await next.stop()
  expect(attempts).toEqual(['sms 0', 'mail 0', 'sms 1'])
})
