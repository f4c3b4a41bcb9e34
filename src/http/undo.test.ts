import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { runTimers } from '../app/index.js'
import { seesAll } from '../store/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let wang: SignedInAs
let lighting: SignedInAs
beforeAll(async () => {
  test = await testServer()
  ;[li, wang, lighting] = [await test.signIn('li'), await test.signIn('wang'), await test.signIn('lighting-1')]
})
afterAll(() => test.close())

const office = { role: 'office' }
const unit = { role: 'unit@lighting' }

/** A letter that was accepted at ten, and is dispatched by Li at half past ten. */
async function dispatched(): Promise<number> {
  test.app.goTo('2025-03-03 09:00')
  const { matter } = await test.app.submit()
  test.app.goTo('2025-03-03 10:00')
  await test.app.act(matter, officer, 'accept')
  test.app.goTo('2025-03-03 10:30')
  const done = await test.ask(li, 'POST', `/api/matters/${matter}/acts/dispatch`, {
    payload: { with: dispatchTo('lighting') },
    ...office,
  })
  expect(done.json().undo).toEqual({ names: ['转办'], seconds: 120 })
  return matter
}
const undo = (who: SignedInAs, matter: number, more: object = office) =>
  test.ask(who, 'POST', `/api/matters/${matter}/undo`, more)
const read = async (who: SignedInAs, matter: number, as = office) =>
  (await test.ask(who, 'GET', `/api/matters/${matter}`, as)).json()
const told = async (matter: number) =>
  (await test.ask(lighting, 'GET', '/api/notices', unit))
    .json()
    .rows.filter((row: { matter: string }) => row.matter === `${matter}`)
const deskOf = async (who: SignedInAs, as: object) =>
  (await test.ask(who, 'GET', '/api/duties', as)).json().rows.map((row: { matter: string }) => Number(row.matter))

it('leaves the matter as it was: the unit sees nothing of it any more, and what was done stays told', async () => {
  const matter = await dispatched()
  expect(await deskOf(lighting, unit)).toContain(matter)
  test.app.goTo('2025-03-03 10:31')
  const done = await undo(li, matter)
  expect([done.statusCode, done.json().stage.id]).toEqual([200, 'accepted'])
  expect(done.json().timeline).toMatchObject([{ kind: 'undo', name: '撤销：转办', by: { person: '李工' } }])
  expect(await deskOf(lighting, unit)).not.toContain(matter)
  expect((await test.ask(lighting, 'GET', `/api/matters/${matter}`, unit)).statusCode).toBe(404)
  const seen = await read(wang, matter)
  expect(seen.assignments).toEqual([])
  expect(seen.timeline.map(({ kind, act }: { kind: string; act: string }) => `${kind} ${act}`)).toEqual([
    'act submit',
    'act accept',
    'undo undo',
  ])
  expect(seen.timeline[2].stated[0].value).toContain('路灯所')
  const stored = await test.app.deps.store.loadMatter('demo', matter, seesAll)
  expect(stored?.events.map(({ act }) => act)).toEqual(['submit', 'accept', 'dispatch', 'undo'])
})

it('is done anew after that, by another even, and gives no number twice', async () => {
  const matter = await dispatched()
  const before = (await read(li, matter)).revision
  await undo(li, matter)
  expect((await read(wang, matter)).revision).toBeGreaterThan(before)
  const late = await test.ask(wang, 'POST', `/api/matters/${matter}/acts/dispatch`, {
    payload: { with: dispatchTo('roads') },
    ...office,
    match: before,
  })
  expect([late.statusCode, late.json().meanwhile[0].name]).toEqual([412, '撤销：转办'])
  const again = await test.ask(wang, 'POST', `/api/matters/${matter}/acts/dispatch`, {
    payload: { with: dispatchTo('roads') },
    ...office,
  })
  expect(again.statusCode).toBe(200)
  expect((await read(wang, matter)).assignments.map((share: { unit: string }) => share.unit)).toEqual(['roads'])
})

it('tells nobody before the time is over, and nobody at all of what was taken back', async () => {
  const [kept, back] = [await dispatched(), await dispatched()]
  const reminder = { payload: { with: { unit: 'lighting', reason: '请抓紧办理。' } }, ...office }
  test.app.goTo('2025-03-03 11:00')
  for (const matter of [kept, back]) await test.ask(li, 'POST', `/api/matters/${matter}/acts/urge`, reminder)
  expect([await told(kept), await told(back)]).toEqual([[], []])
  expect((await undo(li, back)).statusCode).toBe(200)
  test.app.goTo('2025-03-03 11:01:59')
  expect(await told(kept)).toEqual([])
  test.app.goTo('2025-03-03 11:02')
  expect([(await told(kept)).length, await told(back)]).toEqual([1, []])
})

it('is refused after two minutes, to another, and once somebody has gone on from it', async () => {
  const matter = await dispatched()
  expect((await read(wang, matter)).undo).toBeNull()
  expect((await undo(wang, matter)).json()).toMatchObject({ status: 409, code: 'nothing-to-undo' })
  expect((await undo(lighting, matter, unit)).statusCode).toBe(409)
  test.app.goTo('2025-03-03 10:32:01')
  expect((await undo(li, matter)).json().code).toBe('nothing-to-undo')
  const other = await dispatched()
  // A minute after the dispatch.
  await test.app.act(other, { role: 'unit', unit: 'lighting', person: 'lighting-1' }, 'contact')
  expect((await undo(li, other)).json().code).toBe('nothing-to-undo')
})

it('takes a usual run back whole, and never what brought the matter in', async () => {
  test.app.goTo('2025-03-04 09:00')
  const { matter } = await test.app.submit()
  test.app.goTo('2025-03-04 09:30')
  await test.ask(li, 'POST', `/api/matters/${matter}/acts/acceptAndDispatch`, {
    payload: { with: dispatchTo('lighting') },
    ...office,
  })
  expect((await read(li, matter)).undo.names).toEqual(['受理', '转办'])
  expect((await undo(li, matter)).json().stage.id).toBe('received')
  expect((await read(li, matter)).undo).toBeNull()
  expect((await undo(li, matter)).json().code).toBe('nothing-to-undo')
})

it('shows as it stood then what was taken back later', async () => {
  const matter = await dispatched()
  test.app.goTo('2025-03-03 10:31')
  await undo(li, matter)
  test.app.goTo('2025-03-05 10:00')
  const then = await test.ask(li, 'GET', `/api/matters/${matter}?asOf=2025-03-03T10:30:30`, office)
  expect(then.json().assignments).toHaveLength(1)
  await runTimers(test.app.deps, (error) => {
    throw error
  })
  expect((await read(li, matter)).assignments).toEqual([])
})
