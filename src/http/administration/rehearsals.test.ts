import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { standing, watching } from '../../../test/failing-statements.js'
import { root as base } from '../../app/app.fixtures.js'
import { verifyRecords } from '../../app/index.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const root = '/api/administration/rehearsals'
let it_: TestServer
let li: SignedInAs

beforeEach(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

const post = (who: SignedInAs, url: string, payload: object = {}) => it_.ask(who, 'POST', url, { payload })
const get = async (who: SignedInAs, url: string, role?: string) =>
  (await it_.ask(who, 'GET', url, role === undefined ? {} : { role })).json()
const begin = async (): Promise<string> => (await post(li, root)).json().id

/** Steps in as a stand-in: their session, and the cookies that the browser has then. */
async function stepIn(who: SignedInAs, url: string, account: string): Promise<SignedInAs> {
  const answer = await post(who, url, { account })
  expect([answer.statusCode, answer.body]).toEqual([200, '{}'])
  const all = new Map(who.cookie.split('; ').map((each) => each.split('=') as [string, string]))
  for (const { name, value } of answer.cookies) all.set(name, value)
  const cookie = [...all].map(([name, value]) => `${name}=${value}`).join('; ')
  const { csrf } = (await it_.server.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).json()
  return { cookie, csrf }
}

/** All that the database holds, but the log: who reads stands in it. */
async function liveRows(): Promise<object> {
  const client = await watching(it_.app.connection)
  const found = await standing(client).finally(() => client.end())
  return found
}

it('is a copy beside the office, played in by stand-ins with a clock of its own, and nothing of the office is touched', async () => {
  const { app } = it_
  const { store } = app.deps
  const own = await app.submit()
  const events = async () => (await store.loadMatter('demo', own.matter, { scope: 'all', notHiddenFrom: [] }))?.events.length
  const before = await events()
  const id = await begin()
  const { rehearsals } = await get(li, root)
  expect(rehearsals).toMatchObject([{ id, name: '示例区（演练）' }])
  expect((await post(li, `${root}/${id}/letters`, { count: 12 })).json()).toEqual({ received: 12, refused: [] })
  const wang = await stepIn(li, `${root}/${id}/step-in`, 'wang')
  const session = await get(wang, '/api/session')
  expect(session).toMatchObject({ government: { id }, account: { name: '王工（演练）' }, isBeside: true })
  expect((await get(wang, '/api/matters', 'office')).rows).toHaveLength(12)
  const { standIns } = await get(wang, '/api/rehearsal')
  // In the order of the roles, then of the names, whatever order they were written in.
  const offered = standIns.map(({ name, roles }: { name: string; roles: string[] }) => `${roles[0] ?? '–'} ${name}`)
  expect(offered).toEqual([
    '督查室 李工（演练）',
    '督查室 王工（演练）',
    '承办单位 · 路灯所 灯甲（演练）',
    '承办单位 · 教育局 教甲（演练）',
    '承办单位 · 道路所 路甲（演练）',
    '区领导 区长（演练）',
    '公安机关 警甲（演练）',
    '– 审计员（演练）',
  ])
  const opened = (await get(wang, '/api/matters', 'office')).rows[0]
  expect(opened.number.slice(0, 2)).toBe('99')
  // A day on: it is tomorrow there, and today here.
  const { today } = await get(wang, '/api/rehearsal')
  expect((await post(wang, '/api/rehearsal/clock')).statusCode).toBe(200)
  expect((await get(wang, '/api/rehearsal')).today > today).toBe(true)
  // Weeks on, what they owe there is late; the office knows of one letter and of nothing late.
  expect((await post(wang, '/api/rehearsal/clock', { on: '2025-12-01' })).statusCode).toBe(200)
  expect((await get(wang, '/api/desk', 'office')).counts.overdue).toBeGreaterThan(0)
  const lead = await stepIn(wang, '/api/rehearsal/step-in', 'lead')
  expect((await get(lead, '/api/session')).account.name).toBe('区长（演练）')
  const back = await post(lead, '/api/rehearsal/leave')
  const kept = back.cookies.find(({ name }) => name.endsWith('session'))
  expect(li.cookie).toBe(`${kept?.name}=${kept?.value}`)
  expect((await get(li, '/api/matters', 'office')).rows).toHaveLength(1)
  expect((await get(li, '/api/desk', 'office')).counts.overdue).toBe(0)
  expect([await events(), (await get(li, '/api/session')).rehearsal]).toEqual([before, null])
  expect((await verifyRecords(app.deps, () => undefined, [])).findings).toEqual([])
})

it('lets nothing out: no message, no link, no public list, no default government, no password that opens it', async () => {
  const { app, server } = it_
  const { store } = app.deps
  const id = await begin()
  await post(li, `${root}/${id}/letters`, { count: 4 })
  const waiting = async (government: string): Promise<number> => {
    const client = await watching(app.connection)
    const { rows } = await client.query('select from huiyin.outbox where government = $1', [government])
    await client.end()
    return rows.length
  }
  await app.submit()
  const office = await app.deps.offices.get('demo')
  expect(office?.id).toBe('demo')
  expect(await waiting(id)).toBe(0)
  const listed = (await server.inject({ method: 'GET', url: '/api/governments' })).json()
  expect(listed.map((each: { id: string }) => each.id)).toEqual(['demo'])
  const signIn = (payload: object) => server.inject({ method: 'POST', url: '/api/session', payload })
  expect((await signIn({ government: id, login: 'li', password: 'right password' })).statusCode).toBe(401)
  // A letter without a government named still comes to the only office there is.
  const letter = { title: '路灯', category: 'complaint', body: '解放路东段的路灯连续五天不亮，晚上看不清。' }
  const sent = await server.inject({ method: 'POST', url: '/api/matters', payload: { with: letter } })
  expect([sent.statusCode, sent.json().number?.slice(0, 2)]).toEqual([201, '10'])
  expect(await store.listAccounts(id)).toSatisfy((all: { contact?: string }[]) => all.every(({ contact }) => !contact))
})

it('is thrown away whole, from every table, and nothing else with it', async () => {
  await it_.app.submit()
  const before = await liveRows()
  const id = await begin()
  await post(li, `${root}/${id}/letters`, { count: 6 })
  const wang = await stepIn(li, `${root}/${id}/step-in`, 'wang')
  await post(wang, '/api/rehearsal/clock', { on: '2025-12-01' })
  await it_.app.deps.witness()
  expect((await post(li, `${root}/other/discard`)).statusCode).toBe(404)
  expect((await post(li, `${root}/${id}/discard`)).statusCode).toBe(200)
  expect((await get(li, root)).rehearsals).toEqual([])
  const client = await watching(it_.app.connection)
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'huiyin' and c.column_name = 'government' and t.table_type = 'BASE TABLE'`,
  )
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables) {
    const { rows } = await client.query(`select from huiyin."${name}" where government = $1`, [id])
    expect([name, rows.length]).toEqual([name, 0])
  }
  await client.end()
  // Its session opens nothing any more.
  expect((await it_.ask(wang, 'GET', '/api/session')).statusCode).toBe(401)
  expect(Object.keys(before).length).toBeGreaterThan(0)
  expect((await verifyRecords(it_.app.deps, () => undefined, [])).findings).toEqual([])
  const { rows } = await it_.app.deps.store.administration.listAudit('demo', {})
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rehearsal-begun', 'rehearsal-discarded']))
})

it('is never an office itself: what is recorded there stays, also for the owner of the tables', async () => {
  await it_.app.submit()
  expect((await post(li, `${root}/demo/discard`)).statusCode).toBe(404)
  const id = await begin()
  const owner = await watching(it_.app.connection)
  await owner.query("select set_config('huiyin.government', 'demo', false)")
  await expect(owner.query("delete from huiyin.event where government = 'demo'")).rejects.toThrow('append-only')
  await owner.end()
  // A copy of a copy there is none, and three at most.
  const inside = await stepIn(li, `${root}/${id}/step-in`, 'li')
  expect((await post(inside, root)).json().code).toBe('no-more-rehearsals')
  await begin()
  await begin()
  expect((await post(li, root)).json().code).toBe('no-more-rehearsals')
})

it('another text and a day off are tried alone; outside it stays as it was', async () => {
  await it_.close()
  const folders = ['test/fixtures/regulations', 'test/fixtures/concepts'].map((each) => join(base, each))
  it_ = await testServer(0, false, loadLibrary({ regulations: folders, calendars: join(base, 'calendars') }))
  li = await it_.signIn('li')
  const id = await begin()
  const inside = await stepIn(li, `${root}/${id}/step-in`, 'li')
  const { revision, takesTwo } = await get(inside, '/api/administration/government')
  expect(takesTwo).toBe(false)
  const kind = { regulation: 'orders', version: '2025-01-01', revision }
  expect((await post(inside, '/api/administration/kinds', kind)).json()).toEqual({ isSet: true })
  const live = await get(li, '/api/administration/government')
  expect(live.regulations.map((each: { id: string }) => each.id)).not.toContain('orders')
  expect([live.kindAsked, live.takesTwo]).toEqual([null, true])
})

it('is only for administrators, and its tools only inside it', async () => {
  const id = await begin()
  const roads = await it_.signIn('roads-1')
  const doors = { '': {}, [`/${id}/letters`]: { count: 1 }, [`/${id}/step-in`]: { account: 'li' }, [`/${id}/discard`]: {} }
  for (const [door, body] of Object.entries(doors)) expect((await post(roads, `${root}${door}`, body)).statusCode).toBe(403)
  expect((await post(li, '/api/rehearsal/clock')).json().code).toBe('not-rehearsal')
  expect((await post(li, '/api/rehearsal/letters', { count: 1 })).json().code).toBe('not-rehearsal')
  expect((await post(li, '/api/rehearsal/step-in', { account: 'wang' })).json().code).toBe('not-rehearsal')
  // Outside one there is nothing to leave: the session stands.
  expect((await post(li, '/api/rehearsal/leave')).json().code).toBe('not-rehearsal')
  expect((await it_.ask(li, 'GET', '/api/session')).statusCode).toBe(200)
})

it('a screen that was drawn for the office is not answered from the rehearsal', async () => {
  const id = await begin()
  const wang = await stepIn(li, `${root}/${id}/step-in`, 'wang')
  const asked = { headers: { 'x-government': 'demo' } }
  expect((await it_.ask(wang, 'GET', '/api/matters', asked)).json().code).toBe('csrf')
  expect((await it_.ask(wang, 'GET', '/api/matters', { headers: { 'x-government': id }, role: 'office' })).statusCode).toBe(200)
})

it('has nothing left to set up that only an office has: passwords, an auditor, a backup', async () => {
  const ids = async (who: SignedInAs) =>
    (await get(who, '/api/administration/checklist')).items.map(({ id }: { id: string }) => id)
  expect(await ids(li)).toEqual(expect.arrayContaining(['people', 'backup', 'auditor', 'force', 'calendar']))
  const stand = await stepIn(li, `${root}/${await begin()}/step-in`, 'li')
  expect(await ids(stand)).toEqual(
    (await ids(li)).filter((id: string) => !['secondFactor', 'people', 'auditor', 'backup'].includes(id)),
  )
})
