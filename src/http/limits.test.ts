import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer(5, false, undefined, 1)
})
afterAll(() => it_.close())

/** As the operator's proxy tells who stood before it. */
const statusesOf = async (callers: readonly string[]): Promise<number[]> => {
  const statuses: number[] = []
  for (const caller of callers) {
    const answer = await it_.server.inject({ url: '/api/governments', headers: { 'x-forwarded-for': `203.0.113.99, ${caller}` } })
    statuses.push(answer.statusCode)
  }
  return statuses
}
const from = (many: number, caller: (at: number) => string): string[] => Array.from({ length: many }, (_, at) => caller(at))

it('counts all IPv6 addresses of one line as one', async () => {
  expect(await statusesOf(from(6, (at) => `2001:db8:a:1::${at + 1}`))).toEqual([200, 200, 200, 200, 200, 429])
  expect(await statusesOf(['2001:db8:a:2::1'])).toEqual([200])
})

it('counts the lines of one site together as well', async () => {
  const statuses = await statusesOf(from(21, (at) => `2001:db8:b:${(at + 1).toString(16)}::1`))
  expect(statuses).toEqual([...Array(20).fill(200), 429])
})

it('counts whoever stood before the proxy, with whatever port, never what they say of themselves', async () => {
  expect(await statusesOf(from(6, (at) => `198.51.100.7:${40_000 + at}`))).toEqual([200, 200, 200, 200, 200, 429])
  expect(await statusesOf(['198.51.100.8'])).toEqual([200])
})

it('says when to try again, in words of the reader', async () => {
  const answer = await it_.server.inject({ url: '/api/governments', headers: { 'x-forwarded-for': '198.51.100.7' } })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(answer.json()).toMatchObject({ status: 429, code: 'too-many-tries', title: '尝试次数过多，请稍后再试' })
})

it('makes packages of one’s own matter six times a minute: each is sealed, witnessed and logged', async () => {
  const { number, code } = await it_.app.submit()
  const headers = { 'x-forwarded-for': '198.51.100.20', 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams({ number, code }).toString()
  const opened = await it_.server.inject({ method: 'POST', url: '/demo/track', headers, payload })
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
  const statuses: number[] = []
  for (let at = 0; at < 7; at += 1) {
    const url = `/demo/track/${number}/package`
    statuses.push((await it_.server.inject({ method: 'POST', url, headers, cookies, payload: '' })).statusCode)
  }
  expect(statuses).toEqual([...Array(6).fill(200), 429])
  const logged = await it_.app.deps.store.administration.listAudit('demo', { kind: 'package-made' })
  expect(logged.rows).toHaveLength(6)
})
