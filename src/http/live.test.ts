import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let origin: string

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  it_ = await testServer()
  await it_.server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(it_.server.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  vi.useRealTimers()
  await it_.close()
})

const listen = (who: SignedInAs) => fetch(`${origin}/api/live`, { headers: { cookie: who.cookie } })

it('ends with its session', async () => {
  const who = await it_.signIn('wang')
  const line = await listen(who)
  expect(line.status).toBe(200)
  const rest = line.text()
  await it_.ask(who, 'DELETE', '/api/session')
  vi.advanceTimersByTime(15_000)
  expect(await rest).toContain('retry: 5000')
})

it('is held eight times by one account, and no more', async () => {
  const who = await it_.signIn('wang')
  const lines = []
  for (const _ of Array(9)) lines.push((await listen(who)).status)
  expect(lines).toEqual([...Array(8).fill(200), 429])
  expect((await listen(await it_.signIn('lead'))).status).toBe(200)
})
