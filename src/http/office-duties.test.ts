import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../app/app.fixtures.js'
import { runTimers, verifyRecords } from '../app/index.js'
import type { OfficeDuties, OfficeDutyView, Problem } from '../contract/index.js'
import { loadLibrary } from '../load/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let lead: SignedInAs
let roads: SignedInAs
const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})

beforeAll(async () => {
  test = await testServer(0, false, library)
  const { store, offices } = test.app.deps
  await store.putGovernment({
    government: 'demo',
    name: '示例区',
    numberPrefix: 10,
    regulation: 'office-duties',
    regulationVersion: '2025-01-01',
    settings: { secondFactor: 'offered' },
  })
  await store.setRoles('demo', 'wang', [{ role: 'hotline', unit: null }])
  offices.forget()
  await store.officeRecord.begin('demo', { regulation: 'office-duties', since: '2025-07-01', lookAt: 0 })
  test.app.goTo('2025-10-14 10:00')
  await signInAll()
})
afterAll(() => test.close())

async function signInAll(): Promise<void> {
  li = await test.signIn('li')
  lead = await test.signIn('lead')
  roads = await test.signIn('roads-1')
}

const read = async (who: SignedInAs, role: string, show = 'all'): Promise<OfficeDuties> =>
  (await test.ask(who, 'GET', `/api/office-duties?show=${show}`, { role })).json()
const brief = ({ key, duty, isMine }: OfficeDutyView) => [key, duty.status, duty.dueAt?.shown ?? null, isMine]
const send = (who: SignedInAs, role: string, key: string, stated: object) =>
  test.ask(who, 'POST', `/api/office-duties/${encodeURIComponent(key)}/done`, { role, payload: { with: stated } })
const tick = () =>
  runTimers(test.app.deps, (error) => {
    throw error
  })

it('shows what is owed now, by due time, and whose it is', async () => {
  const found = await read(li, 'office', 'open')
  expect(found.open.map(brief)).toEqual([
    ['statistics@2025-07', 'overdue', '2025-08-07 24:00', false],
    ['statistics@2025-08', 'overdue', '2025-09-05 24:00', false],
    ['statistics@2025-09', 'open', '2025-10-14 24:00', false],
    ['bulletin@2025-Q3', 'open', '2025-12-31 24:00', true],
  ])
  expect(found.periods).toEqual([])
  const bulletin = found.open.at(-1)
  expect(bulletin?.period).toEqual({ id: '2025-Q3', name: '2025年第三季度', first: '2025-07-01', last: '2025-09-30' })
  expect(bulletin?.refusal).toBeNull()
  expect(bulletin?.fields.map(({ id, isNeeded }) => [id, isNeeded])).toEqual([['bulletinText', true]])
  expect(bulletin?.duty.receipt.sentences).toEqual([
    '9月30日（周二）2025年第三季度结束，当日不计',
    '2025年第四季度结束前',
    '12月31日（周三）24:00 到期',
  ])
  expect(found.open[2]?.refusal?.sentence).toBe('按规定，“每月统计”不由您的角色办理。')
  expect(found.open[2]?.duty.receipt.days.filter(({ role }) => role === 'counted').map(({ on }) => on)).toEqual([
    '2025-10-09',
    '2025-10-10',
    '2025-10-11',
    '2025-10-13',
    '2025-10-14',
  ])
})

it('is one gate: a unit sees none of it, a leader all of it', async () => {
  expect(await read(roads, 'unit')).toMatchObject({ open: [], periods: [], hasDuties: false })
  expect((await send(roads, 'unit', 'bulletin@2025-Q3', { bulletinText: '三季度共收件三十件。' })).statusCode).toBe(403)
  expect((await read(lead, 'leader')).open).toHaveLength(4)
})

it('refuses with the clause, field by field, and keeps to periods that are owed', async () => {
  const wrong = await send(li, 'office', 'bulletin@2025-Q3', { bulletinText: '短' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json<Problem>()).toMatchObject({
    code: 'invalid',
    clauses: [{ shown: '第三条' }],
    problems: [{ field: 'bulletinText', sentence: '通报内容至少10个字。' }],
  })
  const missing = await send(li, 'office', 'bulletin@2025-Q3', {})
  expect(missing.json<Problem>()).toMatchObject({ code: 'missing', missing: [{ name: '通报内容' }] })
  const early = await send(li, 'office', 'bulletin@2025-Q4', { bulletinText: '四季度共收件三十件。' })
  expect([early.statusCode, early.json<Problem>().detail]).toEqual([
    409,
    '2025年第四季度的还没到可以办的时候，2026-01-01 00:00起可以办。',
  ])
  const before = await send(li, 'office', 'bulletin@2025-Q2', { bulletinText: '二季度共收件三十件。' })
  expect(before.json<Problem>().code).toBe('not-in-force')
  expect((await send(li, 'office', 'bulletin@soon', {})).statusCode).toBe(422)
  expect((await send(li, 'office', 'nothing@2025-Q3', {})).statusCode).toBe(404)
})

it('tells of rungs once, to those whom they urge', async () => {
  await tick()
  await tick()
  const notices = async (who: SignedInAs, role: string) =>
    (await test.ask(who, 'GET', '/api/notices', { role }))
      .json()
      .rows.map((row: { title: string; text: string; matter: null }) => [row.title, row.text, row.matter])
  const late = [
    ['每月统计（2025年8月）', '红色', null],
    ['每月统计（2025年7月）', '红色', null],
  ]
  expect(await notices(lead, 'leader')).toEqual(late)
  const wang = await test.signIn('wang')
  expect(await notices(wang, 'hotline')).toHaveLength(5)
  test.app.goTo('2025-10-15 00:00')
  await signInAll()
  await tick()
  expect(await notices(lead, 'leader')).toEqual([['每月统计（2025年9月）', '红色', null], ...late])
})

it('records it once: the second is told so; it is in the log, and the chain is whole', async () => {
  const text = '三季度共收件三十件，按期办结二十九件。'
  const both = await Promise.all([1, 2].map(() => send(li, 'office', 'bulletin@2025-Q3', { bulletinText: text })))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(both.find(({ statusCode }) => statusCode === 409)?.json<Problem>().detail).toBe('2025年第三季度的“季度通报”已经办过了。')
  const after = await read(li, 'office')
  expect(after.open.map(({ key }) => key)).not.toContain('bulletin@2025-Q3')
  expect(after.periods.find(({ key }) => key === 'bulletin@2025-Q3')).toMatchObject({
    status: 'met',
    isLate: false,
    by: '李工',
    stated: [{ name: '通报内容', value: text }],
  })
  expect(after.periods.map(({ key }) => key)).toEqual([
    'bulletin@2025-Q3',
    'statistics@2025-09',
    'statistics@2025-08',
    'statistics@2025-07',
  ])
  const log = (await test.ask(await test.signIn('auditor-1'), 'GET', '/api/audit')).json()
  expect(JSON.stringify(log)).toContain('履行机构义务')
  expect((await verifyRecords(test.app.deps, () => {})).findings).toEqual([])
})

it('keeps a file with what was stated, for those who see it', async () => {
  const { store } = test.app.deps
  const wang = await test.signIn('wang')
  const file = { name: '统计表.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]), uploadedAt: 0 }
  const { attachment } = await store.addAttachment('demo', file)
  const done = await send(wang, 'hotline', 'statistics@2025-09', { receivedCount: 30, attachments: [attachment] })
  expect(done.statusCode).toBe(200)
  const again = await send(wang, 'hotline', 'statistics@2025-08', { receivedCount: 30, attachments: [attachment] })
  expect(again.json<Problem>().code).toBe('attachment-unknown')
  const found = await read(lead, 'leader')
  expect(found.periods.find(({ key }) => key === 'statistics@2025-09')).toMatchObject({
    isLate: true,
    files: [{ name: '统计表.pdf' }],
    stated: [{ name: '收件数', value: '30' }],
  })
  expect((await test.ask(lead, 'GET', `/api/attachments/${attachment}`, { role: 'leader' })).statusCode).toBe(200)
  expect((await test.ask(roads, 'GET', `/api/attachments/${attachment}`, { role: 'unit' })).statusCode).toBe(404)
})

it('simulates an example of them, with receipts and refusals in their own words', async () => {
  const scenario = `
title: 季度通报
format: 2
regulation: office-duties
since: 2025-01-01
steps:
  - { at: 2025-03-31 09:00, officeDuty: bulletin, period: 2025-Q1, by: office, with: { bulletinText: 一季度共收件三十件。 }, refused: too-early }
  - { at: 2025-04-01 09:00, expect: { officeDuties: { duty: bulletin, status: open } } }
`
  const answer = await test.ask(li, 'POST', '/api/simulate', { role: 'office', payload: { scenario } })
  expect(answer.statusCode).toBe(200)
  const [run] = answer.json().runs
  expect(run.failures).toEqual([])
  expect(run.steps[0]).toMatchObject({
    act: { id: 'bulletin', name: '季度通报' },
    refusal: { sentence: '2025年第一季度的还没到可以办的时候，2025-04-01 00:00起可以办。' },
  })
  const opened = run.steps[1].duties.map(({ key, name }: { key: string; name: string }) => [key, name])
  expect(opened).toContainEqual(['bulletin@2025-Q1', '季度通报（2025年第一季度）'])
})

it('speaks English too', async () => {
  const answer = await test.ask(li, 'GET', '/api/office-duties?show=open', {
    role: 'office',
    headers: { 'accept-language': 'en' },
  })
  const [first] = answer.json<OfficeDuties>().open
  expect(first?.period.name).toBe('July 2025')
})
