import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import type { CountedPart } from '../../store/index.js'
import { allKept, root, type TestApp, testApp } from '../app.fixtures.js'
import type { Viewer } from '../deps.js'
import { tableIn } from '../imports/import-rows.js'
import { byStaff, readReportChoices, submitMatter, takeUpKindFor } from '../index.js'
import { keptDiffering } from './count-span.js'
import { listCounted } from './list-counted.js'
import { readStatistics } from './read-statistics.js'
import { countsDiffering, recountFigures } from './recount-figures.js'
import { statisticsWorkbook } from './statistics-workbook.js'

/** Letters and orders both call a duty `pass`; nobody does either, and of the orders there are two. */
const regulations = mkdtempSync(join(tmpdir(), 'kinds-'))
const march = { from: '2025-03-01', to: '2025-03-28' }
let app: TestApp
let viewer: Viewer

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/concepts'), regulations, { recursive: true })
  const file = join(regulations, 'letters-and-orders/2025-01-01/regulation.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('  answer: { name: 答复, holder', '  pass: { name: 答复, holder'))
  const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
  app = await testApp('2025-03-03 09:00', library, [], { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' })
  const first = (await app.deps.offices.get('demo')) ?? app.office
  expect(await takeUpKindFor(app.deps, first, { regulation: 'orders', version: '2025-01-01' })).toBeNull()
  const office = (await app.deps.offices.get('demo')) ?? first
  const leader = { role: 'leader', unit: null, person: 'lead' }
  viewer = { office, actor: leader, account: 'lead', lang: 'zh' }
  await app.submit({ title: '路灯不亮', category: undefined })
  for (const title of ['修路', '修桥']) {
    const by = { office, actor: leader, regulation: 'orders', lang: 'zh' as const, opener: byStaff }
    expect(await submitMatter(app.deps, { ...by, with: { title, text: '请尽快办。' } })).toMatchObject({ ok: true })
  }
  app.goTo('2025-03-28 09:00')
})
afterAll(async () => {
  await app.close()
  rmSync(regulations, { recursive: true })
})

const lateOpen = 'lateOpen'

async function rows(part: CountedPart = {}, span = march) {
  const read = await readStatistics(app.deps, viewer, { ...span, by: 'duty', part })
  if (!read.ok) throw new Error(read.failure.detail)
  return read.statistics.table.rows.map(({ id, name, narrow, cells }) => {
    const cell = cells.find(({ figure }) => figure === lateOpen)
    return { id, name, narrow, late: cell?.numerator }
  })
}
async function titles(part: CountedPart): Promise<readonly string[]> {
  const found = await listCounted(app.deps, viewer, { ...march, part, figure: lateOpen, page: { limit: 9 } })
  if (!found.ok) throw new Error(found.failure.detail)
  expect(found.matters.total).toBe(found.matters.rows.length)
  return found.matters.rows.map(({ title }) => title).sort()
}
const letters = { regulation: 'letters-and-orders', duty: 'pass' }
const orders = { regulation: 'orders', duty: 'pass' }
const both = [
  { id: 'letters-and-orders pass', name: expect.stringMatching(/：答复$/), narrow: letters, late: 1 },
  { id: 'orders pass', name: '批示件：转办', narrow: orders, late: 2 },
]

async function expectApart(): Promise<void> {
  expect(await rows()).toEqual(both)
  expect(await rows({ regulation: 'orders' })).toEqual([both[1]])
  expect(await rows({ duty: 'pass' })).toEqual(both)
  expect(await titles(letters)).toEqual(['路灯不亮'])
  expect(await titles(orders)).toEqual(['修桥', '修路'])
  expect(await titles({ duty: 'pass' })).toEqual(['修桥', '修路', '路灯不亮'])
}

it('counts and lists a duty of one kind of work apart from that of another which has the same name', async () => {
  await expectApart()
})

it('does so from what is kept by day, too', async () => {
  await recountFigures(app.deps, viewer.office)
  await expectApart()
  expect(await countsDiffering(app.deps, viewer.office)).toEqual([])
})

it('offers a report to the roles of each kind of work by their names', () => {
  expect(readReportChoices(viewer).roles).toContainEqual({ id: 'inspector', name: '督察专员' })
})

it('has a row of each in the workbook', async () => {
  const made = await statisticsWorkbook(app.deps, viewer, { ...march, part: {} })
  if (!made.ok) throw new Error(made.failure.detail)
  const isHead = (cell: string): boolean => cell === '期限'
  const table = await tableIn(made.file, { isHead, headRow: null, sheet: '期限' }, 1_000_000)
  const lines: string[] = []
  for await (const row of table.rows) if ('cells' in row) lines.push(row.cells.期限 ?? '')
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/：答复$/), '批示件：转办']))
})

it('keeps a closed month so, and finds nothing wrong with one that was kept by names alone', async () => {
  const whole = { from: '2025-03-01', to: '2025-03-31' }
  app.goTo('2025-04-03 09:00')
  const statistics = app.deps.store.statistics
  const closed = await rows({}, whole)
  expect(closed).toEqual(both)
  const [kept] = (await allKept(app)).filter(({ asked }) => asked.by === 'duty')
  const [one, other] = kept?.counts ?? []
  if (kept === undefined || one === undefined || other === undefined) throw new Error('two duties are kept')
  const sum = Object.fromEntries(
    Object.entries(one.counts).map(([id, n]) => [id, n + (Object.entries(other.counts).find(([each]) => each === id)?.[1] ?? 0)]),
  )
  const old = (counts: typeof sum) => ({ ...kept, counts: [{ ...one, key: 'pass', counts: counts as typeof one.counts }] })
  await statistics.keepFigures('demo', [{ ...old(sum), key: 'by-names' }])
  expect(await keptDiffering(app.deps, viewer.office)).toEqual([])
  // More than are compared at once.
  await statistics.keepFigures(
    'demo',
    Array.from({ length: 101 }, (_, at) => ({ ...kept, key: `copy ${at}` })),
  )
  await statistics.keepFigures('demo', [{ ...old({ ...sum, lateOpen: 9 }), key: 'wrong' }])
  expect((await keptDiffering(app.deps, viewer.office)).map(({ key }) => key)).toEqual(['wrong'])
})
