import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaint, dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import type { ActView, TimelinePage } from '../../contract/index.js'
import { type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const problemType = 'application/problem+json; charset=utf-8'

it('receives a message from anybody and answers number and code', async () => {
  const sent = await it_.ask(null, 'POST', '/api/matters', {
    payload: { with: { ...complaint, channel: 'phone', phone: '13900001111' } },
  })
  expect(sent.statusCode).toBe(201)
  const { number, code } = sent.json()
  const found = await it_.ask(null, 'POST', '/api/track', { payload: { number, code } })
  expect(found.json()).toMatchObject({ number, shown: { id: 'waiting' }, title: complaint.title, revision: 1 })
  expect(found.headers.etag).toBe('"1"')
  expect(found.body).not.toContain('13900001111')
  // Whoever writes without an account came this way, whatever they say.
  const loaded = await it_.app.deps.store.findByNumber('demo', number, { scope: 'all', notHiddenFrom: [] })
  expect(loaded?.channel).toBe('web')
})

it('records a message once under one Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'http-once' }
  const payload = { government: 'demo', with: complaint }
  const [first, second] = [
    await it_.ask(null, 'POST', '/api/matters', { headers, payload }),
    await it_.ask(null, 'POST', '/api/matters', { headers, payload }),
  ]
  expect([first.statusCode, second.statusCode]).toEqual([201, 200])
  expect(second.json()).toEqual(first.json())
  const other = await it_.ask(null, 'POST', '/api/matters', {
    headers,
    payload: { ...payload, with: { ...complaint, title: '另一件事' } },
  })
  expect(other.json()).toMatchObject({ status: 422, code: 'key-reused' })
})

it('refuses as RFC 9457 says, with clause, fields and sentences', async () => {
  const sent = await it_.ask(null, 'POST', '/api/matters', { payload: { with: { title: '灯' } } })
  expect(sent.statusCode).toBe(422)
  expect(sent.headers['content-type']).toBe(problemType)
  expect(sent.json()).toEqual({
    type: 'urn:huiyin:problem:missing',
    title: '填写不完整',
    status: 422,
    code: 'missing',
    detail: '请填写：“内容”。',
    clauses: [expect.objectContaining({ id: '6.1' })],
    missing: [{ id: 'body', name: '内容' }],
    problems: [
      { field: 'body', name: '内容', code: 'missing', limit: null, sentence: '请填写内容。' },
      { field: 'title', name: '标题', code: 'too-short', limit: 2, sentence: '标题至少2个字。' },
    ],
  })
  const english = await it_.ask(null, 'POST', '/api/matters?lang=en', { payload: { with: { title: 'x' } } })
  expect(english.json().title).toBe('Not filled in')
})

it.each([
  ['joiners and marks of order', '\u2060\u200B', '\uFEFF\u200D'],
  ['fillers and wide blanks', '\u3164', '\u3000\u3000'],
  ['selectors and marks of direction', '\uFE0F', '\u202E\u2800'],
])('refuses a message of %s as an empty one', async (_, title, body) => {
  const sent = await it_.ask(null, 'POST', '/api/matters', { payload: { with: { ...complaint, title, body } } })
  expect(sent.statusCode).toBe(422)
  expect(sent.json().missing).toEqual([
    { id: 'title', name: '标题' },
    { id: 'body', name: '内容' },
  ])
})

it.each([
  ['GET', '/api/nothing', undefined, 404, 'not-found'],
  ['GET', '/api/matters', undefined, 401, 'not-signed-in'],
  ['GET', '/api/matters/abc', undefined, 401, 'not-signed-in'],
  ['POST', '/api/matters', { with: 'text' }, 400, 'bad-request'],
  ['POST', '/api/matters', '{', 400, 'bad-request'],
  ['POST', '/api/matters', { government: 'elsewhere', with: {} }, 404, 'government-unknown'],
  ['GET', '/api/track/1000000044?code=ABCDEF', undefined, 404, 'not-found'],
  ['GET', '/api/track', undefined, 401, 'not-opened'],
  ['POST', '/api/track', { number: '1000000000', code: 'ABCDEF' }, 422, 'wrong-number'],
  ['GET', '/api/public/demo?after=zzz', undefined, 400, 'bad-page-key'],
  ['GET', '/api/public/demo/1000000000', undefined, 404, 'not-found'],
  ['POST', '/api/attachments', {}, 415, 'unsupported'],
  ['POST', '/api/session', { government: 'demo', login: 'li', password: 'wrong' }, 401, 'wrong-password'],
  ['POST', '/api/session', { government: 'nowhere', login: 'li', password: 'wrong' }, 401, 'wrong-password'],
  ['GET', '/api/regulations/none', undefined, 404, 'not-found'],
] as const)('%s %s %j is a problem %i %s', async (method, url, payload, status, code) => {
  const answer = await it_.ask(
    null,
    method,
    url,
    payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } },
  )
  expect(answer.json()).toMatchObject({ status, code })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toBe(problemType)
})

it('says nothing of its inside when it breaks', async () => {
  const { store } = it_.app.deps
  const list = store.listGovernments
  Object.assign(store, { listGovernments: () => Promise.reject(new Error('secret inside')) })
  const answer = await it_.ask(null, 'GET', '/api/governments')
  Object.assign(store, { listGovernments: list })
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.body).not.toContain('secret')
})

it('does an act in one way, with ETag and If-Match, and tells of what was done meanwhile', async () => {
  const { matter } = await it_.app.submit()
  const li = await it_.signIn('li')
  const wang = await it_.signIn('wang')
  const read = await it_.ask(li, 'GET', `/api/matters/${matter}`)
  expect(read.headers.etag).toBe('"1"')
  const accepted = await it_.ask(li, 'POST', `/api/matters/${matter}/acts/accept`, { payload: { with: {} }, match: 1 })
  expect(accepted.json()).toMatchObject({
    revision: 2,
    stage: { id: 'accepted', name: '待转办' },
    timeline: [{ seq: 2, act: 'accept', by: { person: '李工' } }],
  })
  const late = await it_.ask(wang, 'POST', `/api/matters/${matter}/acts/decline`, {
    payload: { with: { ground: 'litigation' } },
    match: 1,
  })
  expect(late.json()).toMatchObject({
    status: 412,
    code: 'conflict',
    revision: 2,
    meanwhile: [{ name: '受理', by: { person: '李工' } }],
  })
  const unmeant = await it_.ask(wang, 'POST', `/api/matters/${matter}/acts/accept`, {
    payload: {},
    headers: { 'if-match': 'what' },
  })
  expect(unmeant.json()).toMatchObject({ status: 400 })
  const forbidden = await it_.ask(wang, 'POST', `/api/matters/${matter}/acts/reply`, { payload: { with: { result: 'x' } } })
  expect(forbidden.json()).toMatchObject({ status: 403, code: 'wrong-role', clauses: [{ id: '15.1' }] })
  const elsewhere = await it_.ask(wang, 'POST', `/api/matters/${matter}/acts/dispatch`, {
    payload: { with: dispatchTo('no-such-unit') },
  })
  expect(elsewhere.json()).toMatchObject({ status: 422, problems: [{ field: 'assignments', code: 'not-an-option' }] })
})

it('shows the receipt in sentences, over the national holiday', async () => {
  const { matter } = await it_.app.submit()
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const li = await it_.signIn('li')
  const { duties } = (await it_.ask(li, 'GET', `/api/matters/${matter}`)).json()
  const conclude = duties.find(({ duty }: { duty: string }) => duty === 'conclude')
  expect(conclude.dueAt.shown).toBe('2025-10-13 24:00')
  expect(conclude.dueAt.iso).toBe('2025-10-14T00:00:00+08:00')
  expect(conclude.receipt.sentences).toEqual([
    '9月29日（周一）转办，当日不计',
    '国庆节、中秋节放假8天不计',
    '周末1天不计',
    '10月11日（周六）调休上班，计第4个工作日',
    '10月13日（周一）24:00 到期',
  ])
})

it('offers the forms by which a role may open a matter, and the acts in the regulation words', async () => {
  const li = await it_.signIn('li')
  const offer = await it_.ask(li, 'GET', '/api/matters/new')
  expect(offer.json()).toEqual({ acts: [] })
  const { matter } = await it_.app.submit()
  const english = await it_.ask(li, 'GET', `/api/matters/${matter}`, { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
  expect(english.json().acts.find(({ act }: { act: string }) => act === 'decline').refusal).toBeNull()
  expect(english.json().acts.find(({ act }: { act: string }) => act === 'publish').refusal.sentence).toContain('cannot be done')
  const formsAt = async (path: string): Promise<string[]> =>
    (await it_.ask(li, 'GET', path))
      .json()
      .acts.flatMap(({ act, refusal, fields }: ActView) => (refusal !== null && fields.length > 0 ? [act] : []))
  expect(await formsAt(`/api/matters/${matter}`), 'a closed act comes without its form').toEqual([])
  expect(await formsAt(`/api/matters/${matter}?form=publish`), 'but for the one that is asked for').toEqual(['publish'])
})

it('lets the requester act by code, and refuses what the stage does not allow', async () => {
  const { number, code } = await it_.app.submit()
  const cookies = await it_.open({ number, code })
  const rated = await it_.ask(null, 'POST', '/api/track/acts/rate', { cookies, payload: { with: { rating: 'good' } } })
  expect(rated.json()).toMatchObject({ status: 409, code: 'wrong-stage' })
  const gone = await it_.ask(null, 'POST', '/api/track/acts/withdraw', { cookies, payload: {} })
  expect(gone.json()).toMatchObject({ isEnd: true, shown: { id: 'done' } })
})

it('opens an identity only for a reason, and shows who did', async () => {
  const { matter } = await it_.app.submit({ phone: '13900009999' })
  const li = await it_.signIn('li')
  expect((await it_.ask(li, 'POST', `/api/matters/${matter}/reveal`, { payload: { reason: '' } })).json()).toMatchObject({
    status: 422,
    code: 'reason-missing',
  })
  const opened = await it_.ask(li, 'POST', `/api/matters/${matter}/reveal`, { payload: { reason: '核实地点' } })
  expect(opened.json()).toEqual({ fields: [{ id: 'phone', name: '手机号码', value: '13900009999' }] })
  const read = await it_.ask(li, 'GET', `/api/matters/${matter}`)
  expect(read.json()).toMatchObject({ reveals: [{ who: '李工', reason: '核实地点' }] })
  expect(read.body).not.toContain('13900009999')
})

it('gives a new code for a lost one, to whom may see who wrote; the old one opens nothing, nor does what it had opened', async () => {
  const sent = await it_.app.submit({ phone: '13900009999' })
  const { matter, number, code } = sent
  const opened = await it_.open(sent)
  const li = await it_.signIn('li')
  expect((await it_.ask(null, 'GET', '/api/track', { cookies: opened })).statusCode).toBe(200)
  const unit = await it_.signIn('roads-1')
  const payload = { reason: '来电报出留下的电话和地址' }
  expect((await it_.ask(unit, 'POST', `/api/matters/${matter}/code`, { payload })).statusCode).toBe(404)
  expect((await it_.ask(li, 'POST', `/api/matters/${matter}/code`, { payload: { reason: ' ' } })).statusCode).toBe(422)
  it_.app.goTo('2025-09-29 10:05')
  const given = (await it_.ask(li, 'POST', `/api/matters/${matter}/code`, { payload })).json()
  it_.app.goTo('2025-09-29 10:06')
  expect(given).toEqual({ number, code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/) })
  const knock = async (typed: string) =>
    (await it_.ask(null, 'POST', '/api/track', { payload: { number, code: typed } })).statusCode
  expect(await knock(code)).toBe(403)
  expect(await knock(given.code)).toBe(200)
  expect((await it_.ask(null, 'GET', '/api/track', { cookies: opened })).statusCode).toBe(403)
  const read = (await it_.ask(li, 'GET', `/api/matters/${matter}`)).json()
  expect(read.reveals).toMatchObject([{ who: '李工', reason: '来电报出留下的电话和地址', how: 'renewed' }])
})

it('describes itself as OpenAPI 3.1', async () => {
  const { openapi, paths, components } = (await it_.ask(null, 'GET', '/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/matters', '/api/matters/{id}/acts/{act}', '/api/track', '/api/duties', '/api/simulate']),
  )
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Matter', 'Problem', 'Duty', 'Receipt']))
})

it('simulates a scenario', async () => {
  const scenario = `title: 国庆放假不计
format: 4
regulation: example-mailbox
clauses: ["13.2.2"]
steps:
  - { at: 2025-09-29 10:00, act: submit, by: requester, with: { channel: web, category: complaint, title: 路灯不亮, body: 路灯连续多日不亮请尽快修理 } }
  - { at: 2025-09-29 10:30, act: accept, by: office }
  - { at: 2025-09-29 11:00, act: dispatch, by: office, with: { assignments: [{ unit: lighting, part: lead }] } }
  - { at: 2025-10-14 09:00, expect: { duties: [{ duty: conclude, status: overdue, due: 2025-10-13 24:00 }] } }
`
  const answer = await it_.ask(null, 'POST', '/api/simulate', { payload: { scenario } })
  expect(answer.json()).toMatchObject({
    holds: true,
    findings: [],
    runs: [{ failures: [], regulation: { id: 'example-mailbox' } }],
  })
  const broken = await it_.ask(null, 'POST', '/api/simulate', { payload: { scenario: 'title: [' } })
  expect(broken.json()).toMatchObject({ holds: false })
})

it('compresses long answers for those who take them so, and never what nobody may keep', async () => {
  const { matter } = await it_.app.submit()
  const li = await it_.signIn('li')
  const plain = await it_.ask(li, 'GET', `/api/matters/${matter}`)
  const zipped = await it_.ask(li, 'GET', `/api/matters/${matter}`, { headers: { 'accept-encoding': 'gzip' } })
  expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip'])
  expect(JSON.parse(gunzipSync(zipped.rawPayload).toString())).toEqual(plain.json())
  const session = await it_.ask(li, 'GET', '/api/session', { headers: { 'accept-encoding': 'gzip' } })
  expect(session.headers['content-encoding']).toBeUndefined()
})

it('shows a long life by pages, the latest first, each entry once', async () => {
  const { matter } = await it_.app.submit()
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  for (let times = 0; times < 45; times += 1) await it_.app.act(matter, unitOf('lighting'), 'contact')
  const li = await it_.signIn('li')
  const latest = (await it_.ask(li, 'GET', `/api/matters/${matter}`)).json()
  const pages: TimelinePage[] = [latest]
  for (let [page] = pages; page !== undefined && page.earlier !== null; [page] = pages) {
    pages.unshift((await it_.ask(li, 'GET', `/api/matters/${matter}/timeline?before=${page.earlier}`)).json())
  }
  expect(pages.map(({ timeline }) => timeline.length)).toEqual([8, 20, 20])
  const shown = pages.flatMap(({ timeline }) => timeline.map(({ seq }) => seq))
  expect(shown).toEqual(Array.from({ length: latest.revision }, (_, at) => at + 1))
})
