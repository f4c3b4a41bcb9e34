import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { byStaff, listWork, readDesk, recordAct, submitMatter, takeUpKindFor } from '../index.js'
import { readPublicFigures } from '../statistics/public-figures.js'
import { readStatistics } from '../statistics/read-statistics.js'

/**
 * Letters call `pass` what nobody is late with; orders call by the same name what is owed in a workday. `report` is the office's after an
 * order is closed where letters have it (handled), and in orders here what closes the work.
 */
const regulations = mkdtempSync(join(tmpdir(), 'kinds-'))
let app: TestApp

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/concepts'), regulations, { recursive: true })
  alter('letters-and-orders', '  answer: { name: 答复, holder', '  pass: { name: 答复, soft: true, holder')
  alter('letters-and-orders', 'opens: orderClosed, within: { workdays: 3 }', 'opens: [orderClosed, write], soft: true')
  alter(
    'orders',
    '  report: { name: 报结果, holder: unit, unitIn: handlingUnit, opens: pass',
    '  report: { name: 归档, holder: office, opens: report',
  )
  alter('orders', 'by: unit, from: handling, to: closed', 'by: unit, from: [handling, closed], to: closed')
  const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
  const under = { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' }
  app = await testApp('2025-03-03 09:00', library, [], under)
  const taken = { regulation: 'orders', version: '2025-01-01' }
  expect(await takeUpKindFor(app.deps, (await app.deps.offices.get('demo')) ?? app.office, taken)).toBeNull()
})
function alter(regulation: string, from: string, to: string): void {
  const file = join(regulations, regulation, '2025-01-01/regulation.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}
afterAll(async () => {
  await app.close()
  rmSync(regulations, { recursive: true })
})

it('counts what is late of the kind in which somebody can be late, though another kind has a duty of that name', async () => {
  const office = (await app.deps.offices.get('demo')) ?? app.office
  const leader = { role: 'leader', unit: null, person: 'lead' }
  await app.submit({ title: '路灯不亮', category: undefined })
  const order = { title: '修路', text: '请尽快修好。' }
  const done = await submitMatter(app.deps, {
    office,
    actor: leader,
    regulation: 'orders',
    lang: 'zh',
    opener: byStaff,
    with: order,
  })
  expect(done.ok).toBe(true)
  app.goTo('2025-03-28 09:00')
  const viewer = { office, actor: leader, account: 'lead', lang: 'zh' as const }
  const read = await readStatistics(app.deps, viewer, { from: '2025-03-01', to: '2025-03-28', by: 'duty', part: {} })
  const of = (id: string) => read.ok && read.statistics.figures.find((each) => each.id === id)?.now.numerator
  expect([of('received'), of('lateOpen')]).toEqual([2, 1])
})

it('sorts a duty as the kind of matter does that it is owed in, though another kind has one of that name', async () => {
  const office = (await app.deps.offices.get('demo')) ?? app.office
  const leader = { role: 'leader', unit: null, person: 'lead' }
  const order = await submitMatter(app.deps, {
    ...{ office, actor: leader, regulation: 'orders', lang: 'zh', opener: byStaff },
    with: { title: '修桥', text: '请尽快修好。' },
  })
  if (!order.ok || order.matter === null) throw new Error(JSON.stringify(order))
  const clerk = { role: 'office', unit: null, person: 'li' }
  const roads = { role: 'unit', unit: 'roads', person: 'roads-1' }
  const act = { office, matter: order.matter, lang: 'zh' as const, revision: null }
  expect((await recordAct(app.deps, { ...act, actor: clerk, act: 'pass', with: { handlingUnit: 'roads' } })).ok).toBe(true)
  expect((await recordAct(app.deps, { ...act, actor: roads, act: 'report', with: { outcome: '已修好。' } })).ok).toBe(true)
  const viewer = { office, actor: clerk, account: 'li', lang: 'zh' as const }
  const { groups, counts } = await readDesk(app.deps, viewer)
  expect(groups.map(({ work, count, rows }) => [work, count, rows.map(({ duty, title }) => [duty, title])])).toEqual([
    ['receive', 3, expect.arrayContaining([['report', '路灯不亮']])],
    ['close', 1, [['report', '修桥']]],
  ])
  expect(counts.open).toBe(4)
  const page = await listWork(app.deps, viewer, { work: 'close', page: { limit: 5 } })
  expect(page.rows.map(({ title }) => title)).toEqual(['修桥'])
})

it('tells the public the figures of what it may bring in, and of orders not even how many there are', async () => {
  for (let letter = 2; letter <= 20; letter += 1) await app.submit({ title: `路灯不亮 ${letter}`, category: undefined })
  app.goTo('2025-04-02 09:00')
  const asked = { government: 'demo', lang: 'zh' as const }
  const read = await readPublicFigures(app.deps, { ...asked, door: null })
  expect(read.ok && read.figures.counts.find(({ id }) => id === 'received')?.now).toBe('20')
  expect(await readPublicFigures(app.deps, { ...asked, door: 'orders' })).toMatchObject({
    ok: false,
    failure: { code: 'kind-unknown' },
  })
})
