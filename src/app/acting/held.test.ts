import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { listNotices, runTimers } from '../index.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp('2025-10-13 09:00')
})
afterAll(() => app.close())

it('reminds before the due time while an extension that was asked for is undecided', async () => {
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await app.act(matter, unitOf('lighting'), 'requestExtension', { workdays: 2, reason: '灯具在途。' })
  const viewer = { office: app.office, actor: unitOf('lighting'), account: 'lighting-1', lang: 'zh' as const }
  /** All that the unit was told up to now. */
  const told = async () => {
    await runTimers(app.deps, (error) => {
      throw error
    })
    return (await listNotices(app.deps, viewer, { limit: 20 })).rows.length
  }
  app.goTo('2025-10-17 12:00')
  const early = await told()
  app.goTo('2025-10-20 12:00')
  expect((await told()) - early).toBe(1)
})
