import { afterEach, expect, it } from 'vitest'
import { watching } from '../../test/failing-statements.js'
import { firstLink } from '../app/index.js'
import { type Asked, neverHalf, type routesAtTheStart } from './half-done.fixtures.js'
import { type TestServer, testServer } from './http.fixtures.js'

let server: TestServer
afterEach(() => server.close())

async function tried(route: (typeof routesAtTheStart)[number], asked: Asked): Promise<void> {
  const client = await watching(server.app.connection)
  await neverHalf({ server, client }, route, asked).finally(() => client.end())
}

it('the first government and who administers it', { timeout: 120_000 }, async () => {
  server = await testServer(0, true)
  const path = (await firstLink(server.app.deps)) ?? ''
  const [password, again] = ['four plain words here', 'four plain words here']
  await tried('POST /setup/:token', {
    url: () => path,
    tellsAfter: true,
    form: () => ({
      ...{ name: '云都区', government: 'yundu', numberPrefix: '11', regulation: 'example-mailbox@2025-01-01' },
      ...{ personName: '赵工', login: 'zhao', password, again },
    }),
  })
  expect((await server.app.deps.store.listAccounts('yundu')).map(({ login, isAdmin }) => [login, isAdmin])).toEqual([
    ['zhao', true],
  ])
})

it('a password set by a link', { timeout: 120_000 }, async () => {
  server = await testServer()
  const li = await server.signIn('li')
  const asked = { method: 'POST', url: '/api/administration/people/wang/link', payload: {} } as const
  const { path } = (await server.ask(li, asked.method, asked.url, { payload: asked.payload })).json()
  const [password, again] = ['four plain words here', 'four plain words here']
  await tried('POST /setup/account/:token', { url: () => path, form: () => ({ password, again }) })
})

it('a rehearsal, and its clock', { timeout: 120_000 }, async () => {
  server = await testServer()
  const li = await server.signIn('li')
  await tried('POST /api/administration/rehearsal', { who: () => li, body: () => ({}) })
  await tried('POST /api/administration/rehearsal/end', { who: () => li, body: () => ({}) })
  expect((await server.ask(li, 'POST', '/api/administration/rehearsal')).statusCode).toBe(200)
  await server.app.submit()
  const clock = { who: () => li, body: () => ({ on: '2025-11-03' }) }
  await tried('POST /api/administration/rehearsal/clock', { ...clock, tellsAfter: true })
})

it('a further government, its first administrator and their way in', { timeout: 120_000 }, async () => {
  server = await testServer()
  const li = await server.signIn('li')
  const asked = {
    ...{ name: '云都区', id: 'yundu', numberPrefix: 11, hosts: [] },
    texts: [{ regulation: 'example-mailbox', version: '2025-01-01', from: '', instrument: '' }],
    administrator: { name: '赵工', login: 'zhao', contact: '' },
  }
  await tried('POST /api/administration/governments', { who: () => li, body: () => asked })
  await tried('POST /api/administration/governments', {
    who: () => li,
    tellsAfter: true,
    body: async () => {
      await server.app.deps.store.administration.patchSettings('demo', { governmentAsked: { ...asked, by: 'another' } })
      return asked
    },
  })
  expect((await server.app.deps.store.listAccounts('yundu')).map(({ login, isAdmin }) => [login, isAdmin])).toEqual([
    ['zhao', true],
  ])
})
