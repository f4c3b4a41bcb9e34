import { afterAll, beforeAll, expect, it } from 'vitest'
import { root, type TestApp, testApp } from '../app/app.fixtures.js'
import { loadLibrary } from '../load/index.js'
import { serverOver, type TestServer } from './http.fixtures.js'

const calendars = `${root}/calendars`
const concepts = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars })
const shipped = loadLibrary({ regulations: `${root}/regulations`, calendars })

let withoutDoor: TestServer
let letters: TestServer
let app: TestApp

beforeAll(async () => {
  withoutDoor = await serverOver(
    await testApp(undefined, concepts, [], { regulation: 'named-holders', regulationVersion: '2025-01-01' }),
  )
  app = await testApp(undefined, shipped, undefined, { regulation: 'weibin-mailbox', regulationVersion: 'undated' })
  letters = await serverOver(app)
})
afterAll(async () => {
  await withoutDoor.close()
  await letters.close()
})

it.each(['/demo/notice', '/demo/write', '/demo/write?read=yes', '/demo/done', '/demo/track', '/demo/answers'])(
  'what the public cannot begin, and nobody outside has a part in, has no page %s',
  async (url) => {
    expect((await withoutDoor.server.inject({ url })).statusCode).toBe(404)
  },
)

it('and takes in nothing, and leads nowhere near', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const sent = await withoutDoor.server.inject({ method: 'POST', url: '/demo/write', headers, payload: 'title=a' })
  expect(sent.statusCode).toBe(404)
  const home = await withoutDoor.server.inject({ url: '/demo/' })
  expect(home.statusCode).toBe(200)
  expect(home.body).not.toContain('/demo/notice')
  expect(home.body).not.toContain('/demo/track')
})

it.each([
  ['zh', ['我要写信', '阅读来信须知', '收到来信']],
  ['en', ['Write to us']],
])('pages speak as the regulation does: %s', async (lang, words) => {
  const home = await letters.server.inject({ url: `/demo/?lang=${lang}` })
  for (const each of words) expect(home.body).toContain(each)
  expect(home.body).not.toContain('留言')
  expect(home.body).not.toMatch(/[{}]/)
})

it('says whom to call: the national hotline, or the one the government has set', async () => {
  expect((await letters.server.inject({ url: '/demo/' })).body).toContain('12345')
  await app.deps.store.administration.patchSettings('demo', { portal: { hotline: '0952-2012345' } })
  app.deps.offices.forget('demo')
  const home = (await letters.server.inject({ url: '/demo/' })).body
  expect(home).toContain('0952-2012345')
})

it('the workbench is told what the sides are called', async () => {
  const lead = await letters.signIn('li')
  const session = (await letters.ask(lead, 'GET', '/api/session')).json<{ calls: Readonly<Record<string, string>> }>()
  expect(session.calls).toEqual({ matter: '来信', requester: '来信人', office: '区信息中心' })
})
