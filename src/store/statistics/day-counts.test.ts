import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { asGovernment, readGovernment } from '../database/transaction.js'
import { aDuty, aSubmission, day, linhai, morning } from '../store.fixtures.js'
import { type DutyRow, type Gate, type MarkRow, type MatterProjection, type Page, seesAll } from '../types.js'
import { countAmong, countFigures } from './count-figures.js'
import { countKept } from './count-kept.js'
import { recount } from './day-counts.js'
import { findCounted, listCounted } from './list-counted.js'
import type { Term } from './terms.js'
import { type CountAsked, type CountedApart, type CountedPart, countedMarks, type FigureAsked, figureIds } from './types.js'

let made: TestDatabase
let database: Database
let next = 1

/** The same numbers in every run. */
const below = (most: number): number => {
  next = (next * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((next / 2_147_483_648) * most)
}
const oneOf = <T>(all: readonly T[]): T => all[below(all.length)] as T
const some = <T>(all: readonly T[], oneIn: number): T[] => all.filter(() => below(oneIn) === 0)

const units = ['roads', 'water', 'schools']
const regulations = ['demo', 'other']
const told = (fact: string, duty = '', of = regulations) => of.map((regulation) => ({ regulation, fact, duty }))
const terms: readonly Term[] = [
  { name: 't:rated', of: told('rated') },
  { name: 't:demo', of: told('rated', '', ['demo']) },
  { name: 't:any', of: [...told('accepted'), ...told('declined'), ...told('received', '', ['other'])] },
  { name: 't:due', of: told('due') },
  { name: 't:reply', of: [...told('due', 'reply'), ...told('due', 'contact', ['demo']), ...told('due', 'secret', ['demo'])] },
]
const basis = { zone: 480, uncounted: ['soft'], uncountedIn: ['other contact'], terms }

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment(linhai)
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

const moment = (): number => morning + below(60 * 24) * 3_600_000

function markOf(seq: number): MarkRow {
  const mark = oneOf([...countedMarks, 'criticised', 'rated', 'returned'])
  return {
    ...{ key: `${seq}:${mark}`, mark, at: moment(), rating: mark === 'rated' ? oneOf(['good', 'bad']) : null },
    ...{ assignment: oneOf([null, 1, 2]), unit: mark === 'criticised' ? oneOf([null, ...units]) : null, times: 1 + below(2) },
  }
}

function dutyOf(seq: number): DutyRow {
  const [dueAt, status] = [moment(), oneOf(['open', 'overdue', 'met', 'met'] as const)]
  return {
    ...aDuty,
    ...{ key: `${seq}`, duty: oneOf(['reply', 'contact', 'soft', 'secret']), unit: oneOf([null, ...units]), status, dueAt },
    ...{
      lateAt: below(5) === 0 ? null : dueAt,
      isLate: status === 'met' && below(2) === 0,
      metAt: status === 'met' ? dueAt : null,
    },
  }
}

function projectionOf(at: number): Partial<MatterProjection> {
  const shared = some(units, 2)
  const isRound = below(12) === 0
  return {
    ...{ regulation: oneOf(regulations), category: oneOf([null, 'complaint', 'advice']), channel: oneOf([null, 'web', 'phone']) },
    ...{ officeDuty: isRound ? 'plan' : null, round: isRound ? `round-${at}` : null, receivedAt: moment(), lookAt: null },
    units: [...some(shared, 1), ...some(['role:unit', 'role:leader@roads', 'role:leader#p1'], 6)],
    hiddenFrom: below(6) === 0 ? some(['roads', 'p1', 'role:leader', 'role:unit'], 2) : [],
    assignments: shared.map((unit, at) => ({ id: at + 1, unit, part: 'lead', stage: '', since: morning, endedAt: null })),
    marks: Array.from({ length: below(9) }, (_, at) => markOf(at + 2)),
    duties: Array.from({ length: below(5) }, (_, at) => dutyOf(at)),
  }
}

async function come(amount: number): Promise<void> {
  for (let at = 0; at < amount; at += 1) {
    const reserved = await made.store.reserveMatter('linhai')
    await made.store.submit('linhai', aSubmission(reserved, projectionOf(reserved.matter)))
  }
}

const gates: readonly Gate[] = [
  { ...seesAll, rounds: 'beside' },
  seesAll,
  { ...seesAll, rounds: 'only' },
  { scope: 'none', notHiddenFrom: [] },
  { scope: 'all', notHiddenFrom: ['p1'], exceptions: { from: ['role:leader'], unless: ['role:leader#p1', 'role:leader@roads'] } },
  { scope: { units: ['roads', 'role:unit', 'role:leader#p1'] }, notHiddenFrom: ['roads'], exceptions: { from: [], unless: [] } },
  { scope: { units: ['role:unit'] }, notHiddenFrom: [] },
]
const parts: readonly CountedPart[] = [
  ...[{}, {}, { unit: 'roads' }, { unit: '' }, { category: 'complaint' }, { category: '' }, { channel: 'web' }],
  ...[{ duty: 'reply' }, { duty: 'reply', regulation: 'other' }, { regulation: 'demo' }, { unit: 'roads', category: 'advice' }],
  ...[
    { unit: 'water', channel: 'web' },
    { unit: 'roads', duty: 'reply' },
    { unit: 'water', regulation: 'demo' },
    { category: 'advice', channel: 'web' },
    { category: ['advice', 'complaint'] },
    { category: ['advice', ''], unit: 'roads' },
    { channel: ['web', 'phone'], regulation: 'demo' },
  ],
]
const ways: readonly (CountedApart | null)[] = [
  ...([null, 'unit', 'category', 'channel', 'month', 'duty', 'regulation'] as const),
  ...([
    null,
    'unit*month',
    'month*unit',
    'category*unit',
    'month*channel',
    'unit*duty',
    'duty*regulation',
    'category*channel',
  ] as const),
]

function askedAt(now: number): CountAsked & { readonly by: CountedApart | null } {
  const [one, other] = [below(62) - 1, below(62) - 1]
  return {
    ...{ ...basis, gate: oneOf(gates), part: oneOf(parts), by: oneOf(ways), now },
    ...{
      from: morning - 9 * 3_600_000 + Math.min(one, other) * day,
      before: morning - 9 * 3_600_000 + (Math.max(one, other) + 1) * day,
    },
    ...{ withheld: some(['demo secret'], 4), uncountedMarks: some(['criticised'], 4) },
  }
}

/** Asked in both ways; how often from what is kept. */
async function compare(now: number, times: number, among: readonly (CountedApart | null)[] = ways): Promise<number> {
  let kept = 0
  for (let turn = 0; turn < times; turn += 1) {
    const asked = { ...askedAt(now), by: oneOf(among) }
    const [both, isKept] = await readGovernment(database, 'linhai', async (query) => [
      [await countFigures(query, 'linhai', asked), await countAmong(query, 'linhai', { ...asked, among: null })],
      (await countKept(query, 'linhai', { ...asked, asOf: null })) !== null,
    ])
    const [quick, whole] = (both ?? []).map((counts) => [...counts].sort((a, b) => (a.key < b.key ? -1 : 1)))
    expect({ asked, counts: quick }).toEqual({ asked, counts: whole })
    if (isKept) kept += 1
  }
  return kept
}

const someTerm = (): FigureAsked => ({
  term: oneOf(terms),
  how: oneOf(['any', 'onTime', 'missed', 'lateClosed', 'lateOpen']),
  ratings: below(4) === 0 ? ['good'] : null,
  out: oneOf([null, null, true, false]),
})

/** What lists give, page by page, when the rows are looked at from the page on, and when all are looked at. */
async function compareLists(now: number, times: number): Promise<number> {
  let seen = 0
  for (let turn = 0; turn < times; turn += 1) {
    const figure = below(2) === 0 ? { figure: oneOf(figureIds), ratings: null } : someTerm()
    const asked = { ...askedAt(now), figure }
    const all = await readGovernment(database, 'linhai', (query) => findCounted(query, 'linhai', asked))
    const pages: number[] = []
    let after: string | null = null
    do {
      const page: Page = { limit: 4, ...(after === null ? {} : { after }) }
      const found = await readGovernment(database, 'linhai', (query) => listCounted(query, 'linhai', { ...asked, page }))
      pages.push(...found.rows.map(({ matter }) => matter))
      after = found.next
    } while (after !== null)
    expect({ asked, pages }).toEqual({ asked, pages: all })
    seen += pages.length
  }
  return seen
}

const end = morning + 70 * day

it('counts from what is kept by day what is counted one by one: for each viewer, in each way, of any days, at any moment', {
  timeout: 240_000,
}, async () => {
  await come(120)
  expect(await compare(end, 10)).toBe(0)
  expect(await recount(database, 'linhai', basis, morning + 20 * day)).toBe(120)
  expect(await compare(morning + 20 * day, 100)).toBeGreaterThan(25)
  expect(await compare(morning + 45 * day, 60)).toBeGreaterThan(15)
  expect(await compare(morning + 5 * day, 60)).toBeGreaterThan(15)
  await come(40)
  expect(await compare(morning + 45 * day, 100)).toBeGreaterThan(25)
  expect(await compareLists(morning + 45 * day, 40)).toBeGreaterThan(60)
  await recount(database, 'linhai', basis, end)
  expect(await compare(end, 100)).toBeGreaterThan(25)
  expect(await compareLists(end, 40)).toBeGreaterThan(60)
})

it('counts by two things at once from what is kept by day, where each but one is a unit or a month', {
  timeout: 240_000,
}, async () => {
  const crossed = ways.flatMap((way) => (way?.includes('*') && way !== 'category*channel' ? [way] : []))
  expect(await compare(end, 80, crossed)).toBeGreaterThan(20)
  expect(await compare(end, 10, ['category*channel'])).toBe(0)
})

it('takes off what a matter was counted as when it becomes another', { timeout: 240_000 }, async () => {
  const changed = `update mark set at = at + interval '3 days', rating = case rating when 'good' then 'bad' else rating end where matter % 3 = 0`
  for (const text of [
    changed,
    `update duty set status = 'met', is_late = true where matter % 4 = 1`,
    `update matter set category = 'advice', hidden_from = '{roads}' where matter % 5 = 0`,
    `delete from assignment where matter % 7 = 0`,
    `insert into to_count (government, matter) select government, matter from matter where matter % 3 = 0 or matter % 4 = 1 or matter % 5 = 0 or matter % 7 = 0`,
  ])
    await asGovernment(database, 'linhai', (query) => query(text))
  expect(await compare(end, 100)).toBeGreaterThan(25)
  await recount(database, 'linhai', basis, end)
  expect(await compare(end, 100)).toBeGreaterThan(25)
})

it('counts everything anew once the office counts by other rules', async () => {
  const other = { ...basis, uncounted: [] }
  expect(await recount(database, 'linhai', other, end)).toBe(160)
  expect(await recount(database, 'linhai', other, end)).toBe(0)
  expect(await recount(database, 'linhai', basis, end)).toBe(160)
  expect(await compare(end, 40)).toBeGreaterThan(10)
})

it('finds a number kept by day that the rows do not give, and a matter that is counted as what it is not', async () => {
  const told: number[] = []
  const differing = () =>
    made.store.statistics.countsDiffering('linhai', { ...basis, onProgress: (matters) => told.push(matters) })
  await recount(database, 'linhai', basis, end)
  expect(await differing()).toEqual([])
  expect(told).toEqual([160])
  await asGovernment(database, 'linhai', (query) =>
    query(
      `update day_count set counts = jsonb_set(counts, '{active}', to_jsonb((counts->>'active')::int + 1))
       where (unit, way, value, since) = ('roads', 'category', 'advice', 'infinity') and day = '2026-03-05'`,
    ),
  )
  expect(await differing()).toEqual(['counted by day: 2026-03-05'])
  await asGovernment(database, 'linhai', (query) =>
    query(`update counted_matter set category = 'x', parts = '[]' where matter = 7`),
  )
  expect(await differing()).toContain('counted as what it is not: matter 7')
})
