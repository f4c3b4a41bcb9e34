import {
  answersOf,
  countsDiffering,
  type Deps,
  listCounted,
  type Office,
  readReport,
  readStatistics,
  recountFigures,
  type Viewer,
} from '../src/app/index.js'
import { type DocumentRule, day, type Instant, type Question } from '../src/core/index.js'
import { openStore, StoreUnavailable } from '../src/store/index.js'
import { type Database, query, startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { seedQueue } from './queue-seed.js'
import type { Scale } from './scale.js'
import { seedEvents } from './statistics-seed-sql.js'

const times = 7
const bulletinMilliseconds = 2000
const [monthMilliseconds, yearMilliseconds, listMilliseconds] = [300, 1000, 200]
/** A Monday morning. */
const now = Date.parse('2026-06-15T01:30:00Z')
const years = 3
const spans = [
  ['one month that is over', '2026-05-01', '2026-05-31', { atMost: monthMilliseconds }],
  ['the month under way', '2026-06-01', '2026-06-15', { atMost: monthMilliseconds }],
  ['one quarter that is over', '2026-01-01', '2026-03-31', {}],
  ['one year that is over', '2025-06-01', '2026-05-31', { atMost: yearMilliseconds }],
  ['365 days until today', '2025-06-16', '2026-06-15', { atMost: yearMilliseconds }],
] as const
const lists = ['active', 'answered', 'rated', 'returned', 'lateClosed', 'lateOpen', 'onTime'] as const
/** Written since figures were last kept by day: more than a minute brings. */
const written = 500

/** The page of statistics: the figures of a time span, of the one before and of a year ago, and the table by unit, with drawings. */
export async function benchStatistics({ storedMatters, openEach }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('statistics')
  const demo = oneOffice()
  const store = await openStore(database)
  try {
    await putOffice(store, demo)
    const deps = appOver(store, now)
    const office = await officeOf(deps, demo)
    const { regulation } = office.program
    const [, matters] = storedMatters
    const units = demo.units.map(({ id }) => id)
    const viewer: Viewer = { office, actor: { role: 'office', unit: null, person: 'bench' }, account: 'bench', lang: 'zh' }
    const ofUnit: Viewer = { ...viewer, actor: { role: 'unit', unit: units[0] ?? '', person: 'clerk' } }
    await seedQueue(database, { government: office.id, regulation, units, matters, openEach, now, days: years * 365 })
    for (const text of seedEvents) await query(database.connection, text)
    const read = async (who: Viewer, from: string, to: string): Promise<number> => {
      const found = await readStatistics(deps, who, { from, to, by: who === viewer ? 'unit' : 'category', part: {} })
      if (!found.ok) throw new Error(found.failure.detail)
      return found.statistics.figures.find(({ id }) => id === 'active')?.now.numerator ?? 0
    }
    const name = (counted: number) => `${counted.toLocaleString('en')} of ${matters.toLocaleString('en')} matters`
    for (const [span, from, to] of spans) await oneByOne(span, () => read(viewer, from, to))
    await keepByDay(database, () => recountFigures(deps, office), matters)
    for (const [who, of] of [
      [viewer, ''],
      [ofUnit, 'for a unit: '],
    ] as const)
      for (const [span, from, to, bound] of spans)
        figure(`${of}${span}: ${name(await read(who, from, to))}`, await timed(() => read(who, from, to)), 'ms', bound)
    await benchLists(deps, viewer, name)
    await benchReports(deps, viewer)
    await benchBulletin(deps, viewer)
    await waiting(database)
    const [, from, to, bound] = spans[4]
    figure(`365 days while ${written} wait to be counted`, await timed(() => read(viewer, from, to)), 'ms', bound)
    await benchVerified(deps, office)
    note(
      `${years} years of matters; each page reads its span, the one before and the one a year ago. Median of ${times}, answered one after another; one by one: once.`,
    )
  } finally {
    await store.close()
    await server.stop()
  }
}

/** As it was before: a page that takes too long is cut off by the database. */
async function oneByOne(span: string, read: () => Promise<number>): Promise<void> {
  try {
    await read()
    const begun = performance.now()
    await read()
    figure(`counted one by one: ${span}`, performance.now() - begun, 'ms')
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    note(`Counted one by one: ${span}: cut off by the database.`)
  }
}

async function benchLists(deps: Deps, viewer: Viewer, name: (counted: number) => string): Promise<void> {
  for (const id of lists) {
    const asked = { from: '2025-06-16', to: '2026-06-15', part: {}, figure: id, page: { limit: 50 } }
    const listed = async () => {
      const found = await listCounted(deps, viewer, asked)
      if (!found.ok) throw new Error(found.failure.detail)
      return found.matters.total
    }
    const total = await listed()
    figure(`list behind ${id}, 365 days: ${name(total)}`, await timed(listed), 'ms', { atMost: listMilliseconds })
  }
}

/** By two things at once, of which one is a unit or a month. */
async function benchReports(deps: Deps, viewer: Viewer): Promise<void> {
  for (const [rows, across] of [
    ['unit', 'month'],
    ['category', 'unit'],
  ] as const) {
    const asked = { over: 'days', from: '2025-06-16', to: '2026-06-15', rows, across, figures: ['received'], part: {} } as const
    const counted = async () => {
      const found = await readReport(deps, viewer, { ...asked, figures: [...asked.figures] })
      if (!found.ok) throw new Error(found.failure.detail)
    }
    figure(`a report of ${rows} by ${across}, 365 days`, await timed(counted), 'ms', { atMost: yearMilliseconds })
  }
}

const asked = (id: string, what: Omit<Extract<Question, { kind: 'figure' }>, 'id' | 'name' | 'kind'>): Question => ({
  ...{ id, name: { zh: id, en: id }, kind: 'figure' },
  ...what,
})
const questions: readonly Question[] = [
  asked('received', { figure: 'received', says: 'count' }),
  asked('since', { figure: 'received', says: 'sinceBefore' }),
  asked('year', { figure: 'received', says: 'sinceLastYear' }),
  asked('onTime', { figure: 'onTime', says: 'share' }),
  asked('lateOpen', { figure: 'lateOpen', says: 'count' }),
  {
    id: 'units',
    name: { zh: 'units', en: 'units' },
    kind: 'apart',
    by: 'unit',
    columns: ['received', 'onTime', 'lateOpen'],
    most: 30,
  },
  { id: 'late', name: { zh: 'late', en: 'late' }, kind: 'matters', figure: 'lateOpen', most: 30 },
]

/**
 * 通报. All questions of a bulletin on a quarter answered: when nobody has counted it for months (a round is counted as it opens), when it is made
 * again, and by everything recorded since.
 */
async function benchBulletin(deps: Deps, viewer: Viewer): Promise<void> {
  const rule: DocumentRule = {
    ...{ id: 'bulletin', name: { zh: '通报', en: 'Bulletin' }, template: '', after: [], by: [], signs: [], seenBy: [] },
    ...{ of: 'matter', series: null, unitSeries: null, organ: null, writes: {}, among: {}, over: null, does: null, clause: [] },
    asks: Object.fromEntries(questions.map((each) => [each.id, each])),
  }
  const span = { from: day('2025-07-01'), to: day('2025-09-30') }
  const days = { span, asOf: Date.parse('2025-09-30T16:00:00Z') as Instant, spanName: '', part: {} }
  const { program } = viewer.office
  const begun = performance.now()
  await answersOf(deps, viewer, { rule, program, days, as: 'then' })
  figure('a bulletin on a quarter that nobody counted for eight months', performance.now() - begun, 'ms', {
    atMost: bulletinMilliseconds,
  })
  for (const as of ['then', 'now'] as const)
    figure(
      as === 'then' ? 'a bulletin on a quarter, made again' : 'what everything recorded since makes of it',
      await timed(() => answersOf(deps, viewer, { rule, program, days, as })),
      'ms',
      { atMost: bulletinMilliseconds },
    )
}

async function benchVerified(deps: Deps, office: Office): Promise<void> {
  const since = performance.now()
  await recountFigures(deps, office)
  figure(`counting ${written} by day`, performance.now() - since, 'ms')
  const begun = performance.now()
  const wrong = await countsDiffering(deps, office)
  figure('verify: every matter counted again, every number kept by day', (performance.now() - begun) / 1000, 's')
  figure('numbers kept by day that differ', wrong.length, 'numbers', { atMost: 0 })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return median(taken)
}

async function keepByDay(database: Database, work: () => Promise<number>, matters: number): Promise<void> {
  const begun = performance.now()
  const counted = await work()
  figure('keeping figures by day, the first time', counted / ((performance.now() - begun) / 1000), 'matters per second')
  await query(database.connection, 'vacuum (analyze) day_count, counted_matter, to_count')
  const [sizes] = (await query(
    database.connection,
    `select pg_total_relation_size('day_count')::float8 as days, pg_total_relation_size('counted_matter')::float8 as matters,
      (select count(*) from day_count)::float8 as numbers`,
  )) as { days: number; matters: number; numbers: number }[]
  if (sizes === undefined) throw new Error('nothing was kept')
  figure('numbers kept by day', sizes.numbers, 'numbers')
  figure('they take', sizes.days / 1_048_576, 'MiB')
  figure('what each matter is counted as takes', sizes.matters / matters, 'bytes a matter')
}

const waiting = (database: Database) =>
  query(
    database.connection,
    `insert into to_count (government, matter) select government, matter from matter order by received_at desc limit ${written}`,
  )
