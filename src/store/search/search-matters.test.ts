import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { sequence } from '../../../test/walk.js'
import { steps as textsAsTheyAre } from '../migrations/0201-texts-as-they-are.js'
import { aSubmission, linhai, morning } from '../store.fixtures.js'
import { type Gate, type Page, seesAll } from '../types.js'
import { runsOf, searchWords, textWords } from './search-words.js'

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

/** As texts were before: the words alone. */
const asBefore: readonly string[] = [
  `create table words_before as select government, matter, ${textWords} as search, received_at from matter_text t`,
  'drop table matter_text; drop function text_words, text_windows',
  'alter table words_before rename to matter_text',
  'create index matter_text_search on matter_text using gin (search)',
]
const windowsAndAll = `select matter, array(select word from unnest(tsvector_to_array(${textWords})) word where word !~ '^!?[^@#!]$') as words
  from matter_text t order by matter`

it('finds of texts from before the same, of which the words alone are known', async () => {
  const owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin' })
  await owner.connect()
  const today = (await owner.query(windowsAndAll)).rows
  for (const step of [...asBefore, ...textsAsTheyAre()]) await owner.query(step)
  expect((await owner.query(windowsAndAll)).rows).toEqual(today)
  const { rows } = await owner.query<{ text: string; public_text: string }>(
    'select text, public_text from matter_text where matter in (6, 7) order by matter',
  )
  await owner.end()
  expect(rows[0]?.public_text).not.toBe('')
  expect(rows[1]?.public_text).toBe('')
  const found = async (text: string) => (await made.store.countMatters('linhai', { gate: seesAll, filter: { text } })).count
  expect([await found('seldom'), await found('old'), await found('\u7BA1'), await found('\u6EAA\u8DEF')]).toEqual([
    2,
    7,
    many,
    many,
  ])
})

/** What a text is made of: characters of one to four bytes, marks, figures, blanks and signs. */
const signs = [...'\u8DEF\u706F\u574F\u4E86ab1 \u3002\n\u0F56\u0F7C\u{20BB7}\uFF21', ' ']

it('is cut by the database as it is asked for', async () => {
  const owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin' })
  await owner.connect()
  const choose = sequence(5)
  for (let round = 0; round < 200; round += 1) {
    const text = Array.from({ length: Math.floor(choose() * 12) }, () => signs[Math.floor(choose() * signs.length)] ?? '').join(
      '',
    )
    const { rows } = await owner.query<{ words: string[] }>('select text_windows($1) as words', [runsOf(text)])
    const ends = runsOf(text)
      .split(' ')
      .flatMap((each) => [...each].slice(-1))
    expect([...new Set(rows[0]?.words)].sort()).toEqual([...new Set([...searchWords(text), ...ends])].sort())
  }
  await owner.end()
})
