import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
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
})
