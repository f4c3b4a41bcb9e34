import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { watching } from '../../test/failing-statements.js'
import { type Asked, neverHalf, routesOfRetention } from './half-done.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

/** What may go after its term, with each statement failing in turn: all of it goes, or nothing. */
let server: TestServer
let client: pg.Client
let li: SignedInAs
let wang: SignedInAs
const numbers: string[] = []
const root = '/api/retention'
const regulation = 'example-mailbox'

beforeAll(async () => {
  server = await testServer()
  client = await watching(server.app.connection)
  for (const phone of ['13911112222', '13911113333', '13911114444']) {
    const { matter, number } = await server.app.submit({ channel: 'web', phone })
    await server.app.act(matter, { role: 'requester', unit: null, person: null }, 'withdraw')
    numbers.push(number)
  }
  server.app.goTo('2040-01-04 09:00')
  li = await server.signIn('li')
  wang = await server.signIn('wang')
  const payload = { terms: [{ regulation, class: '', keep: 10 }], revision: (await read(root)).revision }
  expect((await server.ask(li, 'POST', `${root}/terms`, { payload })).statusCode).toBe(200)
})
afterAll(async () => {
  await client.end()
  await server.close()
})

const read = async (path: string) => (await server.ask(li, 'GET', path)).json()
const asOffice = { who: () => wang, role: 'office' }
const propose = (number = numbers[1] ?? '') => ({ numbers: [number], what: 'matter', reason: '期满' })

/** Held now, so that it can be lifted. */
async function held(): Promise<number> {
  const payload = { numbers: [numbers[2]], reason: '复议' }
  await server.ask(wang, 'POST', `${root}/holds`, { payload, role: 'office' })
  return (await read(`${root}/holds`)).rows[0].id
}

async function proposed(): Promise<number> {
  await server.ask(wang, 'POST', `${root}/disposals`, { payload: propose(numbers[0]), role: 'office' })
  const { rows } = await read(`${root}/disposals`)
  const { id, agreed } = rows.find(({ number }: { number: string }) => number === numbers[0])
  const { deps } = server.app
  const first = { id, at: deps.now(), account: 'lead', today: '2040-01-04', isApproved: true, why: '' }
  if (agreed === null) await deps.store.retention.decide('demo', first)
  return id
}

const routes: Readonly<Record<(typeof routesOfRetention)[number], Asked>> = {
  'POST /api/retention/terms': {
    who: () => li,
    body: async () => ({ terms: [{ regulation, class: '', keep: 30 }], revision: (await read(root)).revision }),
  },
  'POST /api/retention/holds': { ...asOffice, body: () => ({ numbers: [numbers[2]], reason: '复议' }) },
  'POST /api/retention/holds/:id/lift': {
    ...asOffice,
    url: async () => `${root}/holds/${await held()}/lift`,
    body: () => ({ reason: '复议结束' }),
  },
  'POST /api/retention/disposals': { ...asOffice, body: () => propose() },
  'POST /api/retention/decisions': { who: () => li, body: async () => ({ ids: [await proposed()], isApproved: true }) },
}

// What the term still allows comes before it is made longer.
const order = [...routesOfRetention].sort((a, b) => Number(a.endsWith('terms')) - Number(b.endsWith('terms')))

it.each(order)('%s: done, or not done and 503; never half', { timeout: 120_000 }, async (route) => {
  await neverHalf({ server, client }, route, routes[route])
})
