import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, secondOfficer, unitOf } from '../../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let li: SignedInAs
let lead: SignedInAs
let lighting: SignedInAs
let schools: SignedInAs
beforeAll(async () => {
  test = await testServer()
  li = await test.signIn('li')
  lead = await test.signIn('lead')
  lighting = await test.signIn('lighting-1')
  schools = await test.signIn('schools-1')
})
afterAll(() => test.close())

const answer = '经现场核实，解放路东段路灯故障系地下电缆老化所致，已于九月三十日更换电缆，现已恢复照明，感谢您的监督。'

/** A matter that the lighting unit has in hand. */
async function inHand(more: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const { matter } = await test.app.submit(more)
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  return matter
}

const needs = (who: SignedInAs | null, matter: number | 'new', act: string, stated: object) =>
  test.ask(who, 'POST', `/api/matters/${matter}/acts/${act}/needs`, { payload: { with: stated } })
const check = (who: SignedInAs | null, matter: number, result: string, act = 'reply') =>
  test.ask(who, 'POST', `/api/matters/${matter}/reply-check`, { payload: { act, field: 'result', with: { result } } })

const look = (who: SignedInAs, matter: number, act: string, stated: object) =>
  test.ask(who, 'POST', `/api/matters/${matter}/reply-check`, { payload: { act, field: 'publicReply', with: stated } })

it('says what a form must ask for as it is filled in', async () => {
  const { matter } = await test.app.submit()
  expect((await needs(li, matter, 'decline', {})).json()).toEqual({ needed: ['ground'], requirements: [] })
  expect((await needs(li, matter, 'decline', { ground: 'other' })).json()).toEqual({
    needed: ['ground', 'reason'],
    requirements: [],
  })
  expect((await needs(li, matter, 'decline', { ground: 'litigation' })).json()).toEqual({ needed: ['ground'], requirements: [] })
})

it('tells the form which field decides, and which comes only with it', async () => {
  const { matter } = await test.app.submit()
  const { acts } = (await test.ask(li, 'GET', `/api/matters/${matter}`)).json()
  const { fields } = acts.find((each: { act: string }) => each.act === 'decline')
  expect(fields).toMatchObject([
    { id: 'ground', decides: true, isNeeded: true },
    { id: 'reason', isConditional: true, isNeeded: false },
  ])
})

it.each([
  ['whoever is not signed in', () => null, 401],
  ['a unit whose matter it is not', () => schools, 404],
  ['a role whose act it is not', () => lead, 403],
])('answers nothing to %s', async (_, who, status) => {
  const matter = await inHand()
  expect((await needs(who(), matter, 'reply', {})).statusCode).toBe(status)
  expect((await check(who(), matter, answer)).statusCode).toBe(status)
})

it('answers nothing about an act that opens a matter to a role whose act it is not', async () => {
  expect((await needs(li, 'new', 'submit', {})).statusCode).toBe(403)
})

it('points at what looks like personal data, and shows it in the public page to be', async () => {
  const matter = await inHand()
  const stated = { publicTitle: '路灯不亮', publicReply: '已告知王小明先生，电话13911112222。', reason: '只留在这里' }
  const found = (await look(li, matter, 'publish', stated)).json()
  expect(found.warnings).toMatchObject([{ kind: 'personal', words: ['王小明', '13911112222'], matter: null }])
  expect(found.preview).toMatchObject({
    isPublished: false,
    title: [{ text: '路灯不亮' }],
    units: ['路灯所'],
    keptBack: [{ id: 'reason' }],
  })
  const shown = found.preview.fields.find((field: { id: string }) => field.id === 'publicReply')
  expect(shown.parts.filter((part: { isPersonal: boolean }) => part.isPersonal)).toHaveLength(2)
  expect(found.preview.fields.map((field: { id: string }) => field.id)).toEqual(['publicReply'])
})

it('points at words of a field that is not public, in one that will be', async () => {
  const matter = await inHand()
  await test.app.act(matter, unitOf('lighting'), 'requestMaterial', { reason: '请说明具体是哪一根灯杆以及从哪一天晚上开始不亮' })
  await test.app.act(matter, { role: 'requester', unit: null, person: null }, 'supplement', {
    material: '路口第三根灯杆，二十六日晚上八点起不亮',
  })
  const publicReply = '您说的路口第三根灯杆，二十六日晚上八点起不亮，已修好。'
  const found = (await look(li, matter, 'publish', { publicReply })).json()
  expect(found.warnings).toMatchObject([{ kind: 'hidden', words: ['路口第三根灯杆，二十六日晚上八点起不亮'] }])
})

it('points at an answer of the same unit that says nearly the same, and at no other', async () => {
  const before = await inHand({ title: '东段路灯不亮' })
  await test.app.act(before, unitOf('lighting'), 'reply', { result: answer })
  const matter = await inHand({ title: '另一处路灯不亮' })
  const found = (await check(lighting, matter, answer.replace('东段', '西段'))).json()
  expect(found.warnings).toMatchObject([{ kind: 'repeats', matter: { id: String(before), title: '东段路灯不亮' } }])
  expect(
    (
      await check(lighting, matter, '图书馆周末开放时间已经延长到晚上九点，欢迎各位读者前来阅览，感谢您提出的这条宝贵建议。')
    ).json().warnings,
  ).toEqual([])
  // Compared with others, not with what this matter says itself.
  expect((await check(lighting, before, answer)).json().warnings).toEqual([])
})

it('shows whoever is of no unit what was answered to any matter, found by its words alone', async () => {
  const result = '经实地查勘，滨河步道三号台阶因冻融松动，已于十月十二日重新铺砌并设扶手，施工期间另开便道，请放心通行。'
  const before = await inHand({ title: '步道台阶松动' })
  await test.app.act(before, unitOf('lighting'), 'reply', { result })
  await test.app.act(before, officer, 'conclude')
  await test.app.act(before, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable')
  await test.app.act(before, officer, 'publish', { publicTitle: '步道台阶松动', publicReply: result })
  const matter = await inHand({ title: '另一处台阶' })
  const found = await look(li, matter, 'publish', { publicTitle: '台阶', publicReply: result.replace('三号', '五号') })
  expect(found.json().warnings).toMatchObject([{ kind: 'repeats', matter: { id: String(before), title: '步道台阶松动' } }])
  expect((await look(li, before, 'publish', { publicTitle: '台阶', publicReply: result })).json().warnings).toEqual([])
})

it('points at what the letter numbers and the answer leaves out, and at nothing where each is answered', async () => {
  const matter = await inHand({ body: '有三个问题：1、路灯不亮。2、井盖松动。3、垃圾没人清运。' })
  const stated = { publicTitle: '三个问题', publicReply: `${answer}垃圾由环卫队每日清运。` }
  const found = (await look(li, matter, 'publish', stated)).json()
  expect(found.warnings).toEqual([{ kind: 'points', words: ['2、井盖松动。'], why: expect.any(String), matter: null }])
  const whole = { ...stated, publicReply: `${stated.publicReply}井盖已加固。` }
  expect((await look(li, matter, 'publish', whole)).json().warnings).toEqual([])
})

it('shows which points that the letter numbers a paper that answers it leaves out', async () => {
  const matter = await inHand({ body: '有三个问题：1、路灯不亮。2、井盖松动。3、垃圾没人清运。' })
  const unit = { role: 'unit@lighting' }
  const asked = { payload: { kind: 'assistLetter' }, ...unit }
  const { id } = (await test.ask(lighting, 'POST', `/api/matters/${matter}/documents`, asked)).json()
  const saved = { addressee: '区督查室', assistOpinion: '路灯已更换，垃圾每日清运。', contactPerson: '李工' }
  const payload = { version: 1, written: saved }
  expect((await test.ask(lighting, 'PUT', `/api/documents/${id}`, { payload, ...unit })).statusCode).toBe(204)
  const oddities = async (paper: string, who: SignedInAs, as: object) =>
    (await test.ask(who, 'GET', `/api/documents/${paper}`, as)).json().oddities
  expect(await oddities(id, lighting, unit)).toMatchObject([{ id: 'points', words: ['2、井盖松动。'] }])
  // What is asked of a unit answers nothing.
  const office = { role: 'office' }
  const sheet = { payload: { kind: 'assignmentSheet' }, ...office }
  const made = (await test.ask(li, 'POST', `/api/matters/${matter}/documents`, sheet)).json()
  const ids = (await oddities(made.id, li, office)).map((each: { id: string }) => each.id)
  expect(ids).not.toContain('points')
})

it('does not show one unit the answers of another', async () => {
  const before = await inHand()
  await test.app.act(before, unitOf('lighting'), 'reply', { result: answer })
  const { matter } = await test.app.submit()
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('schools'))
  expect((await check(schools, matter, answer)).json().warnings).toEqual([])
})

it('keeps what a check was asked about to itself', async () => {
  const matter = await inHand()
  const before = (await test.ask(lighting, 'GET', `/api/matters/${matter}`)).json().revision
  await check(lighting, matter, answer)
  const after = await test.ask(lighting, 'GET', `/api/matters/${matter}`)
  expect(after.json().revision).toBe(before)
  expect(after.body).not.toContain('更换电缆')
})

it('shows each share its clock', async () => {
  const matter = await inHand()
  const { assignments, duties } = (await test.ask(li, 'GET', `/api/matters/${matter}`)).json()
  expect(assignments[0].clock).toMatch(/^contact#/)
  expect(duties.map((duty: { key: string }) => duty.key)).toContain(assignments[0].clock)
})

it('brings a leader what only leaders do, and what was decided lately', async () => {
  const { matter } = await test.app.submit({ title: '请准予公开' })
  const waits = async (who: SignedInAs) =>
    (await test.ask(who, 'GET', '/api/leader'))
      .json()
      .waiting.filter((item: { matter: { id: string } }) => item.matter.id === String(matter))
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await test.app.act(matter, unitOf('lighting'), 'reply', { result: '已修好。' })
  expect(await waits(lead)).toEqual([])
  await test.app.act(matter, secondOfficer, 'conclude', { unit: 'lighting' })
  expect(await waits(lead)).toMatchObject([{ matter: { title: '请准予公开' }, duties: [], acts: [{ act: 'markPublishable' }] }])
  expect(await waits(li)).toEqual([])

  const done = await test.ask(lead, 'POST', `/api/matters/${matter}/acts/note`, { payload: { with: { reason: '请尽快整理。' } } })
  expect(done.statusCode).toBe(200)
  const { decided } = (await test.ask(lead, 'GET', '/api/leader')).json()
  expect(decided[0]).toMatchObject({ title: '请准予公开', name: '记录', stated: [{ name: '理由', value: '请尽快整理。' }] })
  expect((await test.ask(null, 'GET', '/api/leader')).statusCode).toBe(401)
})

it('says whose role is a leader', async () => {
  expect((await test.ask(lead, 'GET', '/api/session')).json().role).toMatchObject({ role: 'leader', isLeader: true })
  expect((await test.ask(li, 'GET', '/api/session')).json().role).toMatchObject({ role: 'office', isLeader: false })
})

it('shows a leader what waited at a moment, and what had been decided by then', async () => {
  test.app.goTo('2025-10-11 10:00')
  const { matter } = await test.app.submit({ title: '当时等着的' })
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await test.app.act(matter, unitOf('lighting'), 'reply', { result: '已修好。' })
  await test.app.act(matter, secondOfficer, 'conclude', { unit: 'lighting' })
  const readAt = async (asOf?: string) => {
    const answer = await test.ask(lead, 'GET', `/api/leader${asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`}`)
    const { waiting, decided } = answer.json()
    const titles = (rows: readonly { matter?: { title: string }; title?: string }[]) =>
      rows.map((row) => row.matter?.title ?? row.title).filter((title) => title === '当时等着的')
    return [titles(waiting), titles(decided)]
  }
  const waited = '2025-10-11 11:00'
  test.app.goTo('2025-10-13 10:00')
  lead = await test.signIn('lead')
  const done = await test.ask(lead, 'POST', `/api/matters/${matter}/acts/note`, { payload: { with: { reason: '请尽快整理。' } } })
  expect(done.statusCode).toBe(200)
  expect(await readAt()).toEqual([['当时等着的'], ['当时等着的']])
  expect(await readAt(waited)).toEqual([['当时等着的'], []])
  expect(await readAt('2025-09-28')).toEqual([[], []])
})
