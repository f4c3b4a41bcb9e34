import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../app/app.fixtures.js'
import { runTimers, verifyRecords } from '../../app/index.js'
import type { DutyPage, MatterChoices, MatterPage, MatterView, OfficeDuties, OfficeRound, Problem } from '../../contract/index.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

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
  await store.rounds.begin('demo', { regulation: 'office-duties', since: '2025-07-01', lookAt: 0 })
  test.app.goTo('2025-10-14 10:00')
  await tick()
  await signInAll()
})
afterAll(() => test.close())

async function signInAll(): Promise<void> {
  li = await test.signIn('li')
  lead = await test.signIn('lead')
  roads = await test.signIn('roads-1')
}

const get = async <T>(who: SignedInAs, role: string, path: string, headers = {}): Promise<T> =>
  (await test.ask(who, 'GET', path, { role, headers })).json()
const read = (who: SignedInAs, role: string): Promise<OfficeDuties> => get(who, role, '/api/office-duties')
const nameOf = ({ duty, round }: OfficeRound): string => `${duty}@${round.id}`
const brief = (each: OfficeRound) => [nameOf(each), each.status, each.dueAt?.shown ?? null, each.holder.role]
const tick = () =>
  runTimers(test.app.deps, (error) => {
    throw error
  })

/** The matter of a round. */
async function matterOf(name: string): Promise<string> {
  const found = (await read(li, 'office')).rounds.find((each) => nameOf(each) === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found.matter
}
const open = async (who: SignedInAs, role: string, name: string): Promise<MatterView> =>
  get(who, role, `/api/matters/${await matterOf(name)}`)
const send = async (who: SignedInAs, role: string, name: string, stated: object) =>
  test.ask(who, 'POST', `/api/matters/${await matterOf(name)}/acts/${name.split('@')[0]}`, { role, payload: { with: stated } })

it('opened each round that ended since the office began, once, also after a quarter of a year without a look', async () => {
  await tick()
  const found = await read(li, 'office')
  expect(found.open.map(brief)).toEqual([
    ['statistics@2025-07', 'overdue', '2025-08-07 24:00', 'hotline'],
    ['statistics@2025-08', 'overdue', '2025-09-05 24:00', 'hotline'],
    ['statistics@2025-09', 'open', '2025-10-14 24:00', 'hotline'],
    ['bulletin@2025-Q3', 'open', '2025-12-31 24:00', 'office'],
  ])
  expect(found.since).toBe('2025-07-01')
  expect(found.open[3]).toMatchObject({
    title: '季度通报（2025年第三季度）',
    round: { id: '2025-Q3', name: '2025年第三季度' },
    clauses: [{ shown: { zh: '第三条', en: 'Article 3' } }],
  })
})

it('is told as it stood: what was open then, and what had not begun', async () => {
  const then = await get<OfficeDuties>(li, 'office', '/api/office-duties?asOf=2025-09-03')
  // All were opened in one look in October: in September nobody knew of them.
  expect(then.rounds).toEqual([])
  const now = await read(li, 'office')
  expect(await get<OfficeDuties>(li, 'office', '/api/office-duties?asOf=2025-10-14')).toEqual(now)
})

it('is in the ledger of duties and counts with its version and its clause', async () => {
  const ledger = await test.ask(li, 'GET', '/api/ledger?format=csv&kind=duties', { role: 'office' })
  expect(ledger.body).toContain('季度通报（2025年第三季度）')
  const { versions } = await get<{ versions: { id: string; matters: number }[] }>(li, 'office', '/api/office/regulations')
  expect(versions.filter(({ id }) => id === 'office-duties').map(({ matters }) => matters)).toEqual([4])
  const { clauses } = await get<{ clauses: { id: string; now: { matters: number; late: number } | null }[] }>(
    li,
    'office',
    '/api/office/regulations/office-duties/2025-01-01/clauses',
  )
  expect(clauses.filter(({ id }) => id === '2').map(({ now }) => now)).toEqual([{ matters: 3, late: 2 }])
})

it('is a matter: its page has the form, the receipt and how it began', async () => {
  const bulletin = await open(li, 'office', 'bulletin@2025-Q3')
  expect(bulletin).toMatchObject({ title: '季度通报（2025年第三季度）', stage: { name: '待办' } })
  expect(bulletin.receivedAt.shown).toBe('2025-10-01 00:00')
  expect(bulletin.timeline.map(({ name, by }) => [name, by.roleName])).toEqual([['本期期满', '平台按规定自动办理']])
  expect(bulletin.duties[0]?.receipt.sentences).toEqual([
    '9月30日（周二）2025年第三季度结束，当日不计',
    '2025年第四季度结束前',
    '12月31日（周三）24:00 到期',
  ])
  const act = bulletin.acts.find(({ act }) => act === 'bulletin')
  expect(act?.refusal).toBeNull()
  expect(act?.fields.map(({ id, isNeeded }) => [id, isNeeded])).toEqual([['bulletinText', true]])
  const statistics = await open(li, 'office', 'statistics@2025-09')
  expect(statistics.acts).toEqual([])
  expect(statistics.duties[0]?.holder.roleName).toBe('热线')
  expect(statistics.duties[0]?.receipt.days.filter(({ role }) => role === 'counted').map(({ on }) => on)).toEqual([
    '2025-10-09',
    '2025-10-10',
    '2025-10-11',
    '2025-10-13',
    '2025-10-14',
  ])
})

it('stands on the desk of whoever owes it, beside letters, and in no list of letters', async () => {
  const desk = await get<DutyPage>(li, 'office', '/api/duties')
  expect(desk.rows.map(({ title, name }) => [title, name])).toEqual([['季度通报（2025年第三季度）', '季度通报']])
  expect(desk.counts).toMatchObject({ open: 1, overdue: 0 })
  const wang = await test.signIn('wang')
  expect((await get<DutyPage>(wang, 'hotline', '/api/duties')).counts).toMatchObject({ open: 3, overdue: 2 })
  expect((await get<MatterPage>(li, 'office', '/api/matters')).total).toBe(0)
  expect((await get<MatterPage>(li, 'office', '/api/matters?q=季度通报')).total).toBe(0)
  const found = await get<MatterPage>(li, 'office', '/api/matters?q=季度通报&rounds=beside')
  expect(found.rows.map(({ title }) => title)).toEqual(['季度通报（2025年第三季度）'])
  expect((await get<MatterPage>(li, 'office', '/api/matters?rounds=only')).total).toBe(4)
  const choicesOf = (who: SignedInAs, role: string) => get<MatterChoices>(who, role, '/api/matters/choices')
  expect((await choicesOf(li, 'office')).rounds?.map(({ id }) => id)).toEqual(['beside', 'only'])
  expect((await choicesOf(roads, 'unit')).rounds).toEqual([])
})

it('is one gate: a unit sees none of it, a leader all of it, the public nothing', async () => {
  expect(await read(roads, 'unit')).toEqual({ open: [], rounds: [], hasDuties: false, since: '' })
  const path = `/api/matters/${await matterOf('bulletin@2025-Q3')}`
  expect((await test.ask(roads, 'GET', path, { role: 'unit' })).statusCode).toBe(404)
  expect((await get<MatterPage>(roads, 'unit', '/api/matters?rounds=only')).total).toBe(0)
  expect((await send(roads, 'unit', 'bulletin@2025-Q3', { bulletinText: '三季度共收件三十件。' })).statusCode).toBe(404)
  expect((await read(lead, 'leader')).open).toHaveLength(4)
  const published = await test.app.deps.store.searchPublished('demo', {})
  expect(published.rows).toEqual([])
})

it('refuses with the clause, field by field', async () => {
  const wrong = await send(li, 'office', 'bulletin@2025-Q3', { bulletinText: '短' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json<Problem>()).toMatchObject({
    code: 'invalid',
    clauses: [{ shown: { zh: '第三条', en: 'Article 3' } }],
    problems: [{ field: 'bulletinText', sentence: '通报内容至少10个字。' }],
  })
  const missing = await send(li, 'office', 'bulletin@2025-Q3', {})
  expect(missing.json<Problem>()).toMatchObject({ code: 'missing', missing: [{ name: '通报内容' }] })
  const other = await send(li, 'office', 'statistics@2025-09', { receivedCount: 1 })
  expect([other.statusCode, other.json<Problem>().code]).toEqual([403, 'wrong-role'])
})

it('tells of rungs once, to those whom they urge', async () => {
  await tick()
  await tick()
  const notices = async (who: SignedInAs, role: string) =>
    (await get<{ rows: { title: string; matter: string }[] }>(who, role, '/api/notices')).rows.map(({ title }) => title)
  const late = ['每月统计（2025年7月）', '每月统计（2025年8月）']
  expect((await notices(lead, 'leader')).sort()).toEqual(late)
  const wang = await test.signIn('wang')
  expect(await notices(wang, 'hotline')).toHaveLength(5)
  test.app.goTo('2025-10-15 00:00')
  await signInAll()
  await tick()
  expect((await notices(lead, 'leader')).sort()).toEqual([...late, '每月统计（2025年9月）'])
})

it('records it once: the second is told so, and the chain is whole', async () => {
  const text = '三季度共收件三十件，按期办结二十九件。'
  const both = await Promise.all([1, 2].map(() => send(li, 'office', 'bulletin@2025-Q3', { bulletinText: text })))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const after = await read(li, 'office')
  expect(after.open.map(nameOf)).not.toContain('bulletin@2025-Q3')
  expect(after.rounds.find((each) => nameOf(each) === 'bulletin@2025-Q3')).toMatchObject({ status: 'met', isLate: false })
  expect(after.rounds.map(nameOf)).toEqual(['bulletin@2025-Q3', 'statistics@2025-09', 'statistics@2025-08', 'statistics@2025-07'])
  const [, done] = (await open(lead, 'leader', 'bulletin@2025-Q3')).timeline
  expect(done).toMatchObject({ name: '季度通报', by: { person: '李工' }, stated: [{ name: '通报内容', value: text }] })
  expect((await verifyRecords(test.app.deps, () => {})).findings).toEqual([])
})

it('keeps a file with what was stated, by its name in the draft too, for those who see it', async () => {
  const { store } = test.app.deps
  const wang = await test.signIn('wang')
  const file = { name: '统计表.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]), uploadedAt: 0 }
  const { attachment } = await store.addAttachment('demo', file)
  const draft = `/api/matters/${await matterOf('statistics@2025-09')}/drafts/statistics`
  const values = { attachments: [attachment, 'no-such-file'] }
  expect((await test.ask(wang, 'PUT', draft, { role: 'hotline', payload: { values } })).statusCode).toBe(200)
  const begun = (await test.ask(wang, 'GET', draft, { role: 'hotline' })).json()
  expect(begun).toMatchObject({ values, files: [{ id: attachment, name: '统计表.pdf' }] })
  const done = await send(wang, 'hotline', 'statistics@2025-09', { receivedCount: 30, attachments: [attachment] })
  expect(done.statusCode).toBe(200)
  const again = await send(wang, 'hotline', 'statistics@2025-08', { receivedCount: 30, attachments: [attachment] })
  expect(again.json<Problem>().code).toBe('attachment-unknown')
  const found = await open(lead, 'leader', 'statistics@2025-09')
  expect(found.attachments.map(({ name }) => name)).toEqual(['统计表.pdf'])
  expect((await test.ask(lead, 'GET', `/api/attachments/${attachment}`, { role: 'leader' })).statusCode).toBe(200)
  expect((await test.ask(roads, 'GET', `/api/attachments/${attachment}`, { role: 'unit' })).statusCode).toBe(404)
})

it('simulates an example of them, with receipts and refusals in their own words', async () => {
  const scenario = `
title: 季度通报
format: 4
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
  expect(run.steps[0]).toMatchObject({ act: { id: 'bulletin', name: '季度通报' }, refusal: { code: 'too-early' } })
  const opened = run.steps[1].duties.map(({ key, name }: { key: string; name: string }) => [key, name])
  expect(opened).toContainEqual(['bulletin@2025-Q1', '季度通报（2025年第一季度）'])
})

it('speaks English too', async () => {
  const { rounds } = await get<OfficeDuties>(li, 'office', '/api/office-duties', { 'accept-language': 'en' })
  expect(rounds.at(-1)).toMatchObject({ title: '每月统计 (July 2025)', round: { name: 'July 2025' } })
})
