import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { grantRole, keepLogFor, takeUpKindFor, vouchForPerson } from '../../app/index.js'
import type { FieldProblemView } from '../../contract/index.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const at = (folder: string): string => fileURLToPath(new URL(`../../../${folder}`, import.meta.url))
const library = loadLibrary({
  regulations: [at('test/fixtures/regulations'), at('test/fixtures/concepts')],
  calendars: at('calendars'),
})
const root = '/api/administration'
const password = 'four quiet green chairs'
const leader = { role: 'leader', unit: null }

let it_: TestServer
let li: SignedInAs
beforeEach(async () => {
  it_ = await testServer(0, false, library)
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

type Named = { readonly id: string }
type Row = { readonly id: string; readonly login: string; readonly revision: number; readonly roles: readonly object[] }
const personOf = async (who: SignedInAs, login: string): Promise<Row> => {
  const { people } = (await it_.ask(who, 'GET', `${root}/people`)).json()
  const found = people.find((each: Row) => each.login === login)
  const plain = ({ role, unit }: { role: Named; unit: Named | null }) => ({ role: role.id, unit: unit?.id ?? null })
  return { ...found, roles: found.roles.map(plain) }
}

/** Somebody opens an account with the link that they see, chooses the password, and signs in as whoever it was made for. */
async function letIn(maker: SignedInAs, login: string, link: string): Promise<SignedInAs> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const typed = (text: string) => new URLSearchParams({ password: text, again: text }).toString()
  await it_.server.inject({ method: 'POST', url: link, payload: typed(password), headers })
  const payload = { government: 'demo', login, password }
  const answer = await it_.server.inject({ method: 'POST', url: '/api/session', payload })
  const cookie = answer.cookies.find(({ name }) => name.endsWith('session'))
  const who = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: answer.json().csrf }
  const own = { current: password, password: `${password} more`, again: `${password} more` }
  expect((await it_.ask(who, 'POST', '/api/own/password', { payload: own })).statusCode).toBe(200)
  expect((await personOf(maker, login)).id).toBe(answer.json().account.id)
  return who
}

async function admitted(maker: SignedInAs, login: string): Promise<SignedInAs> {
  const payload = { login, name: `名${login}`, isAdmin: true, roles: [] }
  const made = (await it_.ask(maker, 'POST', `${root}/people`, { payload })).json()
  return letIn(maker, login, made.path)
}

const gives = async (who: SignedInAs, login: string) => {
  const { id, revision, roles } = await personOf(who, login)
  const payload = { login, name: '某人', isAdmin: true, roles: [...roles, leader], revision }
  const answer = await it_.ask(who, 'POST', `${root}/people/${id}`, { payload })
  return answer.json().problems?.[0].code ?? answer.statusCode
}

/** An administrator whom nobody let in. */
const independent = async (login: string): Promise<SignedInAs> => {
  const { store } = it_.app.deps
  const known = await store.findAccount('demo', { login })
  if (known === null) throw new Error(login)
  await store.putAccount('demo', { ...known, isAdmin: true })
  return it_.signIn(login)
}

describe('a role for an administrator', () => {
  it('is not given by an account that they opened themselves, nor by one that such an account opened', async () => {
    const second = await admitted(li, 'second')
    expect(await gives(second, 'li')).toBe('second-admin')
    const third = await admitted(second, 'third')
    expect(await gives(third, 'li')).toBe('second-admin')
    expect(await gives(third, 'second')).toBe('second-admin')
  })

  it('is not given either once two such accounts have let each other in anew', async () => {
    const second = await admitted(li, 'second')
    const third = await admitted(second, 'third')
    const { id } = await personOf(third, 'second')
    const link = (await it_.ask(third, 'POST', `${root}/people/${id}/link`)).json()
    const again = await letIn(third, 'second', link.path)
    expect(await gives(again, 'li')).toBe('second-admin')
  })

  it('is given by another whom they did not let in, until they set a password for them', async () => {
    const wang = await independent('wang')
    expect(await gives(wang, 'li')).toBe(200)
    const payload = { login: 'wang', name: '王工', password: 'of no use to anybody', isAdmin: true, roles: [] }
    expect((await it_.ask(li, 'POST', '/api/accounts', { payload })).statusCode).toBe(200)
    const signedIn = { government: 'demo', login: 'wang', password: payload.password }
    const answer = await it_.server.inject({ method: 'POST', url: '/api/session', payload: signedIn })
    const cookie = answer.cookies.find(({ name }) => name.endsWith('session'))
    const behind = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: answer.json().csrf }
    const own = { current: payload.password, password, again: password }
    expect((await it_.ask(behind, 'POST', '/api/own/password', { payload: own })).statusCode).toBe(200)
    const { id, revision, roles } = await personOf(behind, 'li')
    const unit = { role: 'unit', unit: 'roads' }
    const more = { login: 'li', name: '李工', isAdmin: true, roles: [...roles, unit], revision }
    const refused = await it_.ask(behind, 'POST', `${root}/people/${id}`, { payload: more })
    expect(refused.json().problems).toMatchObject([{ code: 'second-admin' }])
  })

  it('is given on the machine while nobody else may, or by whom somebody on the machine vouched for', async () => {
    const second = await admitted(li, 'second')
    const { deps, office } = it_.app
    expect(await grantRole(deps, office, { login: 'li', role: 'leader', unit: null })).toBeNull()
    expect(await vouchForPerson(deps, office, 'nobody')).toBe('no-account')
    expect(await vouchForPerson(deps, office, 'second')).toBeNull()
    expect(await grantRole(deps, office, { login: 'li', role: 'police', unit: null })).toBe('second-admin')
    expect(await gives(second, 'li')).toBe(200)
    const { rows } = await deps.store.administration.listAudit('demo', { kind: 'person-vouched' })
    expect(rows).toMatchObject([{ account: 'system', detail: { by: 'machine' } }])
  })
})

it('nobody stands in for somebody by an account that they opened', async () => {
  const second = await admitted(li, 'second')
  const days = { firstOn: '2025-09-29', lastOn: '2025-10-10' }
  const payload = { absent: 'lead', present: 'li', ...leader, reason: '年休', ...days }
  const refused = await it_.ask(second, 'POST', `${root}/substitutes`, { payload })
  expect(refused.json().problems).toMatchObject([{ field: 'present', code: 'second-admin' }])
})

describe('what takes two administrators', () => {
  const kind = { regulation: 'orders', version: '2025-01-01' }
  const asks = async (who: SignedInAs, path: string, asked: object) => {
    const { revision } = (await it_.ask(who, 'GET', `${root}/government`)).json()
    return (await it_.ask(who, 'POST', `${root}/${path}`, { payload: { ...asked, revision } })).json()
  }
  const whyNot = ({ problems }: { readonly problems?: readonly FieldProblemView[] }) =>
    problems?.map(({ field, code }) => `${field} ${code}`)
  const settings = async () => (await it_.ask(li, 'GET', `${root}/government`)).json()

  it('a kind is taken up once another asks for the same, and both see who asked', async () => {
    const wang = await independent('wang')
    expect(await asks(li, 'kinds', kind)).toEqual({ isSet: false })
    expect(whyNot(await asks(li, 'kinds', kind))).toEqual(['regulation asked-already'])
    expect((await settings()).kindAsked).toEqual({ ...kind, by: { id: 'li', name: '李工' } })
    expect(await takeUpKindFor(it_.app.deps, it_.app.office, kind)).toBe('second-admin')
    expect(await asks(wang, 'kinds', kind)).toEqual({ isSet: true })
    const { kindAsked, kindsOffered } = await settings()
    expect(kindAsked).toBeNull()
    expect(kindsOffered.map(({ id }: Named) => id)).not.toContain('orders')
  })

  it('no account confirms what its maker asks, nor the other way round, nor two of one maker: the machine may', async () => {
    const [second, third] = [await admitted(li, 'second'), await admitted(li, 'third')]
    for (const [path, field, asked] of [
      ['kinds', 'regulation', kind],
      ['log-days', 'days', { days: 200 }],
    ] as const) {
      expect(await asks(li, path, asked)).toEqual({ isSet: false })
      for (const who of [second, third]) expect(whyNot(await asks(who, path, asked))).toEqual([`${field} cannot-confirm`])
      expect(whyNot(await asks(li, path, asked))).toEqual([`${field} asked-already`])
    }
    // Whose request waits is still the first.
    expect(await settings()).toMatchObject({ kindAsked: { by: { id: 'li' } }, log: { asked: { by: { id: 'li' } } } })
    expect(await keepLogFor(it_.app.deps, it_.app.office, 200)).toBeNull()
    expect(await takeUpKindFor(it_.app.deps, it_.app.office, kind)).toBeNull()
  })

  it('each is told whether anybody could confirm what they ask, before and after the machine has vouched', async () => {
    const second = await admitted(li, 'second')
    const isConfirmable = async (who: SignedInAs) => (await it_.ask(who, 'GET', `${root}/government`)).json().isConfirmable
    expect([await isConfirmable(li), await isConfirmable(second)]).toEqual([false, false])
    await vouchForPerson(it_.app.deps, it_.app.office, 'second')
    expect([await isConfirmable(li), await isConfirmable(second)]).toEqual([true, true])
  })
})
