import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { Conflict } from '../database/faults.js'
import { asGovernment } from '../database/transaction.js'
import { accepted, aProjection, aSubmission, linhai, morning } from '../store.fixtures.js'
import type { Held } from '../types.js'

let made: TestDatabase
let database: Database
/** The matter, as it was found. */
let of: Held
beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment(linhai)
  const reserved = await made.store.reserveMatter('linhai')
  const submitted = await made.store.submit('linhai', aSubmission(reserved))
  if (submitted.kind !== 'recorded') throw new Error(submitted.kind)
  of = { matter: reserved.matter, expected: submitted.head }
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

const entry = { at: morning, account: 'li', kind: 'document-issued', about: '1', detail: {} }
const hash = Buffer.from('0a0b', 'hex')
const drafted = (kind = 'sheet') =>
  made.store.documents.begin('linhai', {
    matter: of.matter,
    kind,
    account: 'li',
    at: morning,
    content: { written: {} },
    prints: [1],
  })
const issue = (id: number, series: string, fails = false) =>
  made.store.documents.issue('linhai', { id, version: 1, account: 'li', at: morning, of }, { series, year: 2026 }, (number) => {
    if (fails) throw new Error('the file could not be made')
    return { content: { number }, hash, entry }
  })
const rows = () => made.store.documents.list('linhai', of.matter)

it('numbers each series without gaps, however many issue at once and however many fail', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ series: fc.constantFrom('a', 'b'), fails: fc.boolean() }), { minLength: 1, maxLength: 8 }),
      async (asked) => {
        run += 1
        const ids = await Promise.all(asked.map(() => drafted()))
        const done = await Promise.allSettled(asked.map(({ series, fails }, at) => issue(ids[at] ?? 0, `${series}${run}`, fails)))
        expect(done.map(({ status }) => status === 'fulfilled')).toEqual(asked.map(({ fails }) => !fails))
        const found = (await rows()).filter(({ id }) => ids.includes(id))
        for (const series of ['a', 'b']) {
          const numbers = found.filter((row) => row.series === `${series}${run}`).map(({ number }) => number ?? 0)
          const issued = asked.filter((each) => each.series === series && !each.fails).length
          expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: issued }, (_, at) => at + 1))
        }
      },
    ),
    { numRuns: 12 },
  )
})

it('is issued once, in the version that was seen, and never changes any more', async () => {
  const id = await drafted()
  const turn = { id, version: 1, account: 'li', at: morning }
  expect(await made.store.documents.save('linhai', turn, { content: { written: { demands: 'x' } }, prints: [1] })).toBe(true)
  expect(await issue(id, 'once')).toBe(false)
  const again = () =>
    made.store.documents.issue('linhai', { ...turn, version: 2, of }, { series: 'once', year: 2026 }, (number) => ({
      content: { number },
      hash,
      entry,
    }))
  expect([await again(), await again()]).toEqual([true, false])
  expect(await made.store.documents.save('linhai', { ...turn, version: 3 }, { content: {}, prints: [1] })).toBe(false)
  expect(await made.store.documents.lock('linhai', turn, morning + 1)).toBe(false)
  const change = asGovernment(database, 'linhai', (query) => query(`update document set hash = '\\x00' where id = ${id}`))
  await expect(change).rejects.toMatchObject({ code: '42501' })
  expect(await made.store.documents.content('linhai', { id, version: 3 })).toEqual({ number: 1 })
  expect(await made.store.documents.content('linhai', { id, version: 2 })).toEqual({ written: { demands: 'x' } })
})

it('keeps a spoiled number used, with who spoiled it and why, once', async () => {
  const id = await drafted()
  const spoil = () => made.store.documents.spoil('linhai', { id, account: 'wang', at: morning }, 'wrong addressee', entry)
  expect(await spoil()).toBe(false)
  await issue(id, 'spoiled')
  expect([await spoil(), await spoil()]).toEqual([true, false])
  const next = await drafted()
  await issue(next, 'spoiled')
  expect((await rows()).filter((row) => row.series === 'spoiled').map(({ number, spoiledWhy }) => [number, spoiledWhy])).toEqual([
    [2, null],
    [1, 'wrong addressee'],
  ])
})

it('is written on by one at a time, until their time is over', async () => {
  const id = await drafted()
  const lock = (account: string, at: number) => made.store.documents.lock('linhai', { id, account, at }, at + 600_000)
  expect([await lock('li', morning), await lock('wang', morning + 1), await lock('li', morning + 2)]).toEqual([true, false, true])
  expect(
    await made.store.documents.save('linhai', { id, version: 1, account: 'wang', at: morning + 3 }, { content: {}, prints: [1] }),
  ).toBe(false)
  expect(await lock('wang', morning + 600_003)).toBe(true)
  await made.store.documents.unlock('linhai', { id, account: 'wang', at: morning })
  expect(await lock('li', morning + 600_004)).toBe(true)
})

it('keeps what a paper says from being taken back until it is spoiled, and is not issued on what was found before', async () => {
  const append = (expected: Held['expected'], since?: number) =>
    made.store.append('linhai', {
      ...{ matter: of.matter, expected, events: [accepted], projection: aProjection, at: morning },
      ...(since === undefined ? {} : { unlessOnPaperSince: since }),
    })
  const before = of
  await expect(append(before.expected, morning)).rejects.toBeInstanceOf(Conflict)
  const head = await append(before.expected, morning + 1)
  const id = await drafted()
  await expect(issue(id, 'later')).rejects.toBeInstanceOf(Conflict)
  of = { ...before, expected: head }
  expect(await issue(id, 'later')).toBe(true)
  for (const row of await rows())
    if (row.issuedAt !== null)
      await made.store.documents.spoil('linhai', { id: row.id, account: 'li', at: morning }, 'wrong', entry)
  of = { ...of, expected: await append(head, morning) }
})

it('finds a document by the pieces that it shares, however many were written since, and none of the same matter', async () => {
  const begin = (matter: number, prints: readonly number[], kind = 'letter') =>
    made.store.documents.begin('linhai', {
      matter,
      kind,
      account: 'li',
      at: morning,
      content: { matter, prints: [...prints] },
      prints,
    })
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', aSubmission(reserved))
  const other = reserved.matter
  const common = 1
  const first = await begin(other, [common, 20, 21, 22])
  for (let at = 0; at < 30; at += 1) await begin(other, [common, 100 + at])
  await begin(of.matter, [common, 20, 21, 22])
  await begin(other, [common, 20, 21, 22], 'sheet')
  const alike = (prints: readonly number[], limit = 3) =>
    made.store.documents.alike('linhai', { kind: 'letter', matter: of.matter, prints, limit })
  const found = await alike([common, 20, 21, 23])
  expect(found[0]?.content).toEqual({ matter: other, prints: [common, 20, 21, 22] })
  expect(found.length).toBe(3)
  expect(found.every(({ matter }) => matter === other)).toBe(true)
  expect(await alike([24])).toEqual([])
  // By the pieces of what stands on it now.
  expect(
    await made.store.documents.save(
      'linhai',
      { id: first, version: 1, account: 'li', at: morning },
      { content: {}, prints: [30] },
    ),
  ).toBe(true)
  expect(await alike([20])).toEqual([])
  expect((await alike([30])).map(({ content }) => content)).toEqual([{}])
})
