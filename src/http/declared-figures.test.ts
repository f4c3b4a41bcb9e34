import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accounts, dispatchTo, officer, secondOfficer, testApp, unitOf } from '../app/app.fixtures.js'
import { assessedRows } from '../app/assessment/index.js'
import { recountFigures, requester, verifyRecords } from '../app/index.js'
import { showingOf } from '../app/showing.js'
import type { MatterPage, RateView, StatisticsView } from '../contract/index.js'
import { readDay } from '../core/index.js'
import { loadLibrary } from '../load/index.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'

const root = join(import.meta.dirname, '../..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const letter = { channel: 'web', category: 'complaint', body: '城东小区楼下烧烤店每晚排烟到深夜，开不了窗，希望管一管。' }
const answer = {
  ...{ handledAt: '十一月', handledBy: '业务股', result: '已到现场处理完毕', legalBasis: '相关管理规定' },
  ...{ requesterInformed: '已电话告知结果', replyText: '您好，您反映的问题已经处理，结果如下。' },
  ...{ signOffNumber: 'OA办文第6号', signedBy: '局长', secrecyChecked: true },
}
const dayOf = (text: string) => readDay(text) ?? expect.fail(text)
const lighting = unitOf('lighting')
const november = 'from=2021-11-01&to=2021-11-30'

let server: TestServer
let open = 0
let li: SignedInAs

beforeAll(async () => {
  const app = await testApp('2021-11-01 09:00', library, accounts, {
    regulation: 'longnan-wenzheng',
    regulationVersion: '2021-03-04',
  })
  server = await serverOver(app)
  const matters: number[] = []
  for (const title of ['按时办完', '晚了办完', '晚了办完、剔除', '至今没办']) {
    const { matter } = await app.submit({ ...letter, title })
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
    matters.push(matter)
  }
  const [inTime = 0, late = 0, excluded = 0, left = 0] = matters
  open = left
  const finish = async (matter: number): Promise<void> => {
    await app.act(matter, lighting, 'reply', answer)
    await app.act(matter, secondOfficer, 'conclude')
  }
  app.goTo('2021-11-03 10:00')
  await finish(inTime)
  await app.act(inTime, requester, 'rate', { rating: 'satisfied' })
  app.goTo('2021-11-12 10:00')
  await finish(late)
  await finish(excluded)
  await app.act(excluded, lighting, 'applyExclusion', { exclusionGround: 'outOfPower', exclusionReason: '要求改的是省里的规定' })
  await app.act(excluded, secondOfficer, 'grantExclusion', { exclusionReason: '确实超出职权' })
  app.goTo('2021-12-02 10:00')
  li = await server.signIn('li')
})
afterAll(() => server.close())

const read = async (query: string): Promise<StatisticsView> =>
  (await server.ask(li, 'GET', `/api/statistics?${query}`, { role: 'office' })).json()
const rate = ({ rates }: StatisticsView, id: string): RateView | undefined => rates.find((each) => each.id === id)
const behind = async (figure: string): Promise<MatterPage> =>
  (
    await server.ask(li, 'GET', `/api/statistics/matters?${november}&figure=${encodeURIComponent(figure)}`, { role: 'office' })
  ).json()

const expected = {
  concludedOnTime: { numerator: 1, denominator: 4, without: { excluded: 1, numerator: 1, denominator: 3 } },
  notDone: { numerator: 1, denominator: 4, without: null },
  satisfied: { numerator: 1, denominator: 1, without: { excluded: 0, numerator: 1, denominator: 1 } },
} as const

it('tells each declared share whole and without what was left out, the same one by one and from what is kept by day', async () => {
  for (const isKept of [false, true]) {
    if (isKept) await recountFigures(server.app.deps, server.app.office)
    const view = await read('from=2021-11-01&to=2021-12-02')
    for (const [id, now] of Object.entries(expected))
      expect({ isKept, id, now: rate(view, id)?.now }).toMatchObject({ isKept, id, now })
  }
})

it('opens behind each number exactly the matters that it counts, and those that were left out', async () => {
  const view = await read(november)
  for (const { id, now } of view.rates) {
    expect([id, (await behind(`rate:${id}`)).rows.length]).toEqual([id, now.numerator])
    expect([id, (await behind(`rate:${id}:of`)).total]).toEqual([id, now.denominator])
  }
  expect((await behind('rate:concludedOnTime:out')).rows.map(({ title }) => title)).toEqual(['晚了办完、剔除'])
  expect((await behind('excluded')).rows.map(({ title }) => title)).toEqual(['晚了办完、剔除'])
})

it('says in words what is counted, of what, what is left out, and by which clause', async () => {
  const onTime = rate(await read(november), 'concludedOnTime')
  expect(onTime?.counts).toContain('“办结”或')
  expect(onTime?.counts).toContain('按时完成')
  expect(onTime?.excluding).toContain('“同意剔除”')
  expect(onTime?.clauses.map(({ shown }) => shown.zh)).toContain('第二十五条')
  const english: StatisticsView = (
    await server.ask(li, 'GET', `/api/statistics?${november}`, { role: 'office', headers: { 'accept-language': 'en' } })
  ).json()
  expect(rate(english, 'notDone')?.name).toBe('Late and not concluded')
})

it('takes the shares apart by unit, and has no more to say of units with few', async () => {
  const view = await read(`${november}&by=unit`)
  const cells = view.table.rows.find(({ id }) => id === 'lighting')?.cells
  expect(cells?.find(({ figure }) => figure === 'rate:concludedOnTime')).toMatchObject({
    numerator: 1,
    denominator: 4,
    share: '4–70%',
  })
})

it('lets anybody read the last month that is over: shares that are public, few as few, as it was known then', async () => {
  const page = await server.server.inject({ url: '/demo/figures' })
  expect([page.statusCode, page.body.includes('按期办结率'), page.body.includes('满意率')]).toEqual([200, true, true])
  expect(page.body).toContain('2021-11-01 至 2021-11-30')
  // One of four: a range of certainty would say so to whoever works it back.
  expect(page.body).toContain('25–50%')
  expect(page.body).not.toContain('4–70%')
  expect(page.body).toContain('少于 20')
  expect(page.body).toContain('剔除 少于 20 件后')
  expect(page.body).not.toContain('退回率')
  const known = await server.server.inject({ url: '/demo/figures', headers: { 'if-none-match': String(page.headers.etag) } })
  expect(known.statusCode).toBe(304)
  expect((await server.server.inject({ url: '/demo/figures?lang=en' })).body).toContain('fewer than 20')
})

it('counts all of it again from the events', async () => {
  const { findings } = await verifyRecords(server.app.deps, () => {})
  expect(findings.filter(({ code }) => code === 'figures')).toEqual([])
})

it('cites the clauses of a complaint for what is owed of one, not those of other categories that have the same limit', async () => {
  type Owed = { readonly duty: string; readonly clauses: readonly { readonly id: string }[] }
  const cited = (duties: readonly Owed[] | undefined, duty: string) =>
    duties?.find((each) => each.duty === duty)?.clauses.map(({ id }) => id)
  const expected = ['10.1', '13.2.2', '13.7']
  const opened = (await server.ask(li, 'GET', `/api/matters/${open}`, { role: 'office' })).json()
  expect(cited(opened.duties, 'conclude')).toEqual(expected)
  const unit = await server.signIn('lighting-1')
  const { rows } = (await server.ask(unit, 'GET', '/api/duties', { role: 'unit' })).json()
  expect(cited(rows, 'conclude')).toEqual(expected)
})

it('puts what units are assessed by on a paper: what each line counted, the points for it, and their sum', async () => {
  const { deps } = server.app
  const office = (await deps.offices.get('demo')) ?? server.app.office
  const viewer = { office, actor: officer, account: 'li', lang: 'zh' as const }
  const span = { from: dayOf('2021-11-01'), to: dayOf('2021-12-02') }
  const lines = Object.keys(office.program.regulation.assessment)
  const rows = await assessedRows(deps, viewer, { showing: showingOf(office, 'zh'), program: office.program, span, lines })
  expect(rows).toEqual([
    {
      ...{ name: '路灯所', latePoints: '2（-6分）', total: '-6' },
      ...{ inTime: '4–70%', content: '20–100%', criticised: '0', redone: '0', commended: '0' },
    },
  ])
  const told = await server.ask(li, 'GET', '/api/assessment?from=2021-11-01&to=2021-12-02', { role: 'office' })
  expect(told.json().sheets[0].units).toMatchObject([{ unit: { name: '路灯所' }, total: -6 }])
})
