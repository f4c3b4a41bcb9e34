import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { account, root, type TestApp, testApp } from '../app.fixtures.js'
import {
  byStaff,
  changeUnit,
  listMatters,
  listNotices,
  listUnitsOverTime,
  readMatter,
  recordAct,
  type SignedIn,
  submitMatter,
} from '../index.js'
import type { Office } from '../office.js'
import { scenariosIn, toldByProduct } from '../told-scenarios.fixtures.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const registry = { role: 'registry', unit: null, person: 'clerk' }
const unit = (name: string) => ({ role: 'unit', unit: name, person: `${name}-1` })

let app: TestApp
let office: Office
let matter: number

beforeAll(async () => {
  const person = (login: string, role: string, of: string | null) => account(login, login, [{ role, unit: of }])
  const people = [
    person('clerk', 'registry', null),
    person('roads-1', 'unit', 'roads'),
    person('yard-1', 'unit', 'yard'),
    person('schools-1', 'unit', 'schools'),
  ]
  const under = { regulation: 'parts', regulationVersion: '2025-01-01' }
  app = await testApp('2025-03-03 09:00', library, [], under)
  const units = [
    { unit: 'roads', name: '道路所', kind: 'unit', parent: null },
    { unit: 'schools', name: '教育局', kind: 'unit', parent: null },
    { unit: 'yard', name: '养护站', kind: 'unit', parent: 'roads' },
    { unit: 'depot', name: '材料库', kind: 'unit', parent: 'roads' },
  ]
  await app.deps.store.putUnits('demo', units)
  for (const each of people) await app.deps.store.putAccount('demo', each)
  office = await freshOffice()
  const sent = await submitMatter(app.deps, { office, actor: registry, with: { title: '修路' }, lang: 'zh', opener: byStaff })
  if (!sent.ok || sent.matter === null) throw new Error(JSON.stringify(sent))
  matter = sent.matter
  const assignments = [
    { unit: 'roads', part: 'lead' },
    { unit: 'schools', part: 'copy' },
  ]
  await act(registry, 'dispatch', { assignments })
})
afterAll(() => app.close())

async function freshOffice(): Promise<Office> {
  app.deps.offices.forget('demo')
  const found = await app.deps.offices.get('demo')
  if (found === null) throw new Error('no office')
  return found
}

const act = (actor: typeof registry | ReturnType<typeof unit>, name: string, stated: Readonly<Record<string, unknown>>) =>
  recordAct(app.deps, { office, matter, actor, act: name, with: stated, revision: null, lang: 'zh' })

const viewer = (actor: ReturnType<typeof unit> | typeof registry) => ({
  office,
  actor,
  account: actor.person,
  lang: 'zh' as const,
})

async function seenBy(name: string) {
  const found = await readMatter(app.deps, viewer(unit(name)), matter)
  return found.ok ? found.matter : null
}

const below = (name: string) => ({ assignments: [{ unit: name, part: 'subordinate' }], limit: '2025-03-10' })

it('offers to hand on to the units below, and to no other', async () => {
  const seen = await seenBy('roads')
  const fields = seen?.acts.find((each) => each.act === 'handOn')?.fields
  expect(fields?.find(({ id }) => id === 'assignments')).toMatchObject({
    options: [{ name: '养护站' }, { name: '材料库' }],
    parts: [{ id: 'subordinate', name: '下办' }],
    needsLead: false,
  })
})

it('says that a unit leads already where another is named beside it, and not where it hands on', async () => {
  const isLed = async (name: string, by: ReturnType<typeof unit> | typeof registry) => {
    const found = await readMatter(app.deps, viewer(by), matter)
    const fields = found.ok ? found.matter.acts.find((each) => each.act === name)?.fields : undefined
    return fields?.find(({ id }) => id === 'assignments')?.isLed ?? false
  }
  expect(await isLed('add', registry)).toBe(true)
  expect(await isLed('handOn', unit('roads'))).toBe(false)
})

it('refuses to hand on to any other, and says whom it may be', async () => {
  const done = await act(unit('roads'), 'handOn', below('schools'))
  expect(done).toMatchObject({
    ok: false,
    failure: { problems: [{ code: 'not-below', sentence: expect.stringContaining('所属单位') }] },
  })
})

it('shows it to the unit below only once it was handed on, with what it owes and who answers for it', async () => {
  expect(await seenBy('yard')).toBeNull()
  expect(await act(unit('roads'), 'handOn', below('yard'))).toMatchObject({ ok: true })
  const seen = await seenBy('yard')
  expect(seen?.assignments.map(({ unitName, partName, above }) => [unitName, partName, above])).toEqual([
    ['道路所', '主办', null],
    ['教育局', '抄送', null],
    ['养护站', '下办', '道路所'],
  ])
  expect(seen?.acts.filter(({ refusal }) => refusal === null).map((each) => each.act)).toEqual(['finish'])
  expect(await seenBy('depot')).toBeNull()
  const told = async () => (await listNotices(app.deps, viewer(unit('yard')), { limit: 10 })).rows.length
  // Until then it may still be taken back.
  expect(await told()).toBe(0)
  app.goTo('2025-03-03 09:02')
  expect(await told()).toBe(1)
})

it('shows a copy to whom it goes, who owes nothing and can do nothing', async () => {
  const rows = await listMatters(app.deps, viewer(unit('schools')), { filter: {}, sort: 'received', page: { limit: 10 } })
  expect(rows.rows.map(({ title }) => title)).toEqual(['修路'])
  const seen = await seenBy('schools')
  expect(seen?.acts.filter(({ refusal }) => refusal === null)).toEqual([])
  const why = seen?.acts.find((each) => each.act === 'putBack')?.refusal
  expect(why?.because?.map(({ says }) => says)).toEqual(['只有主办、协办、分办或参加单位可以办'])
})

it('asks of which kind a unit was when it was named, whatever it is said to be later', async () => {
  const admin = { office, account: 'clerk', lang: 'zh' as const, isAdmin: true } as SignedIn
  const { kinds } = await listUnitsOverTime(app.deps, admin)
  expect(kinds.map(({ name }) => name)).toEqual(['局', '街道', '站所', '公司'])
  const classify = (unitKind: string | null) => changeUnit(app.deps, admin, 'depot', { kind: 'classify', unitKind })
  expect(await classify('palace')).toMatchObject({ ok: false, failure: { problems: [{ field: 'unitKind' }] } })
  expect(await classify('station')).toMatchObject({ ok: true })
  const now = await freshOffice()
  const add = (unitKinds: object) =>
    recordAct(app.deps, {
      office: now,
      matter,
      actor: registry,
      act: 'add',
      with: { assignments: [{ unit: 'depot', part: 'assist' }], ...unitKinds },
      revision: null,
      lang: 'zh',
    })
  expect(await add({})).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  expect(await add({ unitKinds: { depot: 'company' } })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  const { units } = await listUnitsOverTime(app.deps, { ...admin, office: now })
  expect(units.find(({ id }) => id === 'depot')?.kind).toEqual({ id: 'station', name: '站所' })
})

it('shows, offers and tells in the product what the examples of handing on say', async () => {
  const proposals = scenariosIn('regulations/dawukou-proposals/undated/scenarios', 1).filter(({ file }) =>
    file.endsWith('11-handing-on.yaml'),
  )
  const told = await toldByProduct('regulations', proposals)
  expect(told.wrong).toEqual([])
  expect(told.asked).toBeGreaterThan(10)
}, 60_000)
