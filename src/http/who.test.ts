import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
beforeAll(async () => {
  test = await testServer()
})
afterAll(() => test.close())

/** What is open to whoever asks: for citizens, and the way in. Whatever else is asked for stands behind a session. */
const open = [
  'DELETE /api/track',
  'GET /api/governments',
  'GET /api/public/:government',
  'GET /api/public/:government/:number',
  'GET /api/public/:government/:number/attachments/:attachment',
  'GET /api/regulations',
  'GET /api/regulations/:id',
  'GET /api/regulations/:id/:version',
  'GET /api/track',
  'GET /api/track/attachments/:attachment',
  'POST /api/attachments',
  'POST /api/matters',
  'POST /api/session',
  'POST /api/simulate',
  'POST /api/track',
  'POST /api/track/acts/:act',
]

it('whatever a route of the interface does, nobody is answered before they are known, but where it is open', async () => {
  const routes = test.routes.filter(({ method, url }) => url.startsWith('/api/') && url !== '/api/*' && method !== 'HEAD')
  const answered: string[] = []
  for (const { method, url } of routes) {
    const answer = await test.ask(null, method as 'GET', url.replaceAll(/:\w+/g, '1'), method === 'GET' ? {} : { payload: {} })
    if (!answer.body.includes('"not-signed-in"')) answered.push(`${method} ${url}`)
  }
  expect(routes.length).toBeGreaterThan(150)
  expect(answered.toSorted()).toEqual(open)
})

it('who comes as staff where both sides may is taken for nobody else: without their session, they are refused', async () => {
  const li = await test.signIn('li')
  for (const [url, payload] of [
    ['/api/matters', { with: {} }],
    ['/api/attachments', {}],
  ] as const) {
    const ended = await test.ask({ ...li, cookie: `${li.cookie.split('=')[0]}=ended` }, 'POST', url, { payload })
    const foreign = await test.ask({ ...li, csrf: 'another' }, 'POST', url, { payload })
    expect([url, ended.json().code, foreign.json().code]).toEqual([url, 'not-signed-in', 'csrf'])
  }
})

it('who is known is told what was wrong with what they sent', async () => {
  const answer = await test.ask(await test.signIn('li'), 'GET', '/api/matters/abc')
  expect(answer.json()).toMatchObject({ status: 400, code: 'bad-request' })
})
