import { afterAll, beforeAll, expect, it } from 'vitest'
import { fuzzed } from './fuzz.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let li: SignedInAs
beforeAll(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

/** All of it is measured in `bench/fuzz.ts`; here every seventh, for strangers and for the office. */
it('no parameter of any route, with whatever in its place, is a fault of the server', { timeout: 180_000 }, async () => {
  const faults: string[] = []
  const answers: number[] = []
  let at = 0
  const described = (await it_.ask(null, 'GET', '/openapi.json')).json()
  for (const { what, method, url, payload } of fuzzed(described)) {
    at += 1
    const asked = url.startsWith('/api/session') || at % 7 !== 0 ? [] : [null, li]
    for (const who of asked) {
      const sent = payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } }
      const answer = await it_.ask(who, method, url, sent)
      answers.push(answer.statusCode)
      if (answer.statusCode >= 500 || answer.body.length > 100_000)
        faults.push(`${answer.statusCode} ${answer.body.length} ${method} ${url.slice(0, 60)} ${what}`)
    }
  }
  expect(answers.length).toBeGreaterThan(300)
  expect(faults).toEqual([])
})
