import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { steps as traitsBesideWords } from '../migrations/0070-traits-beside-words.js'
import { steps as spansAndPublished } from '../migrations/0180-spans-and-published.js'
import { aSubmission, linhai, morning } from '../store.fixtures.js'
import { type Gate, type Page, seesAll } from '../types.js'

let made: TestDatabase

const many = 260
const ids = Array.from({ length: many }, (_, at) => at + 1)
const water: Gate = { scope: { units: ['water'] }, notHiddenFrom: ['water'] }

/** Words of every rarity; the newest matters, which a glance sees, have none of those that are called old. */
const wordsOf = (id: number): string =>
  [
    '\u6E05\u200B\u6EAA\u8DEF\u6C34\u7BA1 everywhere',
    id % 2 === 0 ? 'second' : '',
    id % 90 === 0 ? 'seldom' : '',
    id <= 7 ? 'old' : '',
  ].join(' ')

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  for (let from = 0; from < many; from += 20) {
    const reserved = await Promise.all(ids.slice(from, from + 20).map(() => made.store.reserveMatter('linhai')))
    await Promise.all(
      reserved.map((each) =>
        made.store.submit(
          'linhai',
          aSubmission(each, {
            receivedAt: morning + each.matter,
            publishedAt: each.matter % 3 === 0 ? morning - each.matter : null,
            units: each.matter % 4 === 0 ? ['water'] : [],
            searchText: wordsOf(each.matter),
            publicText: each.matter % 3 === 0 ? wordsOf(each.matter) : '',
          }),
        ),
      ),
    )
  }
})

afterAll(() => made.drop())

const newestFirst = ids.toReversed()

it.each([
  ['in every matter', 'everywhere', newestFirst],
  ['in every second', 'second', newestFirst.filter((id) => id % 2 === 0)],
  ['in few, far apart', 'seldom', [180, 90]],
  ['in the oldest only', 'old', [7, 6, 5, 4, 3, 2, 1]],
  ['in none', 'nowhere', []],
  ['one character that ends a run', '\u7BA1', newestFirst],
  ['one character within a run', '\u8DEF', newestFirst],
  ['one character of no run', '\u8239', []],
  ['written past what does not show', '\u6E05\u6EAA\u8DEF', newestFirst],
  ['typed with what does not show', '\u6E05\u6EAA\uFEFF\u8DEF', newestFirst],
])('finds, counts and exports the same by a word that is %s', async (_, text, all) => {
  const { store } = made
  for (const [gate, expected] of [
    [seesAll, all],
    [water, all.filter((id) => id % 4 === 0)],
  ] as const) {
    const turned: number[] = []
    for (let page: Page | null = { limit: 30 }; page; ) {
      const found = await store.listMatters('linhai', { gate, filter: { text }, page })
      turned.push(...found.rows.map(({ matter }) => matter))
      page = found.next === null ? null : { limit: 30, after: found.next }
    }
    expect(turned).toEqual(expected)
    expect(await store.countMatters('linhai', { gate, filter: { text } })).toEqual({ count: expected.length, isCapped: false })
    const exported: number[] = []
    for await (const { matter } of store.exportMatters('linhai', { gate, filter: { text } })) exported.push(matter)
    expect(exported).toEqual(expected.toReversed())
  }
  const published = all.filter((id) => id % 3 === 0).toReversed()
  const shown = await store.searchPublished('linhai', { text, page: { limit: 200 } })
  expect(shown.rows.map(({ matter }) => matter)).toEqual(published)
  expect(await store.countMatters('linhai', { gate: seesAll, filter: { publicText: text, isPublished: true } })).toMatchObject({
    count: published.length,
  })
})

it('finds by the end and by the beginning of the number, among words and in the order of the list', async () => {
  const [last] = (await made.store.listMatters('linhai', { gate: seesAll, page: { limit: 1 } })).rows
  const number = last?.number ?? ''
  const found = async (text: string) =>
    (await made.store.countedMatters('linhai', { filter: { text }, gate: seesAll })).rows.map((row) => row.number)
  expect(await found(number.slice(-4))).toContain(number)
  expect(await found(number.slice(0, 7))).toContain(number)
  expect(await found(`${number.slice(0, 4)} ${number.slice(4)}`)).toEqual([number])
  expect((await found(number.slice(0, 2))).length).toBe(0)
  const both = await made.store.countedMatters('linhai', { filter: { text: number.slice(-4) }, gate: seesAll, sort: 'due' })
  expect(both.rows.map((row) => row.number)).toContain(number)
})

it('shows by a number only what the gate lets through', async () => {
  const kept = (await made.store.listMatters('linhai', { gate: seesAll })).rows.find(({ units }) => units.length === 0)
  const filter = { text: kept?.number.slice(-4) ?? '' }
  const rows = (await made.store.listMatters('linhai', { filter, gate: water })).rows
  expect(rows.map(({ number }) => number)).not.toContain(kept?.number)
})

it('finds by the number that a matter had where it came from', async () => {
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', { ...aSubmission(reserved), source: { source: 'old', id: 'XF-2025 0117' } })
  const found = await made.store.listMatters('linhai', { filter: { text: 'xf-2025' }, gate: seesAll })
  expect(found.rows.map(({ number }) => number)).toEqual([reserved.number])
})

/** As texts were before: of what a matter is they said nothing, but in which second it came. */
const asBefore = `update matter_text set search = array_to_tsvector(array(select word from unnest(tsvector_to_array(search)) word
    where word not like '@linhai=%' and word not like '@linhai/%'))
  || array_to_tsvector(array['@linhai/' || lpad(to_hex(floor(extract(epoch from received_at))::bigint), 8, '0')])`

it('makes of texts from before what is written of them today', async () => {
  const owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin' })
  await owner.connect()
  const read = async () => (await owner.query('select matter, search::text from matter_text order by matter')).rows
  const today = await read()
  await owner.query(asBefore)
  const before = await read()
  for (const step of [...traitsBesideWords(), ...spansAndPublished()]) await owner.query(step)
  expect(await read()).toEqual(today)
  expect(before[3]).not.toEqual(today[3])
  await owner.end()
})
