import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changedIn, failingAt, standing, watching } from '../../test/failing-statements.js'
import { complaint, dispatchTo, officer, root } from '../app/app.fixtures.js'
import { runTimers, verifyRecords } from '../app/index.js'
import { loadLibrary } from '../load/index.js'
import { type Asked, codeOf, keepSealed, neverHalf, routesElsewhere } from './half-done.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let client: pg.Client
let li: SignedInAs
let lead: SignedInAs
let roads: SignedInAs
let matter: number
let sealedFile: string
let sent: { number: string; code: string }

const admin = '/api/administration'
const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})
const post = async (who: SignedInAs, url: string, payload: object) => (await it_.ask(who, 'POST', url, { payload })).json()
const read = async (path: string) => (await it_.ask(li, 'GET', path)).json()
const seenGovernment = async () => ({ revision: (await read(`${admin}/government`)).revision })
const seenPerson = async (login: string) => {
  const { people } = await read(`${admin}/people`)
  return people.find((each: { login: string }) => each.login === login)
}
const office = { who: () => li, role: 'office' }
const byAdmin = { who: () => li }
const sheet = { regulation: 'example-mailbox', version: '2025-01-01', kind: 'assignmentSheet' }
const texts = { name: '示例区', notice: '', contact: '', icp: '', police: '', site: '' }
const fair = {
  ...{ kind: 'off', withdraws: null, name: '县庆', firstOn: '2025-12-10', lastOn: '' },
  ...{ reason: '庆典', instrument: '示例〔2025〕1号', revision: 0 },
}
const text = { title: '收到', text: '您好，来信收到。' }
const seenText = async () => (await read(`${admin}/standard-texts`)).texts[0]

/** A second factor begun by its person: the secret. */
const newFactor = async (login: string): Promise<string> =>
  (await post(await it_.signIn(login), '/api/own/second-factor', { password: 'right password' })).secret
const confirmFactor = async (login: string, secret: string) =>
  post(await it_.signIn(login), '/api/own/second-factor/confirm', { code: codeOf(secret, it_.app.deps.now()) })

/** A paper of a matter that a unit handles, with nothing written on it yet. */
const unwritten = ['missing:addressee', 'missing:demands', 'missing:contactPerson']
let handled: number
const newPaper = async (): Promise<string> => {
  const payload = { kind: 'assignmentSheet' }
  return (await it_.ask(li, 'POST', `/api/matters/${handled}/documents`, { payload, role: 'office' })).json().id
}
const issuedPaper = async (): Promise<string> => {
  const id = await newPaper()
  const payload = { version: 1, despite: unwritten }
  await it_.ask(li, 'POST', `/api/documents/${id}/issue`, { payload, role: 'office' })
  return id
}

const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'

/** What writes, by its route; how it is asked so that it would be done. */
const writing: Readonly<Record<string, Asked>> = {
  'POST /api/matters': { body: () => ({ government: 'demo', with: complaint }) },
  'POST /api/matters/:id/acts/:act': {
    ...office,
    url: () => `/api/matters/${matter}/acts/accept`,
    body: () => ({ with: {} }),
  },
  'POST /api/matters/:id/undo': {
    ...office,
    // Of a letter of its own, accepted just now.
    url: async () => {
      const { matter: fresh } = await it_.app.submit()
      await it_.app.act(fresh, officer, 'accept')
      return `/api/matters/${fresh}/undo`
    },
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
  'POST /api/matters/:id/code': {
    ...office,
    // Of a letter of its own: the code that it had is dead.
    url: async () => `/api/matters/${(await it_.app.submit({ phone: '13912345678' })).matter}/code`,
    body: () => ({ reason: '查询码丢了，已核实身份' }),
  },
  'POST /api/matters/by-requester': { ...office, body: () => ({ who: '13912345678', reason: '来电询问' }) },
  'POST /api/notices/read': { ...office, body: () => ({ ids: [1, 2, 3] }) },
  'POST /api/ledger/layouts': {
    ...office,
    body: () => ({ name: '月报', kind: 'matters', columns: [{ id: 'number', head: '号' }] }),
  },
  'POST /api/views': { ...office, body: () => ({ name: '待办', query: 'q=x', isShared: false }) },
  'PUT /api/matters/:id/drafts/:act': {
    ...office,
    url: () => `/api/matters/${matter}/drafts/accept`,
    body: () => ({ values: { scope: 'help' } }),
  },
  'POST /api/matters/:id/notes': {
    ...office,
    url: () => `/api/matters/${matter}/notes`,
    body: () => ({ text: '先看旧件。', told: ['wang'] }),
  },
  'PUT /api/matters/:id/keeper': {
    ...office,
    url: () => `/api/matters/${matter}/keeper`,
    body: () => ({ from: null, to: 'li', text: '' }),
  },
  'POST /api/matters/:id/documents': {
    ...office,
    url: () => `/api/matters/${handled}/documents`,
    body: () => ({ kind: 'assignmentSheet' }),
  },
  'PUT /api/documents/:id': {
    ...office,
    url: async () => `/api/documents/${await newPaper()}`,
    body: () => ({ version: 1, written: { demands: '请到现场查看。' } }),
  },
  'PUT /api/documents/:id/lock': {
    ...office,
    url: async () => `/api/documents/${await newPaper()}/lock`,
    body: () => ({ held: true }),
  },
  'POST /api/documents/:id/issue': {
    ...office,
    url: async () => `/api/documents/${await newPaper()}/issue`,
    body: () => ({ version: 1, despite: unwritten }),
  },
  'POST /api/documents/:id/spoil': {
    ...office,
    url: async () => `/api/documents/${await issuedPaper()}/spoil`,
    body: () => ({ reason: '主送单位写错' }),
  },
  'POST /api/attachments': {
    ...office,
    more: { payload: file, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  },
  'POST /api/track/acts/:act': {
    cookies: () => it_.open(sent),
    tellsAfter: true,
    url: () => '/api/track/acts/supplement',
    body: () => ({ with: { material: '昨天晚上也没有亮。' } }),
  },
  'POST /api/session': { tellsAfter: true, body: () => ({ government: 'demo', login: 'wang', password: 'right password' }) },
  'POST /api/own/password': {
    who: () => lead,
    body: () => ({ current: 'right password', password: 'four plain words here', again: 'four plain words here' }),
  },
  'POST /api/own/sessions/end': { who: () => lead, body: () => ({ id: null }) },
  'POST /api/own/second-factor': { who: () => lead, body: () => ({ password: 'four plain words here' }) },
  'POST /api/prints': { ...office, body: () => ({ page: 'matters/1' }) },
  'PUT /api/units': {
    ...byAdmin,
    tellsAfter: true,
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
  [`POST ${admin}/calendar`]: { ...byAdmin, tellsAfter: true, body: () => fair },
  [`POST ${admin}/government`]: { ...byAdmin, body: async () => ({ ...texts, ...(await seenGovernment()) }) },
  [`POST ${admin}/log-days`]: { ...byAdmin, body: async () => ({ days: 365, ...(await seenGovernment()) }) },
  [`POST ${admin}/form`]: {
    ...byAdmin,
    body: async () => ({ order: [], hints: {}, closedChannels: [], revision: (await read(`${admin}/form`)).revision }),
  },
  'POST /api/attachments/:id/open': {
    ...office,
    url: () => `/api/attachments/${sealedFile}/open`,
    body: () => ({ reason: '核实现场' }),
  },
  'POST /api/own/second-factor/confirm': {
    who: () => it_.signIn('roads-1'),
    body: async () => ({ code: codeOf(await newFactor('roads-1'), it_.app.deps.now()) }),
  },
  'POST /api/own/second-factor/remove': { who: () => roads, body: () => ({ password: 'right password' }) },
  [`POST ${admin}/people/:id/forget-second-factor`]: {
    ...byAdmin,
    url: () => `${admin}/people/schools-1/forget-second-factor`,
    body: () => ({}),
  },
  [`POST ${admin}/standard-texts/:id`]: {
    ...byAdmin,
    url: async () => `${admin}/standard-texts/${(await seenText()).id}`,
    body: async () => ({ ...text, text: '您好，已转有关单位。', revision: (await seenText()).revision }),
  },
  [`POST ${admin}/standard-texts/:id/remove`]: {
    ...byAdmin,
    url: async () => `${admin}/standard-texts/${(await seenText()).id}/remove`,
    body: async () => ({ revision: (await seenText()).revision }),
  },
  [`POST ${admin}/checklist`]: { ...byAdmin, body: async () => ({ item: 'form', ...(await seenGovernment()) }) },
  [`POST ${admin}/templates/remove`]: { ...byAdmin, body: () => sheet },
  [`POST ${admin}/emblem/remove`]: { ...byAdmin, body: seenGovernment },
  [`POST ${admin}/renewals`]: {
    ...byAdmin,
    body: async () => ({
      ...{ regulation: 'example-mailbox', version: '2025-01-01', to: '2030-12-31', reason: '继续施行' },
      ...{ instrument: '示例〔2025〕2号', ...(await seenGovernment()) },
    }),
  },
  [`POST ${admin}/kinds`]: {
    ...byAdmin,
    tellsAfter: true,
    body: async () => {
      const asked = { regulation: 'orders', version: '2025-01-01' }
      await it_.app.deps.store.administration.patchSettings('demo', { kindAsked: { ...asked, by: 'another' } })
      return { ...asked, ...(await seenGovernment()) }
    },
  },
  'DELETE /api/ledger/layouts/:name': {
    ...office,
    url: async () => {
      await post(li, '/api/ledger/layouts', { name: 'gone', kind: 'matters', columns: [{ id: 'number', head: '' }] })
      return '/api/ledger/layouts/gone'
    },
  },
  'DELETE /api/views/:id': {
    ...office,
    url: async () => `/api/views/${(await post(li, '/api/views', { name: '删', query: 'q=x', isShared: false })).id}`,
  },
  'DELETE /api/matters/:id/drafts/:act': {
    ...office,
    url: async () => {
      const url = `/api/matters/${matter}/drafts/accept`
      await it_.ask(li, 'PUT', url, { payload: { values: { scope: 'help' } }, role: 'office' })
      return url
    },
  },
  'POST /:government/track/:number/package': {
    url: () => `/demo/track/${sent.number}/package`,
    cookies: () => it_.open(sent),
    form: () => ({}),
    tellsAfter: true,
  },
  'DELETE /api/session': { who: () => it_.signIn('police-1') },
}

/** Routes that write nothing. */
const writesNothing = [
  ...['/api/bulk/offers', '/api/bulk/preview', '/api/simulate', '/api/*', '/api/imports/preview', '/api/what-if/:run'],
  ...[
    `${admin}/calendar/preview`,
    `${admin}/roster/:of/preview`,
    `${admin}/versions/preview`,
    `${admin}/governments/preview`,
    '/api/matters/:id/acts/:act/needs',
  ],
  ...['/api/matters/:id/acts/:act/outlook', '/api/matters/new/acts/:act/needs', '/api/matters/:id/reply-check'],
  ...['/api/office/regulations/:id/:version/simulate', '/api/office/regulations/:id/:version/what-if'],
  ...['/api/track', '/track', '/:government/track', '/:government/track/leave'],
  ...['/:government/write/needs', '/:government/kinds/:door/write/needs'],
  ...['/:government/write/check', '/:government/kinds/:door/write/check'],
]
/** Routes to what is tried above by another route: the portal's own forms, a matter opened by staff, rows that are
 * each added as by screen, and another version, which is one change of the government as a further kind is;
 * a picture is put up as it is taken away. */
const leadsThere = [
  ...['/:government/write', '/:government/kinds/:door/write', '/:government/track/:number/acts/:act'],
  ...['/api/matters/new/acts/:act', `${admin}/roster/:of`, `${admin}/versions`, `${admin}/emblem`, `${admin}/templates`],
]
/** Tried where rows come in one by one: `src/app/half-done.test.ts`; made-up letters come one by one as every letter does. */
const inPortions = ['/api/imports', `${admin}/rehearsals/:id/letters`, '/api/rehearsal/letters']
const others = [...writesNothing, ...leadsThere, ...inPortions]

beforeAll(async () => {
  it_ = await testServer(0, false, library)
  const { app } = it_
  client = await watching(app.connection)
  ;[li, lead, roads] = [await it_.signIn('li'), await it_.signIn('lead'), await it_.signIn('roads-1')]
  const made = await app.submit({ phone: '13912345678' })
  matter = made.matter
  sent = made
  await app.act((await app.submit()).matter, officer, 'accept')
  handled = (await app.submit()).matter
  await app.act(handled, officer, 'accept')
  await app.act(handled, officer, 'dispatch', dispatchTo('lighting'))
  sealedFile = await keepSealed(it_)
  await confirmFactor('schools-1', await newFactor('schools-1'))
})
afterAll(async () => {
  await client.end()
  await it_.close()
})

it('every route that may write is tried here, or said why not', () => {
  const writes = it_.routes.filter(({ method }) => ['POST', 'PUT', 'DELETE', 'PATCH'].includes(method))
  const tried = [...Object.keys(writing), ...routesElsewhere]
  const known = writes.filter(({ method, url }) => tried.includes(`${method} ${url}`) || others.includes(url))
  expect(writes.filter((each) => !known.includes(each))).toEqual([])
  expect(others.filter((each) => !writes.some(({ url }) => url === each))).toEqual([])
  expect(tried.filter((each) => !writes.some(({ method, url }) => each === `${method} ${url}`))).toEqual([])
})

it.each(Object.entries(writing))(
  '%s, with each of its statements failing in turn: done, or not done and 503; never half',
  { timeout: 120_000 },
  (route, asked) => neverHalf({ server: it_, client }, route, asked),
)

const filled: Readonly<Record<string, string>> = {
  ...{ government: 'demo', version: '2025-01-01', act: 'accept' },
  ...{ year: '2025', number: '1' },
}
const pathOf = (url: string): string =>
  url
    .replace('/regulations/:id', '/regulations/example-mailbox')
    .replace(/:(\w+)/g, (_, name: string) => filled[name] ?? String(matter))
    .replace('*', '')
const moreOf: Readonly<Record<string, string>> = { '/api/ledger': '?format=csv', '/api/find': '?q=13912345678&reason=x' }
/** Figures of a span that is over are kept as somebody first asks for them. */
const firstAsked = 'kept_figures'
/** Tables in which it stands that somebody looked, or took a package along: it is witnessed before it leaves. */
const lookedIn = new Set(['audit_entry', 'record_head', 'unwitnessed', 'sealed_package', 'witness', 'witnessed_facts'])

it('whoever looks leaves everything as it was, but for the log; what the log cannot note is not shown', {
  timeout: 180_000,
}, async () => {
  const auditor = await it_.signIn('auditor-1')
  const noted: string[] = []
  const entries = async (): Promise<number> => (await client.query('select from audit_entry')).rowCount ?? 0
  let stood = await standing(client)
  for (const { url } of it_.routes.filter(({ method, url }) => method === 'GET' && url !== '/api/live')) {
    for (const who of [li, auditor]) {
      const path = `${pathOf(url)}${moreOf[url] ?? ''}`
      const ask = () => it_.ask(who, 'GET', path, { role: who === li ? 'office' : '' })
      const answer = await ask()
      const after = await standing(client)
      const changed = changedIn(stood, after).filter((table) => table !== firstAsked)
      stood = after
      expect([path, changed.filter((table) => !lookedIn.has(table))]).toEqual([path, []])
      if (changed.length === 0 || answer.statusCode >= 300) continue
      noted.push(url)
      for (let nth = 1, fails = true; fails; nth += 1) {
        const before = await entries()
        const { result, hasFailed } = await failingAt(nth, () =>
          ask().then(
            ({ statusCode }) => statusCode,
            () => 'cut off',
          ),
        )
        const isNoted = (await entries()) > before
        // What has begun to leave is cut off, so that nobody takes it for the whole.
        const ended = expect.toBeOneOf([true, 503, 'cut off'])
        expect([path, nth, result === 200 ? isNoted : result]).toEqual([path, nth, ended])
        fails = hasFailed
      }
      stood = await standing(client)
    }
  }
  expect(noted).toEqual(expect.arrayContaining(['/api/ledger', '/api/audit', `${admin}/people`]))
})

it('and everything that stands is what its events say', async () => {
  await runTimers(it_.app.deps, (error) => expect(error).toBeNull())
  expect((await verifyRecords(it_.app.deps, () => {}, [])).findings).toEqual([])
})
