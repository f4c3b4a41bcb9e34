import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { accepted, aProjection, aSubmission, linhai, morning } from '../store.fixtures.js'
import type { Held } from '../types.js'
import { Conflict, Destroyed } from './faults.js'

let made: TestDatabase
/** Holds a table, so that whoever writes to it stops there, and looks on. */
let holder: pg.Client
let onlooker: pg.Client
/** A matter that somebody proposed to destroy, and its draft of a paper. */
let of: Held
let disposal: number
let paper: number

const by = { at: morning, account: 'wang' }
const entry = { at: morning, account: 'wang', kind: 'note-written', about: '1', detail: {} }
const noted = (kind: 'note' | 'taken', text = '再看看') => ({
  house: 'office',
  account: 'wang',
  kind,
  told: ['li'],
  text,
  at: morning,
})

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client(made.connection)
    await client.connect()
    await client.query('set search_path = huiyin')
    return client
  }
  holder = await open()
  onlooker = await open()
})
afterAll(async () => {
  await holder.end()
  await onlooker.end()
  await made.drop()
})

beforeEach(async () => {
  const { store } = made
  const reserved = await store.reserveMatter('linhai')
  const sent = await store.submit('linhai', aSubmission(reserved))
  if (sent.kind !== 'recorded') throw new Error(sent.kind)
  const { matter } = reserved
  of = { matter, expected: sent.head }
  paper = await store.documents.begin('linhai', { matter, kind: 'sheet', account: 'wang', at: morning, content: {}, prints: [1] })
  await store.retention.propose('linhai', [{ matter, what: 'matter', reason: '期满', class: '', term: '' }], by)
  const [row] = await store.retention.disposalsOf('linhai', matter)
  disposal = row?.id ?? 0
  expect(await decide('first')).toBe('agreed')
})
afterEach(() => holder.query('rollback'))

const decide = (account: string) =>
  made.store.retention.decide('linhai', {
    ...{ id: disposal, at: morning, account, today: '2026-03-02', isApproved: true, why: '' },
  })
const destroy = () => decide('li')
const turn = () => ({ id: paper, version: 1, account: 'wang', at: morning })

/** Everything that is written beside a matter, and the table in which it stops. */
const writings: Readonly<Record<string, readonly [table: string, write: () => Promise<unknown>]>> = {
  'a note': ['note', () => made.store.notes.write('linhai', { matter: of.matter, ...noted('note') }, entry)],
  'a hand': [
    'note',
    () => made.store.notes.hand('linhai', { matter: of.matter, ...noted('taken') }, { from: null, to: 'wang', entry }),
  ],
  'a draft': [
    'draft',
    () => {
      const draft = {
        account: 'wang',
        matter: of.matter,
        act: 'accept',
        values: { reason: '再看看' },
        attachments: [],
        at: morning,
      }
      return made.store.drafts.put('linhai', draft, 9)
    },
  ],
  'a file': [
    'attachment',
    () => {
      const file = { name: '灯杆.txt', type: 'text/plain', bytes: Buffer.from('灯杆'), uploadedAt: morning, matter: of.matter }
      return made.store.addAttachment('linhai', file)
    },
  ],
  'a paper begun': [
    'document_version',
    () =>
      made.store.documents.begin('linhai', {
        matter: of.matter,
        kind: 'sheet',
        account: 'wang',
        at: morning,
        content: {},
        prints: [1],
      }),
  ],
  'a paper written on': [
    'document_version',
    () => made.store.documents.save('linhai', turn(), { content: { written: {} }, prints: [1] }),
  ],
}

/** How many sessions wait for another. */
async function waiting(): Promise<number> {
  const { rows } = await onlooker.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}
const until = (count: number) => expect.poll(waiting, { timeout: 10_000, interval: 20 }).toBe(count)

/** Starts the first, which stops in a table, then the second, which waits for it; lets go. */
async function inTurn<A, B>(table: string, first: () => Promise<A>, second: () => Promise<B>) {
  await holder.query(`begin; lock table ${table} in share row exclusive mode`)
  const one = first()
  await until(1)
  const other = second()
  await until(2)
  await holder.query('commit')
  const [{ value, reason }, { value: otherValue, reason: otherReason }] = (await Promise.allSettled([one, other])) as [
    { value?: A; reason?: unknown },
    { value?: B; reason?: unknown },
  ]
  return [reason ?? value, otherReason ?? otherValue]
}

/** What would be found of it in a matter of which nothing is to be found. */
async function left(): Promise<number> {
  const { rows } = await onlooker.query<{ count: number }>(
    `select ((select count(*) from note where matter = $1) + (select count(*) from keeper where matter = $1)
       + (select count(*) from draft where matter = $1) + (select count(*) from notice where matter = $1)
       + (select count(*) from attachment where matter = $1 and (name <> '' or bytes <> ''))
       + (select count(*) from document_version v join document d on d.government = v.government and d.id = v.document
          where d.matter = $1))::int as count`,
    [of.matter],
  )
  return rows[0]?.count ?? -1
}

it.each(Object.entries(writings))('%s that came first goes with the matter', async (_, [table, write]) => {
  expect(await left()).toBe(1)
  const [written, destroyed] = await inTurn(table, write, destroy)
  expect(written).not.toBeInstanceOf(Error)
  expect([destroyed, await left()]).toEqual(['done', 0])
})

it.each(Object.entries(writings))('%s that comes after is refused: nothing of it stays', async (_, [, write]) => {
  const [destroyed, refused] = await inTurn('outbox', destroy, write)
  expect(refused).toBeInstanceOf(Destroyed)
  expect([destroyed, await left()]).toEqual(['done', 0])
})

it('a hold that came first keeps it; one that comes after is refused', async () => {
  const hold = () => made.store.retention.hold('linhai', [{ matter: of.matter, reason: '复议', until: null }], by)
  const [, kept] = await inTurn('hold', hold, destroy)
  expect(kept).toBe('held')
  const [standing] = await made.store.retention.holdsOf('linhai', of.matter, '2026-03-02')
  await made.store.retention.liftHold('linhai', standing?.id ?? 0, '结束', by)
  const [destroyed, refused] = await inTurn('outbox', destroy, hold)
  expect(destroyed).toBe('done')
  expect(refused).toBeInstanceOf(Destroyed)
  expect(await made.store.retention.holdsOf('linhai', of.matter, '2026-03-02')).toEqual([])
})

it('a paper is not issued and an act not recorded in what was destroyed meanwhile: both find it changed', async () => {
  const content = { content: {}, hash: Buffer.from('0a', 'hex'), entry }
  const issue = () => made.store.documents.issue('linhai', { ...turn(), of }, null, () => content)
  const [destroyed, refused] = await inTurn('outbox', destroy, issue)
  expect(destroyed).toBe('done')
  expect(refused).toBeInstanceOf(Conflict)
  const act = made.store.append('linhai', { ...of, events: [accepted], projection: aProjection, at: morning })
  await expect(act).rejects.toThrow(Conflict)
  expect(await left()).toBe(0)
})
