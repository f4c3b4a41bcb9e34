import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { officer, root, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { readMatter } from '../index.js'

/** What meets a duty stands there in the order of the regulation: here not that in which the acts are written. */
const regulations = mkdtempSync(join(tmpdir(), 'met-by-'))
let app: TestApp

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/regulations'), regulations, { recursive: true })
  const file = join(regulations, 'example-mailbox/2025-01-01/regulation.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('metBy: [accept, decline]', 'metBy: [decline, accept]'))
  app = await testApp('2025-10-09 10:00', loadLibrary({ regulations, calendars: join(root, 'calendars') }))
})
afterAll(async () => {
  await app.close()
  rmSync(regulations, { recursive: true })
})

async function metBy(matter: number, actor: typeof officer, duty: string): Promise<readonly string[] | undefined> {
  const viewer = { office: app.office, actor, account: actor.person ?? '', lang: 'zh' as const }
  const found = await readMatter(app.deps, viewer, matter)
  if (!found.ok) throw new Error(found.failure.detail)
  return found.matter.duties.find((each) => each.duty === duty)?.metBy
}

it('tells with each duty which of the acts shown to the viewer meet it, as the regulation orders them', async () => {
  const { matter } = await app.submit({ title: '井盖缺失' })
  expect(await metBy(matter, officer, 'accept')).toEqual(['decline', 'accept'])
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', { assignments: [{ unit: 'roads', part: 'lead' }] })
  // A unit is shown no act of the office.
  expect(await metBy(matter, unitOf('roads'), 'accept')).toEqual([])
  expect(await metBy(matter, unitOf('roads'), 'contact')).toContain('contact')
})
