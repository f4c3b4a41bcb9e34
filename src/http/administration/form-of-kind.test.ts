import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeUpKindFor } from '../../app/index.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const at = (folder: string): string => fileURLToPath(new URL(`../../../${folder}`, import.meta.url))
const library = loadLibrary({
  regulations: [at('test/fixtures/regulations'), at('test/fixtures/concepts')],
  calendars: at('calendars'),
})
const url = '/api/administration/form'

let it_: TestServer
let li: SignedInAs
beforeAll(async () => {
  it_ = await testServer(0, false, library)
  const { deps, office } = it_.app
  for (const regulation of ['questions', 'orders'])
    expect(
      await takeUpKindFor(deps, (await deps.offices.get('demo')) ?? office, { regulation, version: '2025-01-01' }),
    ).toBeNull()
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

const formOf = async (regulation?: string) =>
  (await it_.ask(li, 'GET', regulation === undefined ? url : `${url}?regulation=${regulation}`)).json()
const set = async (regulation: string, more: object) => {
  const { revision } = await formOf(regulation)
  const payload = { regulation, order: [], hints: {}, closedChannels: [], revision, ...more }
  return it_.ask(li, 'POST', url, { payload })
}
/** What is read before the form, and the form. */
const page = async (door: string) => {
  const [before, form] = ['notice', 'write?read=yes'].map((path) => it_.server.inject({ url: `/demo/${door}${path}` }))
  return `${(await before)?.body}${(await form)?.body}`
}

it('is each kind’s own: lines before it, order and hints, and the public reads them at its own door alone', async () => {
  expect((await formOf()).regulation).toBe('example-mailbox')
  expect((await formOf('questions')).kinds.map(({ id }: { id: string }) => id)).toEqual(['example-mailbox', 'questions'])
  expect((await set('questions', { notice: '请示请写明文号。', hints: { title: '写全称。' } })).statusCode).toBe(200)
  expect((await set('example-mailbox', { notice: '来信一事一写。' })).statusCode).toBe(200)
  const [letters, questions] = [await page(''), await page('kinds/questions/')]
  expect([letters.includes('来信一事一写。'), letters.includes('请示请写明文号。')]).toEqual([true, false])
  expect([questions.includes('来信一事一写。'), questions.includes('请示请写明文号。')]).toEqual([false, true])
  expect([letters.includes('写全称。'), questions.includes('写全称。')]).toEqual([false, true])
  expect(await formOf('questions')).toMatchObject({ notice: '请示请写明文号。', fields: [{ id: 'title', ownHint: '写全称。' }] })
})

it('takes no field of another kind, and is set for no kind that has no door for the public', async () => {
  const strange = await set('questions', { order: ['category'] })
  expect(strange.json().problems).toMatchObject([{ field: 'order', code: 'not-an-option' }])
  expect((await it_.ask(li, 'GET', `${url}?regulation=orders`)).json().code).toBe('kind-unknown')
})

it('that an office with one kind had set before is still that kind’s', async () => {
  const other = await testServer()
  const form = { order: ['body'], hints: { body: '写明地点。' }, closedChannels: [] }
  await other.app.deps.store.administration.patchSettings('demo', { form })
  other.app.deps.offices.forget()
  const shown = (await other.ask(await other.signIn('li'), 'GET', url)).json()
  expect(shown.fields[0]).toMatchObject({ id: 'body', ownHint: '写明地点。' })
  await other.close()
})
