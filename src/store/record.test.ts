import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { type Database, openDatabase } from './database/database.js'
import { Conflict, KeyReused } from './database/faults.js'
import { asGovernment, readGovernment } from './database/transaction.js'
import { answersAsBytes } from './migrations/0066-narrower.js'
import { noEvents } from './proof/chain.js'
import {
  accepted,
  aDuty,
  aProjection,
  aSubmission,
  day,
  linhai,
  morning,
  rowsOf,
  rowVersions,
  submitted,
} from './store.fixtures.js'
import { seesAll } from './types.js'

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

const count = async (table: string): Promise<number> =>
  (await readGovernment(database, 'linhai', (query) => query(`select from ${table}`))).length

async function newMatter(): Promise<number> {
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', aSubmission(reserved))
  return reserved.matter
}

it('gives back what was submitted', async () => {
  const reserved = await made.store.reserveMatter('linhai')
  const outcome = await made.store.submit('linhai', { ...aSubmission(reserved), identity: { name: '王芳' } })
  const loaded = await made.store.loadMatter('linhai', reserved.matter, seesAll)
  const { searchText: _, publicText: __, assignments, duties, marks: ___, ...row } = aProjection
  expect(loaded?.row).toEqual({
    ...row,
    government: 'linhai',
    matter: reserved.matter,
    number: reserved.number,
    revision: 1,
    requester: 1,
    destroyedAt: null,
  })
  expect(loaded?.events).toEqual([{ ...submitted, seq: 1 }])
  expect(await rowsOf(made, reserved.matter)).toEqual({ assignments, duties })
  expect(outcome).toEqual({ kind: 'recorded', matter: reserved.matter, number: reserved.number, head: loaded?.head })
})

it('replaces the whole projection when something is appended', async () => {
  const matter = await newMatter()
  const before = await made.store.loadMatter('linhai', matter, seesAll)
  const water = { id: 1, unit: 'water', part: 'lead', stage: 'handling', since: morning, endedAt: null }
  const sewage = { ...water, id: 2, unit: 'sewage' }
  const contact = { ...aDuty, key: 'contact#1', duty: 'contact', unit: 'water', assignment: 1, dueAt: null, dueOn: null }
  const projection = {
    ...aProjection,
    stage: 'handling',
    units: ['water'],
    assignments: [water, sewage],
    duties: [aDuty, contact],
    searchText: '水管',
  }
  const first = await made.store.append('linhai', {
    matter,
    expected: before?.head ?? noEvents,
    events: [accepted],
    projection,
    at: morning,
  })
  const met = { ...contact, status: 'met' as const, metAt: morning + day, isLate: true, workdaysLate: 1 }
  const later = { ...projection, assignments: [{ ...water, endedAt: morning + day }], duties: [met] }
  await made.store.append('linhai', { matter, expected: first, events: [], projection: later, at: morning + day })
  const after = await made.store.loadMatter('linhai', matter, seesAll)
  expect(after?.row).toMatchObject({ stage: 'handling', revision: 2, units: ['water'] })
  expect(await rowsOf(made, matter)).toEqual({ assignments: later.assignments, duties: [met] })
  expect(after?.events.map(({ seq }) => seq)).toEqual([1, 2])
  expect(after?.head).toEqual({ revision: 2, hash: first.hash })
  expect(
    (await made.store.listMatters('linhai', { gate: seesAll, filter: { text: '水管' } })).rows.map((row) => row.matter),
  ).toEqual([matter])
})

it('neither writes nor locks rows that stay as they are', async () => {
  const matter = await newMatter()
  const before = await rowVersions(made, matter)
  const expected = (await made.store.loadMatter('linhai', matter, seesAll))?.head ?? noEvents
  await made.store.append('linhai', { matter, expected, events: [accepted], projection: aProjection, at: morning + day })
  expect(before).toHaveLength(2)
  expect(await rowVersions(made, matter)).toEqual(before)
})

it('lets one of two who write at once win, and tells the other what came in between', async () => {
  const matter = await newMatter()
  const expected = (await made.store.loadMatter('linhai', matter, seesAll))?.head ?? noEvents
  const attempts = ['li', 'wang', 'zhao', 'qian'].map((account) =>
    made.store.append('linhai', {
      matter,
      expected,
      events: [{ ...accepted, by: { role: 'office', account } }],
      projection: aProjection,
      at: morning,
    }),
  )
  const results = await Promise.allSettled(attempts)
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const events = (await made.store.loadMatter('linhai', matter, seesAll))?.events ?? []
  expect(events).toHaveLength(2)
  expect(lost).toHaveLength(3)
  for (const conflict of lost) {
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict.eventsBetween).toEqual(events.slice(1))
  }
})

it('refuses to hang events on another chain', async () => {
  const matter = await newMatter()
  const expected = { revision: 1, hash: 'ab'.repeat(32) }
  await expect(
    made.store.append('linhai', { matter, expected, events: [accepted], projection: aProjection, at: morning }),
  ).rejects.toBeInstanceOf(Conflict)
})

it('makes one matter of twenty identical requests that arrive at once', async () => {
  const before = await count('matter')
  const attempts = Array.from({ length: 20 }, async () => {
    const reserved = await made.store.reserveMatter('linhai')
    const response = { number: reserved.number, queryCode: reserved.queryCode }
    const outcome = await made.store.submit('linhai', {
      ...aSubmission(reserved),
      idempotency: { key: 'a-key', request: 'same', response },
      identity: { name: '王芳' },
    })
    return outcome.kind === 'repeated' ? outcome.response : response
  })
  const answers = await Promise.all(attempts)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await count('matter')).toBe(before + 1)
})

it('answers from what an older version kept of an answer, as text', async () => {
  const asOld = `update submission_key k set response = convert_to(concat_ws('.', convert_from(substr(k.response, 1, n.stop - 1), 'UTF8'),
      encode(substr(k.response, n.stop + 1, 12), 'hex'), encode(substr(k.response, n.stop + 13), 'hex')), 'UTF8')
    from (select key_hash, position('\\x2e'::bytea in response) as stop from submission_key) n where n.key_hash = k.key_hash`
  const submit = async (response: string) =>
    made.store.submit('linhai', {
      ...aSubmission(await made.store.reserveMatter('linhai')),
      idempotency: { key: 'an-older-key', request: 'same', response: { response } },
    })
  await submit('first')
  await asGovernment(database, 'linhai', (query) => query(asOld))
  await asGovernment(database, 'linhai', (query) => query(answersAsBytes))
  expect(await submit('second')).toEqual({ kind: 'repeated', response: { response: 'first' } })
})

it('refuses another request under the same key', async () => {
  const reserved = await made.store.reserveMatter('linhai')
  const other = { ...aSubmission(reserved), idempotency: { key: 'a-key', request: 'another', response: {} } }
  await expect(made.store.submit('linhai', other)).rejects.toBeInstanceOf(KeyReused)
})

it('imports what comes from a source once', async () => {
  const source = { source: 'old-system', id: '2019-001' }
  const first = await made.store.reserveMatter('linhai')
  const again = await made.store.reserveMatter('linhai')
  expect(await made.store.findImported('linhai', source.source, source.id)).toBeNull()
  expect(await made.store.submit('linhai', { ...aSubmission(first), source })).toMatchObject({ kind: 'recorded' })
  expect(await made.store.submit('linhai', { ...aSubmission(again), source })).toEqual({
    kind: 'alreadyImported',
    matter: first.matter,
  })
  expect(await made.store.findImported('linhai', source.source, source.id)).toBe(first.matter)
})

it('takes back the source of a request that was only a repetition', async () => {
  const first = await made.store.reserveMatter('linhai')
  const again = await made.store.reserveMatter('linhai')
  const idempotency = { key: 'b-key', request: 'same', response: 1 }
  await made.store.submit('linhai', { ...aSubmission(first), idempotency })
  const repeated = await made.store.submit('linhai', {
    ...aSubmission(again),
    idempotency,
    source: { source: 'old-system', id: 'late' },
  })
  expect(repeated).toEqual({ kind: 'repeated', response: 1 })
  expect(await made.store.findImported('linhai', 'old-system', 'late')).toBeNull()
})

it('stores nothing at all where a part cannot be stored', async () => {
  const before = [await count('matter'), await count('event'), await count('outbox'), await count('person')]
  const reserved = await made.store.reserveMatter('linhai')
  const submission = {
    ...aSubmission(reserved),
    identity: { name: '王芳' },
    outbox: [{ eventSeq: 1, kind: 'receipt', recipient: 'requester', payload: {} }],
    attachments: ['00000000-0000-0000-0000-000000000000'],
  }
  await expect(made.store.submit('linhai', submission)).rejects.toMatchObject({ code: '23503' })
  expect([await count('matter'), await count('event'), await count('outbox'), await count('person')]).toEqual(before)
})

it('takes the message and its job back with the transaction', async () => {
  const jobs = async (): Promise<number> => (await database.owner.query('select from graphile_worker.jobs')).rows.length
  const write = `insert into outbox (government, matter, event_seq, kind, recipient, payload, created_at) values ('linhai', 1, 1, 'k', 'r', '{}', now())`
  const work = asGovernment(database, 'linhai', async (query) => {
    await query(write)
    await query("select request_delivery('linhai')")
    throw new Error('something else failed')
  })
  await expect(work).rejects.toThrow('something else failed')
  expect([await count('outbox'), await jobs()]).toEqual([0, 0])
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', {
    ...aSubmission(reserved),
    outbox: [{ eventSeq: 1, kind: 'receipt', recipient: 'requester', payload: {} }],
  })
  expect([await count('outbox'), await jobs()]).toEqual([1, 1])
})

it('asks for no job where nothing is to be sent', async () => {
  await database.owner.query('delete from graphile_worker._private_jobs')
  await newMatter()
  expect((await database.owner.query('select from graphile_worker.jobs')).rows).toHaveLength(0)
})

it('keeps what no database can hold out, and its hash right', async () => {
  const reserved = await made.store.reserveMatter('linhai')
  const event = { ...submitted, data: { body: 'a\u0000b\ud800', big: 1e21, small: 1e-7, zero: -0, deep: [{ 'k"': null }] } }
  await made.store.submit('linhai', { ...aSubmission(reserved, { title: 'a\u0000b' }), events: [event] })
  const loaded = await made.store.loadMatter('linhai', reserved.matter, seesAll)
  expect(loaded?.events[0]?.data).toEqual({ body: 'a\ufffdb\ufffd', big: 1e21, small: 1e-7, zero: 0, deep: [{ 'k"': null }] })
  expect((await made.store.verify()).findings).toEqual([])
})

it('tells listeners of this process what was written and when to look next', async () => {
  const told: unknown[] = []
  const stop = made.store.onWritten((written) => told.push(written))
  const matter = await newMatter()
  stop()
  await newMatter()
  expect(told).toEqual([{ government: 'linhai', matter, revision: 1, since: 0, lookAt: aProjection.lookAt }])
})

it('hands out every id once, to many who ask at once, and draws more at a time while many are wanted', async () => {
  const counter = "select next from counter where name = 'matter'"
  const next = async () => (await readGovernment(database, 'linhai', (query) => query<{ next: number }>(counter)))[0]?.next ?? 1
  const pause = "update counter set drawn_at = drawn_at - interval '1 hour'"
  const reserve = (amount: number) =>
    Promise.all(Array.from({ length: amount }, async () => (await made.store.reserveMatter('linhai')).matter))
  await asGovernment(database, 'linhai', (query) => query(pause))
  const before = await next()
  const ids = await reserve(350)
  expect(new Set(ids).size).toBe(350)
  expect((await next()) - before).toBe(1100)
  await asGovernment(database, 'linhai', (query) => query(pause))
  const last = await reserve(850)
  expect(new Set([...ids, ...last]).size).toBe(1200)
  expect((await next()) - before).toBe(1200)
})

it('keeps from when the rows are true where they are made anew and stay as they are', async () => {
  const matter = await newMatter()
  const trueFrom = async () => {
    const read = `select projected_at as "at" from matter where matter = ${matter}`
    return (await readGovernment(database, 'linhai', (query) => query<{ at: number }>(read)))[0]?.at
  }
  const again = async (at: number, more: object = {}) => {
    const head = (await made.store.loadMatter('linhai', matter, seesAll))?.head ?? noEvents
    await made.store.append('linhai', { matter, expected: head, events: [], projection: { ...aProjection, ...more }, at })
  }
  const first = await trueFrom()
  await again(morning + day)
  expect(await trueFrom()).toEqual(first)
  await again(morning + 2 * day, { duties: [{ ...aDuty, isProvisional: true }] })
  expect(await trueFrom()).not.toEqual(first)
})

it('puts right, where rows are made anew, one that was changed by another way', async () => {
  const matter = await newMatter()
  await asGovernment(database, 'linhai', (query) => query('update duty set is_late = true where matter = $1', [matter]))
  const changed = (await rowsOf(made, matter)).duties
  const head = (await made.store.loadMatter('linhai', matter, seesAll))?.head ?? noEvents
  await made.store.append('linhai', { matter, expected: head, events: [], projection: aProjection, at: morning })
  expect(changed).toEqual([{ ...aDuty, isLate: true }])
  expect((await rowsOf(made, matter)).duties).toEqual([aDuty])
})
