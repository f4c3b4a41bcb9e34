import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { noEvents } from '../proof/chain.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning } from '../store.fixtures.js'
import { type Gate, seesAll } from '../types.js'
import { Conflict } from './faults.js'

let made: TestDatabase

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  await made.store.putGovernment(beishan)
})
afterAll(() => made.drop())

async function newMatters(government: string, amount: number): Promise<readonly number[]> {
  const submitted = Array.from({ length: amount }, async () => {
    const reserved = await made.store.reserveMatter(government)
    await made.store.submit(government, aSubmission(reserved))
    return reserved.matter
  })
  return Promise.all(submitted)
}

const headOf = async (government: string, matter: number) => {
  const loaded = await made.store.loadMatter(government, matter, seesAll)
  if (loaded === null) throw new Error('no matter')
  return loaded.head
}

async function actOn(government: string, matter: number, more: { readonly attachments?: readonly string[] } = {}) {
  const expected = await headOf(government, matter)
  return made.store.append(government, { matter, expected, events: [accepted], projection: aProjection, at: morning, ...more })
}

it('records thirty acts at once, each on its own matter', async () => {
  const matters = await newMatters('linhai', 30)
  const heads = await Promise.all(matters.map((matter) => actOn('linhai', matter)))
  expect(await Promise.all(matters.map((matter) => headOf('linhai', matter)))).toEqual(heads)
  expect(new Set(heads.map(({ revision }) => revision))).toEqual(new Set([2]))
})

it('tells the one among many that came too late, and records the others', async () => {
  const matters = await newMatters('linhai', 12)
  const [first = 0] = matters
  const expected = await headOf('linhai', first)
  const again = { matter: first, expected, events: [accepted], projection: aProjection, at: morning }
  const results = await Promise.allSettled([
    ...matters.slice(1).map((matter) => actOn('linhai', matter)),
    made.store.append('linhai', again),
    made.store.append('linhai', again),
  ])
  expect(results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))).toEqual([expect.any(Conflict)])
})

it('lets nobody fail for a file that another one names and that is not there', async () => {
  const matters = await newMatters('linhai', 12)
  const results = await Promise.allSettled(
    matters.map((matter, at) => actOn('linhai', matter, at === 5 ? { attachments: ['nowhere'] } : {})),
  )
  expect(results.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([5])
  const revisions = await Promise.all(matters.map(async (matter) => (await headOf('linhai', matter)).revision))
  expect(revisions).toEqual(matters.map((_, at) => (at === 5 ? 1 : 2)))
})

it('waits for a matter that somebody holds without holding up the others', async () => {
  const matters = await newMatters('linhai', 12)
  const held = matters[6] ?? 0
  const holder = new pg.Client({ ...made.connection, options: '-c search_path=huiyin' })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query('select from matter where matter = $1 for update', [held])
    const heads = await Promise.all(matters.map((matter) => headOf('linhai', matter)))
    const acts = matters.map((matter, at) =>
      made.store.append('linhai', {
        matter,
        expected: heads[at] ?? noEvents,
        events: [accepted],
        projection: aProjection,
        at: morning,
      }),
    )
    const others = await Promise.all(acts.filter((_, at) => matters[at] !== held))
    expect(others.map(({ revision }) => revision)).toEqual(others.map(() => 2))
    await holder.query('commit')
    expect((await acts[6])?.revision).toBe(2)
  } finally {
    await holder.end()
  }
})

it('shows each reader of many what their own gate lets through, in their own government', async () => {
  const [ours, theirs] = await Promise.all([newMatters('linhai', 8), newMatters('beishan', 8)])
  const nobody: Gate = { scope: 'none', notHiddenFrom: [] }
  const read = (government: string, matters: readonly number[], gate: Gate) =>
    matters.map(async (matter) => (await made.store.loadMatter(government, matter, gate))?.row.government ?? null)
  const all = [read('linhai', ours, seesAll), read('linhai', ours, nobody), read('beishan', theirs, seesAll)]
  const seen = await Promise.all(all.map((each) => Promise.all(each)))
  expect(seen).toEqual([ours.map(() => 'linhai'), ours.map(() => null), theirs.map(() => 'beishan')])
})

it('finds for each of many tokens its own session, and for what is no token none', async () => {
  const people = ['linhai', 'beishan'].flatMap((government) =>
    Array.from({ length: 6 }, (_, at) => ({ government, account: `a${at}` })),
  )
  for (const { government, account } of people) {
    await made.store.putAccount(government, {
      ...{ account, login: account, name: account, passwordHash: null, isAdmin: false, isDisabled: false, isAuditor: false },
      ...{ contact: '', mustChange: false, hasSecondFactor: false, roles: [] },
    })
    const session = { token: `${government} ${account}`, account, csrf: '', createdAt: morning, expiresAt: morning + 1000 }
    await made.store.createSession(government, session)
  }
  const asked = people.flatMap(({ government, account }) => [`${government} ${account}`, `nobody ${account}`])
  const found = await Promise.all(asked.map((token) => made.store.findSession(token, morning)))
  expect(found.map((held) => held && `${held.government} ${held.holder?.account}`)).toEqual(
    asked.map((token) => (token.startsWith('nobody') ? null : token)),
  )
})
