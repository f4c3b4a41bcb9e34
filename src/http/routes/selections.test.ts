import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { account, root, testApp } from '../../app/app.fixtures.js'
import { byStaff, recordAct, requester, submitMatter, verifyRecords } from '../../app/index.js'
import { drawn } from '../../app/selections/lot.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, serverOver, type TestServer } from '../http.fixtures.js'

/** Letters of which some are drawn for a check, under the text that asks for it. */
let test: TestServer
let office: SignedInAs
let hall: SignedInAs
const matters: number[] = []

const under = { regulation: 'dawukou-mailbox', regulationVersion: 'undated' }
const among = { regulation: 'dawukou-mailbox', act: 'drawForCheck' }
const people = [
  account('li', '李工', [{ role: 'office', unit: null }]),
  account('hall', '办公室甲', [{ role: 'governmentOffice', unit: null }]),
  account('lighting-1', '灯甲', [{ role: 'unit', unit: 'lighting' }]),
]

beforeAll(async () => {
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const app = await testApp('2025-09-01 09:00', library, people, under)
  const from = '2025-01-01'
  const renewal = {
    regulation: 'dawukou-mailbox',
    version: 'undated',
    from,
    to: null,
    clause: '',
    instrument: '',
    on: from,
    reason: '',
  }
  await app.deps.store.administration.patchSettings('demo', { renewals: [renewal] })
  app.deps.offices.forget('demo')
  const now = await app.deps.offices.get('demo')
  if (now === null) throw new Error('no office')
  const hallActor = { role: 'governmentOffice', unit: null, person: 'hall' }
  const officer = { role: 'office', unit: null, person: 'li' }
  const form = {
    channel: 'web',
    title: '路灯不亮',
    body: '解放路东段的路灯连续五天不亮。',
    category: 'hardship',
    place: '解放路',
    requesterName: '甲',
    phone: '13912345678',
  }
  for (let letter = 0; letter < 7; letter += 1) {
    const sent = await submitMatter(app.deps, {
      office: now,
      actor: requester,
      lang: 'zh',
      opener: { ...byStaff, isPortal: true },
      with: form,
    })
    if (!sent.ok || sent.matter === null) throw new Error(JSON.stringify(sent))
    matters.push(sent.matter)
    const asked = { office: now, matter: sent.matter, revision: null, lang: 'zh' as const }
    const accepted = await recordAct(app.deps, { ...asked, actor: hallActor, act: 'accept', with: { category: 'hardship' } })
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.failure))
    // The last one is not dispatched: nothing was done in it that could be checked.
    if (letter === 6) continue
    const stated = { assignments: [{ unit: 'lighting', part: 'lead' }], principle: 'competence' }
    const dispatched = await recordAct(app.deps, { ...asked, actor: officer, act: 'dispatch', with: stated })
    if (!dispatched.ok) throw new Error(JSON.stringify(dispatched.failure))
  }
  test = await serverOver(app)
  office = await test.signIn('li')
  hall = await test.signIn('hall')
})
afterAll(() => test.close())

it('is offered to no selection by hand, whatever each matter allows', async () => {
  const payload = { targets: matters.map((matter) => ({ matter: String(matter), unit: null })) }
  const { offers } = (await test.ask(office, 'POST', '/api/bulk/offers', { payload })).json()
  const offered = offers.map(({ act }: { act: { act: string } }) => act.act)
  expect(offered.length).toBeGreaterThan(0)
  expect(offered).not.toContain('drawForCheck')
})

const get = async (who: SignedInAs, url: string) => (await test.ask(who, 'GET', url)).json()
const post = (who: SignedInAs, url: string, payload: object) => test.ask(who, 'POST', url, { payload })

it('offers what its role draws, and to nobody else', async () => {
  const { offers } = await get(office, '/api/selections')
  expect(offers).toMatchObject([{ act: 'drawForCheck', byLot: true }])
  expect((await get(hall, '/api/selections')).offers).toEqual([])
  expect((await get(office, '/api/session')).role.choosesMatters).toBe(true)
  expect((await get(hall, '/api/session')).role.choosesMatters).toBe(false)
  expect((await post(hall, '/api/selections', { ...among, amount: 1 })).statusCode).toBe(404)
})

it('draws among all in which it could be done, keeps how, does it there, and anybody draws the same again', async () => {
  const { candidates } = await get(office, `/api/selections/candidates?${new URLSearchParams(among)}`)
  expect(candidates).toHaveLength(6)
  const made = (await post(office, '/api/selections', { ...among, amount: 3 })).json()
  expect(made).toMatchObject({ byLot: true, amongCount: 6, chosenCount: 3 })
  expect(made.chosen.map((each: { isDone: boolean }) => each.isDone)).toEqual([false, false, false])
  expect(made.chosen.map((each: { number: string }) => each.number)).toEqual(drawn(made.seed, made.among, 3))
  const done = (await post(office, `/api/selections/${made.id}/finish`, {})).json()
  expect(done.chosen.map((each: { isDone: boolean }) => each.isDone)).toEqual([true, true, true])
  // Once in each, however often it is finished.
  await post(office, `/api/selections/${made.id}/finish`, {})
  const [first] = done.chosen
  const matter = await get(office, `/api/matters/${first.id}`)
  expect(matter.timeline.filter((each: { act: string }) => each.act === 'drawForCheck')).toHaveLength(1)
  expect(JSON.stringify(matter.fields)).toContain(made.seed)
  expect(matter.duties.map((each: { duty: string }) => each.duty)).toContain('checkDrawn')
  expect((await get(office, `/api/selections/candidates?${new URLSearchParams(among)}`)).candidates).toHaveLength(3)
})

it('is done in no matter by itself', async () => {
  const { candidates } = await get(office, `/api/selections/candidates?${new URLSearchParams(among)}`)
  const answer = await post(office, `/api/matters/${candidates[0].id}/acts/drawForCheck`, { with: { drawRecord: '自己填的' } })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-permitted'])
})

it('says what is wrong with what was asked', async () => {
  const sentences = async (more: object) =>
    (await post(office, '/api/selections', { ...among, ...more }))
      .json()
      .problems.map((each: { sentence: string }) => each.sentence)
  expect(await sentences({})).toEqual(['请写 1 到 3 之间的件数'])
  expect(await sentences({ amount: 4 })).toEqual(['请写 1 到 3 之间的件数'])
  expect(await sentences({ amount: 1, from: '2025-13-01' })).toEqual(['请写成 2026-03-01 这样的日期'])
  expect(await sentences({ amount: 1, from: '2025-10-01' })).toEqual(['现在没有可选的件'])
})

it('is verified: what its seed and its numbers do not give is found', async () => {
  const codes = async () => (await verifyRecords(test.app.deps, () => {})).findings.map(({ code }) => code)
  expect(await codes()).toEqual([])
  await test.app.asOwner('alter table selection disable trigger append_only')
  await test.app.asOwner("update selection set chosen = array(select unnest(chosen) order by 1 desc) || '0'::text")
  expect(await codes()).toEqual(['selection'])
})
