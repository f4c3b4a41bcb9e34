import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { keepLogFor } from '../app/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let auditor: SignedInAs
let li: SignedInAs
let hidden: number

type Row = {
  readonly who: { readonly id: string; readonly name: string }
  readonly kind: { readonly id: string; readonly name: string }
  readonly about: string
  readonly address: string
  readonly parts: readonly { readonly name: string; readonly value: string }[]
}

beforeAll(async () => {
  it_ = await testServer(0, false, undefined, 1)
  auditor = await it_.signIn('auditor-1')
  li = await it_.signIn('li')
  hidden = (await it_.app.submit({ respondentUnit: 'roads' })).matter
  await it_.app.act(hidden, officer, 'accept')
  await it_.app.act(hidden, officer, 'dispatch', dispatchTo('lighting'))
})
afterAll(() => it_.close())

const log = async (kind: string): Promise<readonly Row[]> =>
  (await it_.ask(auditor, 'GET', `/api/audit?kind=${kind}`)).json().rows
const told = (rows: readonly Row[]) =>
  rows.map(({ who, about, address, parts }) => [who.name, about, address, ...parts.map(({ value }) => value)])
const tryToSignIn = (login: string, password: string, from: string) =>
  it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login, password },
    headers: { 'x-forwarded-for': from },
    remoteAddress: '10.0.0.1',
  })

it('a sign-in that failed is there, with from where and whose account, and never with what was typed', async () => {
  await tryToSignIn('wang', 'not the password', '203.0.113.7')
  await tryToSignIn('my password by mistake', 'x', '2001:db8::7')
  await tryToSignIn('wang', 'right password', "203.0.113.7'; drop table audit_entry; --")
  expect(told(await log('sign-in-failed'))).toEqual([
    ['未知', '', '2001:db8::7', '没有这个登录名'],
    ['未知', '王工', '203.0.113.7', '密码不对'],
  ])
  const [newest] = await log('signed-in')
  expect([newest?.who.name, newest?.address]).toEqual(['王工', ''])
})

it('where no proxy is trusted, nobody says of themselves where they are', async () => {
  const bare = await testServer()
  await bare.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'li', password: 'wrong password' },
    headers: { 'x-forwarded-for': '203.0.113.7' },
    remoteAddress: '10.0.0.1',
  })
  const { rows } = await bare.app.deps.store.administration.listAudit('demo', { kind: 'sign-in-failed' })
  expect(rows.map(({ address }) => address)).toEqual(['10.0.0.1'])
  await bare.close()
})

it('what was refused is there: a matter that is kept from them, an act that is not theirs, the administration', async () => {
  const roads = await it_.signIn('roads-1')
  const lighting = await it_.signIn('lighting-1')
  expect((await it_.ask(roads, 'GET', `/api/matters/${hidden}`)).statusCode).toBe(404)
  expect((await it_.ask(lighting, 'POST', `/api/matters/${hidden}/acts/accept`, { payload: { with: {} } })).statusCode).toBe(403)
  expect((await it_.ask(roads, 'GET', '/api/administration/people')).statusCode).toBe(403)
  expect((await it_.ask(roads, 'GET', '/api/audit')).statusCode).toBe(403)
  expect(told(await log('refused'))).toEqual([
    ['路甲', 'GET /api/audit', '127.0.0.1', '需要审计员'],
    ['路甲', 'GET /api/administration/people', '127.0.0.1', '需要管理员'],
    ['灯甲', 'POST /api/matters/:id/acts/:act', '127.0.0.1', `${hidden} accept`, '不属于您的职权'],
    ['路甲', 'GET /api/matters/:id', '127.0.0.1', String(hidden), '没有找到'],
  ])
})

it('an address that nobody ever had is no refusal, nor is one by somebody who is nobody', async () => {
  const before = (await log('refused')).length
  expect((await it_.ask(li, 'GET', '/api/nothing')).statusCode).toBe(404)
  expect((await it_.ask(null, 'GET', `/api/matters/${hidden}`)).statusCode).toBe(401)
  expect((await log('refused')).length).toBe(before)
})

it('what was taken out or printed is there, by whom and in which role', async () => {
  await it_.ask(li, 'GET', '/api/ledger?format=csv', { role: 'office' })
  await it_.ask(li, 'GET', '/api/statistics.xlsx?from=2025-09-01&to=2025-09-30', { role: 'office' })
  await it_.ask(li, 'POST', '/api/prints', { payload: { page: 'matters/7' } })
  expect((await log('exported')).map(({ who, about }) => [who.name, about])).toEqual([
    ['李工', '统计表'],
    ['李工', '事项台账'],
  ])
  expect(told(await log('printed'))).toEqual([['李工', 'matters/7', '127.0.0.1']])
})

it.each(['people', 'units', 'calendar', 'government', 'form', 'standard-texts'])(
  'an administrator who looks at %s stands there',
  async (what) => {
    const answer = await it_.ask(li, 'GET', `/api/administration/${what}`)
    expect(answer.statusCode).toBe(200)
    const [newest] = await log('read')
    expect([newest?.who.name, newest?.about]).toEqual(['李工', expect.stringMatching(/[一-鿿]/)])
  },
)

it('whoever reads the log stands in it, with what they asked for', async () => {
  await log('revealed')
  const [, before] = await log('log-read')
  expect([before?.who.name, ...(before?.parts ?? []).map(({ value }) => value)]).toEqual(['审计员', 'revealed'])
})

describe('how long the log is kept', () => {
  const post = (who: SignedInAs, days: number | null) =>
    it_
      .ask(who, 'GET', '/api/administration/government')
      .then((read) => it_.ask(who, 'POST', '/api/administration/log-days', { payload: { days, revision: read.json().revision } }))
  const kept = async () => (await it_.ask(li, 'GET', '/api/administration/government')).json().log

  it('is no shorter than the law allows', async () => {
    const refused = await post(li, 30)
    expect([refused.statusCode, refused.json().problems[0].code]).toEqual([422, 'too-few'])
    expect(await kept()).toEqual({ days: null, asked: null })
  })

  it('is made shorter by two administrators who ask for the same, and longer by one', async () => {
    const { app } = it_
    const wang = await app.deps.store.findAccount('demo', { login: 'wang' })
    if (wang === null) throw new Error('no wang')
    await app.deps.store.putAccount('demo', { ...wang, isAdmin: true })
    const second = await it_.signIn('wang')
    expect((await post(li, 365)).json()).toEqual({ isSet: false })
    expect((await post(li, 365)).json()).toMatchObject({ problems: [{ field: 'days', code: 'asked-already' }] })
    expect(await kept()).toEqual({ days: null, asked: { days: 365, by: { id: 'li', name: '李工' } } })
    expect((await post(second, 200)).json()).toEqual({ isSet: false })
    expect((await post(li, 200)).json()).toEqual({ isSet: true })
    expect(await kept()).toEqual({ days: 200, asked: null })
    expect((await post(li, 400)).json()).toEqual({ isSet: true })
    expect((await log('log-days-changed')).map(({ who, parts }) => [who.name, ...parts.map(({ value }) => value)])).toEqual([
      ['李工', '200', '400'],
      ['李工', '一直保存', '200'],
    ])
    expect(await keepLogFor(app.deps, app.office, 190)).toBe('second-admin')
    await app.deps.store.putAccount('demo', { ...wang, isAdmin: false })
    expect(await keepLogFor(app.deps, app.office, 190)).toBeNull()
    expect(await kept()).toEqual({ days: 190, asked: null })
  })
})
