import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, secondOfficer, unitOf } from '../../app/app.fixtures.js'
import { recountAssessment, recountFigures, requester, runTimers } from '../../app/index.js'
import { sheetCells } from '../../app/tables/table-files.fixtures.js'
import type { AssessmentRecounted, AssessmentView, PointsTaken } from '../../contract/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs

const lighting = unitOf('lighting')
const roads = unitOf('roads')
const october = 'from=2025-10-01&to=2025-10-31'

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  const handled = async (more: Readonly<Record<string, string>>, ...units: string[]): Promise<number> => {
    const { matter } = await app.submit(more)
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo(...units))
    return matter
  }
  // Monday. The five workdays for handling end on 13 October, after the holiday.
  app.goTo('2025-09-29 10:00')
  const done = await handled({ title: '全程按时', category: 'complaint' }, 'lighting')
  await app.act(done, lighting, 'contact')
  await app.act(done, lighting, 'reply', { result: '灯已换好。' })
  await app.act(done, secondOfficer, 'conclude')
  const late = (await app.submit({ title: '两家都晚了', category: 'help' })).matter
  await app.act(late, officer, 'accept')
  const both = ['lighting', 'roads'].map((unit) => ({ unit, part: unit === 'lighting' ? 'lead' : 'separate' }))
  await app.act(late, officer, 'dispatch', { assignments: both })
  app.goTo('2025-10-09 09:00')
  await app.act(done, requester, 'rate', { rating: 'good' })
  for (const title of ['退回的', '又退回的']) {
    const returned = await handled({ title, category: 'consultation' }, 'roads')
    await app.act(returned, roads, 'return', { reason: '不是我们管的路', basis: '移交清单' })
    await app.act(returned, officer, 'acceptReturn')
  }
  app.goTo('2025-10-14 09:00')
  await app.act(late, roads, 'contact')
  await app.act(late, roads, 'reply', { result: '已处理。' })
  app.goTo('2025-10-28 10:00')
  await runTimers(app.deps, (error) => {
    throw error
  })
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

const get = (who: SignedInAs, url: string, role = 'office') => it_.ask(who, 'GET', url, { role })
const ok = async <T>(who: SignedInAs, url: string, role?: string): Promise<T> => {
  const answer = await get(who, url, role)
  expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, ''])
  return answer.json()
}
const sheetOf = async (who: SignedInAs, query: string, role?: string) => {
  const { sheets } = await ok<AssessmentView>(who, `/api/assessment?${query}`, role)
  return sheets[0]
}
const told = (sheet: AssessmentView['sheets'][number] | undefined) =>
  Object.fromEntries(
    (sheet?.units ?? []).map(({ unit, lines, total }) => [
      unit.id,
      [...lines.map(({ number, of, points, because }) => [number, of, points, because]), total],
    ]),
  )

const lightingSheet = [
  [1, null, -3, 'counted'],
  [1, null, null, 'unstated'],
  [1, 2, 1.5, 'counted'],
  [1, 1, null, 'unstated'],
  [0, null, 0, 'counted'],
  -1.5,
]

it('says of each unit what it is assessed by and what that comes to, under the clause of each line', async () => {
  const sheet = await sheetOf(li, october)
  expect(sheet?.rules.map(({ id, clauses }) => [id, clauses[0]?.id])).toEqual([
    ['latePoints', '26.2.2'],
    ['criticised', '26.5.1'],
    ['inTime', '26.3'],
    ['content', '17.1'],
    ['sentBack', '26.3'],
  ])
  const { lighting: own, roads: other } = told(sheet)
  expect(own).toEqual(lightingSheet)
  // Twice sent back costs six, bounded to three; a blue alert half a point; nothing due in time of one.
  expect(other).toEqual([
    [1, null, -0.5, 'counted'],
    [0, null, null, 'unstated'],
    [0, 1, 0, 'counted'],
    [0, 0, null, 'unstated'],
    [2, null, -3, 'capped'],
    -3.5,
  ])
})

it('counts the same from what is kept by day', async () => {
  const { app } = it_
  await recountFigures(app.deps, app.office)
  expect(told(await sheetOf(li, october)).lighting).toEqual(lightingSheet)
})

it('comes to the same from the events, matter by matter', async () => {
  for (const unit of ['lighting', 'roads']) {
    const asked = `${october}&unit=${unit}&regulation=example-mailbox`
    const recounted = await ok<AssessmentRecounted>(li, `/api/assessment/recount?${asked}`)
    const tally = (await sheetOf(li, october))?.units.find((each) => each.unit.id === unit)?.tally
    expect(recounted).toMatchObject({ isSame: true, tally })
    expect(recounted.matters).toBeGreaterThan(0)
  }
})

it('finds a figure that is not what the events say', async () => {
  const { app } = it_
  await app.asOwner(`update duty set deducted = deducted + 1 where holder_unit = 'roads' and deducted > 0`)
  const asked = `${october}&unit=roads&regulation=example-mailbox`
  expect(await ok<AssessmentRecounted>(li, `/api/assessment/recount?${asked}`)).toMatchObject({ isSame: false })
  await app.asOwner(`update duty set deducted = deducted - 1 where holder_unit = 'roads' and deducted > 1`)
  expect(await ok<AssessmentRecounted>(li, `/api/assessment/recount?${asked}`)).toMatchObject({ isSame: true })
})

it('leads from each point to its matter and clause, page by page', async () => {
  const first = await ok<PointsTaken>(li, `/api/assessment/points?${october}&limit=1`)
  const second = await ok<PointsTaken>(li, `/api/assessment/points?${october}&limit=1&after=${first.next}`)
  expect(
    [...first.rows, ...second.rows]
      .map(({ unit, title, points, clauses }) => [unit.id, title, points, clauses.map(({ id }) => id)])
      .sort(),
  ).toEqual([
    ['lighting', '两家都晚了', -3, ['26.3']],
    ['roads', '两家都晚了', -0.5, ['26.2.1', '26.2.2']],
  ])
  expect(second.next).toBeNull()
  const own = await ok<PointsTaken>(li, `/api/assessment/points?${october}&unit=roads`)
  expect(own.rows.map(({ points }) => points)).toEqual([-0.5])
})

it('shows a unit its own sheet and no other', async () => {
  const liu = await it_.signIn('roads-1')
  const sheet = await sheetOf(liu, october, 'unit@roads')
  expect(Object.keys(told(sheet))).toEqual(['roads'])
  const others = await ok<PointsTaken>(liu, `/api/assessment/points?${october}&unit=lighting`, 'unit@roads')
  expect(others.rows.map(({ unit }) => unit.id)).toEqual(['roads'])
})

it('is as it stood', async () => {
  const then = told(await sheetOf(li, `${october}&asOf=2025-10-14`))
  expect(then.lighting?.[0]).toEqual([1, null, -0.5, 'counted'])
  expect(told(await sheetOf(li, `${october}&asOf=2025-10-13`)).lighting?.[0]).toEqual([0, null, 0, 'counted'])
})

it('goes out as a workbook with every point', async () => {
  const answer = await get(li, `/api/assessment.xlsx?${october}`)
  expect(answer.statusCode).toBe(200)
  const cells = sheetCells(answer.rawPayload, '扣分明细')
  expect(JSON.stringify(cells)).toContain('两家都晚了')
})

it('says what is wrong with days, and that too much is for the command line', async () => {
  const answer = await get(li, '/api/assessment?from=2025-13-01&to=2025-10-31')
  expect([answer.statusCode, answer.json().problems[0].field]).toEqual([422, 'from'])
  const { app } = it_
  const viewer = { office: app.office, account: 'li', actor: officer, lang: 'zh' as const }
  const asked = { from: '2025-10-01', to: '2025-10-31', unit: 'lighting', regulation: 'example-mailbox' }
  const done = await recountAssessment(app.deps, viewer, { ...asked, most: 1 })
  expect(done).toMatchObject({ ok: false, failure: { detail: expect.stringContaining('script/huiyin assessment') } })
})
