import { afterAll, beforeAll, expect, it } from 'vitest'
import { officer } from '../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let matter: number
beforeAll(async () => {
  test = await testServer()
  ;({ matter } = await test.app.submit())
  await test.app.act(matter, officer, 'accept')
  li = await test.signIn('li')
})
afterAll(() => test.close())

type Route = { readonly parameters?: readonly { readonly in: string; readonly name: string }[] }

it('no route of the interface takes a moment and answers with what stands now', async () => {
  const { paths } = (await test.ask(null, 'GET', '/openapi.json')).json() as { paths: Record<string, Record<string, Route>> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/')
      ? Object.entries(methods).map(([method, route]) => ({ path, method: method.toUpperCase(), route }))
      : [],
  )
  const looksBack = ({ route: { parameters = [] } }: (typeof routes)[number]) =>
    parameters.some((each) => each.in === 'query' && each.name === 'asOf')
  const only = routes.filter((each) => !looksBack(each))
  expect([routes.length > 100, routes.filter(looksBack).length > 10]).toEqual([true, true])
  for (const { path, method } of only) {
    const at = path.replaceAll('{government}', 'demo').replaceAll(/\{[^}]+\}/g, String(matter))
    const asked = method === 'GET' ? {} : { payload: {} }
    for (const who of [li, null]) {
      const answer = await test.ask(who, method as 'GET', `${at}?asOf=2025-09-29`, asked)
      expect([method, path, answer.statusCode, answer.json().code]).toEqual([method, path, 409, 'not-as-of'])
    }
  }
})

it.each([
  ['/api/matters?categroy=complaint', 'categroy'],
  ['/api/ledger?untl=2025-09-30', 'untl'],
  ['/api/session?__proto__=x', '__proto__'],
  ['/api/live?roll=office', 'roll'],
])('%s is refused: nobody is answered what they did not ask', async (path, name) => {
  const answer = await test.ask(li, 'GET', path)
  expect(answer.json()).toMatchObject({ status: 400, code: 'bad-request', detail: expect.stringContaining(`“${name}”`) })
})

it('what is none of its routes is not there, whatever is asked; a line that tells what is new tells nothing of what was', async () => {
  const codeOf = async (path: string) => (await test.ask(li, 'GET', path)).json().code
  expect([await codeOf('/api/nothing?asOf=2025-09-29'), await codeOf('/api/live?asOf=2025-09-29')]).toEqual([
    'not-found',
    'not-as-of',
  ])
})

it('no route of the interface passes over what a body holds and nothing reads', async () => {
  const { paths } = (await test.ask(null, 'GET', '/openapi.json')).json() as { paths: Record<string, Record<string, Route>> }
  const doors = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/') ? Object.keys(methods).map((method) => [method.toUpperCase(), path] as const) : [],
  )
  const writing = doors.filter(([method]) => method !== 'GET')
  expect(writing.length).toBeGreaterThan(80)
  for (const [method, path] of writing) {
    const at = path.replaceAll('{government}', 'demo').replaceAll(/\{[^}]+\}/g, String(matter))
    const payload = path === '/api/units' ? [{ unasked: 1 }] : { unasked: 1 }
    const answer = await test.ask(li, method as 'POST', at, { payload })
    expect([method, path, answer.statusCode, answer.json().detail]).toEqual([
      method,
      path,
      400,
      expect.stringContaining('unasked'),
    ])
  }
})

it('tells where it stands and what may stand there, in lists and within other things too', async () => {
  const sent = { targets: [{ matter: String(matter), unitt: 'roads' }] }
  const answer = await test.ask(li, 'POST', '/api/bulk/offers', { payload: sent })
  expect(answer.json().detail).toContain('“targets.0.unitt”')
})
