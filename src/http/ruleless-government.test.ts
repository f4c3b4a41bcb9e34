import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaint, dispatchTo, officer } from '../app/app.fixtures.js'
import { startTimer } from '../app/index.js'
import { officeNamed } from '../main/office-named.js'
import { seesAll } from '../store/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let opened: Readonly<Record<string, string>>
let number: string
let code: string
beforeAll(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
  ;({ number, code } = await it_.app.submit())
  opened = await it_.open({ number, code })
})
afterAll(() => it_.close())

it('a government whose regulation is not there cannot be served, and keeps no other from being', async () => {
  const { store, offices } = it_.app.deps
  const demo = await store.findGovernment('demo')
  if (demo === null) throw new Error('no government')
  await store.putGovernment({ ...demo, government: 'ruleless', numberPrefix: 98, regulation: 'gone', settings: {} })
  offices.forget()
  expect((await offices.all()).map(({ id }) => id)).not.toContain('ruleless')
  await expect(offices.get('ruleless')).rejects.toThrow('ruleless: there is no regulation gone')
  const { number, code } = await it_.app.submit()
  offices.forget()
  const opened = await it_.server.inject({ method: 'POST', url: '/api/track', payload: { number, code } })
  expect(opened.statusCode).toBe(200)
  const listed = await it_.server.inject({ url: '/api/governments' })
  expect([listed.statusCode, listed.body.includes('示例区')]).toEqual([200, true])
  // What names no government is not taken for another one's, because it alone can be served.
  const unnamed = await it_.server.inject({ method: 'POST', url: '/api/matters', payload: { with: complaint } })
  expect(unnamed.json().code).toBe('government-unknown')
  const opening = { deps: it_.app.deps }
  await expect(officeNamed(opening, undefined)).rejects.toThrow('Say which government')
  await expect(officeNamed(opening, 'ruleless')).rejects.toThrow('there is no regulation gone')
})

it('its own people are told so, in their language, on every route', async () => {
  const { store, offices } = it_.app.deps
  const demo = await store.findGovernment('demo')
  if (demo === null) throw new Error('no government')
  const routes = [
    ['GET', '/api/desk', { headers: { cookie: li.cookie, 'x-csrf-token': li.csrf } }],
    ['POST', '/api/session', { payload: { government: 'demo', login: 'li', password: 'right password' } }],
    ['GET', '/api/track', { cookies: { ...opened } }],
    ['POST', '/api/track', { payload: { number, code } }],
    ['GET', '/demo/write', {}],
    ['GET', '/demo/known', {}],
  ] as const
  const words = { zh: '这个地方所依据的办法不在本系统里', en: 'The regulation by which this government works' }
  for (const gone of [{ regulation: 'gone' }, { regulationVersion: '1990-01-01' }]) {
    await store.putGovernment({ ...demo, ...gone })
    for (const [method, url, more] of routes)
      for (const lang of ['zh', 'en'] as const) {
        offices.forget()
        const headers = { 'accept-language': lang, ...('headers' in more ? more.headers : {}) }
        const said = await it_.server.inject({ method, url: `${url}?lang=${lang}`, ...more, headers })
        expect([url, said.statusCode, said.body.includes(words[lang])]).toEqual([url, 503, true])
      }
  }
  await store.putGovernment(demo)
  offices.forget()
  expect((await it_.ask(li, 'GET', '/api/desk', { role: 'office' })).statusCode).toBe(200)
})

it('time passes for the others', async () => {
  const { store, offices } = it_.app.deps
  it_.app.goTo('2025-09-29 11:00')
  const { matter } = await it_.app.submit()
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  it_.app.goTo('2025-10-20 09:00')
  offices.forget()
  await expect(offices.get('ruleless')).rejects.toThrow()
  const wrong: unknown[] = []
  const timer = startTimer(it_.app.deps, {
    onError: (error) => wrong.push(error),
    after: Promise.resolve(),
    figuresAfter: new Promise(() => {}),
  })
  const rungs = async () => (await store.loadMatter('demo', matter, seesAll))?.events.filter(({ kind }) => kind === 'rung').length
  await expect.poll(rungs, { timeout: 10_000 }).toBeGreaterThan(0)
  await timer.stop()
  expect(wrong).toEqual([])
})
