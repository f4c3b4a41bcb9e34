import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root, testApp } from '../../app/app.fixtures.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, serverOver, type TestServer } from '../http.fixtures.js'

const library = loadLibrary({ regulations: [join(root, 'regulations')], calendars: join(root, 'calendars') })
const text = { regulation: 'dawukou-mailbox', version: 'undated' }
let it_: TestServer
let admin: SignedInAs

beforeAll(async () => {
  const first = { regulation: text.regulation, regulationVersion: text.version }
  it_ = await serverOver(await testApp('2025-03-03 09:00', library, undefined, first))
  admin = await it_.signIn('li')
})
afterAll(() => it_.close())

const record = async (from: string, to: string) => {
  const { revision } = (await it_.ask(admin, 'GET', '/api/administration/government')).json()
  const payload = { ...text, from, to, instrument: '示例〔2025〕1号', reason: '印发', revision }
  return it_.ask(admin, 'POST', '/api/administration/renewals', { payload })
}

it('takes no end before the day from which a text holds, in words that say so', async () => {
  const refused = await record('2025-02-01', '2025-01-31')
  expect(refused.statusCode).toBe(422)
  expect(refused.json().problems).toMatchObject([{ field: 'to', sentence: '“延续到”不能早于开始日期' }])
  expect((await record('2025-02-01', '2025-02-01')).statusCode).toBe(200)
})
