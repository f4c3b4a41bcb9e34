import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { watching } from '../../test/failing-statements.js'
import { account, root, type TestApp } from '../app/app.fixtures.js'
import { byStaff, submitMatter } from '../app/index.js'
import { playedIn } from '../app/played-month.fixtures.js'
import { type Asked, neverHalf, routesOfListed } from './half-done.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'

/** What is kept of people on a list, and what they do where they sign in themselves, with each statement failing in turn. */
let server: TestServer
let client: pg.Client
let office: SignedInAs
let matter: string
/** Which sheet is asked for, as the form says. */
let sheet: Readonly<Record<string, string>>

const [list, password] = ['deputies', 'right password']
const listed = '/api/administration/listed'
const zhang = { login: 'zhang', name: '章无双', list, standing: '第一代表团' }
const title = '寄送复文时每人一张征求意见表；各填各的，都填了才算反馈完'

beforeAll(async () => {
  const life = { regulation: 'dawukou-proposals', version: 'undated', file: '13-joint-signers', last: 'reply', title }
  const { app } = await playedIn(join(root, 'regulations'), life)
  const { store, offices } = app.deps
  for (const id of ['zhang', 'li', 'ma'])
    await store.putAccount('demo', account(id, `${id}无双`, [], { list, standing: '第一代表团' }))
  await store.putAccount('demo', account('office', '办公室甲', [{ role: 'office', unit: null }], { isAdmin: true }))
  offices.forget('demo')
  app.goTo('2022-05-05 09:00')
  await another(app)
  server = await serverOver(app)
  client = await watching(app.connection)
  office = await server.signIn('office')
  const cookies = await entered('zhang')
  const home = await server.ask(null, 'GET', '/demo/known', { cookies })
  matter = /\/demo\/known\/(\d{10})/.exec(home.body)?.[1] ?? ''
  const one = await server.ask(null, 'GET', `/demo/known/${matter}`, { cookies })
  sheet = Object.fromEntries(
    [...one.body.matchAll(/name="(revision|item|unit)" value="(\w+)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
})
afterAll(async () => {
  await client.end()
  await server.close()
})

/** One that is registered and not answered yet: it can still be chosen. */
async function another(app: TestApp): Promise<void> {
  const now = await app.deps.offices.get('demo')
  if (now === null) throw new Error('no office')
  const actor = { role: 'office', unit: null, person: 'office' }
  const form = {
    category: 'suggestion',
    level: 'district',
    raisedThrough: 'session',
    itemNumber: '第9号',
    title: '增设站点',
    proposerKind: 'deputy',
  }
  const more = {
    body: '老城区站点太少。',
    signers: ['li'],
    handedOverOn: '2022-05-05',
    pointsRaised: [{ pointRaised: '站点太少' }],
  }
  const done = await submitMatter(app.deps, { office: now, actor, lang: 'zh', opener: byStaff, with: { ...form, ...more } })
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
}

async function entered(login: string): Promise<{ readonly known: string }> {
  const { cookies } = await server.ask(null, 'POST', '/demo/known', {
    payload: new URLSearchParams({ login, password }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { known: cookies.find(({ name }) => name === 'known')?.value ?? '' }
}

async function revisionOf(login: string): Promise<number> {
  const { people } = (await server.ask(office, 'GET', listed)).json()
  return people.find((each: { login: string }) => each.login === login).revision
}

const key = { regulation: 'dawukou-proposals', act: 'flagKey' }

async function chosen(): Promise<object> {
  const { candidates } = (await server.ask(office, 'GET', `/api/selections/candidates?${new URLSearchParams(key)}`)).json()
  return { ...key, numbers: candidates.map((each: { number: string }) => each.number) }
}

const byAdmin = { who: () => office }
const routes: Readonly<Record<(typeof routesOfListed)[number], Asked>> = {
  'POST /api/administration/listed': { ...byAdmin, body: () => ({ ...zhang, login: 'zhao', name: '赵无双' }) },
  'POST /api/administration/listed/:id': {
    ...byAdmin,
    url: () => `${listed}/li`,
    body: async () => ({ ...zhang, login: 'li', standing: '第二代表团', revision: await revisionOf('li') }),
  },
  'POST /api/administration/listed/:id/link': { ...byAdmin, url: () => `${listed}/li/link`, body: () => ({}) },
  'POST /api/selections': { ...byAdmin, tellsAfter: true, body: chosen },
  'POST /api/selections/:id/finish': {
    ...byAdmin,
    tellsAfter: true,
    url: async () => {
      const { id } = (await server.ask(office, 'POST', '/api/selections', { payload: await chosen() })).json()
      return `/api/selections/${id}/finish`
    },
    body: () => ({}),
  },
  'POST /:government/known': { url: () => '/demo/known', tellsAfter: true, form: () => ({ login: 'zhang', password }) },
  'POST /:government/known/leave': { url: () => '/demo/known/leave', cookies: () => entered('zhang'), form: () => ({}) },
  'POST /:government/known/password': {
    url: () => '/demo/known/password',
    cookies: () => entered('ma'),
    form: () => ({ current: password, password: 'four plain words here', again: 'four plain words here' }),
  },
  'POST /:government/known/:number/acts/:act': {
    tellsAfter: true,
    url: () => `/demo/known/${matter}/acts/evaluate`,
    cookies: () => entered('zhang'),
    form: () => ({ ...sheet, 'f.rating': 'satisfied', 'f.comment': '修得好。' }),
  },
}

it.each(routesOfListed)('%s: done, or not done and 503; never half', { timeout: 120_000 }, async (route) => {
  expect(matter).not.toBe('')
  await neverHalf({ server, client }, route, routes[route])
})
