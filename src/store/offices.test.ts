import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { openStore } from './open-store.js'
import { aSubmission, beishan, linhai, morning } from './store.fixtures.js'
import type { Account } from './types.js'

let made: TestDatabase

beforeAll(async () => {
  made = await testDatabase()
})

afterAll(() => made.drop())

const li: Account = {
  account: 'li',
  login: 'li.na',
  name: '李娜',
  passwordHash: '$argon2id$…',
  isAdmin: true,
  isDisabled: false,
  roles: [
    { role: 'office', unit: null },
    { role: 'unit', unit: 'water' },
  ],
}

it('knows no account, then those of its governments', async () => {
  const { store } = made
  expect(await store.hasAnyAccount()).toBe(false)
  await store.putGovernment(beishan)
  await store.putGovernment(linhai)
  await store.putGovernment({ ...linhai, name: '临海新区', numberPrefix: 99 })
  expect(await store.listGovernments()).toEqual([{ ...linhai, name: '临海新区' }, beishan])
  await store.putAccount('linhai', li)
  expect(await store.hasAnyAccount()).toBe(true)
  expect(await store.findAccount('linhai', { login: 'li.na' })).toMatchObject(li)
  expect(await store.findAccount('beishan', { login: 'li.na' })).toBeNull()
  await store.setRoles('linhai', 'li', [])
  expect(await store.listAccounts('linhai')).toMatchObject([{ ...li, roles: [] }])
})

it('refuses two governments with one prefix and two accounts with one login', async () => {
  await expect(made.store.putGovernment({ ...linhai, government: 'third' })).rejects.toMatchObject({ code: '23505' })
  await expect(made.store.putAccount('linhai', { ...li, account: 'other' })).rejects.toMatchObject({ code: '23505' })
})

it('keeps units in their order', async () => {
  const water = { unit: 'water', name: '水务局', kind: 'bureau', parent: null }
  const plant = { unit: 'plant', name: '水厂', kind: 'enterprise', parent: 'water' }
  await made.store.putUnits('linhai', [water, plant])
  await made.store.putUnits('linhai', [{ ...plant, name: '二水厂' }])
  expect(await made.store.listUnits('linhai')).toEqual([{ ...plant, name: '二水厂' }, water])
})

const first = (token: string, numberPrefix = 77) => ({
  ...{ token, at: morning, account: { ...li, login: 'first' } },
  government: { ...linhai, government: `first-${numberPrefix}`, numberPrefix },
})

it('uses a setup link once', async () => {
  await made.store.createSetupLink('a-token', morning)
  const uses = await Promise.all([1, 2, 3].map(() => made.store.setUp(first('a-token'))))
  expect(uses.filter(Boolean)).toHaveLength(1)
  expect(await made.store.setUp(first('another'))).toBe(false)
})

it('does not use a setup link up by what failed, and leaves nothing half made', async () => {
  await made.store.createSetupLink('fresh', morning)
  // The prefix is another government's.
  await expect(made.store.setUp(first('fresh', linhai.numberPrefix))).rejects.toMatchObject({ code: '23505' })
  expect(await made.store.findGovernment(`first-${linhai.numberPrefix}`)).toBeNull()
  expect(await made.store.setUp(first('fresh', 78))).toBe(true)
})

it('ends sessions, one or all of an account, and removes what lapsed', async () => {
  const { store } = made
  const open = (token: string, expiresAt: number) =>
    store.createSession('linhai', { token, account: 'li', csrf: 'c', createdAt: morning, expiresAt })
  await open('one', morning + 10)
  await open('two', morning + 20)
  await open('three', morning + 20)
  await store.tidy(morning + 10)
  expect(await store.findSession('one', morning)).toBeNull()
  expect(await store.findSession('two', morning)).not.toBeNull()
  await store.endSessionsOf('linhai', 'li')
  expect(await store.findSession('three', morning)).toBeNull()
})

it('brings notices to those they are for', async () => {
  const { store } = made
  const reader = {
    account: 'li',
    at: morning + 5,
    roles: [
      { role: 'office', unit: null },
      { role: 'head', unit: 'water' },
    ],
  }
  const clerk = { account: 'wu', at: morning + 5, roles: [{ role: 'clerk', unit: 'water' }] }
  const to = [{ account: 'li' }, { unit: 'water' }, { unit: 'water', role: 'head' }, { role: 'office' }, { unit: 'roads' }]
  await store.addNotices(
    'linhai',
    to.map((each) => ({ to: each, kind: 'urged', body: { text: '催办' } })),
    morning,
  )
  await store.submit('linhai', {
    ...aSubmission(await store.reserveMatter('linhai')),
    notices: [{ to: { role: 'office' }, kind: 'arrived', body: {} }],
  })
  const kinds = async (who: typeof reader) =>
    (await store.listNotices('linhai', who)).rows.map(({ kind, matter }) => [kind, matter])
  expect(await kinds(reader)).toEqual([
    ['arrived', 1],
    ['urged', null],
    ['urged', null],
    ['urged', null],
    ['urged', null],
  ])
  expect(await kinds(clerk)).toEqual([['urged', null]])
  expect(await store.listNotices('beishan', reader)).toEqual({ rows: [], next: null })
  const mine = (await store.listNotices('linhai', clerk)).rows[0]
  await store.markRead('linhai', clerk, [mine?.id ?? 0, 1, 4])
  expect(await store.countUnread('linhai', clerk)).toEqual({ count: 0, isCapped: false })
  expect(await store.countUnread('linhai', reader)).toEqual({ count: 4, isCapped: false })
})

it('keeps the local days off', async () => {
  expect(await made.store.readCalendarOverlay('linhai')).toEqual({})
  await made.store.putCalendarOverlay('linhai', { '2026-05-08': '地方假' })
  expect(await made.store.readCalendarOverlay('linhai')).toEqual({ '2026-05-08': '地方假' })
})

it('answers a ping, and says in its own words when the database is away', async () => {
  await made.store.ping()
  const away = openStore({ connection: { host: '/nowhere', user: 'x', database: 'x' }, keysFolder: made.keysFolder })
  await expect(away).rejects.toMatchObject({ name: 'StoreUnavailable' })
})
