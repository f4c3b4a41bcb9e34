import { afterEach, beforeEach, expect, it } from 'vitest'
import { addGovernmentFor, verifyRecords } from '../../app/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const root = '/api/administration/governments'
const mailbox = { regulation: 'example-mailbox', version: '2025-01-01', from: '', instrument: '' }
const asked = {
  ...{ name: '云都区', id: 'yundu', numberPrefix: 11, hosts: [' Xin.Yundu.gov.cn '], texts: [mailbox] },
  administrator: { name: '赵工', login: 'zhao', contact: '' },
}
let it_: TestServer
let li: SignedInAs

beforeEach(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

const post = async (who: SignedInAs, payload: object, path = root) => (await it_.ask(who, 'POST', path, { payload })).json()
const administrator = async (login: string): Promise<void> => {
  const { store } = it_.app.deps
  const found = await store.findAccount('demo', { login })
  if (found === null) throw new Error(login)
  await store.putAccount('demo', { ...found, isAdmin: true })
}

it('is looked at, asked for by one and confirmed by another; its first administrator sets a password by the link', async () => {
  const { store } = it_.app.deps
  const preview = await post(li, asked, `${root}/preview`)
  expect(preview).toMatchObject({ address: '/yundu', hosts: ['xin.yundu.gov.cn'], administrator: '赵工' })
  expect(preview.texts).toMatchObject([{ id: 'example-mailbox', isInForce: true }])
  expect(preview.roles.map(({ id }: { id: string }) => id)).not.toContain('requester')
  expect(await store.findGovernment('yundu')).toBeNull()
  expect(await post(li, asked)).toEqual({ isSet: false, link: null })
  expect(await post(li, asked)).toMatchObject({ problems: [{ field: 'name', code: 'asked-already' }] })
  await administrator('wang')
  expect(await addGovernmentFor(it_.app.deps, it_.app.office)).toBe('second-admin')
  const wang = await it_.signIn('wang')
  // Whoever asks for something else has confirmed nothing.
  expect(await post(wang, { ...asked, name: '云上区' })).toEqual({ isSet: false, link: null })
  expect(await store.findGovernment('yundu')).toBeNull()
  await post(li, asked)
  const waiting = (await it_.ask(wang, 'GET', root)).json().asked
  expect(waiting).toMatchObject({ id: 'yundu', by: { id: 'li' } })
  const { by: _, ...seen } = waiting
  const done = await post(wang, seen)
  expect(done).toMatchObject({ isSet: true, link: { sentTo: null } })
  const shown = (await it_.ask(wang, 'GET', root)).json()
  expect(shown.asked).toBeNull()
  expect(shown.governments.map(({ id, hosts }: { id: string; hosts: string[] }) => [id, hosts])).toEqual([
    ['demo', []],
    ['yundu', ['xin.yundu.gov.cn']],
  ])
  const password = 'four plain words here'
  const set = await it_.server.inject({
    ...{ method: 'POST', url: done.link.path, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams({ password, again: password }).toString(),
  })
  expect(set.statusCode).toBeLessThan(400)
  const session = await it_.server.inject({
    ...{ method: 'POST', url: '/api/session', payload: { government: 'yundu', login: 'zhao', password } },
  })
  expect(session.json()).toMatchObject({ government: { id: 'yundu', name: '云都区' }, account: { isAdmin: true } })
  // Each has its own log: where it came from, and who let it in.
  const log = async (government: string) =>
    (await store.administration.listAudit(government, {})).rows.map(({ kind, account }) => `${kind} ${account}`)
  expect(await log('demo')).toContain('government-added wang')
  expect(await log('yundu')).toContain('government-founded system')
  expect(await store.administration.listWaysIn('yundu')).toMatchObject([{ madeBy: 'wang' }])
  expect((await verifyRecords(it_.app.deps, () => undefined, [])).findings).toEqual([])
})

it('is confirmed on the machine while there is one administrator alone', async () => {
  expect(await addGovernmentFor(it_.app.deps, it_.app.office)).toBe('nothing-asked')
  await post(li, asked)
  expect(await addGovernmentFor(it_.app.deps, it_.app.office)).toMatchObject({ id: 'yundu' })
  expect(await addGovernmentFor(it_.app.deps, it_.app.office)).toBe('nothing-asked')
  expect((await it_.app.deps.store.listAccounts('yundu')).map(({ login }) => login)).toEqual(['zhao'])
})

it.each([
  ['an address with another use', { id: 'workbench' }, 'id no-address'],
  ['an address that is no word', { id: '云都' }, 'id no-address'],
  ['an id that is there', { id: 'demo' }, 'id taken'],
  ['a prefix that is there', { numberPrefix: 10 }, 'numberPrefix no-prefix'],
  ['a prefix of three digits', { numberPrefix: 100 }, 'numberPrefix no-prefix'],
  ['no host', { hosts: ['https://x'] }, 'hosts no-host'],
  ['no text', { texts: [] }, 'texts needed'],
  ['a text that is not there', { texts: [{ ...mailbox, version: '2099-01-01' }] }, 'texts not-an-option'],
  ['a text twice', { texts: [mailbox, mailbox] }, 'texts not-an-option'],
  ['force of a text that says it itself', { texts: [{ ...mailbox, from: '2025-02-01' }] }, 'texts not-an-option'],
  ['nobody', { administrator: { name: '', login: ' ', contact: '' } }, 'personName needed login needed'],
])('refuses %s', async (_, wrong, expected) => {
  for (const path of [root, `${root}/preview`]) {
    const { problems } = await post(li, { ...asked, ...wrong }, path)
    const found = problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
    expect(found.join(' ')).toBe(expected)
  }
})

it('is nothing for whoever is no administrator, nor for a rehearsal', async () => {
  const roads = await it_.signIn('roads-1')
  expect((await it_.ask(roads, 'POST', root, { payload: asked })).statusCode).toBe(403)
  expect((await it_.ask(roads, 'GET', root)).statusCode).toBe(403)
  await it_.ask(li, 'POST', '/api/administration/rehearsal')
  expect((await post(li, asked)).problems).toMatchObject([{ field: 'name', code: 'not-in-rehearsal' }])
})
