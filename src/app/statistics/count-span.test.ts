import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayAt, dayText, instant, shanghai } from '../../core/index.js'
import { allKept, at, dispatchTo, officer, secondOfficer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import type { Viewer } from '../deps.js'
import { runTimers } from '../records/run-timers.js'
import { verifyRecords } from '../records/verify-records.js'
import { keepClosed } from './keep-closed.js'
import { listChanged } from './list-changed.js'
import { listCounted } from './list-counted.js'
import { readStatistics } from './read-statistics.js'

let app: TestApp
const october = { from: '2025-10-01', to: '2025-10-31', part: {} }
const page = { limit: 50 }

beforeEach(async () => {
  app = await testApp('2025-10-09 10:00')
})
afterEach(() => app.close())

const waitUntil = async (text: string) => {
  app.goTo(text)
  await runTimers(app.deps, (error) => {
    throw error
  })
}

const seen = (more: Partial<Viewer> = {}): Viewer => ({ office: app.office, actor: officer, account: 'li', lang: 'zh', ...more })

async function handled(title: string): Promise<number> {
  const { matter } = await app.submit({ title })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('roads'))
  return matter
}

async function figures(viewer = seen()) {
  const read = await readStatistics(app.deps, viewer, { ...october, by: 'unit' })
  if (!read.ok) throw new Error(read.failure.detail)
  const { statistics } = read
  const of = (id: string) => statistics.figures.find((each) => each.id === id)
  return {
    closed: statistics.closed?.asOf.shown ?? null,
    now: Object.fromEntries(['received', 'concluded', 'lateOpen', 'lateClosed'].map((id) => [id, of(id)?.now.numerator])),
    later: Object.fromEntries(
      ['received', 'concluded', 'lateOpen', 'lateClosed'].map((id) => [id, of(id)?.later?.numerator ?? null]),
    ),
    cells: statistics.table.rows.find(({ id }) => id === 'roads')?.cells.find(({ figure }) => figure === 'lateOpen'),
  }
}

it('says of a month that is over what was known when it ended, for ever, and beside it what it would be now', async () => {
  const matter = await handled('井盖缺失')
  await waitUntil('2025-11-03 09:00')
  const first = await figures()
  expect(first).toMatchObject({ closed: '2025-10-31 24:00', now: { received: 1, lateOpen: 1, lateClosed: 0 } })
  expect(Object.values(first.later)).toEqual([null, null, null, null])
  await app.act(matter, unitOf('roads'), 'contact')
  await app.act(matter, unitOf('roads'), 'explain', { reason: '等井盖到货。' })
  await app.act(matter, unitOf('roads'), 'reply', { result: '已补上。' })
  await app.act(matter, secondOfficer, 'conclude')
  const second = await figures()
  expect(second.now).toEqual(first.now)
  expect(second.later).toMatchObject({ lateOpen: 0, lateClosed: 1 })
  expect(second.cells).toMatchObject({ numerator: 1, later: 0 })
  const changed = async (figure: string) => {
    const found = await listChanged(app.deps, seen(), { ...october, figure })
    return found.ok && [found.changed.joined.map(({ title }) => title), found.changed.left.map(({ title }) => title)]
  }
  expect(await changed('lateOpen')).toEqual([[], ['井盖缺失']])
  expect(await changed('lateClosed')).toEqual([['井盖缺失'], []])
  expect(await changed('received')).toEqual([[], []])
})

it('counts a month that nobody asked for in time as it was at its end, and the list behind each figure with it', async () => {
  const matter = await handled('井盖缺失')
  await waitUntil('2025-11-03 09:00')
  await app.act(matter, unitOf('roads'), 'contact')
  await app.act(matter, unitOf('roads'), 'explain', { reason: '等井盖到货。' })
  await app.act(matter, unitOf('roads'), 'reply', { result: '已补上。' })
  await app.act(matter, secondOfficer, 'conclude')
  expect((await figures()).now).toMatchObject({ lateOpen: 1, lateClosed: 0 })
  const list = await listCounted(app.deps, seen(), { ...october, figure: 'lateOpen', page })
  expect(list.ok && list.matters).toMatchObject({ total: 1, rows: [{ title: '井盖缺失', stage: { id: 'handling' } }] })
})

it('keeps no figures of a month under way, nor of other spans', async () => {
  await handled('井盖缺失')
  await waitUntil('2025-10-20 09:00')
  expect((await figures()).closed).toBeNull()
  await readStatistics(app.deps, seen(), { ...october, to: '2025-10-15' })
  const moments = await app.deps.store.statistics.listKeptMoments('demo')
  expect(moments.filter((asOf) => asOf > at('2025-10-01 00:00'))).toEqual([])
})

it('keeps the figures of a month when it is over, and of the quarter that ends with it, once', async () => {
  await waitUntil('2026-01-01 00:05')
  const through = new Map<string, number>()
  await keepClosed(app.deps, through)
  await keepClosed(app.deps, new Map())
  const kept = await allKept(app)
  const spans = new Set(
    kept.filter(({ asked }) => asked.by === null).map(({ asked }) => dayText(dayAt(instant(asked.from), shanghai))),
  )
  expect([...spans].sort()).toEqual(['2025-01-01', '2025-07-01', '2025-10-01', '2025-12-01'])
  expect(new Set(kept.map(({ key }) => key)).size).toBe(kept.length)
})

it('keeps for a unit what the unit is shown', async () => {
  await handled('井盖缺失')
  await waitUntil('2025-11-03 09:00')
  const roads = { actor: unitOf('roads'), account: 'roads-1' }
  const schools = { actor: unitOf('schools'), account: 'schools-1' }
  expect((await figures()).now).toMatchObject({ received: 1 })
  expect((await figures(seen(roads))).now).toMatchObject({ received: 1 })
  expect((await figures(seen(schools))).now).toMatchObject({ received: 0 })
})

it('verify finds kept figures that the events do not give', async () => {
  await handled('井盖缺失')
  await waitUntil('2025-11-03 09:00')
  await figures()
  const codes = async () => (await verifyRecords(app.deps, () => undefined)).findings.map(({ code }) => code)
  expect(await codes()).toEqual([])
  await app.asOwner('alter table kept_figures no force row level security')
  await app.asOwner('alter table kept_figures disable trigger append_only')
  await app.asOwner(
    `update kept_figures set counts = jsonb_set(counts, '{0,counts,lateOpen}', '0') where asked->>'by' is null and as_of = '2025-10-31T16:00Z'`,
  )
  expect(await codes()).toEqual(['figures'])
})

it('goes through the list of a month that is over page by page, each matter as it stood then', async () => {
  const first = await handled('井盖缺失')
  await handled('路灯不亮')
  await handled('树倒了')
  await waitUntil('2025-11-03 09:00')
  await app.act(first, unitOf('roads'), 'contact')
  const asked = { ...october, figure: 'lateOpen' }
  const listed = async (more: { readonly after?: string }) => {
    const found = await listCounted(app.deps, seen(), { ...asked, page: { limit: 2, ...more } })
    if (!found.ok) throw new Error(found.failure.detail)
    return found.matters
  }
  const one = await listed({})
  expect([one.rows.map(({ title }) => title), one.total]).toEqual([['树倒了', '路灯不亮'], 3])
  await app.act(first, unitOf('roads'), 'explain', { reason: '等井盖到货。' })
  await app.act(first, unitOf('roads'), 'reply', { result: '已补上。' })
  await app.act(first, secondOfficer, 'conclude')
  const two = await listed({ after: one.next ?? '' })
  expect([two.rows.map(({ title, stage }) => [title, stage.id]), two.next, two.total]).toEqual([
    [['井盖缺失', 'handling']],
    null,
    3,
  ])
  await expect(listed({ after: 'no key' })).rejects.toThrow('not the key of a page')
})

it('verify counts each month again from what was known at its end, month after month', async () => {
  const matter = await handled('井盖缺失')
  await waitUntil('2025-11-03 09:00')
  await keepClosed(app.deps, new Map())
  await app.act(matter, unitOf('roads'), 'contact')
  await app.act(matter, unitOf('roads'), 'explain', { reason: '等井盖到货。' })
  await app.act(matter, unitOf('roads'), 'reply', { result: '已补上。' })
  await handled('路灯不亮')
  await waitUntil('2025-12-03 09:00')
  await keepClosed(app.deps, new Map())
  await app.act(matter, secondOfficer, 'conclude')
  await waitUntil('2026-01-05 09:00')
  await keepClosed(app.deps, new Map())
  expect(await app.deps.store.statistics.listKeptMoments('demo')).toHaveLength(3)
  expect((await verifyRecords(app.deps, () => undefined)).findings).toEqual([])
  await app.asOwner('alter table kept_figures no force row level security')
  await app.asOwner('alter table kept_figures disable trigger append_only')
  await app.asOwner(
    `update kept_figures set counts = jsonb_set(counts, '{0,counts,concluded}', '7') where asked->>'by' is null and as_of = '2025-12-31T16:00Z'`,
  )
  const { findings } = await verifyRecords(app.deps, () => undefined)
  expect(findings.every(({ detail }) => detail.includes('2025-12-31T16:00'))).toBe(true)
  expect(findings).not.toEqual([])
})
