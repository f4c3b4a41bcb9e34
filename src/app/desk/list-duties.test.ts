import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { readMatter } from '../matter/read-matter.js'
import type { Office } from '../office.js'
import { listDuties } from './list-duties.js'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
  await app.submit()
})

afterAll(() => app.close())

const desk = (office: Office, show: 'all' | 'overdue' | 'today' | 'soon' | 'undated') =>
  listDuties(app.deps, { office, actor: officer, account: 'li', lang: 'zh' }, { show, page: { limit: 50 } })

it('names what is owed as the version says that the matter runs under, whatever the office has adopted since', async () => {
  const { office } = app
  const { regulation } = office.program
  const later = { ...office.program, regulation: { ...regulation, version: '2099-01-01', duties: {} } }
  const before = await desk(office, 'all')
  expect(before.rows.length).toBeGreaterThan(0)
  expect(before.rows[0]?.name).not.toBe(before.rows[0]?.duty)
  expect(await desk({ ...office, program: later }, 'all')).toEqual(before)
})

it('shows in each part of the desk as many rows as it counts there', async () => {
  for (const time of ['2025-09-29 10:00', '2025-09-29 18:00', '2025-09-30 09:00', '2025-10-31 09:00']) {
    app.goTo(time)
    const { counts } = await desk(app.office, 'all')
    const rowsOf = async (show: 'all' | 'overdue' | 'today' | 'soon' | 'undated') => (await desk(app.office, show)).rows.length
    const [open, overdue, today, soon, undated] = [
      await rowsOf('all'),
      await rowsOf('overdue'),
      await rowsOf('today'),
      await rowsOf('soon'),
      await rowsOf('undated'),
    ]
    expect({ open, overdue, today, soon, undated }).toEqual(counts)
  }
})

it('calls nothing late while an extension asked in time is undecided: not the desk, not its counter, not the matter itself', async () => {
  app.goTo('2025-09-29 10:00')
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('roads'))
  await app.act(matter, unitOf('roads'), 'contact')
  await app.act(matter, unitOf('roads'), 'requestExtension', { workdays: 3, reason: '电缆尚未到货。' })
  app.goTo('2025-12-01 09:00')
  const roads = { office: app.office, actor: unitOf('roads'), account: 'roads-1', lang: 'zh' as const }
  const shown = await listDuties(app.deps, roads, { show: 'all', page: {} })
  expect(shown.rows).toMatchObject([{ duty: 'conclude', status: 'open', isHeld: true, workdaysLate: 0 }])
  expect(shown.counts).toMatchObject({ open: 1, overdue: 0 })
  expect((await listDuties(app.deps, roads, { show: 'overdue', page: {} })).rows).toEqual([])
  const read = await readMatter(app.deps, roads, matter)
  const stands = read.ok ? read.matter.duties.map(({ duty, status }) => [duty, status]) : []
  expect(stands).toContainEqual(['conclude', 'open'])
})
