import { afterAll, beforeAll, expect, it } from 'vitest'
import { failingAt } from '../../../test/failing-statements.js'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let admin: SignedInAs
const root = '/api/administration'

beforeAll(async () => {
  test = await testServer()
  admin = await test.signIn('li')
})
afterAll(() => test.close())

const post = (path: string, payload: object) => test.ask(admin, 'POST', `${root}${path}`, { payload })
const people = async () => (await test.ask(admin, 'GET', `${root}/people`)).json()
const roads = { role: 'unit', unit: 'roads' }

it('makes an account whose person sets their own password by a link that works once', async () => {
  const made = await post('/people', { login: 'zhao', name: '赵工', roles: [roads] })
  expect(made.statusCode).toBe(200)
  const { path, id } = made.json()
  await expect(test.signIn('zhao')).rejects.toThrow()
  const page = await test.server.inject({ url: path })
  expect([page.statusCode, page.body.includes('赵工')]).toEqual([200, true])
  const set = (password: string) =>
    test.server.inject({
      method: 'POST',
      url: path,
      payload: new URLSearchParams({ password, again: password }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  expect((await set('short')).statusCode).toBe(422)
  expect((await set('right password')).statusCode).toBe(303)
  expect((await set('right password')).statusCode).toBe(410)
  await test.signIn('zhao')
  const { rows } = await test.app.deps.store.administration.listAudit('demo', {})
  expect(rows.filter(({ about }) => about === id).map(({ kind, account }) => [kind, account])).toEqual([
    ['signed-in', id],
    ['password-set', id],
    ['sign-in-failed', ''],
    ['account-added', 'li'],
  ])
})

it('locks an account: its person is out, and the account stays', async () => {
  const { people: all } = await people()
  const zhao = all.find(({ login }: { login: string }) => login === 'zhao')
  const who = await test.signIn('zhao')
  const asked = { login: 'zhao', name: '赵工', roles: [roads], revision: zhao.revision }
  expect((await post(`/people/${zhao.id}`, { ...asked, isDisabled: true })).statusCode).toBe(200)
  expect((await test.ask(who, 'GET', '/api/session')).statusCode).toBe(401)
  expect((await post(`/people/${zhao.id}`, asked)).json().code).toBe('changed-meanwhile')
})

it('keeps the last administrator, and one login for one person', async () => {
  const { people: all } = await people()
  const li = all.find(({ login }: { login: string }) => login === 'li')
  const roles = [{ role: 'office', unit: null }]
  const refused = await post('/people/li', { login: 'wang', name: '李工', roles, revision: li.revision })
  expect(refused.json().problems.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
    ['login', 'taken'],
    ['isAdmin', 'last-admin'],
  ])
})

it('lets a substitute see and do what the absent person may, and says so in the event', async () => {
  const { matter } = await test.app.submit()
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const other = await test.signIn('roads-1')
  const role = 'unit@lighting~lighting-1'
  const read = () => test.ask(other, 'GET', `/api/matters/${matter}`, { role })
  expect((await read()).statusCode).toBe(403)
  const days = { firstOn: '2025-09-29', lastOn: '2025-10-10' }
  const asked = { absent: 'lighting-1', present: 'roads-1', role: 'unit', unit: 'lighting', reason: '年休', ...days }
  const added = await post('/substitutes', asked)
  expect(added.statusCode).toBe(200)
  expect((await read()).statusCode).toBe(200)
  expect((await test.ask(other, 'GET', `/api/matters/${matter}`)).statusCode).toBe(404)
  const { acts } = (await read()).json()
  const contact = acts.find(({ act, refusal }: { act: string; refusal: unknown }) => act === 'contact' && refusal === null)
  expect(contact).toBeDefined()
  const acted = await test.ask(other, 'POST', `/api/matters/${matter}/acts/contact`, { role, payload: { with: {} } })
  expect(acted.statusCode).toBe(200)
  const { timeline } = (await read()).json()
  expect(timeline.at(-1).by.person).toBe('路甲（代 灯甲）')
  expect((await post(`/substitutes/${added.json().id}/end`, {})).statusCode).toBe(200)
  expect((await read()).statusCode).toBe(403)
})

it('tells what is wrong with a substitution', async () => {
  const days = { firstOn: '2025-10-10', lastOn: '2025-10-01' }
  const refused = await post('/substitutes', { absent: 'lead', present: 'lead', role: 'office', unit: null, reason: '', ...days })
  expect(refused.json().problems.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
    ['present', 'itself'],
    ['role', 'not-held'],
    ['lastOn', 'wrong-order'],
    ['reason', 'needed'],
  ])
})

it('asks who takes over what somebody has in hand who leaves, and whether it is meant that nobody sees what waits', async () => {
  const { matter } = await test.app.submit()
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('roads'))
  await post('/people', { login: 'qian', name: '钱工', roles: [roads] })
  const { people: all } = await people()
  const of = (login: string) => all.find((each: { login: string }) => each.login === login)
  const qian = of('qian').id
  const unit = { role: 'unit@roads' }
  const who = await test.signIn('roads-1')
  const keeper = `/api/matters/${matter}/keeper`
  const taken = await test.ask(who, 'PUT', keeper, { ...unit, payload: { from: null, to: 'roads-1' } })
  expect(taken.statusCode).toBe(204)
  const { name, login, revision } = of('roads-1')
  const leave = (more: object) => post('/people/roads-1', { name, login, roles: [], revision, ...more })
  const refusedBy = async (more: object) =>
    (await leave(more)).json().problems.map(({ field, code }: { field: string; code: string }) => [field, code])
  expect(await refusedBy({ isDisabled: true })).toEqual([['handTo', 'in-hand']])
  expect(await refusedBy({ handTo: 'lighting-1' })).toEqual([['handTo', 'not-an-option']])
  const direct = await test.ask(admin, 'POST', '/api/accounts', { payload: { name, login, roles: [] } })
  expect(direct.json().problems).toMatchObject([{ field: 'handTo', code: 'in-hand' }])
  // Nothing was changed by asking.
  expect((await test.ask(who, 'GET', keeper.replace('/keeper', '/notes'), unit)).json().keeper.id).toBe('roads-1')
  // Whatever fails on the way, who leaves has all in hand and their seat, or neither.
  for (let nth = 1, isDone = false; !isDone; nth += 1) {
    const { result } = await failingAt(nth, () => leave({ handTo: qian }))
    isDone = result.statusCode === 200
    const [hand] = await test.app.deps.store.notes.keepers('demo', 'unit:roads', [matter])
    const { roles } = (await people()).people.find((each: { login: string }) => each.login === 'roads-1')
    expect([hand?.account, roles.length], `failing at ${nth}`).toEqual(isDone ? [qian, 0] : ['roads-1', 1])
  }
  const { rows } = await test.app.deps.store.administration.listAudit('demo', {})
  expect(rows.find(({ kind }) => kind === 'matter-handed')).toMatchObject({
    account: 'li',
    about: String(matter),
    detail: { from: 'roads-1', told: qian },
  })
  expect(await test.app.deps.store.notes.keepers('demo', 'unit:roads', [matter])).toMatchObject([{ account: qian }])
  // Now nobody but the one who took over sees what the unit owes.
  const last = await people().then(({ people: now }) => now.find((each: { login: string }) => each.login === 'qian'))
  const lock = (more: object) =>
    post(`/people/${qian}`, { name: '钱工', login: 'qian', roles: [roads], isDisabled: true, revision: last.revision, ...more })
  const asked = (await lock({ handTo: null })).json().problems
  expect(asked.map(({ code }: { code: string }) => code)).toEqual(['nobody-left'])
  expect((await lock({ handTo: null, leavesVacant: true })).statusCode).toBe(200)
  expect(await test.app.deps.store.notes.keepers('demo', 'unit:roads', [matter])).toEqual([])
})
