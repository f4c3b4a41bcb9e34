import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { keepLives } from './kept-lives.js'
import { accepted, aProjection, aSubmission, linhai, morning } from './store.fixtures.js'
import { type RecordedEvent, seesAll } from './types.js'

let made: TestDatabase
let matter: number

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', aSubmission(reserved))
  matter = reserved.matter
})

afterAll(() => made.drop())

const loaded = async () => {
  const found = await made.store.loadMatter('linhai', matter, seesAll)
  if (found === null) throw new Error('no matter')
  return found
}

async function accept(times: number): Promise<void> {
  const { head } = await loaded()
  const events = Array.from({ length: times }, () => accepted)
  await made.store.append('linhai', { matter, expected: head, events, projection: aProjection, at: morning })
}

it('reads a long life again as it is, with what came since', async () => {
  await accept(60)
  const first = await loaded()
  const again = await loaded()
  await accept(2)
  const longer = await loaded()
  expect(first.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 61 }, (_, at) => at + 1))
  expect(again).toEqual(first)
  // The same list, so that whoever made something of it need not make it again.
  expect(again.events).toBe(first.events)
  expect(longer.events.slice(0, 61)).toEqual(first.events)
  expect(longer.events.slice(61).map(({ seq, act }) => [seq, act])).toEqual([
    [62, 'accept'],
    [63, 'accept'],
  ])
  expect(longer.head.revision).toBe(63)
})

it('shows it to nobody else for having been read', async () => {
  expect(await made.store.loadMatter('linhai', matter, { scope: 'none', notHiddenFrom: [] })).toBeNull()
  expect(await made.store.loadMatter('beishan', matter, seesAll)).toBeNull()
})

const anEvent = { ...accepted, seq: 1 } as RecordedEvent
const life = (events: number, hash = 'aa') => ({
  head: { revision: events, hash },
  events: Array.from({ length: events }, () => anEvent),
  stand: '1',
})

it('keeps no short life, and lets go of those opened longest ago', () => {
  const lives = keepLives()
  const place = (of: number) => ({ government: 'linhai', matter: of })
  lives.keep(place(1), life(49))
  lives.keep(place(2), life(9_000))
  lives.keep(place(3), life(9_000))
  lives.keep(place(2), life(9_001))
  lives.keep(place(4), life(9_000))
  expect(lives.of(place(1))).toBeNull()
  expect(lives.of(place(2))?.head.revision).toBe(9_001)
  expect(lives.of(place(3))).toBeNull()
  expect(lives.of(place(4))?.head.revision).toBe(9_000)
})

it('reads everything of a matter that was restored: the event it knows last is another there', async () => {
  const before = await loaded()
  const owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin -c session_replication_role=replica' })
  await owner.connect()
  await owner.query(`update event set data = '{"note":"restored"}' where matter = ${matter} and seq = 2`)
  await owner.query(`update event set hash = '\\xaa' where matter = ${matter} and seq = 63`)
  await owner.end()
  const after = await loaded()
  expect(before.events[1]?.data).toEqual({})
  expect(after.events[1]?.data).toEqual({ note: 'restored' })
  expect(after.head).toEqual({ revision: 63, hash: 'aa' })
})

it('does not go on showing content that is gone, though hash and place stay', async () => {
  const before = await loaded()
  const owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin -c session_replication_role=replica' })
  await owner.connect()
  await owner.query(`update event set data = '{"gone":true}' where matter = ${matter} and seq = 5`)
  await owner.end()
  const after = await loaded()
  expect([before.events[4]?.data, after.events[4]?.data]).toEqual([{}, { gone: true }])
  expect([after.head, after.events.length]).toEqual([before.head, before.events.length])
  expect((await loaded()).events[4]?.data).toEqual({ gone: true })
})
