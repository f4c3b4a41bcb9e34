import { afterEach, beforeEach, expect, it } from 'vitest'
import { letIn } from '../../app/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const root = '/api/administration'

let it_: TestServer
let li: SignedInAs
beforeEach(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

type Item = { readonly id: string; readonly isDone: boolean; readonly about: readonly string[] }
const checklist = async () => (await it_.ask(li, 'GET', `${root}/checklist`)).json()
const open = async (): Promise<readonly string[]> =>
  (await checklist()).items.filter(({ isDone }: Item) => !isDone).map(({ id }: Item) => id)

it('lists what remains until somebody says of what nobody sees that it is done, and logs who said so', async () => {
  expect(await open()).toEqual(expect.arrayContaining(['form', 'backup']))
  for (const item of ['form', 'backup']) {
    const { revision } = await checklist()
    expect((await it_.ask(li, 'POST', `${root}/checklist`, { payload: { item, revision } })).statusCode).toBe(200)
  }
  expect(await open()).not.toEqual(expect.arrayContaining(['form']))
  expect(await open()).not.toEqual(expect.arrayContaining(['backup']))
  const { rows } = await it_.app.deps.store.administration.listAudit('demo', { kind: 'set-up-said' })
  expect(rows.map(({ account, about }) => [account, about])).toEqual(
    expect.arrayContaining([
      ['li', 'form'],
      ['li', 'backup'],
    ]),
  )
})

it('takes no word for what it sees for itself', async () => {
  const { revision } = await checklist()
  const answer = await it_.ask(li, 'POST', `${root}/checklist`, { payload: { item: 'people', revision } })
  expect(answer.statusCode).toBe(400)
})

it('names roles that owe something and that nobody holds, and says what each owes and may by which clause', async () => {
  const { roles, items } = await checklist()
  const unheld = roles.filter(({ held, owes }: { held: number; owes: object[] }) => held === 0 && owes.length > 0)
  expect(items.find(({ id }: Item) => id === 'roles').about).toEqual(unheld.map(({ name }: { name: string }) => name))
  const office = roles.find(({ id }: Item) => id === 'office')
  expect(office.held).toBe(2)
  expect(office.may.map(({ id }: Item) => id)).toContain('accept')
  expect(office.may.find(({ id }: Item) => id === 'accept').clauses.length).toBeGreaterThan(0)
})

it('is for administrators alone', async () => {
  const unit = await it_.signIn('roads-1')
  expect((await it_.ask(unit, 'GET', `${root}/checklist`)).statusCode).toBe(403)
})

it('lets the only administrator set a new password by a link from the machine, and nobody while another could make one', async () => {
  const { deps, office } = it_.app
  expect(await letIn(deps, office, 'nobody')).toBe('no-account')
  expect(await letIn(deps, office, 'roads-1')).toBe('second-admin')
  const found = await letIn(deps, office, 'li')
  // As the clock on the office's wall shows it, for whoever reads the line on the machine.
  const until = { shown: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) }
  expect(found).toMatchObject({ path: expect.stringMatching(/^\/setup\/account\/[\w-]{32}$/), until })
  const { path } = found as { path: string }
  const password = 'four quiet green chairs'
  const set = await it_.server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ password, again: password }).toString(),
  })
  expect(set.statusCode).toBe(303)
  const signedIn = await it_.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'li', password },
  })
  expect(signedIn.statusCode).toBe(200)
})
