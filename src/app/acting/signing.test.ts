import { afterEach, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { account, root, type TestApp, testApp } from '../app.fixtures.js'
import { byStaff, neededFields, readMatter, recordAct, submitMatter } from '../index.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const as = (role: string, person: string): Actor => ({ role, unit: null, person })
const zhao = as('department', 'zhao')
const people = [
  account('zhao', '赵工', [{ role: 'department', unit: null }]),
  account('li', '李主任', [{ role: 'director', unit: null }]),
  account('wang', '王副区长', [{ role: 'vicemayor', unit: null }]),
  account('sun', '孙区长', [{ role: 'mayor', unit: null }]),
]

let app: TestApp
afterEach(() => app.close())

/** A topic drafted under one of the invented regulations. */
async function drafted(regulation: string, stated: Readonly<Record<string, unknown>>): Promise<number> {
  app = await testApp('2025-03-03 09:00', library, people, { regulation, regulationVersion: '2025-01-01' })
  const done = await submitMatter(app.deps, { office: app.office, actor: zhao, lang: 'zh', with: stated, opener: byStaff })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return done.matter
}

const viewer = (actor: Actor) => ({ office: app.office, actor, account: actor.person ?? '', lang: 'zh' as const })

async function seen(matter: number, actor: Actor) {
  const found = await readMatter(app.deps, viewer(actor), matter)
  if (!found.ok) throw new Error(JSON.stringify(found))
  return found.matter
}

const refused = async (matter: number, actor: Actor, act: string, stated: Readonly<Record<string, unknown>> = {}) => {
  const done = await recordAct(app.deps, { office: app.office, matter, actor, act, with: stated, revision: null, lang: 'zh' })
  return done.ok ? null : done.failure
}

it('lists what must exist, each by its clause, before the act, while its form is filled in, and in the refusal', async () => {
  const matter = await drafted('requirements', { title: '票价调整', inCharge: 'wang', touchesPeople: true, touchesMarket: true })
  const offered = (await seen(matter, zhao)).acts.find(({ act }) => act === 'propose')
  expect(offered?.requirements?.map(({ id, standing, clauses }) => [id, standing, clauses.map((each) => each.id)])).toEqual([
    ['consultation', 'lacking', ['2']],
    ['legality', 'lacking', ['3']],
    ['fairness', 'lacking', ['4']],
    ['brevity', 'met', ['5']],
    ['joining', 'lacking', ['6']],
  ])
  // What only other acts can bring about closes it.
  expect(offered?.refusal?.because.map(({ opens }) => opens.map(({ id }) => id))).toEqual([['closeConsultation'], ['review']])

  const filled = { explanation: '一二三四五六七八九十一二三四五六七八九十一', joined: ['finance', 'land'] }
  const needs = await neededFields(app.deps, viewer(zhao), { matter, act: 'propose', with: filled })
  expect(needs.ok && needs.requirements.map(({ standing }) => standing)).toEqual([
    'lacking',
    'lacking',
    'lacking',
    'lacking',
    'met',
  ])

  const failure = await refused(matter, zhao, 'propose', filled)
  expect(failure).toMatchObject({ code: 'incomplete', clauses: [{ id: '2' }, { id: '3' }, { id: '4' }, { id: '5' }] })
  expect(failure?.detail).toContain('公开征求意见')
  expect(failure?.detail).toContain('说明字数')
})

it('lets the one leader in charge waive with a reason, which stays beside the requirement and on the timeline', async () => {
  const matter = await drafted('requirements', { title: '应急调水', inCharge: 'wang', touchesMarket: true })
  const waived = { waived: ['fairness'], reason: '旱情紧急' }
  expect(await refused(matter, as('vicemayor', 'sun'), 'waive', waived)).toMatchObject({ code: 'not-permitted' })
  await app.act(matter, as('vicemayor', 'wang'), 'waive', waived)
  const { acts, timeline } = await seen(matter, zhao)
  const fairness = acts.find(({ act }) => act === 'propose')?.requirements?.find(({ id }) => id === 'fairness')
  expect(fairness).toMatchObject({ standing: 'waived', waived: { reason: '旱情紧急', by: { person: '王副区长' } } })
  expect(timeline.find(({ act }) => act === 'waive')?.stated.map(({ value }) => value)).toEqual(['公平竞争审查', '旱情紧急'])
})

it('shows a text level by level: who signed, who has it, and that a change begins it anew', async () => {
  const matter = await drafted('sign-offs', { title: '水厂扩建', motion: '拟扩建二水厂。', inCharge: 'wang' })
  await app.act(matter, zhao, 'submit')
  await app.act(matter, as('director', 'li'), 'sign')
  const [shown] = (await seen(matter, zhao)).signOffs ?? []
  expect(shown).toMatchObject({
    name: '议题审批',
    standing: { id: 'viceMayorSigns' },
    text: [{ id: 'motion' }],
    levels: [
      { id: 'directorSigns', standing: 'signed', signed: { by: { person: '李主任' }, isJump: false } },
      { id: 'legalAgrees', standing: 'unasked' },
      { id: 'viceMayorSigns', standing: 'waiting' },
      { id: 'mayorSigns', standing: 'ahead' },
    ],
  })
  expect(await refused(matter, as('mayor', 'sun'), 'sign')).toMatchObject({
    code: 'not-permitted',
    clauses: [{ id: '2' }, {}, {}, {}],
  })
  await app.act(matter, zhao, 'change', { motion: '拟扩建二水厂，分两期。' })
  expect((await seen(matter, zhao)).signOffs?.[0]?.levels.map(({ standing }) => standing)).toEqual([
    'ahead',
    'unasked',
    'ahead',
    'ahead',
  ])
})

it('lets a substitute sign for whom they stand in, and never for or as the drafter', async () => {
  const matter = await drafted('sign-offs', { title: '水厂扩建', motion: '拟扩建二水厂。', inCharge: 'wang' })
  await app.act(matter, zhao, 'submit')
  expect(await refused(matter, as('director', 'zhao'), 'sign')).toMatchObject({ code: 'recused' })
  expect(await refused(matter, { ...as('director', 'zhao'), behalf: 'li' }, 'sign')).toMatchObject({ code: 'recused' })
  expect(await refused(matter, { ...as('director', 'sun'), behalf: 'zhao' }, 'sign')).toMatchObject({ code: 'recused' })
  await app.act(matter, as('director', 'li'), 'sign')
  await app.act(matter, { ...as('vicemayor', 'sun'), behalf: 'wang' }, 'sign')
  expect((await seen(matter, zhao)).signOffs?.[0]?.standing.id).toBe('mayorSigns')
})
