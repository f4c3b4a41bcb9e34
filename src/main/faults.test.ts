import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { untilPrinted } from '../../bench/child.js'
import { cleanUp } from '../../bench/cleanup.js'
import { query, temporaryFolder } from '../../bench/database.js'
import { letterOf } from '../../bench/fault/letter.js'
import { lookInto } from '../../bench/fault/look-into.js'
import {
  databaseProcesses,
  nothingTold,
  readiness,
  type Served,
  sendLetters,
  serve,
  signalAll,
  untilAcknowledged,
} from '../../bench/fault/served.js'
import { oneOffice } from '../../bench/office.js'
import { startPrivatePostgres } from '../store/index.js'

/** The same rounds as in `bench/fault`, seconds each, over the sources; one after the other on one folder of data. */
const { folder } = temporaryFolder()
const data = join(folder, 'data')
const main = 'src/main.ts'
const letter = letterOf()
const told = nothingTold()
afterAll(cleanUp)

const start = (): Promise<Served> => serve(folder, [main, 'serve'])

/** The first government, by the link that the first start prints. */
async function setUp({ url, child }: Served): Promise<void> {
  const { id, name, regulation, version } = oneOffice().government
  await untilPrinted(child, '/setup/')
  const link = /\/setup\/[\w-]+/.exec(child.output())?.[0] ?? ''
  const password = 'four plain words here'
  const form = { government: id, name, numberPrefix: '10', regulation: `${regulation}@${version}` }
  const body = new URLSearchParams({ ...form, personName: '赵工', login: 'zhao', password, again: password })
  expect((await fetch(`${url}${link}`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303)
}

async function writing(served: Served, meanwhile: () => Promise<void>): Promise<void> {
  const letters = sendLetters(served, letter, told, 3)
  await untilAcknowledged(told, 5)
  await meanwhile()
  await letters.stop()
}
const kill = async (served: Served, more: readonly number[] = []): Promise<void> => {
  signalAll([served.child.pid, ...more], 'SIGKILL')
  await served.child.ended()
}
const allThere = async (): Promise<void> => {
  const found = await lookInto(folder, main)
  expect(told.numbers.filter((number) => !found.numbers.has(number))).toEqual([])
  expect([found.findings, told.statuses.get('500') ?? 0]).toEqual([0, 0])
}

it('kill -9 of Node at the very first letters, then of Node and PostgreSQL', { timeout: 180_000 }, async () => {
  const first = await start()
  await setUp(first)
  await writing(first, () => kill(first))
  const second = await start()
  await writing(second, () => kill(second, databaseProcesses(folder).slice(0, 1)))
  expect(told.numbers.length).toBeGreaterThanOrEqual(10)
  await allThere()
})

it('PostgreSQL killed, hung, and read-only as after a failover: 503, said by /readyz, and on again', {
  timeout: 180_000,
}, async () => {
  const served = await start()
  await writing(served, async () => {
    signalAll(databaseProcesses(folder).slice(0, 1), 'SIGKILL')
    await untilAcknowledged(told, 8)
  })
  await writing(served, async () => {
    const processes = databaseProcesses(folder)
    signalAll(processes, 'SIGSTOP')
    expect(await readiness(served)).toContain('/readyz 503 slow')
    signalAll(processes, 'SIGCONT')
    await untilAcknowledged(told, 8)
  })
  await writing(served, async () => {
    await readOnly('on')
    // Whoever was connected was cut off: the first answer may be that it is away.
    await expect.poll(() => readiness(served), { timeout: 10_000 }).toContain('/readyz 503 read-only')
    await wait(300)
    await readOnly('off')
    await untilAcknowledged(told, 8)
  })
  expect(told.statuses.get('503') ?? 0).toBeGreaterThan(0)
  await served.child.stop()
  await allThere()
})

/** Beside the product, as its owner; whoever is connected has to come anew. */
async function readOnly(value: 'on' | 'off'): Promise<void> {
  const beside = await startPrivatePostgres({ dataFolder: data })
  const { database } = beside.connection
  await query(
    beside.connection,
    `begin read write; alter database ${database} set default_transaction_read_only = ${value}; commit`,
  )
  await query(
    beside.connection,
    'select pg_terminate_backend(pid) from pg_stat_activity where usename is not null and pid <> pg_backend_pid()',
  )
  await beside.stop()
}

it('an older copy put in place gives no number out again', { timeout: 180_000 }, async () => {
  const before = [...told.numbers]
  execFileSync('cp', ['-a', data, join(folder, 'copy')])
  const lost = await start()
  await writing(lost, async () => undefined)
  await lost.child.stop()
  rmSync(data, { recursive: true })
  execFileSync('cp', ['-a', join(folder, 'copy'), data])
  const given = told.numbers.splice(before.length)
  const after = await start()
  await writing(after, async () => undefined)
  await after.child.stop()
  expect(given.length).toBeGreaterThan(4)
  expect(told.numbers.filter((number) => given.includes(number))).toEqual([])
  rmSync(join(data, 'anchors.jsonl'), { force: true })
  await allThere()
})
