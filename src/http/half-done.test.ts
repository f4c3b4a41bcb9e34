import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { failingAt } from '../../test/failing-statements.js'
import { complaint, dispatchTo, officer } from '../app/app.fixtures.js'
import { runTimers, verifyRecords } from '../app/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let client: pg.Client
let li: SignedInAs
let lead: SignedInAs
let matter: number
let sent: { number: string; code: string }

type Asked = {
  readonly who?: () => SignedInAs | null
  readonly url?: () => string | Promise<string>
  readonly role?: string
  readonly body?: () => object | Promise<object>
  readonly more?: Partial<InjectOptions>
}

const admin = '/api/administration'
const read = async (path: string) => (await it_.ask(li, 'GET', path)).json()
const seenGovernment = async () => ({ revision: (await read(`${admin}/government`)).revision })
const seenPerson = async (login: string) => {
  const { people } = await read(`${admin}/people`)
  return people.find((each: { login: string }) => each.login === login)
}
const office = { who: () => li, role: 'office' }
const byAdmin = { who: () => li }
const texts = { name: '示例区', notice: '', contact: '', icp: '', police: '', site: '' }
const fair = {
  ...{ kind: 'off', withdraws: null, name: '县庆', firstOn: '2025-12-10', lastOn: '' },
  ...{ reason: '庆典', instrument: '示例〔2025〕1号', revision: 0 },
}
const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'

/** What writes, by its door; how it is asked so that it would be done. */
const writing: Readonly<Record<string, Asked>> = {
  'POST /api/matters': { body: () => ({ government: 'demo', with: complaint }) },
  'POST /api/matters/:id/acts/:act': {
    ...office,
    url: () => `/api/matters/${matter}/acts/accept`,
    body: () => ({ with: {} }),
  },
  'POST /api/bulk': {
    ...office,
    body: () => ({
      ...{ act: 'dispatch', with: dispatchTo('lighting') },
      targets: [{ matter: String(matter), unit: null, revision: 2, key: 'bulk-key-1' }],
    }),
  },
  'POST /api/matters/:id/reveal': {
    ...office,
    url: () => `/api/matters/${matter}/reveal`,
    body: () => ({ reason: '回访核实情况' }),
  },
  'POST /api/matters/by-requester': { ...office, body: () => ({ who: '13912345678', reason: '来电询问' }) },
  'POST /api/notices/read': { ...office, body: () => ({ ids: [1, 2, 3] }) },
  'POST /api/views': { ...office, body: () => ({ name: '待办', query: 'q=x', isShared: false }) },
  'PUT /api/matters/:id/drafts/:act': {
    ...office,
    url: () => `/api/matters/${matter}/drafts/accept`,
    body: () => ({ values: { scope: 'help' } }),
  },
  'POST /api/attachments': {
    ...office,
    more: { payload: file, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  },
  'POST /api/track/acts/:act': {
    url: () => '/api/track/acts/supplement',
    body: () => ({ with: { material: '昨天晚上也没有亮。' } }),
  },
  'POST /api/session': { body: () => ({ government: 'demo', login: 'wang', password: 'right password' }) },
  'POST /api/own/password': {
    who: () => lead,
    body: () => ({ current: 'right password', password: 'four plain words here', again: 'four plain words here' }),
  },
  'POST /api/own/sessions/end': { who: () => lead, body: () => ({ id: null }) },
  'POST /api/own/second-factor': { who: () => lead, body: () => ({ password: 'four plain words here' }) },
  'POST /api/prints': { ...office, body: () => ({ page: 'matters/1' }) },
  'PUT /api/units': {
    ...byAdmin,
    more: {
      payload: ['lighting', 'roads', 'schools', 'parks'].map((id) => ({ id, name: `${id} 所` })),
    },
  },
  'POST /api/accounts': {
    ...byAdmin,
    body: () => ({ login: 'zhou', name: '周工', roles: [], password: 'four plain words here' }),
  },
  [`POST ${admin}/standard-texts`]: { ...byAdmin, body: () => ({ title: '收到', text: '您好，来信收到。' }) },
  [`POST ${admin}/people`]: { ...byAdmin, body: () => ({ login: `p${randomUUID().slice(0, 8)}`, name: '新人', roles: [] }) },
  [`POST ${admin}/people/:id`]: {
    ...byAdmin,
    url: () => `${admin}/people/wang`,
    body: async () => ({ login: 'wang', name: '王主任', roles: [], revision: (await seenPerson('wang')).revision }),
  },
  [`POST ${admin}/people/:id/link`]: { ...byAdmin, url: () => `${admin}/people/roads-1/link`, body: () => ({}) },
  [`POST ${admin}/substitutes`]: {
    ...byAdmin,
    body: () => ({
      ...{ absent: 'lighting-1', present: 'roads-1', role: 'unit', unit: 'lighting' },
      ...{ firstOn: '2025-10-09', lastOn: '2025-10-20', reason: '出差' },
    }),
  },
  [`POST ${admin}/substitutes/:id/end`]: {
    ...byAdmin,
    url: async () => `${admin}/substitutes/${(await read(`${admin}/people`)).substitutes[0].id}/end`,
    body: () => ({}),
  },
  [`POST ${admin}/units`]: { ...byAdmin, body: () => ({ id: 'water', name: '水务局', parent: null }) },
  [`POST ${admin}/units/:id`]: {
    ...byAdmin,
    url: () => `${admin}/units/water`,
    body: () => ({ kind: 'rename', name: '供水局', since: '2025-10-10' }),
  },
  [`POST ${admin}/calendar`]: { ...byAdmin, body: () => fair },
  [`POST ${admin}/government`]: { ...byAdmin, body: async () => ({ ...texts, ...(await seenGovernment()) }) },
  [`POST ${admin}/log-days`]: { ...byAdmin, body: async () => ({ days: 365, ...(await seenGovernment()) }) },
  [`POST ${admin}/form`]: {
    ...byAdmin,
    body: async () => ({ order: [], hints: {}, closedChannels: [], revision: (await read(`${admin}/form`)).revision }),
  },
}

/** Doors that write nothing. */
const writesNothing = [
  ...['/api/bulk/offers', '/api/bulk/preview', '/api/simulate', '/api/*', '/api/imports/preview', `${admin}/calendar/preview`],
  ...['/api/matters/:id/acts/:act/needs', '/api/matters/new/acts/:act/needs', '/api/matters/:id/reply-check'],
  ...['/api/office/regulations/:id/:version/simulate', '/api/office/regulations/:id/:version/what-if', '/api/what-if/:run'],
  ...['/api/track', '/track', '/:government/track', '/:government/track/leave'],
]
/** Doors to what is tried above by another door: the portal's own forms, and a matter opened by staff. */
const leadsThere = [
  ...['/:government/write', '/:government/kinds/:door/write', '/:government/track/:number/acts/:act'],
  '/api/matters/new/acts/:act',
]
/** Not tried: they need what only another test has. The threat model says so. */
const untried = [
  ...['/setup/:token', '/setup/account/:token', '/api/imports', '/api/attachments/:id/open'],
  ...['/api/own/second-factor/confirm', '/api/own/second-factor/remove', `${admin}/people/:id/forget-second-factor`],
  ...[`${admin}/renewals`, `${admin}/kinds`, `${admin}/rehearsal`, `${admin}/rehearsal/clock`],
  ...[`${admin}/standard-texts/:id`, `${admin}/standard-texts/:id/remove`],
  ...['/api/session', '/api/views/:id', '/api/matters/:id/drafts/:act'],
]
const others = [...writesNothing, ...leadsThere, ...untried]

/** Numbers that were drawn and not used are burnt; a session that was used has been seen. */
const moves = new Set(['counter', 'migration', 'key_check', 'pulse', 'incarnation'])

/** Everything that stands in the database, as one digest for each table. */
async function standing(): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'huiyin' order by 1",
  )
  const digests = tables
    .filter(({ name }) => !moves.has(name))
    .map(({ name }) => {
      const row = name === 'session' ? "to_jsonb(t) - 'seen_at'" : 'to_jsonb(t)'
      return `select '${name}' as name, md5(coalesce(string_agg((${row})::text, '|' order by (${row})::text), '')) as digest from ${name} t`
    })
  const { rows } = await client.query<{ name: string; digest: string }>(digests.join(' union all '))
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  client = new pg.Client(app.connection)
  await client.connect()
  await client.query('set search_path = huiyin')
  ;[li, lead] = [await it_.signIn('li'), await it_.signIn('lead')]
  const made = await app.submit({ phone: '13912345678' })
  matter = made.matter
  sent = made
  await app.act((await app.submit()).matter, officer, 'accept')
})
afterAll(async () => {
  await client.end()
  await it_.close()
})

it('every door that may write is tried here, or said why not', () => {
  const writes = it_.routes.filter(({ method }) => ['POST', 'PUT', 'DELETE', 'PATCH'].includes(method))
  const known = writes.filter(({ method, url }) => `${method} ${url}` in writing || others.includes(url))
  expect(writes.filter((each) => !known.includes(each))).toEqual([])
  expect(others.filter((each) => !writes.some(({ url }) => url === each))).toEqual([])
})

/** Done in one piece; what they read afterwards, to tell of it, or make anew from it, may fail. It is looked at again by itself. */
const tellsAfter = new Set(['POST /api/session', 'POST /api/track/acts/:act', 'PUT /api/units', `POST ${admin}/calendar`])

/** What a node keeps of a government is read now, so that it is not read in between. */
async function freshOffice(): Promise<void> {
  it_.app.deps.offices.forget('demo')
  await it_.app.deps.offices.get('demo')
}

const mostStatements = 40

it.each(Object.entries(writing))(
  '%s, with each of its statements failing in turn: done, or not done and 503; never half',
  { timeout: 120_000 },
  async (door, { who = () => null, url = () => door.split(' ')[1] ?? '', role, body, more = {} }) => {
    const [method = ''] = door.split(' ')
    const cookies = door.includes('/track/') ? { cookies: await it_.open(sent) } : {}
    const ask = async () => {
      const payload = body === undefined ? {} : { payload: await body() }
      const asked = { ...payload, ...cookies, ...more, ...(role === undefined ? {} : { role }) }
      const where = await url()
      return () => it_.ask(who(), method as 'POST', where, asked)
    }
    let failures = 0
    for (let nth = 1; nth <= mostStatements; nth += 1) {
      const send = await ask()
      await freshOffice()
      const before = await standing()
      const { result, hasFailed } = await failingAt(nth, send)
      if (!hasFailed) {
        expect([result.statusCode, result.statusCode < 300 ? '' : result.body]).toEqual([expect.toBeOneOf([200, 201, 204]), ''])
        expect(failures).toBeGreaterThan(0)
        return
      }
      failures += 1
      const after = await standing()
      const changed = Object.keys(after).filter((table) => after[table] !== before[table])
      // What is not said to be done is not done; where it was, and only telling of it failed, it is whole.
      if (result.statusCode < 300) {
        // Done, and what failed was beside it (a draft that is forgotten another time).
        expect([nth, changed]).not.toEqual([nth, []])
        return
      }
      expect([nth, result.statusCode]).toEqual([nth, 503])
      if (tellsAfter.has(door) && changed.length > 0) return
      expect([nth, changed]).toEqual([nth, []])
    }
    throw new Error(`more than ${mostStatements} statements`)
  },
)

it('and everything that stands is what its events say', async () => {
  await runTimers(it_.app.deps, (error) => expect(error).toBeNull())
  expect((await verifyRecords(it_.app.deps, () => {}, [])).findings).toEqual([])
})
