import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import {
  byStaff,
  listContainers,
  type Office,
  readContainer,
  readMatter,
  recordAct,
  submitMatter,
  takeUpKindFor,
} from '../index.js'

/** A batch with two suggestions for two units, under the shipped rules. */
const library = loadLibrary({ regulations: `${root}/regulations`, calendars: `${root}/calendars` })
const actor = (role: string, unit: string | null = null): Actor => ({ role, unit, person: `${role}-1` })
const clerk = actor('office')

let app: TestApp
let office: Office
let batch: number
const proposals: { readonly matter: number; readonly number: string }[] = []

const inForce = (regulation: string) => ({
  ...{ regulation, version: 'undated', from: '2022-05-01', to: null },
  ...{ clause: '', instrument: '印发', on: '2022-05-01', reason: '' },
})

async function begin(regulation: string, stated: Readonly<Record<string, unknown>>) {
  const done = await submitMatter(app.deps, { office, actor: clerk, lang: 'zh', opener: byStaff, regulation, with: stated })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return { matter: done.matter, number: done.submitted.number }
}
const act = (matter: number, name: string, stated: Readonly<Record<string, unknown>>) =>
  recordAct(app.deps, { office, matter, actor: clerk, act: name, lang: 'zh', revision: null, with: stated })
async function done(matter: number, name: string, stated: Readonly<Record<string, unknown>>): Promise<void> {
  const found = await act(matter, name, stated)
  if (!found.ok) throw new Error(`${name}: ${JSON.stringify(found.failure)}`)
}

function raise(place: number, title: string, raisedThrough: string) {
  const stated = { category: 'suggestion', level: 'district', raisedThrough, itemNumber: `第${place}号`, title }
  const more = { body: '太少。', pointsRaised: [{ pointRaised: '太少' }], proposerKind: 'deputy', requesterName: '示例代表' }
  return begin('dawukou-proposals', { ...stated, ...more })
}

beforeAll(async () => {
  const first = { regulation: 'dawukou-proposals', regulationVersion: 'undated' }
  app = await testApp('2025-03-03 09:00', library, [], first)
  const renewals = [inForce('dawukou-proposals'), inForce('dawukou-handovers')]
  await app.deps.store.administration.patchSettings('demo', { renewals })
  app.deps.offices.forget('demo')
  const before = (await app.deps.offices.get('demo')) ?? app.office
  expect(await takeUpKindFor(app.deps, before, { regulation: 'dawukou-handovers', version: 'undated' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
  for (const [place, title] of ['路灯', '公厕', '绿地'].entries()) proposals.push(await raise(place, title, 'session'))
  const listedByUnit = [
    { listedUnit: 'roads', listedNumber: 1 },
    { listedUnit: 'lighting', listedNumber: 2 },
  ]
  const list = { title: '第一批', handingBody: 'congress', listReceivedOn: '2025-03-01', listedTotal: 3, listedByUnit }
  batch = (await begin('dawukou-handovers', list)).matter
  for (const [place, unit] of ['roads', 'lighting'].entries())
    await done(proposals[place]?.matter ?? 0, 'proposeUnits', { assignments: [{ unit, part: 'lead' }], handlingMode: 'single' })
})
afterAll(() => app.close())

const viewer = (by: Actor) => ({ office, actor: by, account: by.person ?? '', lang: 'zh' as const })
async function room() {
  const found = await readContainer(app.deps, viewer(clerk), batch)
  if (!found.ok) throw new Error(JSON.stringify(found.failure))
  return found.container
}
const tally = async () => {
  const found = (await room()).tally
  return [found?.listed, found?.held, found?.units.map(({ id, listed, held }) => [id, listed, held])]
}

it('counts what is held beside the list, by the units that were proposed', async () => {
  const { pool } = await room()
  expect(pool?.map(({ title, refusal }) => [title, refusal?.code ?? null])).toEqual([
    ['路灯', null],
    ['公厕', null],
    ['绿地', 'not-permitted'],
  ])
  expect(await tally()).toEqual([
    3,
    0,
    [
      ['roads', 1, 0],
      ['lighting', 2, 0],
    ],
  ])
  for (const { number } of proposals.slice(0, 2)) await done(batch, 'include', { proposal: number })
  expect(await tally()).toEqual([
    3,
    2,
    [
      ['roads', 1, 1],
      ['lighting', 2, 1],
    ],
  ])
})

it('nobody outside sees one before it is handed over; then each unit has its own, from that day on', async () => {
  const [first] = proposals
  const roads = viewer(actor('unit', 'roads'))
  expect((await readMatter(app.deps, roads, first?.matter ?? 0)).ok).toBe(false)
  app.goTo('2025-03-04 10:00')
  await done(batch, 'handOver', { assignmentDocument: '示政办交〔2025〕1号', difference: '绿地一件单位未定。' })
  const found = await readMatter(app.deps, roads, first?.matter ?? 0)
  if (!found.ok) throw new Error('not there')
  expect(found.matter.assignments.map(({ unit, stage }) => [unit, stage.id])).toEqual([['roads', 'delivered']])
  expect(found.matter.duties.find(({ duty }) => duty === 'reply')?.dueAt?.shown).toBe('2025-06-04 24:00')
  expect((await readMatter(app.deps, viewer(actor('unit', 'lighting')), first?.matter ?? 0)).ok).toBe(false)
  expect((await readContainer(app.deps, roads, batch)).ok).toBe(false)
  expect((await tally())[1]).toBe(2)
})

it('one that was left out is handed over by itself', async () => {
  const last = proposals[2]?.matter ?? 0
  const stated = { assignments: [{ unit: 'lighting', part: 'lead' }], handlingMode: 'single', assignmentDocument: '2号' }
  await done(last, 'assign', stated)
  expect((await act(batch, 'include', { proposal: proposals[2]?.number })).ok).toBe(false)
})

it('of what waits, only that is listed which a batch may still take in: nothing handed over before, nothing of between sessions', async () => {
  const waiting = async () =>
    (await listContainers(app.deps, viewer(clerk), null)).pools.map(({ rows }) => rows.map(({ title }) => title))
  expect(await waiting()).toEqual([[]])
  const [late, between] = [await raise(3, '长椅', 'session'), await raise(4, '邮筒', 'interSession')]
  // Without a proposed unit it cannot come in yet, and still may.
  expect(await waiting()).toEqual([['长椅']])
  const toRoads = { assignments: [{ unit: 'roads', part: 'lead' }], handlingMode: 'single' }
  for (const { matter } of [late, between]) await done(matter, 'proposeUnits', toRoads)
  expect(await waiting()).toEqual([['长椅']])
  await done(late.matter, 'assign', { ...toRoads, assignmentDocument: '3号' })
  expect(await waiting()).toEqual([[]])
})

it('only who works under its regulation is told of a kind and of what waits for it', async () => {
  expect((await listContainers(app.deps, viewer(clerk), null)).kinds.map(({ regulation }) => regulation)).toEqual([
    'dawukou-handovers',
  ])
  const elsewhere = await listContainers(app.deps, viewer(actor('director')), null)
  expect([elsewhere.kinds, elsewhere.pools]).toEqual([[], []])
})
