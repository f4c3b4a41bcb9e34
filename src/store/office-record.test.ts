import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { type Database, openDatabase } from './database.js'
import type { OfficeAppend } from './office-record/index.js'
import { beishan, day, linhai, morning } from './store.fixtures.js'
import type { Head, NewEvent } from './types.js'

let made: TestDatabase
let database: Database
const regulation = 'demo'
const nothingYet: Head = { revision: 0, hash: '' }

const done = (period: string): NewEvent => ({
  act: 'bulletin',
  kind: 'done',
  by: { role: 'office', account: 'li' },
  at: morning,
  recordedAt: morning,
  data: { period, with: { bulletinText: '通报' } },
})
const anAppend = (events: readonly NewEvent[], expected = nothingYet, more: Partial<OfficeAppend> = {}): OfficeAppend => ({
  regulation,
  expected,
  events,
  notices: [],
  audit: null,
  attachments: [],
  lookAt: morning + day,
  at: morning,
  ...more,
})

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  for (const each of [linhai, beishan]) await made.store.putGovernment(each)
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

it('begins once and keeps the day it began on', async () => {
  const { officeRecord } = made.store
  expect(await officeRecord.load('linhai', regulation)).toBeNull()
  expect(await officeRecord.begin('linhai', { regulation, since: '2026-01-01', lookAt: morning })).toBe('2026-01-01')
  expect(await officeRecord.begin('linhai', { regulation, since: '2026-03-01', lookAt: morning })).toBe('2026-01-01')
  expect(await officeRecord.load('linhai', regulation)).toEqual({ since: '2026-01-01', head: nothingYet, events: [] })
})

it('keeps each government to itself', async () => {
  await made.store.officeRecord.begin('beishan', { regulation, since: '2026-02-01', lookAt: morning })
  await made.store.officeRecord.append('beishan', anAppend([done('2025-Q3')], nothingYet, { lookAt: null }))
  expect((await made.store.officeRecord.load('linhai', regulation))?.events).toEqual([])
  expect((await made.store.officeRecord.load('beishan', regulation))?.events).toHaveLength(1)
})

it('writes on what was seen, and lets nobody do a period twice', async () => {
  const { officeRecord } = made.store
  const head = await officeRecord.append(
    'linhai',
    anAppend([done('2025-Q4')], nothingYet, {
      audit: { at: morning, account: 'li', kind: 'office-duty-done', about: 'bulletin', detail: { period: '2025-Q4' } },
      notices: [{ to: { role: 'office' }, kind: 'rung', body: { office: regulation, seq: 1 } }],
    }),
  )
  expect(head?.revision).toBe(1)
  expect(await officeRecord.append('linhai', anAppend([done('2026-Q1')]))).toBeNull()
  await expect(officeRecord.append('linhai', anAppend([done('2025-Q4')], head ?? nothingYet))).rejects.toThrow('unique')
  expect((await officeRecord.load('linhai', regulation))?.head).toEqual(head)
  expect((await made.store.administration.listAudit('linhai', { kind: 'office-duty-done' })).rows).toHaveLength(1)
  expect(await made.store.countUnread('linhai', { account: 'li', roles: [{ role: 'office', unit: null }] })).toMatchObject({
    count: 1,
  })
})

it('is taken by one at a time when its time has come, and not before', async () => {
  const { officeRecord } = made.store
  const due = (at: number, government: string | null = null) => officeRecord.takeDue({ government, due: at, now: at, limit: 10 })
  expect(await due(morning + day - 1)).toEqual([])
  expect(await officeRecord.nextLookAt()).toBe(morning + day)
  expect(await due(morning + day, 'beishan')).toEqual([])
  expect(await due(morning + day)).toEqual([{ government: 'linhai', regulation }])
  expect(await due(morning + day)).toEqual([])
  expect(await due(morning + day + 60_000)).toEqual([{ government: 'linhai', regulation }])
  await officeRecord.lookAgain('linhai', morning)
  expect(await officeRecord.nextLookAt()).toBe(morning + day + 120_000)
})

it('claims the files it states, once', async () => {
  const { officeRecord } = made.store
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array([1]), uploadedAt: morning }
  const { attachment } = await made.store.addAttachment('linhai', file)
  const { head } = (await officeRecord.load('linhai', regulation)) ?? { head: nothingYet }
  const next = await officeRecord.append('linhai', anAppend([done('2026-Q1')], head, { attachments: [attachment] }))
  await expect(
    officeRecord.append('linhai', anAppend([done('2026-Q2')], next ?? nothingYet, { attachments: [attachment] })),
  ).rejects.toMatchObject({ code: '23503' })
  expect((await officeRecord.listFiles('linhai', regulation)).map(({ name }) => name)).toEqual(['a.pdf'])
  expect(await officeRecord.readFile('linhai', regulation, attachment)).toMatchObject({ kind: 'open', bytes: { length: 1 } })
  expect(await officeRecord.readFile('beishan', regulation, attachment)).toBeNull()
})

it('is append-only, and a change by a thief is found', async () => {
  await expect(database.owner.query(`update office_event set act = 'x'`)).rejects.toThrow('append-only')
  expect((await made.store.verify()).findings).toEqual([])
  const client = await database.owner.connect()
  await client.query(`begin; alter table office_event disable trigger append_only; set local row_security = off`)
  await client.query(
    `update office_event set data = jsonb_set(data, '{with,bulletinText}', '"x"') where government = 'linhai' and seq = 1`,
  )
  await client.query('alter table office_event enable trigger append_only; commit')
  await client.query(`begin; alter table office_event disable trigger append_only; set local row_security = off`)
  await client.query(`delete from office_event where government = 'beishan'`)
  await client.query('alter table office_event enable trigger append_only; commit')
  client.release()
  expect((await made.store.verify()).findings).toMatchObject([
    { government: 'linhai', seq: 1, code: 'hash' },
    { government: 'beishan', code: 'revision' },
  ])
})
