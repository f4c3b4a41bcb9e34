import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../app.fixtures.js'
import { saveAttachment } from '../index.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const keep = async (address: string | null): Promise<string> => {
  const bytes = new TextEncoder().encode('一行文字')
  const upload = { government: 'demo', name: 'a.txt', bytes, isTruncated: false, lang: 'zh' as const, address }
  const kept = await saveAttachment(app.deps, upload)
  return kept.ok ? 'kept' : kept.failure.code
}

it('strangers together may leave so much that belongs to nothing, whatever their addresses; a day later it is gone', async () => {
  const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
  for (const address of addresses) expect(await keep(address)).toBe('kept')
  // As if each had been of two gigabytes.
  await app.asOwner("set huiyin.government = 'demo'; update attachment set size = 2000000000")
  expect(await keep('10.0.0.4')).toBe('uploads-full')
  expect(await keep(null)).toBe('kept')
  app.goTo('2025-09-30 10:01')
  await app.deps.store.removeUnclaimed(app.deps.now() - 86_400_000)
  expect(await keep('10.0.0.4')).toBe('kept')
})
