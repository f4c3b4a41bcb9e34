import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const root = '/api/retention'
let it_: TestServer
let li: SignedInAs
let wang: SignedInAs
let first: string
let other: string

const post = async (who: SignedInAs, url: string, payload: object, role?: string) =>
  it_.ask(who, 'POST', `${root}/${url}`, { payload, ...(role === undefined ? {} : { role }) })
const get = async (who: SignedInAs, url: string) => (await it_.ask(who, 'GET', `${root}${url}`, { role: 'office' })).json()
type Row = { readonly id: number; readonly number: string; readonly keep: unknown; readonly term: string }
const over = async (what: string): Promise<unknown[][]> =>
  (await get(wang, `/over?what=${what}`)).rows.map(({ number, keep }: Row) => [number, keep])
const propose = async (number: string, reason: string) =>
  (await post(wang, 'disposals', { numbers: [number], what: 'identity', reason }, 'office')).json()
const setYears = async (identity: unknown) => {
  const { revision } = await get(li, '')
  return (await post(li, 'terms', { terms: [], identity, revision })).statusCode
}

/** Sessions end long before. */
async function goTo(text: string): Promise<void> {
  it_.app.goTo(text)
  li = await it_.signIn('li')
  wang = await it_.signIn('wang')
}

/** From the first day to its end. */
async function live(): Promise<string> {
  const { app } = it_
  const { matter, number } = await app.submit({ channel: 'web', phone: '13977778888' })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', { ...dispatchTo('lighting'), category: 'complaint' })
  await app.act(matter, unitOf('lighting'), 'contact')
  await app.act(matter, unitOf('lighting'), 'reply', { result: '灯泡已换，请查看。' })
  await app.act(matter, officer, 'conclude')
  await app.act(matter, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable', { isMajor: true })
  await app.act(matter, officer, 'publish', { publicReply: '灯泡已换。', publicText: '路灯不亮。' })
  return number
}

beforeAll(async () => {
  it_ = await testServer()
  first = await live()
  other = await live()
})
afterAll(() => it_.close())

it('of who wrote it a term may be shorter than of the matter: over by a list of its own, and named with what is proposed', async () => {
  await goTo('2028-12-31 23:59')
  expect(await setYears(4)).toBe(422)
  expect(await setYears(3)).toBe(200)
  expect((await get(li, '')).identity).toMatchObject({ keep: 3 })
  expect(await over('identity')).toEqual([])
  // Asked for before that, it rests on its reason alone.
  expect(await propose(other, '本人申请')).toEqual({ proposed: 1 })
  await goTo('2029-01-01 00:00')
  // What waits is not offered again; of the matters themselves no term was set.
  expect(await over('identity')).toEqual([[first, 3]])
  expect(await over('matter')).toEqual([])
  expect(await propose(first, '期满')).toEqual({ proposed: 1 })
  const waiting: readonly Row[] = (await get(li, '/disposals')).rows
  expect(waiting.map(({ number, term }) => [number, term])).toEqual([
    [first, '3年'],
    [other, ''],
  ])
  const decided = await post(li, 'decisions', { ids: waiting.map(({ id }) => id), isApproved: true })
  expect(decided.json().results.map(({ done }: { done: string }) => done)).toEqual(['done', 'done'])
  // Nobody is known any more who wrote them: there is nothing left to go.
  expect(await over('identity')).toEqual([])
  const register = await it_.ask(li, 'GET', `${root}/disposals?decided=yes`, {
    role: 'office',
    headers: { 'accept-language': 'en' },
  })
  expect(register.json().rows.map(({ term }: Row) => term)).toEqual(['3 years', ''])
  expect(await setYears(null)).toBe(200)
})
