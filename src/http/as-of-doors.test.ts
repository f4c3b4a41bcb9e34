import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let lighting: SignedInAs
let lamps: number
let again: number

/** A letter handled on one day and urged on the next; a second, that names it, on the third. */
beforeAll(async () => {
  test = await testServer()
  const { app } = test
  app.goTo('2025-03-03 09:00')
  lamps = (await app.submit({ title: '东门路灯不亮', category: 'complaint' })).matter
  await app.act(lamps, officer, 'accept')
  await app.act(lamps, officer, 'dispatch', dispatchTo('lighting'))
  app.goTo('2025-03-04 09:00')
  await app.act(lamps, officer, 'urge', { reason: '还没有答复' })
  app.goTo('2025-03-05 09:00')
  again = (await app.submit({ title: '西门路灯不亮', category: 'complaint' })).matter
  app.goTo('2025-03-10 09:00')
  li = await test.signIn('li')
  lighting = await test.signIn('lighting-1')
})
afterAll(() => test.close())

const asked = (who: SignedInAs, path: string, day: string | null, role = 'office') =>
  test.ask(who, 'GET', `${path}${day === null ? '' : `${path.includes('?') ? '&' : '?'}asOf=${day}`}`, { role })
const read = async (who: SignedInAs, path: string, day: string | null, role?: string) =>
  (await asked(who, path, day, role)).json()

const days = ['2025-03-02', '2025-03-03', '2025-03-04', '2025-03-05', null] as const

it('slips stand from when they were issued', async () => {
  const count = async (day: string | null) => (await read(li, '/api/slips', day)).rows.length
  expect(await Promise.all(days.map(count))).toEqual([0, 0, 1, 1, 1])
  const status = async (day: string | null) => (await asked(li, '/api/slips/urge/2025/1', day)).statusCode
  expect(await Promise.all(days.map(status))).toEqual([404, 404, 200, 200, 200])
})

it('a unit was told what it was told by then, and what it read later was unread', async () => {
  const role = 'unit@lighting'
  const told = await read(lighting, '/api/notices', null, role)
  await test.ask(lighting, 'POST', '/api/notices/read', { role, payload: { ids: told.rows.map(({ id }: { id: number }) => id) } })
  const stood = async (day: string | null) => {
    const { rows, unread } = await read(lighting, '/api/notices', day, role)
    return [rows.length, unread]
  }
  expect(await Promise.all(days.map(stood))).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
    [1, 1],
    [1, 0],
  ])
})

it('the ledgers hold the matters and duties there were', async () => {
  const lines = async (kind: string, day: string | null) => {
    const answer = await asked(li, `/api/ledger?format=jsonl&kind=${kind}`, day)
    return answer.body.split('\n').filter((line) => line !== '')
  }
  const counts = async (day: string | null) => (await lines('matters', day)).length
  expect(await Promise.all(days.map(counts))).toEqual([0, 1, 1, 2, 2])
  const [then] = await lines('matters', '2025-03-03')
  const present = await lines('matters', null)
  expect(JSON.parse(then ?? '')).toMatchObject({ title: '东门路灯不亮' })
  expect(present).not.toContain(then)
  // What is looked at while its columns are chosen is what goes out.
  const looked = async (day: string | null) => (await read(li, '/api/ledger/look', day)).rows.length
  expect(await Promise.all(days.map(looked))).toEqual([0, 1, 1, 2, 2])
  const duties = await Promise.all(days.map(async (day) => (await lines('duties', day)).length))
  expect(duties[0]).toBe(0)
  expect(duties[1]).toBeGreaterThan(0)
  expect(duties[3]).toBeGreaterThan(duties[2] ?? 0)
})

it('what waits in other roles, links and the thread are those of the day', async () => {
  for (const path of ['/api/desk/others', `/api/matters/${lamps}/links`, `/api/matters/${lamps}/thread`]) {
    expect([path, (await asked(li, path, '2025-03-04')).statusCode]).toEqual([path, 200])
  }
  const status = async (day: string | null) => (await asked(li, `/api/matters/${again}/links`, day)).statusCode
  expect(await Promise.all(days.map(status))).toEqual([404, 404, 404, 200, 200])
})
