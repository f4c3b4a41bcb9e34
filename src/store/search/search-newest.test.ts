import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import type { MatterFilter } from '../overview/matter-filter.js'
import { linhai } from '../store.fixtures.js'
import { type Gate, seesAll } from '../types.js'

let made: TestDatabase
let owner: pg.Client

/**
 * Years of matters, the newest last: words of two characters and of every rarity (every, second, ninth, seventieth, seldom, old, new); units, stages and categories of every
 * size; several of one second; every tenth came long before it was entered, as what is imported does.
 */
const seed = `
with planned as (
  select i, timestamptz '2024-03-04 01:00:00Z' + make_interval(mins => case when i % 10 = 0 then i else 30000 + (i - i % 3) * 31 end) as came
  from generate_series(1, 9000) i
), matters as (
  insert into matter (government, matter, number, query_code_hash, regulation, regulation_version, revision, stage, shown_state, category, channel,
    title, received_at, updated_at, projected_at, alert_rank, units, hidden_from, facts, published_at, alert, next_due_at)
  select 'linhai', i, i::text, '', 'demo', '2026-01-01', 1, case when i > 8700 then 'open' else 'closed' end, '', (i % 7)::text,
    case when i % 900 = 5 then 'letter' else 'web' end, '', came, came, came, 0, array['unit' || i % 4],
    case when i % 11 = 0 then array['water'] else '{}' end, '{}',
    case when i % 5 = 0 then came end, case when i % 40 = 7 then 'red' end, case when i % 3 = 1 then came + interval '30 days' end
  from planned
)
insert into matter_text (government, matter, received_at, known, text, public_text)
select 'linhai', i, came, concat_ws(chr(10), '=regulation/demo', '=category/' || i % 7, '=channel/' || case when i % 900 = 5 then 'letter' else 'web' end,
  '=unit/unit' || i % 4, case when i % 5 = 0 then '=published/yes' end),
  concat_ws(' ', 'ev', case when i % 2 = 0 then 'se' end, case when i % 9 = 0 then 'ni' end, case when i % 70 = 0 then 'sv' end,
  case when i % 900 = 0 then 'sd' end, case when i < 3000 then 'ol' end, case when i > 8800 then 'ne' end), ''
from planned`

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin -c timezone=UTC' })
  await owner.connect()
  await owner.query(seed)
  await owner.query('analyze')
})

afterAll(async () => {
  await owner.end()
  await made.drop()
})

const unit: Gate = { scope: { units: ['unit1'] }, notHiddenFrom: ['water'] }
const filters: readonly (readonly [MatterFilter, string])[] = [
  [{}, 'true'],
  [{ stages: ['open'] }, "stage = 'open'"],
  [{ stages: ['closed'], categories: ['3'] }, "stage = 'closed' and category = '3'"],
  [{ stages: ['open', 'closed'], categories: ['3', '5', 'none'] }, "category in ('3', '5')"],
  [{ units: ['unit2', 'unit3'], categories: ['1', '2'] }, "units && '{unit2,unit3}' and category in ('1', '2')"],
  [{ channels: ['letter'] }, "channel = 'letter'"],
  [{ units: ['unit2'] }, "units && '{unit2}'"],
  [{ isPublished: true }, 'published_at is not null'],
  [{ isPublished: false, categories: ['2'] }, "published_at is null and category = '2'"],
  [
    { isPublished: true, units: ['unit1'], stages: ['closed'] },
    "published_at is not null and units && '{unit1}' and stage = 'closed'",
  ],
  [{ alerts: ['red'] }, "alert = 'red'"],
  [{ alerts: ['red'], units: ['unit3'] }, "alert = 'red' and units && '{unit3}'"],
  [
    { dueBefore: Date.parse('2024-06-01T00:00:00Z'), categories: ['4'] },
    "next_due_at < '2024-06-01T00:00:00Z' and category = '4'",
  ],
  [
    { receivedFrom: Date.parse('2024-05-01T00:00:00Z'), receivedBefore: Date.parse('2024-05-20T00:00:00Z'), stages: ['closed'] },
    "received_at >= '2024-05-01T00:00:00Z' and received_at < '2024-05-20T00:00:00Z' and stage = 'closed'",
  ],
  [{ receivedBefore: Date.parse('2024-08-01T00:00:00Z') }, "received_at < '2024-08-01T00:00:00Z'"],
]

/** The slow way: the words of every matter are read. */
async function slowly(word: string | null, isUnit: boolean, where: string): Promise<readonly number[]> {
  const gate = isUnit ? "units && '{unit1}' and not hidden_from && '{water}'" : 'true'
  const { rows } = await owner.query<{ matter: string }>(
    `select m.matter from matter m join (select government, matter, text from matter_text) t using (government, matter) where ${gate} and ${where}
       and ${word === null ? 'true' : `'${word}' = any(string_to_array(t.text, ' '))`} order by received_at desc, matter desc`,
  )
  return rows.map(({ matter }) => Number(matter))
}

/** Null: nothing is typed. */
const words = [null, 'ev', 'se', 'ni', 'sv', 'sd', 'ol', 'ne', 'no']

async function findsWhatReadingFinds(word: string | null): Promise<void> {
  const typed = word === null ? {} : { text: word }
  for (const [filter, where] of filters) {
    for (const [gate, isUnit] of [
      [seesAll, false],
      [unit, true],
    ] as const) {
      const asked = { gate, filter: { ...filter, ...typed } }
      const all = await slowly(word, isUnit, where)
      const found = await made.store.countedMatters('linhai', { ...asked, page: { limit: 200 } })
      expect(found.rows.map(({ matter }) => matter)).toEqual(all.slice(0, 200))
      expect(found.total).toEqual({ count: Math.min(all.length, 1000), isCapped: all.length > 1000 })
      if (found.next === null) continue
      const next = await made.store.listMatters('linhai', { ...asked, page: { limit: 200, after: found.next } })
      expect(next.rows.map(({ matter }) => matter)).toEqual(all.slice(200, 400))
    }
  }
}

it.each(words)(
  'finds and counts what reading everything finds, by the word "%s", beside every filter, for office and unit',
  findsWhatReadingFinds,
)

/** Twice as many texts of another government, with the same words. */
const others = `insert into matter_text (government, matter, received_at, known, text, public_text)
  select 'other', matter + n * 10000, received_at, known, text, public_text
  from matter_text cross join generate_series(1, 2) n where government = 'linhai'`

it('finds the same among many more texts of another government', async () => {
  await owner.query(others)
  await owner.query('analyze')
  for (const word of ['ev', 'sd', 'no']) await findsWhatReadingFinds(word)
})

it('finds the same where its owner could not say that the index keeps to itself what it compares', async () => {
  await owner.query('alter function text_words not leakproof')
  for (const word of [null, 'ev', 'sd']) await findsWhatReadingFinds(word)
})
