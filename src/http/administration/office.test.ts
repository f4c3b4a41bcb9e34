import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { runTimers } from '../../app/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let admin: SignedInAs
let auditor: SignedInAs
let matter: number
const root = '/api/administration'
type Problem = { readonly field: string; readonly code: string }

beforeAll(async () => {
  test = await testServer()
  admin = await test.signIn('li')
  auditor = await test.signIn('auditor-1')
  matter = (await test.app.submit()).matter
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
})
afterAll(() => test.close())

const post = (path: string, payload: object = {}) => test.ask(admin, 'POST', `${root}${path}`, { payload })
const read = async (path: string) => (await test.ask(admin, 'GET', `${root}${path}`)).json()
const log = async (query: string) => (await test.ask(auditor, 'GET', `/api/audit${query}`)).json()
const wrong = (answer: { json(): { problems: readonly Problem[] } }) =>
  answer.json().problems.map(({ field, code }) => [field, code])
const dueTimes = async () => {
  const found = await test.ask(admin, 'GET', `/api/matters/${matter}`, { role: 'office' })
  return found
    .json()
    .duties.map(({ key, dueAt }: { key: string; dueAt: { shown: string } | null }) => [key, dueAt?.shown ?? null])
}

describe('the local calendar', () => {
  const fair = {
    kind: 'off',
    withdraws: null,
    name: '县庆',
    firstOn: '2025-10-10',
    lastOn: '',
    reason: '庆典',
    instrument: '示例〔2025〕1号',
  }

  it('shows what would move, moves it, and takes it back as another change', async () => {
    const before = await dueTimes()
    const preview = (await post('/calendar/preview', { ...fair, revision: 0 })).json()
    expect(preview.matters).toBe(1)
    expect(preview.duties).toBeGreaterThan(0)
    expect(await dueTimes()).toEqual(before)
    expect((await post('/calendar', { ...fair, revision: 0 })).json()).toEqual({ moved: preview.duties })
    const after = await dueTimes()
    expect(after).not.toEqual(before)
    const rows = preview.rows.map(({ to }: { to: { shown: string } }) => to.shown)
    expect(after.map(([, due]: [string, string]) => due)).toEqual(expect.arrayContaining(rows))
    const kept = await read('/calendar')
    const back = { ...fair, kind: 'withdrawn', withdraws: kept.revision, revision: kept.revision }
    expect((await post('/calendar', back)).statusCode).toBe(200)
    expect(await dueTimes()).toEqual(before)
    expect(
      (await read('/calendar')).changes.map(({ kind, isHolding }: { kind: string; isHolding: boolean }) => [kind, isHolding]),
    ).toEqual([
      ['off', false],
      ['withdrawn', false],
    ])
  })

  it('tells the later of two, and what is wrong', async () => {
    expect((await post('/calendar', { ...fair, revision: 0 })).json().code).toBe('changed-meanwhile')
    expect(wrong(await post('/calendar/preview', { ...fair, firstOn: '2025-10-12', instrument: '', revision: 0 }))).toEqual([
      ['firstOn', 'no-effect'],
      ['instrument', 'needed'],
    ])
  })
})

describe('units', () => {
  it('keeps the name of its time, and lets the successor take over what is open', async () => {
    const change = (unit: string, what: object) => post(`/units/${unit}`, what)
    expect((await change('lighting', { kind: 'rename', name: '照明中心', since: '2025-09-30' })).statusCode).toBe(200)
    expect(wrong(await change('roads', { kind: 'merge', successor: 'roads', on: '2025-09-29' }))).toEqual([
      ['successor', 'itself'],
    ])
    expect((await change('lighting', { kind: 'merge', successor: 'roads', on: '2025-09-29' })).statusCode).toBe(200)
    expect(wrong(await change('roads', { kind: 'merge', successor: 'lighting', on: '2025-09-29' }))).toEqual([
      ['successor', 'itself'],
    ])
    expect(wrong(await post('/units', { name: '教\u200B育\u3000局', parent: null, unitKind: null }))).toEqual([
      ['name', 'same-name'],
    ])
    expect(wrong(await change('roads', { kind: 'rename', name: ' 教育局', since: '2025-09-29' }))).toEqual([
      ['name', 'same-name'],
    ])
    const { units } = await read('/units')
    expect(units[0]).toMatchObject({ id: 'lighting', name: '路灯所', isMerged: true, openShares: 1, successor: { id: 'roads' } })
    const other = await test.signIn('roads-1')
    const role = 'unit@lighting'
    expect((await test.ask(other, 'GET', `/api/matters/${matter}`, { role })).statusCode).toBe(200)
    const session = (await test.ask(other, 'GET', '/api/session', { role })).json()
    expect([session.role.unit.name, session.units.map(({ id }: { id: string }) => id)]).toEqual([
      '原路灯所',
      ['roads', 'schools'],
    ])
    const next = await test.app.submit()
    await test.app.act(next.matter, officer, 'accept')
    const refused = await test.ask(admin, 'POST', `/api/matters/${next.matter}/acts/dispatch`, {
      role: 'office',
      payload: { with: dispatchTo('lighting') },
    })
    expect(refused.statusCode).toBe(422)
  })
})

describe('the log', () => {
  it('is read by person, kind and day, page by page', async () => {
    const all = await log('?limit=2')
    expect(all.rows.map(({ kind }: { kind: { id: string } }) => kind.id)).toEqual(['log-read', 'signed-in'])
    const rest = await log(`?limit=2&after=${all.next}`)
    expect(rest.rows.map(({ kind }: { kind: { id: string } }) => kind.id)).toEqual(['read', 'unit-merged'])
    expect((await log('?kind=calendar-changed')).rows.length).toBe(2)
    expect((await log('?account=roads-1')).rows.map(({ kind }: { kind: { id: string } }) => kind.id)).toEqual(['signed-in'])
    expect((await log('?to=2025-09-01')).rows).toEqual([])
  })

  it('knows who exported what', async () => {
    await test.ask(admin, 'GET', '/api/ledger?format=csv', { role: 'office' })
    const { rows } = await log('?kind=exported')
    expect(rows.map(({ who, about }: { who: { name: string }; about: string }) => [who.name, about])).toEqual([
      ['李工', '事项台账'],
    ])
  })

  it('is read by auditors alone: no administrator is one', async () => {
    expect((await test.ask(admin, 'GET', '/api/audit')).json()).toMatchObject({ status: 403, code: 'auditor-only' })
    expect((await test.ask(auditor, 'GET', `${root}/people`)).json()).toMatchObject({ status: 403, code: 'admin-only' })
  })

  it('cannot be written to or changed by anybody', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      expect((await test.ask(auditor, method, '/api/audit')).statusCode).toBe(404)
    }
  })
})

describe('the government', () => {
  it('shows its registrations at the foot of the portal, and tells the later of two', async () => {
    const { revision } = await read('/government')
    const texts = { notice: '请写明地点。', contact: '0000-0000000', icp: '示例ICP备0000号', police: '', site: '0000000000' }
    expect((await post('/government', { name: '示例新区', ...texts, revision })).statusCode).toBe(200)
    const page = await test.server.inject({ url: '/demo/' })
    for (const text of ['示例新区', texts.icp, texts.site, texts.contact]) expect(page.body).toContain(text)
    expect((await post('/government', { name: '示例区', ...texts, revision })).json().code).toBe('changed-meanwhile')
  })

  it('puts fields in the order of the office, and lets nothing go that the regulation asks for', async () => {
    const form = await read('/form')
    const ids: readonly string[] = form.fields.map(({ id }: { id: string }) => id)
    const order = [...ids].reverse()
    const asked = { order, hints: { [ids[0] ?? '']: '一件事写一封。' }, closedChannels: [], revision: form.revision }
    expect((await post('/form', asked)).statusCode).toBe(200)
    const [shown] = (await test.server.inject({ url: '/api/governments' })).json()
    expect(shown.form.map(({ id }: { id: string }) => id)).toEqual(order)
    const { revision } = await read('/form')
    const portal = form.channels.find(({ isPortal }: { isPortal: boolean }) => isPortal)
    expect(wrong(await post('/form', { ...asked, order: ['other'], closedChannels: [portal.id], revision }))).toEqual([
      ['order', 'not-an-option'],
      ['channels', 'in-use'],
    ])
  })

  it('is never made a rehearsal once a matter was sent in', async () => {
    expect((await post('/rehearsal')).json().code).toBe('not-rehearsal')
    expect((await post('/rehearsal/clock', { on: '2030-01-01' })).json().code).toBe('not-rehearsal')
  })
})

it('moves the clock of a rehearsal forward, and what falls due on the way happens', async () => {
  const other = await testServer()
  try {
    const li = await other.signIn('li')
    const ask = (path: string, payload: object = {}) => other.ask(li, 'POST', `${root}${path}`, { payload })
    const government = async () => (await other.ask(li, 'GET', `${root}/government`)).json().rehearsal
    expect((await ask('/rehearsal/end')).json().code).toBe('not-rehearsal')
    expect((await ask('/rehearsal')).statusCode).toBe(200)
    expect(await government()).toMatchObject({ isRehearsal: true, mayBecome: false, mayEnd: true })
    expect((await ask('/rehearsal/end')).statusCode).toBe(200)
    expect(await government()).toMatchObject({ isRehearsal: false, mayBecome: true, mayEnd: false })
    expect((await ask('/rehearsal')).statusCode).toBe(200)
    const sent = await other.app.submit()
    expect((await ask('/rehearsal/end')).json().code).toBe('not-rehearsal')
    expect((await ask('/rehearsal/clock', { on: '2025-09-01' })).json().problems[0].code).toBe('not-later')
    const before = (await other.ask(li, 'GET', `/api/matters/${sent.matter}`, { role: 'office' })).json()
    expect((await ask('/rehearsal/clock', { on: '2025-11-03' })).statusCode).toBe(200)
    const after = (await other.ask(li, 'GET', `/api/matters/${sent.matter}`, { role: 'office' })).json()
    expect([before.duties[0].status, after.duties[0].status]).toEqual(['open', 'overdue'])
    const session = (await other.ask(li, 'GET', '/api/session')).json()
    expect(session.rehearsal.shown).toBe('2025-11-03 09:00')
    expect((await other.server.inject({ url: '/demo/' })).body).toContain('演练')
    expect(await runTimers(other.app.deps, () => undefined)).toBe(0)
  } finally {
    await other.close()
  }
})
