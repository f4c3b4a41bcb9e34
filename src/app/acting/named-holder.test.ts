import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { account, root, type TestApp, testApp } from '../app.fixtures.js'
import { byStaff, leaderDesk, listDuties, listNotices, readDesk, recordAct, runTimers, submitMatter } from '../index.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const registry = { role: 'registry', unit: null, person: 'clerk' }
const deputy = (person: string) => ({ role: 'deputy', unit: null, person })
const unit = (name: string) => ({ role: 'unit', unit: name, person: `${name}-1` })

let app: TestApp

beforeAll(async () => {
  const person = (login: string, role: string, of: string | null = null) => account(login, login, [{ role, unit: of }])
  const people = [
    person('clerk', 'registry'),
    person('wang', 'deputy'),
    person('zhao', 'deputy'),
    person('roads-1', 'unit', 'roads'),
  ]
  const under = { regulation: 'named-holders', regulationVersion: '2025-01-01' }
  app = await testApp('2025-03-03 09:00', library, people, under)
  await register('水厂情况专报', 'present', { reader: 'wang' })
  await register('道路情况专报', 'ask', { answeringUnit: 'roads' })
})
afterAll(() => app.close())

async function register(title: string, act: string, stated: Readonly<Record<string, string>>): Promise<void> {
  const asked = { office: app.office, actor: registry, lang: 'zh' as const }
  const done = await submitMatter(app.deps, { ...asked, with: { title }, opener: byStaff })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  const next = await recordAct(app.deps, { ...asked, matter: done.matter, act, with: stated, revision: null })
  if (!next.ok) throw new Error(JSON.stringify(next))
}

const viewer = (actor: typeof registry | ReturnType<typeof unit>) => ({
  office: app.office,
  actor,
  account: actor.person,
  lang: 'zh' as const,
})

it.each([
  ['wang', deputy('wang'), ['水厂情况专报']],
  ['zhao', deputy('zhao'), []],
  ['zhao, standing in for wang', { ...deputy('zhao'), behalf: 'wang' }, ['水厂情况专报']],
  ['roads', unit('roads'), ['道路情况专报']],
  ['lighting', unit('lighting'), []],
])('puts what one person or one unit owes on the desk of %s alone', async (_who, actor, titles) => {
  const desk = await listDuties(app.deps, viewer(actor), { show: 'all', page: { limit: 10 } })
  expect(desk.rows.map(({ title }) => title)).toEqual(titles)
  expect(desk.counts.open).toBe(titles.length)
})

it('shows it on the one leader’s desk and not on another’s', async () => {
  const waiting = async (person: string) =>
    (await leaderDesk(app.deps, viewer(deputy(person)))).waiting.map(({ matter }) => matter.title)
  expect([await waiting('wang'), await waiting('zhao')]).toEqual([['水厂情况专报'], []])
})

it('urges whoever owes it, and nobody else of the role', async () => {
  app.goTo('2025-03-07 09:00')
  await runTimers(app.deps, (error) => {
    throw error
  })
  const told = async (actor: ReturnType<typeof deputy>) => (await listNotices(app.deps, viewer(actor), { limit: 10 })).rows.length
  expect([await told(deputy('wang')), await told(deputy('zhao'))]).toEqual([1, 0])
})

it('tells the office of what waits for one person alone who has gone, and no more once they are back', async () => {
  const unheld = async () => (await readDesk(app.deps, viewer(registry))).unheld.map(({ role, person }) => [role.id, person])
  expect(await unheld()).toEqual([])
  const wang = account('wang', 'wang', [{ role: 'deputy', unit: null }])
  await app.deps.store.putAccount('demo', { ...wang, isDisabled: true })
  expect(await unheld()).toEqual([['deputy', 'wang']])
  await app.deps.store.putAccount('demo', { ...wang, roles: [{ role: 'registry', unit: null }] })
  expect(await unheld()).toEqual([['deputy', 'wang']])
  await app.deps.store.putAccount('demo', wang)
  expect(await unheld()).toEqual([])
})
