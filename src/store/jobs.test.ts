import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { failingAt, watching } from '../../test/failing-statements.js'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { type Database, openDatabase } from './database/database.js'
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
  const runners = [made.store.startDeliveries(sender, () => morning), made.store.startDeliveries(sender, () => morning)]
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
  const runner = made.store.startDeliveries(sender, () => morning)
  await vi.waitFor(async () => expect(await waiting()).toBe(1), 5000)
  const { rows } = await database.owner.query('select recipient, attempts, last_error from outbox where delivered_at is null')
  expect(rows).toEqual([{ recipient: 'sms', attempts: 1, last_error: 'gateway is down' }])
  isDown = false
  await runner.stop()
  await retryNow()
  const next = made.store.startDeliveries(sender, () => morning)
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 5000)
  await next.stop()
  expect(attempts).toEqual(['sms 0', 'mail 0', 'sms 1'])
})

it.each([
  ['that sends at once', 0, 1],
  // Up to there it is as before.
  ['that sends at the second try', 1, 15],
])('sends what waits by a gateway %s, whichever statement of the jobs fails', { timeout: 120_000 }, async (_, refusals, from) => {
  const looking = await watching(made.connection)
  const isThere = async (what: string) => (await looking.query(`select from ${what}`)).rowCount !== 0
  const isWaiting = () => isThere('outbox where delivered_at is null')
  const isWorking = () => isThere('graphile_worker._private_jobs where locked_at is not null')
  let statements = 0
  for (let nth = from, fails = true; fails; nth += 1) {
    const tried: string[] = []
    const sender: Sender = async ({ key, attempts }) => {
      tried.push(key)
      if (key.includes('before') && attempts < refusals) throw new Error('gateway is down')
    }
    await looking.query('delete from graphile_worker._private_jobs')
    await submitTelling('linhai', `before-${nth}`)
    const { hasFailed, result } = await failingAt(nth, async (failed) => {
      const runner = made.store.startDeliveries(sender, () => morning)
      const isIdle = async () => failed() || (tried.length > 0 && !(await isWorking()))
      await vi.waitFor(async () => expect(await isIdle()).toBe(true), { timeout: 10_000, interval: 5 })
      return runner
    })
    // It is woken by what comes later.
    await vi.waitFor(
      async () => {
        await submitTelling('linhai', `after-${nth}`)
        await vi.waitFor(async () => expect(await isWaiting()).toBe(false), { timeout: 400, interval: 20 })
      },
      { timeout: 20_000, interval: 10 },
    )
    await result.stop()
    // What was sent and could not be marked is sent once more, under the same key.
    const first = tried.filter((key) => key.endsWith(`/before-${nth}`))
    expect([nth, new Set(first).size, first.length - refusals]).toEqual([nth, 1, expect.toBeOneOf([1, 2])])
    fails = hasFailed
    statements = nth
  }
  await looking.end()
  expect(statements).toBeGreaterThan(15)
})

it('ends at once while a statement of the jobs fails, whichever it is', { timeout: 120_000 }, async () => {
  const sender: Sender = async () => undefined
  let statements = 0
  for (let nth = 1, fails = true; fails; nth += 1) {
    const { hasFailed } = await failingAt(nth, async (failed) => {
      const runner = made.store.startDeliveries(sender, () => morning)
      const begun = Date.now()
      while (!failed() && Date.now() < begun + 2000) await new Promise(setImmediate)
      await runner.stop()
    })
    fails = hasFailed
    statements = nth
  }
  expect(statements).toBeGreaterThan(8)
})
