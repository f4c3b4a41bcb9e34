import { afterAll, beforeAll, expect, it } from 'vitest'
import { fuzzed, fuzzedForms, fuzzedPages } from './fuzz.fixtures.js'
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

/** The hidden entries of a form that was just opened. */
const hiddenIn = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

it('no entry of a citizen’s form, with whatever in its place, is a fault of the server, and all of them are read by the same rules', {
  timeout: 180_000,
}, async () => {
  const { number, code } = await it_.app.submit()
  const cookies = await it_.open({ number, code })
  it_.app.goTo('2025-10-09 10:00')
  const page = (await it_.ask(null, 'GET', '/demo/write?read=yes')).body
  it_.app.goTo('2025-10-09 10:05')
  const guards = { key: hiddenIn(page, 'key'), opened: hiddenIn(page, 'opened'), website: '' }
  const names = [...new Set([...page.matchAll(/name="(f\.\w+)"/g)].map(([, name = '']) => name))]
  expect(names.length).toBeGreaterThan(3)
  const write = {
    url: '/demo/write',
    fields: { ...guards, ...Object.fromEntries(names.map((name) => [name, '路灯不亮已经五天了。'])) },
  }
  const forms = [
    write,
    { url: '/demo/track', fields: { number, code, proof: '' } },
    { url: '/track', fields: { number, code, proof: '' } },
    { url: `/demo/track/${number}/acts/supplement`, fields: { 'f.material': '昨天也没亮', revision: '1', unit: '' } },
  ]
  const faults: string[] = []
  let asked = 0
  for (const { what, url, payload, headers } of fuzzedForms(forms)) {
    const answer = await it_.ask(null, 'POST', url, { payload, headers, cookies })
    asked += 1
    if (answer.statusCode >= 500 || answer.body.includes('<script>alert')) faults.push(`${answer.statusCode} ${url} ${what}`)
  }
  const pages = {
    '/': [],
    '/demo/answers': ['words', 'category', 'after'],
    '/demo/write': ['read'],
    '/demo/notice': ['missed'],
    '/demo/rules': ['page'],
    [`/demo/track/${number}`]: ['done', 'history', 'days'],
    '/track': ['number'],
  }
  for (const url of fuzzedPages(pages)) {
    const answer = await it_.ask(null, 'GET', url, { cookies })
    asked += 1
    if (answer.statusCode >= 500) faults.push(`${answer.statusCode} ${url.slice(0, 80)}`)
  }
  expect(asked).toBeGreaterThan(300)
  expect(faults).toEqual([])
})
