import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { failingAt } from '../../test/failing-statements.js'
import { dispatchTo, root, type TestApp, testApp } from '../app/app.fixtures.js'
import { type Deps, givenOf, readPatterns, verifyRecords } from '../app/index.js'
import { derive, type Folded } from '../core/index.js'
import { loadLibrary } from '../load/index.js'
import { patternIds, seesAll } from '../store/index.js'
import { seedDemo } from './seed-demo.js'

const library = loadLibrary({ regulations: join(root, 'test/fixtures/regulations'), calendars: join(root, 'calendars') })
let app: TestApp
let folder: string
beforeAll(async () => {
  app = await testApp('2025-10-16 17:00', library)
  folder = mkdtempSync(join(tmpdir(), 'huiyin-demo-'))
  mkdirSync(join(folder, 'demo'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await app.close()
})

const letter = { category: 'complaint', body: '解放路东段的路灯连续五天不亮，晚上行人看不清路面。' }
const office = { role: 'office', unit: null }

const demoOf = (id: string, numberPrefix: number) => ({
  government: { id, name: '演示区', numberPrefix, regulation: 'example-mailbox', version: '2025-01-01' },
  units: [
    { id: 'lighting', name: '路灯所' },
    { id: 'roads', name: '道路所' },
  ],
  accounts: [{ login: 'office', name: '李工', roles: [office] }],
  messages: [
    {
      ...{ id: 'lamp', ago: 3, time: '09:00', with: { title: '路灯不亮', ...letter } },
      steps: [
        { day: 0, time: '10:00', act: 'accept', by: 'office' },
        { day: 1, time: '09:00', act: 'dispatch', by: 'office', with: dispatchTo('lighting') },
        { day: 9, time: '09:00', act: 'accept', by: 'office' },
      ],
    },
    { id: 'road', ago: 2, time: '09:00', with: { title: '路面塌陷', ...letter } },
  ],
})

/** Every matter of a government as it stands now, with its program. */
async function mattersOf({ offices, store, now }: Deps, government: string): Promise<readonly Folded[]> {
  const office = await offices.get(government)
  const found: Folded[] = []
  for (let after: string | undefined; office !== null; ) {
    const page = { limit: 200, ...(after === undefined ? {} : { after }) }
    const { rows, next } = await store.listMatters(government, { gate: seesAll, page })
    const loaded = await Promise.all(rows.map(({ matter }) => store.loadMatter(government, matter, seesAll)))
    found.push(...loaded.flatMap((each) => (each === null ? [] : [givenOf(office, each, now())])))
    if (next === null) break
    after = next
  }
  return found
}

/** Which stages no matter, no share and no item of a government is in, under each of its regulations. */
async function stagesWithout(deps: Deps, governments: readonly string[]): Promise<readonly string[]> {
  const without: string[] = []
  for (const government of governments) {
    const reached = new Set<string>()
    for (const given of await mattersOf(deps, government)) {
      const { stage, assignments, items } = derive(given)
      const { id } = given.program.regulation
      reached.add(`${id} ${stage}`)
      for (const share of assignments) reached.add(`${id} share ${share.stage}`)
      for (const item of items) reached.add(`${id} item ${item.stage}`)
    }
    for (const { regulation } of (await deps.offices.get(government))?.programs ?? []) {
      const of = (part: string, stages: object): readonly string[] =>
        Object.keys(stages).map((stage) => `${regulation.id} ${part}${stage}`)
      const all = [
        ...of('', regulation.stages),
        ...of('share ', regulation.assignmentStages),
        ...of('item ', regulation.itemStages),
      ]
      without.push(...all.filter((each) => !reached.has(each)).map((each) => `${government} ${each}`))
    }
  }
  return without
}

/** Which measures of a month are reached by which units, as the office is told. */
async function patternsTold(deps: Deps, government: string, month: string) {
  const office = await deps.offices.get(government)
  if (office === null) throw new Error(government)
  const actor = { role: 'office', unit: null, person: null }
  const found = await readPatterns(deps, { office, actor, account: 'li', lang: 'zh' }, { month })
  return found.ok ? found.patterns.units.map(({ unit, found: each }) => [unit.id, each.map(({ id }) => id)]) : found.failure
}

const letterOf = (id: string) => ({ id, with: { title: '路灯不亮', ...letter } })

async function seed(
  id: string,
  prefix: number,
  messages: readonly object[] = demoOf(id, prefix).messages,
): Promise<readonly string[]> {
  writeFileSync(join(folder, 'demo', 'one.yaml'), stringify({ ...demoOf(id, prefix), messages }))
  const said: string[] = []
  await seedDemo(app.deps, folder, (text) => said.push(text))
  return said
}

/** Units, accounts, and what was done in each matter, at which moment. */
async function standsIn(id: string) {
  const { store } = app.deps
  const units = (await store.listUnits(id)).map((each) => each.name)
  const accounts = Object.fromEntries((await store.listAccounts(id)).map(({ login, roles }) => [login, roles]))
  const matters = await Promise.all(
    ['lamp', 'road'].map(async (message) => {
      const matter = await store.findImported(id, 'demo', message)
      const loaded = await store.loadMatter(id, matter ?? 0, seesAll)
      const acts = loaded?.events.filter(({ kind }) => kind === 'act')
      return [loaded?.row.stage, acts?.map(({ act, at }) => `${act} ${new Date(at).toISOString().slice(0, 16)}Z`)]
    }),
  )
  return { units, accounts, matters }
}

it('a demo that was cut off at any statement goes on where it stopped, however much later', { timeout: 180_000 }, async () => {
  const [begun, later] = ['2025-10-16 17:00', '2025-10-21 09:00']
  const wholeAt = async (moment: string, id: string, prefix: number) => {
    app.goTo(moment)
    await seed(id, prefix)
    return standsIn(id)
  }
  const [atOnce, onlyLater] = [await wholeAt(begun, 'whole', 98), await wholeAt(later, 'later', 99)]
  expect(atOnce.matters).toEqual([
    ['handling', ['submit 2025-10-13T01:00Z', 'accept 2025-10-13T02:00Z', 'dispatch 2025-10-14T01:00Z']],
    ['received', ['submit 2025-10-14T01:00Z']],
  ])
  let statements = 0
  // What time does afterwards by itself is tried elsewhere.
  for (let nth = 1, isSeeded = false; !isSeeded; nth += 1) {
    app.goTo(begun)
    await failingAt(nth, () => seed(`cut${nth}`, 10 + nth).catch(() => null))
    isSeeded = (await app.deps.store.findGovernment(`cut${nth}`))?.settings.demoSince === null
    const ended = await wholeAt(later, `cut${nth}`, 10 + nth)
    // Where not even the government was there, it began later.
    expect([nth, ended]).toEqual([nth, expect.toBeOneOf([atOnce, onlyLater])])
    statements = nth
  }
  expect(statements).toBeGreaterThan(20)
})

it('the demonstration governments that come with the product are refused nothing, and have a matter, a share and an item in every stage', {
  timeout: 180_000,
}, async () => {
  const texts = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const under = { regulation: 'longnan-wenzheng', regulationVersion: '2021-03-04', numberPrefix: 90 }
  const shipped = await testApp('2026-11-27 17:00', texts, [], under)
  const seeded = await seedDemo(shipped.deps, root, () => {})
  const without = await stagesWithout(shipped.deps, ['shili', 'quyu', 'shiliqu'])
  const conspicuous = await patternsTold(shipped.deps, 'shili', '2026-09')
  await shipped.close()
  expect(seeded.refused).toEqual([])
  expect(without).toEqual([])
  expect(conspicuous).toEqual([['yuanlin', [...patternIds]]])
})

it('a demo made before the morning is over has done what its files tell of that morning, in its order', async () => {
  app.goTo('2025-10-17 00:44')
  const steps = [
    { day: 0, time: '09:00', act: 'accept', by: 'office' },
    { day: 0, time: '09:30', act: 'dispatch', by: 'office', with: dispatchTo('lighting') },
    { day: 0, time: '16:00', act: 'accept', by: 'office' },
  ]
  const demo = demoOf('night', 97)
  await seed('night', 97, [...demo.messages.slice(1), { ...letterOf('lamp'), ago: 0, time: '08:30', steps }])
  const { matters } = await standsIn('night')
  expect(matters).toEqual([
    ['handling', ['submit 2025-10-16T16:34Z', 'accept 2025-10-16T16:38Z', 'dispatch 2025-10-16T16:40Z']],
    ['received', ['submit 2025-10-15T01:00Z']],
  ])
})

it('a demo that is there is left as it is, days later', async () => {
  app.goTo('2025-10-16 17:00')
  const before = await standsIn('whole')
  app.goTo('2025-11-03 09:00')
  expect(await seed('whole', 98)).not.toContainEqual(expect.stringContaining('ready'))
  expect(await standsIn('whole')).toEqual(before)
  expect((await verifyRecords(app.deps, () => {}, [])).findings).toEqual([])
})
