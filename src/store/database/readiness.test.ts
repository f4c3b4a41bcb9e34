import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { carelessPooler } from '../../../test/careless-pooler.js'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { openStore } from '../open-store.js'
import { aSubmission, linhai } from '../store.fixtures.js'
import { type Database, openDatabase } from './database.js'
import { StoreUnavailable } from './faults.js'
import { openReadiness, refuseOtherRole } from './readiness.js'
import { asNoGovernment } from './transaction.js'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment(linhai)
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

/** Does it while the database takes nothing, as a copy does that waits to take over; then lets it be written again. */
async function whileReadOnly<T>(work: () => Promise<T>): Promise<T> {
  const name = made.connection.database
  const set = (value: string) => database.owner.query(`alter database ${name} set default_transaction_read_only = ${value}`)
  await set('on')
  await database.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  try {
    return await work()
  } finally {
    await database.owner.query('set default_transaction_read_only = off')
    await set('off')
  }
}

it('keeps a connection that rests, with what it has learnt', async () => {
  const pid = async () => (await database.app.query('select pg_backend_pid() as pid')).rows[0].pid
  const before = await pid()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    expect(await pid()).toBe(before)
    vi.advanceTimersByTime(60_000)
  } finally {
    vi.useRealTimers()
  }
  expect(await pid()).toBe(before)
})

const whyNot = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof StoreUnavailable ? error.why : error),
  )

it('works as the role of the application', async () => {
  await refuseOtherRole(database)
  await made.store.ping()
})

it('refuses to start where a pooler in between leaves the owner in place of the application, and says why', async () => {
  const pooler = await carelessPooler(made.connection)
  const opening = openStore({ connection: pooler.connection, ownerConnection: made.connection, keysFolder: made.keysFolder })
  await expect(opening).rejects.toThrow(/so it was not started.*current_user/)
  await pooler.close()
})

it('works by no connection on which a pooler left the owner in its place later on, and says so', async () => {
  const pooler = await carelessPooler(made.connection, { careful: 1 })
  const behind = openDatabase(pooler.connection)
  await refuseOtherRole(behind)
  const asked = () => asNoGovernment(behind, (query) => query('select pg_sleep(0.2)'))
  // The first by the connection there is, the second by another.
  expect(await Promise.all([whyNot(asked()), whyNot(asked())])).toEqual([null, 'other-role'])
  await behind.close()
  await pooler.close()
})

it('takes separate addresses for the owner and for the application', async () => {
  const store = await openStore({
    connection: made.connection,
    ownerConnection: { ...made.connection, max: 1 },
    keysFolder: made.keysFolder,
  })
  expect(await store.listGovernments()).toEqual([linhai])
  await store.close()
})

it('says that the database may only be read, for a write, for readiness, and no longer when it may be written again', async () => {
  const reserved = await made.store.reserveMatter('linhai')
  const told = await whileReadOnly(async () => {
    // Broken connections are noticed by whoever uses them next.
    await whyNot(made.store.ping())
    await whyNot(made.store.ping())
    return [
      await whyNot(made.store.submit('linhai', aSubmission(reserved))),
      await whyNot(made.store.putUnits('linhai', [{ unit: 'water', name: '水务局', kind: 'bureau', parent: null }])),
      await whyNot(made.store.ping()),
      await whyNot(made.store.listUnits('linhai')),
    ]
  })
  expect(told).toEqual(['read-only', 'read-only', 'read-only', null])
  // The connection that has read meanwhile is noticed too.
  await whyNot(made.store.ping())
  expect(await whyNot(made.store.ping())).toBeNull()
  expect(await whyNot(made.store.submit('linhai', aSubmission(reserved)))).toBeNull()
})

it('says why a database that cannot be reached is away, where that is known, and does not ask while it answers', async () => {
  const gone = openDatabase({ host: made.keysFolder, port: 1, user: 'nobody', database: 'none' })
  expect(await whyNot(openReadiness(gone)())).toBe('away')
  expect(await whyNot(openReadiness(gone, async () => null)())).toBe('away')
  expect(await whyNot(openReadiness(gone, async () => 'read-only')())).toBe('read-only')
  await gone.close()
  expect(await whyNot(openReadiness(database, async () => 'full')())).toBeNull()
})

it('gives up on a statement that takes too long, and goes on', async () => {
  const long = asNoGovernment(database, async (query) => {
    await query("set local statement_timeout = '50ms'")
    await query('select pg_sleep(5)')
  })
  expect(await whyNot(long)).toBe('slow')
  await made.store.ping()
})
