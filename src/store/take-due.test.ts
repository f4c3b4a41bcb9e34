import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { openStore } from './open-store.js'
import { aProjection, aSubmission, beishan, linhai, morning } from './store.fixtures.js'
import type { Store } from './store.js'
import { type DueMatter, seesAll } from './types.js'

let made: TestDatabase
let other: Store

beforeAll(async () => {
  made = await testDatabase()
  other = await openStore({ connection: made.connection, keysFolder: made.keysFolder })
  for (const government of [linhai, beishan]) {
    await made.store.putGovernment(government)
    for (let at = 0; at < 60; at += 1) {
      const reserved = await made.store.reserveMatter(government.government)
      await made.store.submit(government.government, aSubmission(reserved, { lookAt: at < 50 ? morning + at : null }))
    }
  }
})

afterAll(async () => {
  await other.close()
  await made.drop()
})

it('takes nothing before its time, and knows when that is', async () => {
  expect(await made.store.takeDue(morning - 1, 10)).toEqual([])
  expect(await made.store.nextLookAt()).toBe(morning)
})

it('gives each matter of every government to one of two workers', async () => {
  const takeAll = async (store: Store): Promise<DueMatter[]> => {
    const taken: DueMatter[] = []
    for (;;) {
      const more = await store.takeDue(morning + 49, 7)
      if (more.length === 0) return taken
      taken.push(...more)
    }
  }
  const [one, two] = await Promise.all([takeAll(made.store), takeAll(other)])
  const names = [...one, ...two].map(({ government, matter }) => `${government}/${matter}`)
  expect(names).toHaveLength(100)
  expect(new Set(names).size).toBe(100)
})

it('gives it to another when whoever took it did nothing in time', async () => {
  expect(await made.store.takeDue(morning + 100, 10)).toEqual([])
  expect(await made.store.nextLookAt()).toBe(morning + 49 + 60_000)
  expect(await made.store.takeDue(morning + 49 + 60_000, 10, 5000)).toHaveLength(10)
})

it('is free again as soon as it is written to', async () => {
  const loaded = await made.store.loadMatter('linhai', 1, seesAll)
  const projection = { ...aProjection, lookAt: morning + 200 }
  await made.store.append('linhai', {
    matter: 1,
    expected: loaded?.head ?? { revision: 0, hash: '' },
    events: [],
    projection,
    at: morning + 100,
  })
  expect(await made.store.nextLookAt()).toBe(morning + 200)
  expect(await made.store.takeDue(morning + 200, 10)).toEqual([{ government: 'linhai', matter: 1, lookAt: morning + 200 }])
})
