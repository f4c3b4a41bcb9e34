import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, secondOfficer, unitOf } from '../../app/app.fixtures.js'
import { requester, runTimers } from '../../app/index.js'
import { sheetCells } from '../../app/tables/table-files.fixtures.js'
import type { GlanceView, StatisticsView, SupervisionBoard, SupervisionPage } from '../../contract/index.js'
import * as page from '../../web/workbench/statistics/glance.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs

const lighting = unitOf('lighting')
const roads = unitOf('roads')
const october = 'from=2025-10-01&to=2025-10-31'
const september = 'from=2025-09-01&to=2025-09-30'

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  const handled = async (more: Readonly<Record<string, string>>, ...units: string[]): Promise<number> => {
    const { matter } = await app.submit(more)
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo(...units))
    return matter
  }
  // Monday. The two workdays for accepting end on 9 October, after the holiday; the five for handling on 13 October.
  app.goTo('2025-09-29 10:00')
  const done = await handled({ title: '全程按时', category: 'complaint' }, 'lighting')
  await app.act(done, lighting, 'contact')
  await app.act(done, lighting, 'reply', { result: '灯已换好。' })
  await app.act(done, secondOfficer, 'conclude')
  await app.act(done, requester, 'rate', { rating: 'good' })
  const late = await handled({ title: '两家都晚了', category: 'help' }, 'lighting', 'roads')
  app.goTo('2025-09-30 09:00')
  const declined = await app.submit({ title: '已在诉讼', category: 'complaint' })
  await app.act(declined.matter, officer, 'decline', { ground: 'litigation' })
  app.goTo('2025-10-09 09:00')
  await app.submit({ title: '没有人受理', category: 'consultation' })
  const returned = await handled({ title: '退回的', category: 'consultation' }, 'roads')
  await app.act(returned, roads, 'return', { reason: '不是我们管的路', basis: '移交清单', returnKind: ['notOurs'] })
  await app.act(returned, officer, 'acceptReturn')
  const extended = await handled({ title: '延期的', category: 'complaint' }, 'lighting')
  await app.act(extended, lighting, 'contact')
  await app.act(extended, lighting, 'requestExtension', { workdays: 10, reason: '等材料' })
  await app.act(extended, officer, 'grantExtension', { workdays: 10 })
  app.goTo('2025-10-15 09:00')
  await app.act(late, lighting, 'contact')
  await app.act(late, lighting, 'reply', { result: '已处理。' })
  await app.act(late, roads, 'reply', { result: '已处理。' })
  app.goTo('2025-10-20 10:00')
  await runTimers(app.deps, (error) => {
    throw error
  })
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

const get = (who: SignedInAs, url: string, role = 'office') => it_.ask(who, 'GET', url, { role })
const read = async (who: SignedInAs, query: string, role?: string): Promise<StatisticsView> => {
  const answer = await get(who, `/api/statistics?${query}`, role)
  expect([query, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([query, 200, ''])
  return answer.json()
}
const counted = ({ figures }: StatisticsView) =>
  Object.fromEntries(
    figures.map(({ id, now }) => [id, now.denominator === null ? now.numerator : [now.numerator, now.denominator]]),
  )

it('counts what happened in a month, each thing by its own day', async () => {
  expect(counted(await read(li, october))).toEqual({
    active: 6,
    received: [3, 6],
    decided: [2, 6],
    accepted: [2, 2],
    declined: [0, 2],
    answered: [0, 6],
    concluded: [0, 6],
    published: [0, 6],
    rated: [0, 6],
    satisfied: [0, 0],
    dissatisfied: [0, 0],
    returned: [1, 6],
    extended: [1, 6],
    redone: [0, 6],
    criticised: [0, 6],
    due: [6, 6],
    onTime: [4, 6],
    lateClosed: [1, 6],
    lateOpen: [1, 6],
  })
  expect(counted(await read(li, september))).toMatchObject({
    active: 3,
    received: [3, 3],
    decided: [3, 3],
    accepted: [2, 3],
    declined: [1, 3],
    answered: [1, 3],
    concluded: [1, 3],
    rated: [1, 3],
    satisfied: [1, 1],
    dissatisfied: [0, 1],
    due: [0, 3],
  })
})

it('stands beside the time span before and a year ago, and says what is counted and what is not', async () => {
  const view = await read(li, october)
  expect([view.before, view.lastYear].map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2025-09-01 2025-09-30',
    '2024-10-01 2024-10-31',
  ])
  const of = (id: string) => view.figures.find((figure) => figure.id === id)
  expect(of('declined')).toMatchObject({
    now: { numerator: 0, share: '0.0%' },
    before: { numerator: 1, denominator: 3, share: '33.3%' },
    lastYear: { numerator: 0, denominator: 0, share: null },
    sinceBefore: '−1',
    sinceLastYear: '0',
  })
  // The regulation's own name of the stage.
  expect(of('concluded')?.counts).toContain('已办结')
  expect(of('withheld')).toBeUndefined()
  expect(view.absent).toEqual(['不公开', '表扬'])
  const month = await read(li, '')
  expect(month.span).toMatchObject({ from: '2025-10-01', to: '2025-10-20' })
  expect(month.before).toMatchObject({ from: '2025-09-01', to: '2025-09-20' })
})

it('counts ratings option by option, in the order of the regulation, without a score', async () => {
  const { satisfaction } = await read(li, september)
  expect(satisfaction.map(({ name, now }) => [name, now.numerator, now.denominator])).toEqual([
    ['满意', 1, 1],
    ['不满意', 0, 1],
    ['很不满意', 0, 1],
  ])
})

it('takes the counts apart by unit, category, channel, month and duty', async () => {
  const rows = async (query: string) => {
    const { table } = await read(li, query)
    return table.rows.map(({ name, cells }) => [
      name,
      Object.fromEntries(cells.flatMap(({ figure, numerator }) => (numerator === 0 ? [] : [[figure, numerator]]))),
    ])
  }
  expect(await rows(`${october}&by=unit`)).toEqual([
    ['路灯所', { received: 1, accepted: 1, extended: 1, due: 3, onTime: 2, lateClosed: 1 }],
    ['道路所', { received: 1, accepted: 1, returned: 1 }],
    ['本机构（没有分到单位）', { received: 1, due: 6, onTime: 5, lateOpen: 1 }],
  ])
  expect(await rows(`${october}&by=category`)).toEqual([
    ['咨询', { received: 2, accepted: 1, returned: 1, due: 2, onTime: 1, lateOpen: 1 }],
    ['投诉', { received: 1, accepted: 1, extended: 1, due: 3, onTime: 3 }],
    ['求助', { due: 1, lateClosed: 1 }],
  ])
  expect(await rows(`from=2025-08-15&to=2025-10-31&by=month`)).toEqual([
    ['2025-08', {}],
    ['2025-09', { received: 3, accepted: 2, declined: 1, answered: 1, concluded: 1, rated: 1, satisfied: 1 }],
    ['2025-10', { received: 3, accepted: 2, returned: 1, extended: 1, due: 6, onTime: 4, lateClosed: 1, lateOpen: 1 }],
  ])
  expect(await rows(`${october}&by=duty`)).toEqual([
    ['受理', { due: 6, onTime: 5, lateOpen: 1 }],
    ['与诉求人沟通', { due: 3, onTime: 2, lateClosed: 1 }],
    ['办结', { due: 2, onTime: 1, lateClosed: 1 }],
  ])
})

it('opens behind every figure and every cell exactly as many matters as it says', async () => {
  const listed = async (query: string) => {
    const answer = await get(li, `/api/statistics/matters?${query}`)
    const { rows, total } = answer.json()
    return [new Set(rows.map(({ id }: { id: string }) => id)).size, total]
  }
  for (const span of [october, september]) {
    for (const by of ['unit', 'category', 'channel', 'month', 'duty']) {
      const view = await read(li, `${span}&by=${by}`)
      const cells = view.table.rows.flatMap(({ narrow, cells: each }) => each.map((cell) => ({ ...cell, narrow })))
      const whole =
        by === 'unit' ? [...view.figures, ...view.satisfaction].map(({ id, now }) => ({ ...now, figure: id, narrow: {} })) : []
      for (const { figure, numerator, narrow } of [...whole, ...cells]) {
        const query = new URLSearchParams(span)
        for (const [name, value] of Object.entries({ ...narrow, figure })) query.set(name, value)
        expect([query.toString(), await listed(query.toString())]).toEqual([query.toString(), [numerator, numerator]])
      }
    }
  }
})

it('pages through the list and refuses a figure that is none', async () => {
  const first = (await get(li, `/api/statistics/matters?${october}&figure=due&limit=4`)).json()
  const second = (await get(li, `/api/statistics/matters?${october}&figure=due&limit=4&after=${first.next}`)).json()
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(6)
  expect(second.next).toBeNull()
  expect((await get(li, `/api/statistics/matters?${october}&figure=happiness`)).statusCode).toBe(404)
})

it('counts for a unit its own share, for a leader all that leaders see', async () => {
  const own = await read(await it_.signIn('roads-1'), october, 'unit@roads')
  expect(counted(own)).toMatchObject({ active: 1, received: [1, 1], returned: [1, 1], due: [0, 1], onTime: [0, 0] })
  expect(own.by.map(({ id }) => id)).not.toContain('unit')
  expect(own.scope).toContain('道路所')
  // Not even by asking for another unit.
  const asked = await get(
    await it_.signIn('roads-1'),
    `/api/statistics/matters?${october}&figure=received&unit=lighting`,
    'unit@roads',
  )
  expect(asked.json().total).toBe(1)
  expect(counted(await read(await it_.signIn('schools-1'), october, 'unit@schools'))).toMatchObject({ active: 0, due: [0, 0] })
  expect(counted(await read(await it_.signIn('lead'), october, 'leader'))).toEqual(counted(await read(li, october)))
})

it('tells why matters were returned, each with what was stated, and nothing of them to whose share it was not', async () => {
  const returns = async (who: SignedInAs, query: string, role: string) =>
    (await get(who, `/api/statistics/returns?${query}`, role)).json()
  const told = await returns(li, october, 'office')
  expect(told).toMatchObject({ matters: 1, most: null, unopened: 0 })
  expect(told.acts).toMatchObject([{ matter: { title: '退回的' }, unit: '道路所', act: '申请退回' }])
  expect(told.acts[0].stated.map(({ value }: { value: string }) => value)).toEqual(['不是我们管的路', '移交清单', '不归本单位'])
  expect(told.choices).toMatchObject([{ name: '退回的种类', options: [{ name: '不归本单位', matters: 1 }] }])
  const book = (await get(li, `/api/statistics.xlsx?${october}`)).rawPayload
  expect(sheetCells(book, '退回原因').slice(1)).toEqual([['退回的种类', '不归本单位', 1]])
  expect(sheetCells(book, '退回经过')[1]?.slice(1)).toEqual([
    ...['退回的', told.acts[0].at.shown, '申请退回', '道路所'],
    '理由：不是我们管的路\n依据：移交清单\n退回的种类：不归本单位',
  ])
  const used = sheetCells((await get(li, `/api/statistics.xlsx?${september}`)).rawPayload, '用时').slice(1)
  const charged = (await get(li, `/api/statistics/charged?${september}`)).json()
  const daysIn = (way: string) => used.reduce((sum, row) => (row[0] === way ? sum + Number(row[2]) : sum), 0)
  expect(used.length).toBeGreaterThan(2)
  expect(['经手的一方', '环节', '事项种类'].map(daysIn)).toEqual([charged.workdays, charged.workdays, charged.workdays])
  expect(await returns(await it_.signIn('lighting-1'), october, 'unit@lighting')).toMatchObject({ matters: 0, acts: [] })
  expect((await returns(await it_.signIn('roads-1'), october, 'unit@roads')).acts).toHaveLength(1)
  expect(await returns(li, `${october}&asOf=2025-10-08`, 'office')).toMatchObject({ matters: 0, acts: [] })
  expect(await returns(li, september, 'office')).toMatchObject({ matters: 0, acts: [] })
})

it('does not count what is hidden from a unit', async () => {
  const before = counted(await read(await it_.signIn('lighting-1'), october, 'unit@lighting'))
  const { matter } = await it_.app.submit({ title: '投诉路灯所', respondentUnit: 'lighting', category: 'complaint' })
  expect(matter).toBeGreaterThan(0)
  expect(counted(await read(await it_.signIn('lighting-1'), october, 'unit@lighting'))).toEqual(before)
  expect(counted(await read(li, october))).toMatchObject({ received: [4, 7] })
})

it('says which day is wrong, and asks for a sign-in', async () => {
  const wrong = async (query: string) => {
    const answer = await get(li, `/api/statistics?${query}`)
    return [
      answer.statusCode,
      answer.json().problems?.map(({ field, sentence }: { field: string; sentence: string }) => [field, sentence]),
    ]
  }
  expect(await wrong('from=2025-09-31&to=2025-10-01')).toEqual([422, [['from', '请写成 2025-09-30 的样子']]])
  expect(await wrong('from=2025-10-02&to=2025-10-01')).toEqual([422, [['to', '结束日期不能早于开始日期']]])
  expect(await wrong('from=2025-10-02')).toEqual([422, [['to', '起止日期要一起填']]])
  expect(await wrong('from=2005-10-02&to=2025-10-01')).toEqual([422, [['to', expect.stringContaining('五年')]]])
  expect((await it_.ask(null, 'GET', '/api/statistics')).statusCode).toBe(401)
})

it('draws what the table says, with system fonts and nothing from elsewhere', async () => {
  const { charts } = await read(li, `${october}&by=unit`)
  expect(charts.map(({ id }) => id)).toEqual(['amounts', 'timeliness'])
  for (const { svg, title } of charts) {
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain(title)
    expect(svg).not.toMatch(/<script|<image|href="http/)
  }
})

it('goes into a workbook as of a day: the sheet says the moment', async () => {
  const answer = await get(li, `/api/statistics.xlsx?${september}&asOf=2025-09-30`)
  const definitions = sheetCells(answer.rawPayload, '口径')
  expect(definitions.find(([name]) => name?.toString().startsWith('截至'))?.[1]).toBe('2025-09-30 24:00')
})

it('goes into a workbook: every table, what each is a share of, and what is counted', async () => {
  const answer = await get(li, `/api/statistics.xlsx?${september}`)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('统计 2025-09-01 至 2025-09-30.xlsx'))
  const figures = sheetCells(answer.rawPayload, '总表')
  expect(figures[0]?.slice(0, 4)).toEqual(['指标', '分子（件）', '分母（件）', '占比'])
  expect(figures.find(([name]) => name === '受理')?.slice(0, 4)).toEqual(['受理', 2, 3, '66.7%'])
  expect(figures.find(([name]) => name === '满意')?.slice(0, 4)).toEqual(['满意', 1, 1, '100.0%'])
  const channels = sheetCells(answer.rawPayload, '渠道')
  expect(channels[1]?.slice(0, 2)).toEqual(['网站', 3])
  const definitions = sheetCells(answer.rawPayload, '口径')
  expect(definitions.find(([name]) => name === '按时完成')?.[1]).toContain('届满')
  expect(definitions.some(([name, what]) => name === '办法声明没有、不统计的指标' && what === '不公开')).toBe(true)
  for (const sheet of ['单位', '类别', '月份', '期限']) expect(sheetCells(answer.rawPayload, sheet).length).toBeGreaterThan(1)
})

it('sums by unit who is to be named in a bulletin, how often, and opens the matters behind it; as of a day before it says none', async () => {
  const { app } = it_
  app.goTo('2025-11-03 10:00')
  const { matter } = await app.submit({ title: '拖着不办', category: 'complaint' })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting', 'roads'))
  await app.act(matter, roads, 'reply', { result: '已处理。' })
  app.goTo('2025-12-01 10:00')
  await runTimers(app.deps, (error) => {
    throw error
  })
  li = await it_.signIn('li')
  const november = 'from=2025-11-01&to=2025-11-30'
  const { table, figures } = await read(li, `${november}&by=unit`)
  const named = table.rows.flatMap(({ id, cells }) =>
    cells.flatMap(({ figure, numerator, times }) => (figure === 'criticised' && numerator > 0 ? [[id, numerator, times]] : [])),
  )
  expect(named).toEqual([['lighting', 2, 2]])
  expect(figures.find(({ id }) => id === 'criticised')?.now).toMatchObject({ numerator: 2, times: 2 })
  const list = async (query: string) => (await get(li, `/api/statistics/matters?figure=criticised&${query}`)).json()
  expect(await list(`${november}&unit=lighting`)).toMatchObject({ total: 2, rows: [{ title: '拖着不办' }, { title: '延期的' }] })
  expect(await list(`${november}&unit=roads`)).toMatchObject({ total: 0, rows: [] })
  expect(await list(`${november}&asOf=2025-11-17`)).toMatchObject({ total: 1, rows: [{ title: '延期的' }] })
  expect(await list(`${november}&asOf=2025-11-03`)).toMatchObject({ total: 0, rows: [] })
})

it('is read in a minute: by the figures, the board and the lists, and by what each may see', async () => {
  const glance = async (who: SignedInAs, role: string, query: string) => {
    const view = await read(who, query, role)
    const board: SupervisionBoard = (await get(who, '/api/supervision', role)).json()
    const behind = async (rung: string): Promise<SupervisionPage> =>
      (await get(who, `/api/supervision/matters?rung=${encodeURIComponent(rung)}&limit=50`, role)).json()
    const pages = await Promise.all(page.lateRungs(board).map(behind))
    return { view, board, late: page.lateMost(pages).map(({ title, workdaysLate }) => [title, workdaysLate]) }
  }
  const asked = `${october}&by=unit`
  const office = await glance(li, 'office', asked)
  const numbers = page.numbersOf(office.view)
  expect(numbers.map(({ list, isShare }) => [list, isShare])).toEqual([
    ['satisfied', true],
    ['onTime', true],
    ['lateOpen', false],
  ])
  const total = async (query: string) => (await get(li, `/api/statistics/matters?${query}`)).json().total
  for (const { list, now } of numbers) {
    expect(office.view.figures.find(({ id }) => id === list)?.now).toEqual(now)
    expect([list, await total(`${october}&figure=${list}`)]).toEqual([list, now.numerator])
  }
  const units = page.lateUnits(office.view)
  for (const { id, late } of [...(units?.most ?? []), ...(units?.few ?? [])])
    expect([id, await total(`${october}&figure=lateOpen&unit=${id}`)]).toEqual([id, late.numerator])
  expect(units?.most.map(({ id, late }) => [id, late.numerator])).toEqual([['lighting', 1]])
  for (const { id, count } of page.alertsOf(office.board)) {
    const { rows }: SupervisionPage = (await get(li, `/api/supervision/matters?rung=${encodeURIComponent(id)}`)).json()
    expect([id, new Set(rows.map(({ matter }) => matter)).size]).toEqual([id, count])
  }
  expect(page.alertsOf(office.board).map(({ id }) => id)).toEqual(['alert:red', 'alert:blue'])
  // One of them complains of the lighting unit, to which it does not exist.
  const ofUnit = [
    ['延期的', 23],
    ['拖着不办', 15],
  ]
  expect(office.late).toEqual([['没有人受理', 36], ['投诉路灯所', 28], ...ofUnit])
  const lead = await glance(await it_.signIn('lead'), 'leader', asked)
  expect([lead.late, page.numbersOf(lead.view)]).toEqual([office.late, numbers])
  const own = await glance(await it_.signIn('lighting-1'), 'unit@lighting', asked)
  expect(own.late).toEqual(ofUnit)
  expect(page.lateUnits(own.view)).toBeNull()
  // Monday the first, against the Monday before, not against the first of the month before.
  await it_.app.submit({ title: '星期一来的', category: 'consultation' })
  const answer = await get(li, `/api/statistics/glance?${asked}`)
  const { week, ...told }: GlanceView = answer.json()
  const { charts: _, ...figures } = office.view
  expect({ ...told, closed: null }).toEqual({ ...figures, closed: null })
  const { now, before } = week
  for (const { span, figures: each } of [now, before])
    expect(each.map(({ id, now: count }) => [id, count])).toEqual(
      (await read(li, `from=${span.from}&to=${span.to}`)).figures.map(({ id, now: count }) => [id, count]),
    )
  expect([now.span.to, before.span.from, before.span.to]).toEqual(['2025-12-01', '2025-11-24', '2025-11-24'])
  expect(page.changesOf(now, before)).toMatchObject([{ id: 'received', now: 1, before: 0, since: '+1' }])
  expect((await get(li, '/api/statistics/glance')).json().span).toMatchObject({ from: '2025-11-01', to: '2025-11-30' })
})

it('tells who had the concluded matters for how many workdays: by holder, stage and kind they come to the same', async () => {
  const { app } = it_
  app.goTo('2025-12-01 11:00')
  const { matter } = await app.submit({ title: '修好了', category: 'complaint' })
  app.goTo('2025-12-02 10:00')
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await app.act(matter, lighting, 'contact')
  app.goTo('2025-12-05 10:00')
  await app.act(matter, lighting, 'reply', { result: '灯已换好。' })
  app.goTo('2025-12-08 10:00')
  await app.act(matter, secondOfficer, 'conclude')
  li = await it_.signIn('li')
  const charged = async (more = '') => (await get(li, `/api/statistics/charged?from=2025-12-01&to=2025-12-08${more}`)).json()
  const { byHolder, byStage, byKind, ...all } = await charged()
  expect(all).toEqual({ matters: 1, most: null, unopened: 0, workdays: 5 })
  const days = (rows: readonly { id: string; workdays: number }[]) => rows.map(({ id, workdays }) => [id, workdays])
  expect(days(byHolder)).toEqual([
    ['unit lighting', 3],
    ['example-mailbox office', 2],
  ])
  for (const rows of [byStage, byKind])
    expect(rows.reduce((sum: number, { workdays }: { workdays: number }) => sum + workdays, 0)).toBe(5)
  expect(await charged('&asOf=2025-12-05')).toMatchObject({ matters: 0, byHolder: [] })
})
