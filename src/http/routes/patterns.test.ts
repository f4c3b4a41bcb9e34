import { afterAll, beforeAll, expect, it } from 'vitest'
import { failingAt } from '../../../test/failing-statements.js'
import { dispatchTo, officer, secondOfficer, unitOf } from '../../app/app.fixtures.js'
import { keepPatterns, requester } from '../../app/index.js'
import type { PatternsView } from '../../contract/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let lights: SignedInAs

const lighting = unitOf('lighting')
const alike = '您反映的问题已经收悉，我们会尽快安排人员到现场查看并处理，感谢您的支持。'

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  const begun = async (more: Readonly<Record<string, string>>): Promise<number> => {
    const { matter } = await app.submit({ category: 'consultation', ...more })
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
    return matter
  }
  app.goTo('2025-10-09 09:00')
  const who = { phone: '13911110001' }
  const same = [
    await begun({ title: '路灯一', ...who }),
    await begun({ title: '路灯二', ...who }),
    await begun({ title: '路灯三', ...who }),
  ]
  const other = await begun({ title: '别人的', phone: '13911110009' })
  for (const matter of [...same, other])
    await app.act(matter, lighting, 'reply', {
      result: matter === other ? '灯泡昨天已经换好，请您晚上再看一看是否正常亮起来了。' : alike,
    })
  await app.act(other, secondOfficer, 'conclude')
  for (const matter of same) {
    await app.act(matter, secondOfficer, 'conclude')
    await app.act(matter, requester, 'rate', { rating: 'good' })
  }
  // Five workdays end on 15 October, 24:00: what is done on the last day lies in the last tenth.
  const hurried = []
  for (let each = 0; each < 10; each += 1) hurried.push(await begun({ title: `赶在到期前${each}`, phone: `1391111010${each}` }))
  app.goTo('2025-10-15 20:00')
  for (const [at, matter] of hurried.entries())
    await app.act(matter, lighting, 'reply', { result: `第${at}件已经办好，具体情况如下所述，请您查看。` })
  li = await it_.signIn('li')
  lights = await it_.signIn('lighting-1')
})
afterAll(() => it_.close())

const read = async (who: SignedInAs, role: string, month = '2025-10'): Promise<PatternsView> => {
  const answer = await it_.ask(who, 'GET', `/api/patterns?month=${month}`, { role })
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return answer.json()
}
const told = ({ units }: PatternsView) =>
  units.map(({ unit, found }) => [unit.id, Object.fromEntries(found.map(({ id, number, of }) => [id, [number, of]]))])
const ofLighting = [['lighting', { lastMoment: [10, 14], sameRater: [3, 3], sameAnswer: [3, 4], split: [3, 14] }]]
const asUnit = 'unit@lighting'

it('shows a unit its own at once, with the measure and the matters behind it', async () => {
  const view = await read(lights, asUnit)
  expect(told(view)).toEqual(ofLighting)
  const found = view.units[0]?.found.find(({ id }) => id === 'split')
  expect(found?.matters.map(({ title }) => title).sort()).toEqual(['路灯一', '路灯三', '路灯二'])
  expect(found?.measure).toContain('同一天')
  expect(JSON.stringify(view)).not.toContain('13911110001')
})

it('shows another unit nothing of it', async () => {
  expect(told(await read(await it_.signIn('roads-1'), 'unit@roads'))).toEqual([])
})

it('shows the office what the unit had days to answer, and its answer beside it', async () => {
  const before = await read(li, 'office')
  expect([before.units, before.othersFrom?.shown]).toEqual([[], '2025-11-08 00:00'])
  const payload = { month: '2025-10', pattern: 'split', answer: '三盏灯在三条路上，分别派了人。' }
  const answer = await it_.ask(lights, 'POST', '/api/patterns/answers', { payload, role: asUnit })
  expect(answer.statusCode).toBe(200)
  it_.app.goTo('2025-11-10 09:00')
  li = await it_.signIn('li')
  lights = await it_.signIn('lighting-1')
  const after = await read(li, 'office')
  expect(told(after)).toEqual(ofLighting)
  expect(after.othersFrom).toBeNull()
  expect(after.units[0]?.found.find(({ id }) => id === 'split')?.answers).toMatchObject([{ answer: payload.answer, by: '灯甲' }])
})

it('is answered by the unit alone, in words', async () => {
  const answer = async (who: SignedInAs, role: string, more: object) =>
    (
      await it_.ask(who, 'POST', '/api/patterns/answers', {
        payload: { month: '2025-10', pattern: 'split', answer: '说明', ...more },
        role,
      })
    ).statusCode
  expect(await answer(li, 'office', {})).toBe(403)
  expect(await answer(lights, asUnit, { answer: '  ' })).toBe(422)
  expect(await answer(lights, asUnit, { pattern: 'guilty' })).toBe(404)
  expect(await answer(lights, asUnit, { month: '2026-10' })).toBe(422)
})

it('can be switched off by the office, and by nobody else', async () => {
  const turn = async (who: SignedInAs, role: string, isOn: boolean) =>
    (await it_.ask(who, 'POST', '/api/patterns/switch', { payload: { isOn }, role })).statusCode
  expect(await turn(lights, asUnit, false)).toBe(403)
  expect(await turn(li, 'office', false)).toBe(200)
  const off = await read(lights, asUnit)
  expect([off.isOn, off.units]).toEqual([false, []])
  expect(await turn(li, 'office', true)).toBe(200)
  expect(told(await read(lights, asUnit))).toEqual(ofLighting)
})

it('tells in the log who switched it, and nothing of what was refused or stands so already', async () => {
  const already = await it_.ask(li, 'POST', '/api/patterns/switch', { payload: { isOn: true }, role: 'office' })
  expect(already.statusCode).toBe(200)
  const auditor = await it_.signIn('auditor-1')
  const switched = async (kind: string, lang: string) => {
    const { rows } = (await it_.ask(auditor, 'GET', `/api/audit?kind=${kind}`, { headers: { 'accept-language': lang } })).json()
    return rows.map(({ who, kind }: { who: { id: string }; kind: { name: string } }) => [who.id, kind.name])
  }
  expect(await switched('patterns-switched-off', 'zh')).toEqual([['li', '关闭数字自查']])
  expect(await switched('patterns-switched-on', 'en')).toEqual([['li', 'switched figures to look at on']])
})

it('is counted once a day for those who wait for it, and told to the unit once', async () => {
  const { deps } = it_.app
  it_.app.goTo('2025-11-10 09:00')
  lights = await it_.signIn('lighting-1')
  const notices = async (who = lights) =>
    (await it_.ask(who, 'GET', '/api/notices', { role: asUnit }))
      .json()
      .rows.flatMap(({ month, text }: { month: string | null; text: string }) =>
        month === null ? [] : [[month, text.slice(0, 4)]],
      )
  expect(await notices()).toEqual([])
  // Cut off at any statement, it says no more and no less when it goes on.
  for (let nth = 1, hasFailed = true; hasFailed; nth += 19)
    ({ hasFailed } = await failingAt(nth, () => keepPatterns(deps).catch(() => undefined)))
  await keepPatterns(deps)
  expect(await notices()).toEqual([['2025-10', '有数字达']])
  expect((await it_.ask(await it_.signIn('roads-1'), 'GET', '/api/notices', { role: 'unit@roads' })).json().rows).toEqual([])
  it_.app.goTo('2025-11-10 15:00')
  const kept = await read(await it_.signIn('li'), 'office')
  expect([told(kept), kept.countedAt?.shown]).toEqual([ofLighting, '2025-11-10 09:00'])
  it_.app.goTo('2025-11-11 09:00')
  await keepPatterns(deps)
  const [next, again] = [await read(await it_.signIn('li'), 'office'), await it_.signIn('lighting-1')]
  expect([told(next), next.countedAt?.shown]).toEqual([ofLighting, '2025-11-11 09:00'])
  expect(await notices(again)).toHaveLength(1)
})
