import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { watching } from '../../test/failing-statements.js'
import { type Asked, neverHalf, routesOfPatterns } from './half-done.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

/** What units say to their figures, with each statement failing in turn: it is kept, or it is not. */
let server: TestServer
let client: pg.Client
let li: SignedInAs
let lights: SignedInAs

beforeAll(async () => {
  server = await testServer()
  client = await watching(server.app.connection)
  li = await server.signIn('li')
  lights = await server.signIn('lighting-1')
  expect((await server.ask(li, 'GET', '/api/patterns', { role: 'office' })).statusCode).toBe(200)
})
afterAll(async () => {
  await client.end()
  await server.close()
})

const routes: Readonly<Record<(typeof routesOfPatterns)[number], Asked>> = {
  'POST /api/patterns/answers': {
    who: () => lights,
    role: 'unit@lighting',
    body: () => ({ month: '2025-09', pattern: 'split', answer: '三盏灯在三条路上。' }),
  },
  'POST /api/patterns/switch': { who: () => li, role: 'office', body: () => ({ isOn: false }) },
}

it.each(routesOfPatterns)('%s: done, or not done and 503; never half', { timeout: 120_000 }, async (route) => {
  await neverHalf({ server, client }, route, routes[route])
})
