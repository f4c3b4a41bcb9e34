import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImportAsked, importAsked } from '../contract/index.js'
import type { Actor } from '../core/index.js'
import { loadLibrary } from '../load/index.js'
import { governmentView } from './administration/view-government.js'
import { account, root, type TestApp, testApp } from './app.fixtures.js'
import {
  byStaff,
  importUpload,
  intakeActs,
  listMatters,
  type Office,
  previewUpload,
  readBoard,
  readDesk,
  readGovernment,
  readMatter,
  readStatistics,
  recordAct,
  submitMatter,
  takeUpKindFor,
  verifyRecords,
} from './index.js'
import { nowOf } from './now-of.js'
import { kindsToChoose, openOffices } from './office.js'
import { reprojectChanged } from './records/reproject.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const clerk: Actor = { role: 'office', unit: null, person: 'li' }
const leader: Actor = { role: 'leader', unit: null, person: 'lead' }
const auditor: Actor = { role: 'auditor', unit: null, person: 'audit' }
const inspector: Actor = { role: 'inspector', unit: null, person: 'inspect' }
const roads: Actor = { role: 'unit', unit: 'roads', person: 'roads-1' }
const schools: Actor = { role: 'unit', unit: 'schools', person: 'schools-1' }

let app: TestApp
let office: Office

beforeAll(async () => {
  const people = [
    account('li', '李工', [{ role: 'office', unit: null }], { isAdmin: true }),
    account('lead', '区长', [{ role: 'leader', unit: null }]),
    account('roads-1', '路甲', [{ role: 'unit', unit: 'roads' }]),
  ]
  const under = { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' }
  app = await testApp('2025-03-03 09:00', library, people, under)
  await app.submit({ title: '路灯不亮', category: undefined })
  await reprojectChanged(app.deps)
  expect(
    await takeUpKindFor(app.deps, (await app.deps.offices.get('demo')) ?? app.office, {
      regulation: 'orders',
      version: '2025-01-01',
    }),
  ).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
  const open = await register({ title: '修路', text: '请尽快修好。' })
  await register({ title: '专项', text: '按规定办。', isSecret: true })
  const passed = await recordAct(app.deps, {
    ...{ office, matter: open, actor: clerk, act: 'pass', lang: 'zh', revision: null },
    with: { handlingUnit: 'roads' },
  })
  expect(passed.ok).toBe(true)
})
afterAll(() => app.close())

async function register(stated: Readonly<Record<string, unknown>>): Promise<number> {
  const done = await submitMatter(app.deps, {
    ...{ office, actor: leader, regulation: 'orders', lang: 'zh', opener: byStaff },
    with: stated,
  })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return done.matter
}

const viewer = (actor: Actor) => ({ office, actor, account: actor.person ?? '', lang: 'zh' as const })
const titles = async (actor: Actor, filter = {}) =>
  (await listMatters(app.deps, viewer(actor), { filter, sort: 'received', page: { limit: 10 } })).rows
    .map(({ title }) => title)
    .sort()

it.each([
  ['the office sees both kinds', clerk, ['专项', '修路', '路灯不亮']],
  ['so does the leader', leader, ['专项', '修路', '路灯不亮']],
  ['whoever is kept from letters sees orders', auditor, ['专项', '修路']],
  ['a role that letters do not know sees orders alone, and no secret one', inspector, ['修路']],
  ['a unit sees the order that is its own', roads, ['修路']],
  ['and another unit nothing', schools, []],
])('%s: each kind by its own rules of sight', async (_who, actor, expected) => {
  expect(await titles(actor)).toEqual(expected)
  expect((await listMatters(app.deps, viewer(actor), { filter: {}, sort: 'received', page: { limit: 1 } })).total).toBe(
    expected.length,
  )
})

it('what a list does not show is not there by its number either', async () => {
  const rows = await listMatters(app.deps, viewer(clerk), { filter: {}, sort: 'received', page: { limit: 10 } })
  const letter = Number(rows.rows.find(({ title }) => title === '路灯不亮')?.id)
  const found = await readMatter(app.deps, viewer(inspector), letter)
  expect(found.ok).toBe(false)
})

it('a list is narrowed to a kind, and rows say which theirs is', async () => {
  expect(await titles(clerk, { regulations: ['orders'] })).toEqual(['专项', '修路'])
  const all = await listMatters(app.deps, viewer(clerk), { filter: {}, sort: 'received', page: { limit: 10 } })
  expect(all.rows.map(({ title, kind }) => [title, kind?.name]).sort()).toEqual([
    ['专项', '批示件'],
    ['修路', '批示件'],
    ['路灯不亮', '来信'],
  ])
})

it('one desk holds the duties of both kinds, or of one', async () => {
  const owed = async (narrow = {}) =>
    (await readDesk(app.deps, viewer(clerk), narrow)).groups.flatMap(({ rows }) => rows.map(({ title }) => title)).sort()
  expect(await owed()).toEqual(['专项', '路灯不亮'])
  expect(await owed({ regulations: ['letters-and-orders'] })).toEqual(['路灯不亮'])
})

it('staff are offered every act that begins a matter, each with its kind', () => {
  const offered = (actor: Actor) =>
    intakeActs(app.deps, viewer(actor)).map(({ act, kind, refusal }) => [act, kind.name, refusal === null])
  expect(offered(leader)).toEqual([['register', '批示件', true]])
  expect(offered(roads)).toEqual([])
})

it('counts of the kinds add up', async () => {
  const read = await readStatistics(app.deps, viewer(clerk), { from: '2025-03-01', to: '2025-03-31', by: 'regulation', part: {} })
  if (!read.ok) throw new Error('no figures')
  const { table, figures } = read.statistics
  const received = table.rows.map((row) => [row.name, row.cells.find(({ figure }) => figure === 'received')?.numerator])
  expect(received).toEqual([
    ['来信', 1],
    ['批示件', 2],
  ])
  expect(figures.find(({ id }) => id === 'received')?.now.numerator).toBe(3)
})

it('the board is one', async () => {
  expect((await readBoard(app.deps, viewer(clerk))).rungs.find(({ id }) => id === 'soon')?.count).toBe(2)
})

it.each([
  ['orders', '2025-01-01', 'no-regulation'],
  ['nowhere', '2025-01-01', 'no-regulation'],
])('%s of %s is not taken up (again)', async (regulation, version, refused) => {
  expect(await takeUpKindFor(app.deps, office, { regulation, version })).toBe(refused)
})

it('a kind that is not handled here begins nothing', async () => {
  const done = await submitMatter(app.deps, {
    ...{ office, actor: leader, regulation: 'questions', lang: 'zh', opener: byStaff },
    with: { title: '甲' },
  })
  expect(done.ok ? null : done.failure.code).toBe('kind-unknown')
})

it('the public is told how many letters there are, and of orders nothing: they have no door', async () => {
  const read = await readGovernment(app.deps, 'demo', { lang: 'zh', door: null })
  expect(read.ok ? read.government.counts : read).toEqual({ received: 1, answered: 0, published: 0, capped: [] })
})

it('what changes in the second kind makes its rows anew, and nothing else does', async () => {
  expect(await reprojectChanged(app.deps)).toBe(0)
  const [orders] = library.regulations.get('orders') ?? []
  if (orders === undefined) throw new Error('no orders')
  const changed = {
    ...library,
    find: (id: string, version: string) => (id === 'orders' ? { ...orders, note: 'changed' } : library.find(id, version)),
  }
  const deps = {
    ...app.deps,
    library: changed,
    offices: openOffices({ store: app.deps.store, library: changed, now: app.deps.now }),
  }
  expect(await reprojectChanged(deps)).toBe(3)
})

it('rows made anew from the events are the same', async () => {
  expect((await verifyRecords(app.deps, () => undefined)).findings).toEqual([])
})

describe('a list from a file', () => {
  const list = { name: '批示.csv', bytes: Buffer.from('标题,批示内容\n河道清淤,请水利局提出意见。\n'), isTruncated: false }
  const read = (who: Actor, more: Partial<ImportAsked>) => importUpload(app.deps, viewer(who), importAsked.parse(more), list)
  const imported = (done: Awaited<ReturnType<typeof read>>) => (done.ok ? done.report.imported : done.failure.code)

  it('offers the kinds that come in from files, and their own fields', async () => {
    const asked = importAsked.parse({ kind: 'orders' })
    const found = await previewUpload(app.deps, viewer(clerk), asked, list)
    if (!found.ok) throw new Error(JSON.stringify(found.failure))
    expect(found.preview.kinds.map(({ name }) => name)).toEqual(['来信', '批示件'])
    expect([found.preview.kind, found.preview.columns]).toEqual(['orders', { title: '标题', text: '批示内容' }])
    expect(found.preview.fields.map(({ id }) => id)).toEqual(['title', 'text', 'isSecret'])
  })

  it('comes in as the kind that is named, under its rules, and once', async () => {
    expect(imported(await read(clerk, { kind: 'orders', saveAs: '批示' }))).toBe(1)
    expect(await titles(clerk, { regulations: ['orders'] })).toContain('河道清淤')
    office = (await app.deps.offices.get('demo')) ?? office
    expect(imported(await read(clerk, { mapping: '批示' }))).toBe(0)
  })

  it('is refused as a kind that is not there, or that this role does not bring in', async () => {
    expect(imported(await read(clerk, { kind: 'petitions' }))).toBe('file-refused')
    expect(imported(await read(schools, { kind: 'orders' }))).toBe('wrong-role')
  })
})

it('tells two kinds that go by one word apart by their regulation', () => {
  const [letters, orders] = office.programs
  if (letters === undefined || orders === undefined) throw new Error('two kinds')
  const twin = { ...letters, regulation: { ...letters.regulation, id: 'twin', shortTitle: { zh: '另一部', en: 'Another' } } }
  const named = (lang: 'zh' | 'en') =>
    kindsToChoose({ programs: [letters, twin, orders] }, [twin, orders], lang).map(({ name }) => name)
  expect(named('zh')).toEqual(['来信（另一部）', '批示件'])
  expect(named('en')).toEqual([expect.stringContaining('(Another)'), expect.not.stringContaining('(')])
  expect(kindsToChoose({ programs: [letters] }, [letters], 'zh')).toEqual([])
  const counts = { received: 0, answered: 0, published: 0, capped: [] }
  const view = governmentView({ office: { ...office, programs: [letters, twin, orders] }, program: letters }, 'zh', {
    now: nowOf(app.deps, office),
    counts,
  })
  expect(view.doors.map(({ door, matter }) => [door, matter])).toEqual([
    ['', expect.stringMatching(/^来信（.+）$/)],
    ['twin', '来信（另一部）'],
  ])
})
