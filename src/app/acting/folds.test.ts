import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Program } from '../../core/index.js'
import { dispatchTo, officer, secondOfficer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { type Office, readMatter, recordAct } from '../index.js'

let app: TestApp
let office: Office
let folds = 0
beforeAll(async () => {
  app = await testApp()
  const counted = counting(app.office.program)
  office = { ...app.office, program: counted, programOf: () => counted }
})
afterAll(() => app.close())

/** The same program, which counts how often the act that opens a matter is applied: once in each fold. */
function counting(program: Program): Program {
  const acts = [...program.acts].map(([id, act]): [string, typeof act] => [id, { ...act, states: act.states }])
  for (const [, act] of acts.filter(([id]) => id === 'submit')) {
    const { states } = act
    Object.defineProperty(act, 'states', {
      get: () => {
        folds += 1
        return states
      },
    })
  }
  return { ...program, acts: new Map(acts) }
}

async function foldsOf(work: () => Promise<{ ok: boolean }>): Promise<number> {
  folds = 0
  expect(await work()).toMatchObject({ ok: true })
  return folds
}

const done = (matter: number, act: string, stated: Record<string, unknown> = {}) =>
  recordAct(app.deps, { office, matter, actor: officer, act, with: stated, revision: null, lang: 'zh' })

it('folds a matter once for an act, and once to show it', async () => {
  const { matter } = await app.submit()
  expect(await foldsOf(() => done(matter, 'accept'))).toBe(1)
  expect(await foldsOf(() => done(matter, 'dispatch', dispatchTo('lighting')))).toBe(1)
  const viewer = { account: 'li', office, actor: officer, lang: 'zh' as const }
  expect(await foldsOf(() => readMatter(app.deps, viewer, matter))).toBe(1)
})

it('folds a published matter once more, to know since when it is', async () => {
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await app.act(matter, unitOf('lighting'), 'contact')
  await app.act(matter, unitOf('lighting'), 'reply', { result: '已更换电缆，全部恢复照明。' })
  await app.act(matter, secondOfficer, 'conclude')
  await app.act(matter, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable')
  expect(await foldsOf(() => done(matter, 'publish', { publicReply: '已全部恢复照明。' }))).toBe(2)
})
