import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { solveProof } from '../../web/parts/solve-proof.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

it('signs in with a cookie that scripts cannot read, and out again', async () => {
  const answer = await it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'lighting-1', password: 'right password' },
  })
  expect([answer.headers['set-cookie']].flat()[0]).toMatch(
    /^huiyin_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(answer.json()).toMatchObject({
    government: { id: 'demo', name: '示例区' },
    account: { name: '灯甲', isAdmin: false },
    role: { role: 'unit', name: '承办单位', unit: { id: 'lighting', name: '路灯所' } },
    roles: [{ role: 'unit' }, { role: 'unitHead' }],
  })
  const who = await it_.signIn('lighting-1')
  expect((await it_.ask(who, 'DELETE', '/api/session')).statusCode).toBe(204)
  expect((await it_.ask(who, 'GET', '/api/session')).json()).toMatchObject({ status: 401, code: 'not-signed-in' })
})

it('wears the role that the header names, and no other', async () => {
  const who = await it_.signIn('lighting-1')
  expect((await it_.ask(who, 'GET', '/api/session', { role: 'unitHead@lighting' })).json()).toMatchObject({
    role: { role: 'unitHead' },
  })
  expect((await it_.ask(who, 'GET', '/api/session', { role: 'office' })).json()).toMatchObject({ status: 403, code: 'wrong-hat' })
  expect((await it_.ask(who, 'GET', '/api/session', { role: 'unit@roads' })).json()).toMatchObject({
    status: 403,
    code: 'wrong-hat',
  })
})

it('refuses a change without the session word, even with the cookie', async () => {
  const { matter } = await it_.app.submit()
  const who = await it_.signIn('li')
  const forged: SignedInAs = { ...who, csrf: 'guessed' }
  expect((await it_.ask(forged, 'POST', `/api/matters/${matter}/acts/accept`, { payload: {} })).json()).toMatchObject({
    status: 403,
    code: 'csrf',
  })
  expect((await it_.ask(forged, 'DELETE', '/api/session')).json()).toMatchObject({ code: 'csrf' })
  expect((await it_.ask(who, 'POST', `/api/matters/${matter}/acts/accept`, { payload: {} })).statusCode).toBe(200)
})

it('tells the browser on every answer what it may do with it', async () => {
  for (const url of ['/api/governments', '/api/nothing', '/demo/', '/workbench/']) {
    const { headers } = await it_.server.inject({ method: 'GET', url })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
  }
})

it('knows a login in whatever width an input method left it, and counts its guesses as those of one account', async () => {
  const signIn = (login: string, password: string) =>
    it_.server.inject({ method: 'POST', url: '/api/session', payload: { government: 'demo', login, password } })
  expect((await signIn('ｌｉｇｈｔｉｎｇ－１\u200B ', 'right password')).json()).toMatchObject({ account: { name: '灯甲' } })
  for (const login of ['nobody', 'ｎobody', 'nｏbody', 'nobody ', 'nobod\u200By']) await signIn(login, 'a guess')
  expect((await signIn('nobodｙ', 'a guess')).json()).toMatchObject({ code: 'too-many-tries' })
})

it('stops guessing at a password', async () => {
  const codes: string[] = []
  for (let tries = 0; tries < 6; tries += 1) {
    const answer = await it_.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { government: 'demo', login: 'wang', password: `guess ${tries}` },
    })
    codes.push(answer.json().code)
  }
  expect(codes).toEqual([...Array(5).fill('wrong-password'), 'too-many-tries'])
  const right = await it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'wang', password: 'right password' },
  })
  expect(right.statusCode).toBe(429)
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
  const { challenge } = right.json()
  const proof = await solveProof(challenge)
  const worked = await it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'wang', password: 'right password', proof },
  })
  expect(worked.statusCode).toBe(200)
})

it('lets nobody lock a colleague out of the device they work on', async () => {
  const asked = { method: 'POST', url: '/api/session', remoteAddress: '10.7.7.7' } as const
  const payload = { government: 'demo', login: 'roads-1', password: 'right password' }
  const first = await it_.server.inject({ ...asked, payload })
  const cookies = { huiyin_device: first.cookies.find(({ name }) => name === 'huiyin_device')?.value ?? '' }
  for (const _ of Array(20)) await it_.server.inject({ ...asked, payload: { ...payload, password: 'guess' } })
  expect((await it_.server.inject({ ...asked, payload })).statusCode).toBe(429)
  expect((await it_.server.inject({ ...asked, payload, cookies })).statusCode).toBe(200)
})

it('forgets a session when its time is over', async () => {
  const who = await it_.signIn('roads-1')
  it_.app.goTo('2025-09-29 23:00')
  const answer = await it_.ask(who, 'GET', '/api/session')
  it_.app.goTo('2025-09-29 11:00')
  expect(answer.json()).toMatchObject({ status: 401 })
})

describe('every route, by role, against the gate', () => {
  const routes = (matter: number) =>
    [
      ['GET', '/api/session'],
      ['GET', '/api/matters'],
      ['GET', `/api/matters?q=${encodeURIComponent('路灯')}`],
      ['GET', `/api/matters/${matter}`],
      ['POST', `/api/matters/${matter}/acts/note`],
      ['POST', `/api/matters/${matter}/reveal`],
      ['GET', '/api/duties'],
      ['GET', '/api/notices'],
      ['GET', '/api/ledger?format=jsonl'],
      ['GET', '/api/ledger?format=jsonl&kind=duties'],
      ['GET', '/api/accounts'],
      ['PUT', '/api/units'],
      ['GET', '/api/matters/new'],
    ] as const

  /** What each answers: status, and whether the matter is in it. */
  async function answers(who: SignedInAs | null, role?: string): Promise<string[]> {
    const { matter, number } = await it_.app.submit({ title: '路灯所不作为', respondentUnit: 'lighting' })
    await it_.app.act(matter, officer, 'accept')
    await it_.app.act(matter, officer, 'dispatch', dispatchTo('roads'))
    const found: string[] = []
    for (const [method, url] of routes(matter)) {
      const payload =
        method === 'GET'
          ? {}
          : { payload: url.endsWith('reveal') ? { reason: '核实情况' } : url.endsWith('units') ? 'not a list' : { with: {} } }
      const answer = await it_.ask(who, method, url, {
        ...payload,
        ...(role === undefined ? {} : { role }),
        headers: { 'content-type': 'application/json' },
      })
      found.push(
        `${method} ${url.replace(String(matter), ':id').split('?')[0]} ${answer.statusCode} ${answer.body.includes(number) ? 'seen' : ''}`.trim(),
      )
    }
    return found
  }

  it('nobody', async () => {
    expect(new Set((await answers(null)).map((line) => line.split(' ')[2]))).toEqual(new Set(['401', '400']))
  })

  it('the unit complained about sees nothing of it anywhere', async () => {
    const who = await it_.signIn('lighting-1')
    for (const role of ['unit@lighting', 'unitHead@lighting']) {
      const lines = await answers(who, role)
      expect(lines.filter((line) => line.endsWith('seen'))).toEqual([])
      expect(lines).toContain('GET /api/matters/:id 404')
      expect(lines).toContain('POST /api/matters/:id/acts/note 404')
      expect(lines).toContain('POST /api/matters/:id/reveal 404')
    }
  })

  it('the unit that handles it sees it, and may not do what is the office its own', async () => {
    const lines = await answers(await it_.signIn('roads-1'))
    expect(lines).toContain('GET /api/matters/:id 200 seen')
    expect(lines).toContain('GET /api/matters 200 seen')
    expect(lines).toContain('GET /api/duties 200 seen')
    expect(lines).toContain('GET /api/ledger 200 seen')
    expect(lines).toContain('POST /api/matters/:id/acts/note 403')
    expect(lines).toContain('GET /api/accounts 403')
  })

  it('a unit that has nothing to do with it sees nothing of it', async () => {
    const lines = await answers(await it_.signIn('schools-1'))
    expect(lines.filter((line) => line.endsWith('seen'))).toEqual([])
    expect(lines).toContain('GET /api/matters/:id 404')
  })

  it('a leader reads it, and cannot open the identity', async () => {
    const lines = await answers(await it_.signIn('lead'))
    expect(lines).toContain('GET /api/matters/:id 200 seen')
    expect(lines).toContain('POST /api/matters/:id/reveal 403')
  })

  it('a role from outside sees nothing', async () => {
    const lines = await answers(await it_.signIn('police-1'))
    expect(lines.filter((line) => line.endsWith('seen'))).toEqual([])
  })

  it('the office and the administrator', async () => {
    const lines = await answers(await it_.signIn('li'))
    expect(lines).toContain('GET /api/matters/:id 200 seen')
    expect(lines).toContain('GET /api/accounts 200')
    expect(lines).toContain('POST /api/matters/:id/reveal 404')
    expect(lines).toContain('PUT /api/units 400')
  })
})

const form = {
  government: 'first',
  name: '第一区',
  numberPrefix: '44',
  regulation: 'example-mailbox@2025-01-01',
  login: 'root',
  personName: '管理员',
  password: 'four quiet green chairs',
  again: 'four quiet green chairs',
}

const setUp = (server: TestServer['server'], token: string, sent: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url: `/setup/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(sent).toString(),
  })

it('sets a first government up by a link that works once', async () => {
  const fresh = await testServer(0, true)
  const token = 'a-token-of-the-operator'
  await fresh.app.deps.store.createSetupLink(token, fresh.app.deps.now())
  const page = await fresh.server.inject({ method: 'GET', url: '/setup/"><script>alert(1)</script>' })
  expect(page.body).not.toContain('<script>')
  expect((await fresh.server.inject({ url: `/setup/${token}` })).body).toContain('<form')
  expect((await setUp(fresh.server, token, { ...form, password: 'short', again: 'short' })).statusCode).toBe(422)
  expect((await setUp(fresh.server, token, form)).statusCode).toBe(303)
  expect((await setUp(fresh.server, token, { ...form, government: 'second' })).statusCode).toBe(410)
  // A used link is told at once, not after a form was filled in; and so is an address without one.
  for (const [url, status] of [
    [`/setup/${token}`, 410],
    ['/setup/no-link-of-ours', 410],
    ['/setup', 200],
  ] as const) {
    const shut = await fresh.server.inject({ url })
    expect([shut.statusCode, shut.body.includes('<form'), shut.body.includes('/workbench/')]).toEqual([status, false, true])
  }
  expect(await fresh.app.deps.store.findAccount('first', { login: 'root' })).toMatchObject({
    isAdmin: true,
    roles: [],
  })
  await fresh.close()
})

it('says beside each field what is wrong with it, all at once, and keeps what was typed but the passwords', async () => {
  const fresh = await testServer(0, true)
  await fresh.app.deps.store.createSetupLink('a-token', fresh.app.deps.now())
  const wrong = { ...form, government: 'Erste Stadt', numberPrefix: '7', regulation: '', password: 'short', again: 'short' }
  const { statusCode, body } = await setUp(fresh.server, 'a-token', wrong)
  expect(statusCode).toBe(422)
  expect(body).toContain('有4处需要修改')
  for (const field of ['government', 'numberPrefix', 'regulation', 'password']) {
    expect(body).toContain(`href="#${field}"`)
    expect(body).toContain(`id="${field}-error"`)
  }
  expect(body).toContain('value="Erste Stadt"')
  expect(body).toContain('value="管理员"')
  expect(body).not.toContain('short')
  const english = await fresh.server.inject({ url: '/setup/a-token?lang=en' })
  expect(english.body).toContain('<h1>First set-up</h1>')
  expect(english.body).not.toMatch(/class="error"|role="alert"/)
  const switched = await setUp(fresh.server, 'a-token', { ...wrong, shown: 'lang=en' })
  expect(switched.body).toContain('<h1>First set-up</h1>')
  expect(switched.body).toContain('value="管理员"')
  expect(switched.body).not.toMatch(/class="error"|role="alert"|short/)
  await fresh.close()
})

it('leads from the set-up to what remains to be done', async () => {
  const fresh = await testServer(0, true)
  await fresh.app.deps.store.createSetupLink('a-token', fresh.app.deps.now())
  // As a Chinese input method leaves figures.
  const done = await setUp(fresh.server, 'a-token', { ...form, numberPrefix: '４４ ' })
  expect(done.headers.location).toBe('/setup/done?lang=zh')
  const page = await fresh.server.inject({ url: '/setup/done?lang=zh' })
  expect(page.body).toContain('接下来还要做这些')
  await fresh.close()
})

it('makes no administrator by a link, even an unused one, once somebody can sign in', async () => {
  const token = 'a-link-nobody-used'
  await it_.app.deps.store.createSetupLink(token, it_.app.deps.now())
  expect((await setUp(it_.server, token, { ...form, government: 'third' })).statusCode).toBe(410)
  expect(await it_.app.deps.store.findAccount('third', { login: 'root' })).toBeNull()
})
