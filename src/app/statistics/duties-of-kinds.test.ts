import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { byStaff, submitMatter, takeUpKindFor } from '../index.js'
import { readStatistics } from './read-statistics.js'

/** Letters call `pass` what nobody is late with; orders call by the same name what is owed in a workday. */
const regulations = mkdtempSync(join(tmpdir(), 'kinds-'))
let app: TestApp

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/concepts'), regulations, { recursive: true })
  const file = join(regulations, 'letters-and-orders/2025-01-01/regulation.yaml')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('  answer: { name: 答复, holder', '  pass: { name: 答复, soft: true, holder'),
  )
  const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
  const under = { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' }
  app = await testApp('2025-03-03 09:00', library, [], under)
  const taken = { regulation: 'orders', version: '2025-01-01' }
  expect(await takeUpKindFor(app.deps, (await app.deps.offices.get('demo')) ?? app.office, taken)).toBeNull()
})
afterAll(async () => {
  await app.close()
  rmSync(regulations, { recursive: true })
})

it('counts what is late of the kind in which somebody can be late, though another kind has a duty of that name', async () => {
  const office = (await app.deps.offices.get('demo')) ?? app.office
  const leader = { role: 'leader', unit: null, person: 'lead' }
  await app.submit({ title: '路灯不亮', category: undefined })
  const order = { title: '修路', text: '请尽快修好。' }
  const done = await submitMatter(app.deps, {
    office,
    actor: leader,
    regulation: 'orders',
    lang: 'zh',
    opener: byStaff,
    with: order,
  })
  expect(done.ok).toBe(true)
  app.goTo('2025-03-28 09:00')
  const viewer = { office, actor: leader, account: 'lead', lang: 'zh' as const }
  const read = await readStatistics(app.deps, viewer, { from: '2025-03-01', to: '2025-03-28', by: 'duty', part: {} })
  const of = (id: string) => read.ok && read.statistics.figures.find((each) => each.id === id)?.now.numerator
  expect([of('received'), of('lateOpen')]).toEqual([2, 1])
})
