import { afterAll, beforeAll, expect, it } from 'vitest'
import { instant } from '../../core/index.js'
import { StoreUnavailable } from '../../store/index.js'
import { library, type TestApp, testApp } from '../app.fixtures.js'
import { NoRegulation, openOffices } from '../office.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

it('what was read before a change is kept for nobody who asks after it', async () => {
  const { store, now } = app.deps
  const held: (() => void)[] = []
  const slow = {
    ...store,
    readCalendarOverlay: async (government: string) => {
      const overlay = await store.readCalendarOverlay(government)
      await new Promise<void>((go) => held.push(go))
      return overlay
    },
  }
  const offices = openOffices({ store: slow, library, now })
  const asking = offices.get('demo')
  await expect.poll(() => held.length).toBe(1)
  await store.administration.patchSettings('demo', { hosts: ['letters.example'] })
  offices.forget('demo')
  held[0]?.()
  expect((await asking)?.settings.hosts).toEqual([])
  const after = offices.get('demo')
  await expect.poll(() => held.length).toBe(2)
  held[1]?.()
  expect((await after)?.settings.hosts).toEqual(['letters.example'])
  expect((await offices.get('demo'))?.settings.hosts).toEqual(['letters.example'])
  expect(held).toHaveLength(2)
})

it('what was known stays good while the database is away, and not where anything else is wrong', async () => {
  const { store, now } = app.deps
  let ahead = 0
  let fault: Error | null = null
  const failing = {
    ...store,
    listUnits: async (government: string) => {
      if (fault !== null) throw fault
      return store.listUnits(government)
    },
  }
  const offices = openOffices({ store: failing, library, now: () => instant(now() + ahead) })
  const known = await offices.get('demo')
  fault = new StoreUnavailable('away')
  for (ahead of [11_000, 60_000]) expect(await offices.get('demo')).toBe(known)
  fault = new NoRegulation('gone')
  await expect(offices.get('demo')).rejects.toBe(fault)
})
