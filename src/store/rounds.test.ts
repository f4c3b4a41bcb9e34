import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { aProjection, beishan, day, linhai, morning, submitted } from './store.fixtures.js'
import { seesAll } from './types.js'

let made: TestDatabase
const regulation = 'demo'

beforeAll(async () => {
  made = await testDatabase()
  for (const each of [linhai, beishan]) await made.store.putGovernment(each)
})
afterAll(() => made.drop())

it('begins once and keeps the day it began on, each government for itself', async () => {
  const { rounds } = made.store
  expect(await rounds.begin('linhai', { regulation, since: '2026-01-01', lookAt: morning + day })).toBe('2026-01-01')
  expect(await rounds.begin('linhai', { regulation, since: '2026-03-01', lookAt: morning })).toBe('2026-01-01')
  expect(await rounds.begin('beishan', { regulation, since: '2026-02-01', lookAt: morning + 9 * day })).toBe('2026-02-01')
})

it('is taken by one at a time when its time has come, and not before', async () => {
  const { rounds } = made.store
  const due = (at: number, government: string | null = null) => rounds.takeDue({ government, due: at, now: at })
  expect(await due(morning + day - 1)).toEqual([])
  expect(await rounds.nextLookAt()).toBe(morning + day)
  expect(await due(morning + day, 'beishan')).toEqual([])
  expect(await due(morning + day)).toEqual(['linhai'])
  expect(await due(morning + day)).toEqual([])
  expect(await due(morning + day + 60_000)).toEqual(['linhai'])
  await rounds.lookAt('linhai', regulation, null)
  expect(await rounds.nextLookAt()).toBe(morning + 9 * day)
  await rounds.lookAgain('linhai', morning)
  expect(await rounds.nextLookAt()).toBe(morning)
})

async function submit(government: string, officeDuty: string | null, round: string | null): Promise<number> {
  const { store } = made
  const reserved = await store.reserveMatter(government)
  const once = officeDuty === null ? {} : { source: { source: `calendar/${regulation}`, id: `${officeDuty}@${round}` } }
  const projection = { ...aProjection, officeDuty, round }
  const done = await store.submit(government, { reserved, events: [submitted], projection, at: morning, ...once })
  return done.kind === 'repeated' ? 0 : done.matter
}

it('is opened once, and stands in no list unless it is asked for', async () => {
  const { store } = made
  const letter = await submit('linhai', null, null)
  const round = await submit('linhai', 'bulletin', '2026-Q1')
  expect(await submit('linhai', 'bulletin', '2026-Q1')).toBe(round)
  expect(await submit('beishan', 'bulletin', '2026-Q1')).not.toBe(0)
  expect(await store.rounds.listOpened('linhai', regulation)).toEqual([{ officeDuty: 'bulletin', round: '2026-Q1' }])
  const listed = async (rounds?: 'beside' | 'only') => {
    const filter = rounds === undefined ? {} : { rounds }
    return (await store.listMatters('linhai', { filter, gate: seesAll })).rows.map(({ matter }) => matter).sort()
  }
  expect(await listed()).toEqual([letter])
  expect(await listed('only')).toEqual([round])
  expect(await listed('beside')).toEqual([letter, round].sort())
  expect((await store.loadMatter('linhai', round, seesAll))?.row).toMatchObject({ officeDuty: 'bulletin', round: '2026-Q1' })
})

it('keeps nothing apart any more', async () => {
  expect(await made.store.rounds.isApart()).toBe(false)
})
