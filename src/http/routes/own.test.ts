import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../app/own/one-time-code.js'
import { solveProof } from '../../web/parts/solve-proof.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
const good = 'four quiet green chairs'

beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const own = (who: SignedInAs, path: string, payload: object) => it_.ask(who, 'POST', `/api/own${path}`, { payload })
const fromBase32 = (text: string): Uint8Array => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}
const codeNow = (secret: string, later = 0): string => codeAt(fromBase32(secret), Math.floor(it_.app.deps.now() / 30_000) + later)
const signInWith = (payload: object) =>
  it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', password: 'right password', ...payload },
  })

it('makes codes as RFC 6238 has them', () => {
  const secret = Buffer.from('12345678901234567890')
  expect([59, 1_111_111_109, 20_000_000_000].map((seconds) => codeAt(secret, Math.floor(seconds / 30)))).toEqual([
    '287082',
    '081804',
    '353130',
  ])
})

describe('one’s own password', () => {
  it('is changed by whoever knows it, to a good one typed twice; the other sessions end', async () => {
    const [here, elsewhere] = [await it_.signIn('wang'), await it_.signIn('wang')]
    const change = (more: object) => own(here, '/password', { current: 'right password', password: good, again: good, ...more })
    const codes = async (more: object) => (await change(more)).json().problems.map(({ code }: { code: string }) => code)
    expect(await codes({ current: 'wrong' })).toEqual(['wrong-password'])
    expect(await codes({ again: 'another' })).toEqual(['password-differs'])
    expect(await codes({ password: 'password123', again: 'password123' })).toEqual(['password-common'])
    expect((await change({})).statusCode).toBe(200)
    expect((await it_.ask(here, 'GET', '/api/session')).statusCode).toBe(200)
    expect((await it_.ask(elsewhere, 'GET', '/api/session')).statusCode).toBe(401)
    expect((await signInWith({ login: 'wang', password: good })).statusCode).toBe(200)
  })

  it('that another may know is changed before anything else is done', async () => {
    const account = await it_.app.deps.store.findAccount('demo', { login: 'schools-1' })
    if (account === null) throw new Error()
    await it_.app.deps.store.putAccount('demo', { ...account, mustChange: true })
    const who = await it_.signIn('schools-1')
    expect((await it_.ask(who, 'GET', '/api/session')).json().due).toBe('password')
    expect((await it_.ask(who, 'GET', '/api/matters')).json()).toMatchObject({ status: 403, code: 'password-due' })
    expect((await own(who, '/password', { current: 'right password', password: good, again: good })).statusCode).toBe(200)
    expect((await it_.ask(who, 'GET', '/api/matters')).statusCode).toBe(200)
  })
})

describe('one’s own sessions', () => {
  it('are listed, and ended one by one or all but this one', async () => {
    const [here, there] = [await it_.signIn('lead'), await it_.signIn('lead')]
    const { sessions } = (await it_.ask(here, 'GET', '/api/own')).json()
    expect(sessions.map(({ isThis }: { isThis: boolean }) => isThis)).toEqual([false, true])
    expect((await own(here, '/sessions/end', { id: sessions[0].id })).statusCode).toBe(200)
    expect((await it_.ask(there, 'GET', '/api/session')).statusCode).toBe(401)
    const again = await it_.signIn('lead')
    expect((await own(here, '/sessions/end', { id: null })).statusCode).toBe(200)
    expect((await it_.ask(again, 'GET', '/api/session')).statusCode).toBe(401)
    expect((await it_.ask(here, 'GET', '/api/session')).statusCode).toBe(200)
  })

  it('of others cannot be ended, nor seen', async () => {
    const [here, others] = [await it_.signIn('lead'), await it_.signIn('police-1')]
    const { sessions } = (await it_.ask(others, 'GET', '/api/own')).json()
    await own(here, '/sessions/end', { id: sessions[0].id })
    expect((await it_.ask(others, 'GET', '/api/session')).statusCode).toBe(200)
  })

  it('end when nobody did anything for an hour, and go on while somebody does', async () => {
    it_.app.goTo('2025-10-14 10:00')
    const [idle, busy] = [await it_.signIn('police-1'), await it_.signIn('police-1')]
    it_.app.goTo('2025-10-14 10:50')
    await it_.ask(busy, 'GET', '/api/notices')
    it_.app.goTo('2025-10-14 11:01')
    expect((await it_.ask(idle, 'GET', '/api/session')).statusCode).toBe(401)
    expect((await it_.ask(busy, 'GET', '/api/session')).statusCode).toBe(200)
  })

  it('are kept over TLS in a cookie of this host alone', async () => {
    const secure = await testServer(0, false, undefined, 1)
    const asked = { method: 'POST', url: '/api/session', headers: { 'x-forwarded-proto': 'https' } } as const
    const payload = { government: 'demo', login: 'lead', password: 'right password' }
    const answer = await secure.server.inject({ ...asked, payload })
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(
      /^__Host-huiyin_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    await secure.close()
  })
})

describe('the second factor', () => {
  it('is set up with a code, asked for at sign-in, and each code serves once', async () => {
    it_.app.goTo('2025-10-15 10:00')
    const who = await it_.signIn('li')
    expect((await own(who, '/second-factor', { password: 'wrong' })).statusCode).toBe(422)
    const { secret, uri } = (await own(who, '/second-factor', { password: 'right password' })).json()
    expect(uri).toContain(`secret=${secret}`)
    expect((await own(who, '/second-factor/confirm', { code: '000000' })).statusCode).toBe(422)
    const { codes } = (await own(who, '/second-factor/confirm', { code: codeNow(secret) })).json()
    expect(codes).toHaveLength(10)
    expect((await signInWith({ login: 'li' })).json()).toMatchObject({ status: 401, code: 'second-factor' })
    expect((await signInWith({ login: 'li', code: codeNow(secret) })).json().code).toBe('wrong-second-factor')
    expect((await signInWith({ login: 'li', code: codeNow(secret, 1) })).statusCode).toBe(200)
    expect((await signInWith({ login: 'li', code: codes[0] })).statusCode).toBe(200)
    expect((await signInWith({ login: 'li', code: codes[0] })).json().code).toBe('wrong-second-factor')
    expect((await it_.ask(who, 'GET', '/api/own')).json().secondFactor).toEqual({
      isOn: true,
      isRequired: false,
      recoveryLeft: 9,
    })
  })

  it('is not guessed by whoever has the password: they wait, work does not help, and its owner passes on a device of theirs', async () => {
    const fresh = await testServer()
    fresh.app.goTo('2025-10-15 10:00')
    const asked = (payload: object, more: object = {}) =>
      fresh.server.inject({
        ...{ method: 'POST', url: '/api/session', ...more },
        payload: { government: 'demo', login: 'li', password: 'right password', ...payload },
      })
    const first = await asked({})
    const cookies = { huiyin_device: first.cookies.find(({ name }) => name === 'huiyin_device')?.value ?? '' }
    const who = await fresh.signIn('li')
    const begun = await fresh.ask(who, 'POST', '/api/own/second-factor', { payload: { password: 'right password' } })
    const { secret } = begun.json()
    await fresh.ask(who, 'POST', '/api/own/second-factor/confirm', { payload: { code: codeNow(secret) } })
    fresh.app.goTo('2025-10-15 10:05')
    const right = codeAt(fromBase32(secret), Math.floor(fresh.app.deps.now() / 30_000))
    const codes: string[] = []
    for (const at of [1, 2, 3, 4, 5, 6])
      codes.push((await asked({ code: '000000' }, { remoteAddress: `10.6.0.${at}` })).json().code)
    expect(codes).toEqual([...Array(5).fill('wrong-second-factor'), 'too-many-tries'])
    const waiting = await asked({ code: right }, { remoteAddress: '10.6.0.7' })
    expect(waiting.json()).not.toHaveProperty('challenge')
    expect([waiting.statusCode, waiting.headers['retry-after']]).toEqual([429, '15'])
    const proof = await solveProof(await fresh.app.deps.proofs.ask(1000))
    expect((await asked({ code: right, proof }, { remoteAddress: '10.6.0.7' })).statusCode).toBe(429)
    expect((await asked({ code: right }, { cookies })).statusCode).toBe(200)
    await fresh.close()
  })

  it('is not reached by strangers without the password: they hold nobody up', async () => {
    const fresh = await testServer()
    const payload = { government: 'demo', login: 'lead', password: 'guess', code: '000000' }
    for (const at of Array(40).keys())
      await fresh.server.inject({ method: 'POST', url: '/api/session', remoteAddress: `10.5.0.${at}`, payload })
    const who = await fresh.signIn('lead')
    expect((await fresh.ask(who, 'GET', '/api/session')).statusCode).toBe(200)
    await fresh.close()
  })

  it('counts codes that confirm a new one as well, and none renews one that holds', async () => {
    const fresh = await testServer()
    const who = await fresh.signIn('wang')
    const ask = (path: string, payload: object) => fresh.ask(who, 'POST', `/api/own/second-factor${path}`, { payload })
    const { secret } = (await ask('', { password: 'right password' })).json()
    const statuses: number[] = []
    for (const _ of Array(6)) statuses.push((await ask('/confirm', { code: '000000' })).statusCode)
    expect(statuses).toEqual([...Array(5).fill(422), 429])
    const again = await fresh.signIn('wang')
    const code = () => codeAt(fromBase32(secret), Math.floor(fresh.app.deps.now() / 30_000))
    const confirm = () => fresh.ask(again, 'POST', '/api/own/second-factor/confirm', { payload: { code: code() } })
    expect((await confirm()).statusCode).toBe(200)
    expect((await confirm()).json().code).toBe('changed-meanwhile')
    await fresh.close()
  })

  it('asked for after the password leaves no guess behind: forty people of one house sign in', async () => {
    const fresh = await testServer()
    const who = await fresh.signIn('wang')
    const ask = (path: string, payload: object) => fresh.ask(who, 'POST', `/api/own/second-factor${path}`, { payload })
    const { secret } = (await ask('', { password: 'right password' })).json()
    const code = codeAt(fromBase32(secret), Math.floor(fresh.app.deps.now() / 30_000))
    await ask('/confirm', { code })
    const payload = { government: 'demo', login: 'wang', password: 'right password' }
    const codes: string[] = []
    for (const _ of Array(40))
      codes.push((await fresh.server.inject({ method: 'POST', url: '/api/session', payload })).json().code)
    expect(new Set(codes)).toEqual(new Set(['second-factor']))
    await fresh.close()
  })

  it('is needed by administrators, auditors and whoever may open identities, before they do anything else', async () => {
    const government = await it_.app.deps.store.findGovernment('demo')
    if (government === null) throw new Error()
    await it_.app.deps.store.putGovernment({ ...government, settings: {} })
    it_.app.deps.offices.forget()
    const due = async (login: string) => (await it_.ask(await it_.signIn(login), 'GET', '/api/session')).json().due
    expect(await due('auditor-1')).toBe('second-factor')
    expect(await due('lighting-1')).toBe('second-factor')
    expect(await due('lead')).toBeNull()
    const auditor = await it_.signIn('auditor-1')
    expect((await it_.ask(auditor, 'GET', '/api/audit')).json()).toMatchObject({ status: 403, code: 'second-factor-due' })
    const { secret } = (await own(auditor, '/second-factor', { password: 'right password' })).json()
    await own(auditor, '/second-factor/confirm', { code: codeNow(secret) })
    expect((await it_.ask(auditor, 'GET', '/api/audit')).statusCode).toBe(200)
    await it_.app.deps.store.putGovernment(government)
    it_.app.deps.offices.forget()
  })
})

describe('what an administrator may not', () => {
  it('give a role to themselves, nor stand in for somebody by their own hand', async () => {
    const fresh = await testServer()
    const li = await fresh.signIn('li')
    const root = '/api/administration'
    const people = (await fresh.ask(li, 'GET', `${root}/people`)).json().people
    const self = people.find(({ login }: { login: string }) => login === 'li')
    const roles = [
      { role: 'office', unit: null },
      { role: 'leader', unit: null },
    ]
    const asked = { login: 'li', name: '李工', isAdmin: true, roles, revision: self.revision }
    const refused = await fresh.ask(li, 'POST', `${root}/people/li`, { payload: asked })
    expect(refused.json().problems).toMatchObject([{ field: 'roles', code: 'second-admin' }])
    const days = { firstOn: '2025-09-29', lastOn: '2025-10-10' }
    const substitute = { absent: 'lead', present: 'li', role: 'leader', unit: null, reason: '年休', ...days }
    const stood = await fresh.ask(li, 'POST', `${root}/substitutes`, { payload: substitute })
    expect(stood.json().problems).toMatchObject([{ field: 'present', code: 'second-admin' }])
    const direct = await fresh.ask(li, 'POST', '/api/accounts', { payload: { login: 'li', name: '李工', roles } })
    expect(direct.json().problems).toMatchObject([{ field: 'roles', code: 'second-admin' }])
    await fresh.close()
  })

  it('use the link of a leader unseen: both see it in the log, and the password has to be changed', async () => {
    const fresh = await testServer()
    const li = await fresh.signIn('li')
    const link = (await fresh.ask(li, 'POST', '/api/administration/people/lead/link')).json()
    const payload = new URLSearchParams({ password: good, again: good }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await fresh.server.inject({ method: 'POST', url: link.path, payload, headers })
    const as = { method: 'POST', url: '/api/session', payload: { government: 'demo', login: 'lead', password: good } } as const
    const answer = await fresh.server.inject(as)
    expect(answer.json().due).toBe('password')
    const cookie = answer.cookies.find(({ name }) => name === 'huiyin_session')
    const lead = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: answer.json().csrf }
    expect((await fresh.ask(lead, 'GET', '/api/matters')).json().code).toBe('password-due')
    const { log } = (await fresh.ask(lead, 'GET', '/api/own')).json()
    const seen = log.map(({ kind, who }: { kind: { id: string }; who: { name: string } }) => [kind.id, who.name])
    expect(seen).toEqual(
      expect.arrayContaining([
        ['account-link', '李工'],
        ['password-set', '区长'],
      ]),
    )
    await fresh.close()
  })

  it('see a link that can be sent to the person', async () => {
    const fresh = await testServer()
    const sent: { contact: string; path: string }[] = []
    Object.assign(fresh.app.deps, { tellStaff: async (message: { contact: string; path: string }) => void sent.push(message) })
    const li = await fresh.signIn('li')
    const asked = { login: 'zhao', name: '赵工', contact: '13900000009', roles: [{ role: 'unit', unit: 'roads' }] }
    const made = (await fresh.ask(li, 'POST', '/api/administration/people', { payload: asked })).json()
    expect([made.path, made.sentTo]).toEqual([null, '13900000009'])
    expect(sent).toMatchObject([{ contact: '13900000009' }])
    expect((await fresh.server.inject({ url: sent[0]?.path ?? '' })).body).toContain('赵工')
    await fresh.close()
  })
  it('are not there, nor their account, while nothing can be sent; afterwards once', async () => {
    const fresh = await testServer()
    const tellStaff = async () => {
      throw new Error('the gateway answered 502')
    }
    Object.assign(fresh.app.deps, { tellStaff })
    const li = await fresh.signIn('li')
    const asked = { login: 'zhao', name: '赵工', contact: '13900000009', roles: [{ role: 'unit', unit: 'roads' }] }
    const add = () => fresh.ask(li, 'POST', '/api/administration/people', { payload: asked })
    const refused = await add()
    expect([refused.json().code, refused.statusCode, refused.headers['retry-after']]).toEqual(['link-not-sent', 503, '60'])
    const { store } = fresh.app.deps
    expect(await store.findAccount('demo', { login: 'zhao' })).toBeNull()
    expect((await store.administration.listAudit('demo', { kind: 'account-added' })).rows).toEqual([])
    Object.assign(fresh.app.deps, { tellStaff: async () => undefined })
    expect((await add()).statusCode).toBe(200)
    await fresh.close()
  })
})
