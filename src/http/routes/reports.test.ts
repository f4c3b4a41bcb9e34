import { afterAll, beforeAll, expect, it } from 'vitest'
import { failingAt, watching } from '../../../test/failing-statements.js'
import { dispatchTo, officer, secondOfficer, unitOf } from '../../app/app.fixtures.js'
import { makeReports, readReport, requester } from '../../app/index.js'
import { sheetCells } from '../../app/tables/table-files.fixtures.js'
import type { ReportView, SavedReports } from '../../contract/index.js'
import { neverHalf } from '../half-done.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let wang: SignedInAs
let lead: SignedInAs
let lights: SignedInAs

/** Three letters in a week of September and October, each of them on the desk of a unit; the first is answered late, the third rated. */
beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  const handled = async (more: Readonly<Record<string, string>>, ...units: string[]): Promise<number> => {
    const { matter } = await app.submit(more)
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo(...units))
    return matter
  }
  app.goTo('2025-09-23 10:00')
  const late = await handled({ title: '晚了的', category: 'help' }, 'lighting', 'roads')
  app.goTo('2025-10-09 09:00')
  await app.act(late, unitOf('lighting'), 'contact')
  const second = await handled({ title: '按时的', category: 'complaint' }, 'lighting')
  await app.act(second, unitOf('lighting'), 'contact')
  await app.act(second, unitOf('lighting'), 'reply', { result: '灯已换好。' })
  await app.act(second, secondOfficer, 'conclude')
  await app.act(second, requester, 'rate', { rating: 'good' })
  await handled({ title: '没有办的', category: 'complaint' }, 'roads')
  app.goTo('2025-10-17 10:00')
  li = await it_.signIn('li')
  wang = await it_.signIn('wang')
  lead = await it_.signIn('lead')
  lights = await it_.signIn('lighting-1')
})
afterAll(() => it_.close())

const get = (who: SignedInAs, url: string, role = 'office') => it_.ask(who, 'GET', url, { role })
const read = async (who: SignedInAs, query: string, role?: string): Promise<ReportView> => {
  const answer = await get(who, `/api/report?${query}`, role)
  expect([query, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([query, 200, ''])
  return answer.json()
}
const cells = ({ table }: ReportView) =>
  Object.fromEntries(
    [...table.rows, { id: 'all', cells: table.total }].map((row) => [row.id, row.cells.map((each) => each.numerator)]),
  )
const autumn = 'over=days&from=2025-09-01&to=2025-10-31'

it('counts figures in columns, row by row, each matter once in all', async () => {
  const view = await read(li, `${autumn}&rows=unit&figures=received,rated:good,lateOpen`)
  expect(view.table.columns.map(({ name }) => name)).toEqual(['收到', '评为“满意”', '逾期未办'])
  expect(cells(view)).toEqual({ '': [0, 0, 0], lighting: [2, 1, 1], roads: [2, 0, 1], all: [3, 1, 2] })
  expect(view.figures[0]).toMatchObject({ counts: '本期内收到的事项', day: '按收到之日' })
  expect(view.table.notes[0]).toContain('相加可能多于总数')
})

it('counts one figure apart by two things at once, and opens as many matters as each cell says', async () => {
  const view = await read(li, `${autumn}&rows=unit&across=month&figures=received`)
  expect(view.table.columns.map(({ id }) => id)).toEqual(['*', '2025-09', '2025-10'])
  expect(cells(view)).toEqual({ '': [0, 0, 0], lighting: [2, 1, 1], roads: [2, 1, 1], all: [3, 1, 2] })
  for (const { narrow, cells: row } of view.table.rows)
    for (const [at, column] of view.table.columns.entries()) {
      const list = new URLSearchParams({
        from: '2025-09-01',
        to: '2025-10-31',
        ...narrow,
        ...column.narrow,
        figure: column.figure,
      })
      const answer = await get(li, `/api/statistics/matters?${list}`)
      expect([list.toString(), answer.json().total]).toEqual([list.toString(), row[at]?.numerator])
    }
  const byDuty = await read(li, `${autumn}&rows=duty&across=unit&figures=due&category=help`)
  expect(byDuty.only.map(({ name }) => name)).toEqual(['类别：求助'])
  expect(byDuty.table.columns.map(({ id }) => id)).toContain('roads')
})

it('is as narrow as its reader, and never told of what they may not count', async () => {
  const query = `${autumn}&rows=unit&figures=received`
  expect(cells(await read(lights, query, 'unit@lighting'))).toEqual({ lighting: [2], all: [2] })
  expect(cells(await read(lead, query, 'leader'))).toMatchObject({ all: [3] })
  expect((await it_.ask(null, 'GET', '/api/report')).statusCode).toBe(401)
})

it.each([
  ['figures=', '请至少选一个指标'],
  ['figures=happiness', '这里没有“happiness”这个指标'],
  ['rows=duty&figures=received', '按期限分的报表只能统计期限的完成情况，不能统计：收到'],
  ['rows=unit&across=unit', '行和列不能按同一项分'],
  ['rows=unit&across=month&figures=received,due', '列按另一项分开时只能选一个指标'],
  ['over=days&from=2025-02-30&to=2025-03-01', '请写成 2025-09-30 的样子'],
])('says what is wrong with %s', async (query, sentence) => {
  const answer = await get(li, `/api/report?${query}`)
  expect([answer.statusCode, answer.json().problems[0].sentence]).toEqual([422, expect.stringContaining(sentence)])
})

it('goes out as a workbook and as text, with what it counts', async () => {
  const file = (format: string) =>
    get(li, `/api/report/file?${autumn}&rows=unit&figures=received,onTime&format=${format}&name=%E6%9C%88%E6%8A%A5`)
  const book = await file('xlsx')
  expect(decodeURIComponent(String(book.headers['content-disposition']))).toContain('月报 2025-09-01 至 2025-10-31.xlsx')
  const rows = await sheetCells(book.rawPayload, '报表')
  expect(rows[0]?.slice(0, 4)).toEqual(['单位', '收到', '收到 分母（件）', '收到 占比'])
  expect(rows.at(-1)?.[0]).toBe('合计（不重复）')
  expect((await file('csv')).body).toContain('本期内收到的事项')
})

const asked = { over: 'lastWeek', from: '', to: '', rows: 'unit', across: null, figures: ['received', 'lateOpen'], part: {} }
const save = (who: SignedInAs, more: object, role = 'office') =>
  it_.ask(who, 'POST', '/api/reports', { role, payload: { name: '周报', asked, ...more } })
const listed = async (who: SignedInAs, role = 'office') => ((await get(who, '/api/reports', role)).json() as SavedReports).reports

it('is kept, shared with roles, and taken away by its owner alone', async () => {
  const kept = (await save(li, { name: ' 共享的 ', sharedWith: ['leader', 'unit'] })).json()
  expect([kept.name, kept.every, kept.nextAt]).toEqual(['共享的', null, null])
  const seen = async (who: SignedInAs, role: string) => (await listed(who, role)).map(({ name, isOwn }) => [name, isOwn])
  expect(await seen(li, 'office')).toEqual([['共享的', true]])
  expect(await seen(lead, 'leader')).toEqual([['共享的', false]])
  expect(await seen(wang, 'office')).toEqual([])
  expect((await it_.ask(lead, 'DELETE', `/api/reports/${kept.id}`, { role: 'leader' })).statusCode).toBe(404)
  expect((await it_.ask(li, 'DELETE', `/api/reports/${kept.id}`, { role: 'office' })).statusCode).toBe(204)
  const wrong = async (more: object) => (await save(li, more)).json().problems.map(({ field }: { field: string }) => field)
  expect(await wrong({ name: ' ' })).toEqual(['name'])
  expect(await wrong({ sharedWith: ['nobody'] })).toEqual(['sharedWith'])
  expect(await wrong({ asked: { ...asked, over: 'days', from: '2025-09-01', to: '2025-09-02' }, every: 'week' })).toEqual([
    'every',
  ])
})

it('is made as each week ends with its owner’s rights, as known then, once, for whoever counts the same', async () => {
  const { app } = it_
  const make = () =>
    makeReports(app.deps, (error) => {
      throw error
    })
  await save(li, { every: 'week', sharedWith: ['leader', 'unit'] })
  await save(lights, { name: '本单位', every: 'week', sharedWith: ['unit', 'leader'] }, 'unit@lighting')
  await make()
  expect((await listed(li))[0]).toMatchObject({ nextAt: { shown: '2025-10-19 24:00' }, made: [] })
  app.goTo('2025-10-19 20:00')
  await app.submit({ title: '星期日的', category: 'help' })
  // Late by a day, after more has come in.
  app.goTo('2025-10-21 09:00')
  await app.submit({ title: '星期二的', category: 'help' })
  li = await it_.signIn('li')
  lead = await it_.signIn('lead')
  lights = await it_.signIn('lighting-1')
  await make()
  await make()
  const [own] = await listed(li)
  expect(own).toMatchObject({
    nextAt: { shown: '2025-10-26 24:00' },
    made: [{ at: { shown: '2025-10-19 24:00' }, problem: null }],
  })
  const of = async (who: SignedInAs, id: number | undefined, role: string) => get(who, `/api/reports/made/${id}`, role)
  const [made] = own?.made ?? []
  const { report } = (await of(li, made?.id, 'office')).json()
  expect([report.span, cells(report)]).toEqual([
    { from: '2025-10-13', to: '2025-10-19', name: '上周' },
    { '': [1, 0], lighting: [0, 1], roads: [0, 1], all: [1, 2] },
  ])
  expect(report.asOf.shown).toBe('2025-10-19 24:00')
  expect((await get(li, `/api/reports/made/${made?.id}/file?format=csv`)).body).toContain('合计（不重复）')
  // A leader counts of the same; a unit, with which it is shared too, does not, and neither of what a unit was made.
  expect((await of(lead, made?.id, 'leader')).statusCode).toBe(200)
  expect((await of(lights, made?.id, 'unit@lighting')).statusCode).toBe(404)
  const ofUnit = (await listed(lights, 'unit@lighting')).map(({ name, made: all }) => [name, all.length])
  expect(ofUnit).toEqual([
    ['周报', 0],
    ['本单位', 1],
  ])
  expect((await listed(lead, 'leader')).map(({ name, made: all }) => [name, all.length])).toEqual([
    ['周报', 1],
    ['本单位', 0],
  ])
  // Whoever no longer holds the seat has nothing made.
  await app.deps.store.setRoles('demo', 'lighting-1', [{ role: 'unit', unit: 'roads' }])
  app.goTo('2025-10-27 09:00')
  await make()
  const [, gone] = await listed(await it_.signIn('lighting-1'), 'unit@roads')
  expect(gone?.made.map(({ problem }) => problem)).toEqual(['没有制作：设定这张报表的人已不在原岗位'])
})

it('is kept, taken away and made whole or not at all', { timeout: 120_000 }, async () => {
  const { app } = it_
  const who = await it_.signIn('li')
  const client = await watching(app.connection)
  const body = () => ({ name: '另一张', asked, every: 'week' })
  await neverHalf({ server: it_, client }, 'POST /api/reports', { who: () => who, role: 'office', body })
  const url = async () =>
    `/api/reports/${(await it_.ask(who, 'POST', '/api/reports', { role: 'office', payload: body() })).json().id}`
  await neverHalf({ server: it_, client }, 'DELETE /api/reports/:id', { who: () => who, role: 'office', url })
  const others = await listed(who)
  for (const { id } of others) await it_.ask(who, 'DELETE', `/api/reports/${id}`, { role: 'office' })
  await client.query("delete from report where account = 'lighting-1'")
  await url()
  // Each try a week later: what failed is made an hour after, as things stood at the end of its week.
  const first = Date.parse('2025-11-03T01:00Z')
  const goTo = (at: number) => app.goTo(new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
  const failed: number[] = []
  for (const nth of [1, 3, 6, 12, 24]) {
    goTo(first + nth * 7 * 86_400_000)
    const { hasFailed } = await failingAt(nth, () => makeReports(app.deps, () => failed.push(nth)).catch(() => failed.push(nth)))
    expect([nth, hasFailed]).toEqual([nth, true])
    goTo(first + nth * 7 * 86_400_000 + 7_200_000)
    await makeReports(app.deps, (error) => expect(error).toBeNull())
  }
  expect(failed.length).toBeGreaterThan(2)
  const { rows } = await client.query(
    'select count(*)::int as n, count(distinct due_at)::int as days, (max(due_at)::date - min(due_at)::date) / 7 + 1 as weeks from made_report',
  )
  expect(rows[0]).toEqual({ n: rows[0].weeks, days: rows[0].weeks, weeks: rows[0].weeks })
  await client.end()
})

it('lets nobody wait for two things of which nothing is kept, of very many matters; units and months are kept', async () => {
  const { deps } = it_.app
  const office = await deps.offices.get('demo')
  if (office === null) throw new Error('no office')
  const viewer = { office, actor: { role: 'office', unit: null, person: 'li' }, account: 'li', lang: 'zh' as const }
  const asked = { over: 'days', from: '2025-09-01', to: '2025-10-31', rows: 'category', figures: ['received'], part: {} } as const
  const read = (across: 'channel' | 'unit', most: number) =>
    readReport(deps, viewer, { ...asked, figures: ['received'], across }, most)
  expect(await read('channel', 2)).toMatchObject({
    failure: { problems: [{ field: 'across', sentence: expect.stringContaining('请选短一些的时段') }] },
  })
  expect([(await read('channel', 1000)).ok, (await read('unit', 2)).ok]).toEqual([true, true])
})
