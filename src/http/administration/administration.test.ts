import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let admin: SignedInAs
let officer: SignedInAs
const root = '/api/administration'

beforeAll(async () => {
  test = await testServer()
  admin = await test.signIn('li')
  officer = await test.signIn('wang')
})
afterAll(() => test.close())

const post = (who: SignedInAs | null, path: string, payload: object) => test.ask(who, 'POST', `${root}${path}`, { payload })
const read = async (path: string) => (await test.ask(admin, 'GET', `${root}${path}`)).json()

it('lets nobody but administrators near any of it', async () => {
  const paths = Object.entries(test.server.swagger().paths ?? {}).filter(([path]) => path.startsWith(`${root}/`))
  const routes = paths.flatMap(([path, methods]) => Object.keys(methods ?? {}).map((method) => ({ path, method })))
  expect(routes.length).toBeGreaterThan(3)
  for (const { path, method } of routes) {
    const url = path.replace(/\{(\w+)\}/g, '1')
    // Whoever asks wrongly is told so before it is known who they are; that tells nothing either.
    const isRefused = (status: number) => [400, 401, 403].includes(status)
    const stranger = await test.ask(null, method === 'get' ? 'GET' : 'POST', url, method === 'get' ? {} : { payload: {} })
    const other = await test.ask(officer, method === 'get' ? 'GET' : 'POST', url, method === 'get' ? {} : { payload: {} })
    expect([path, isRefused(stranger.statusCode), isRefused(other.statusCode)]).toEqual([path, true, true])
  }
})

describe('standard texts', () => {
  const text = { act: 'reply', field: '', title: '开头语', text: '您好，您反映的问题收悉。' }

  it('offers what administrators keep, for the act asked about', async () => {
    const saved = await post(admin, '/standard-texts', text)
    expect(saved.statusCode).toBe(200)
    const offered = async (act: string) => (await test.ask(officer, 'GET', `/api/standard-texts?act=${act}`)).json()
    expect(await offered('reply')).toEqual([{ id: saved.json().id, title: text.title, text: text.text, field: null }])
    expect(await offered('decline')).toEqual([])
    expect((await test.ask(null, 'GET', '/api/standard-texts')).statusCode).toBe(401)
  })

  it('tells field by field what is wrong', async () => {
    const refused = await post(admin, '/standard-texts', { act: 'nothing', title: ' ', text: '' })
    expect(refused.statusCode).toBe(422)
    const codes = refused.json().problems.map(({ field, code }: { field: string; code: string }) => [field, code])
    expect(codes).toEqual([
      ['title', 'needed'],
      ['text', 'needed'],
      ['act', 'not-an-option'],
    ])
  })

  it('tells the later of two who change the same', async () => {
    const { texts } = await read('/standard-texts')
    const [{ id, revision }] = texts
    expect((await post(admin, `/standard-texts/${id}`, { ...text, title: '问候语', revision })).statusCode).toBe(200)
    const late = await post(admin, `/standard-texts/${id}`, { ...text, title: '另一个', revision })
    expect([late.statusCode, late.json().code]).toEqual([412, 'changed-meanwhile'])
    const [now] = (await read('/standard-texts')).texts
    expect(now.title).toBe('问候语')
    expect((await post(admin, `/standard-texts/${id}/remove`, { revision: now.revision })).statusCode).toBe(200)
    expect((await read('/standard-texts')).texts).toEqual([])
  })
})
