import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import { runTimers, verifyRecords } from '../../app/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let wang: SignedInAs
let lighting: SignedInAs
let roads: SignedInAs
let lamps: number
let holes: number
let shared: number
let waiting: number

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  ;[li, wang, lighting, roads] = [
    await it_.signIn('li'),
    await it_.signIn('wang'),
    await it_.signIn('lighting-1'),
    await it_.signIn('roads-1'),
  ]
  const handled = async (title: string, category: string, ...units: string[]): Promise<number> => {
    const { matter } = await app.submit({ title, category })
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo(...units))
    return matter
  }
  lamps = await handled('东门路灯不亮', 'complaint', 'lighting')
  holes = await handled('解放路路面破损', 'help', 'roads')
  shared = await handled('施工挖断路灯线', 'complaint', 'lighting', 'roads')
  waiting = (await app.submit({ title: '等待受理的一件' })).matter
})
afterAll(() => it_.close())

const post = (who: SignedInAs, url: string, payload: object, role = 'office') => it_.ask(who, 'POST', url, { payload, role })
const get = async (who: SignedInAs, url: string, role = 'office') => (await it_.ask(who, 'GET', url, { role })).json()
const targetsOf = (...matters: number[]) => matters.map((matter) => ({ matter: String(matter), unit: null }))
const unitRole = (unit: string) => `unit@${unit}`

it('narrows the list by what a matter is, and says what it can be narrowed to', async () => {
  const choices = await get(li, '/api/matters/choices')
  expect(choices.alert.map(({ id }: { id: string }) => id)).toEqual(['blue', 'red'])
  expect(choices.unit).toContainEqual({ id: 'roads', name: '道路所' })
  expect(choices.regulation).toEqual([{ id: 'example-mailbox', name: expect.any(String) }])
  for (const [query, count] of [
    ['stage=handling', 3],
    ['stage=handling,received', 4],
    ['unit=roads', 2],
    ['unit=lighting', 2],
    ['unit=lighting,roads', 3],
    ['unit=roads,nobody', 2],
    ['unit=lighting,roads&category=help', 1],
    ['unit=lighting,roads&category=help,complaint', 3],
    ['unit=lighting,roads&stage=handling,received&q=路灯', 3],
    ['alert=red,blue', 0],
    ['unit=roads&category=help', 1],
    ['regulation=example-mailbox', 4],
    ['regulation=another', 0],
    ['due=2025-09-29', 0],
    ['due=2025-12-31', 4],
    ['from=2025-09-30', 0],
    ['alert=red', 0],
    ['q=路灯&unit=lighting', 2],
  ] as const) {
    const page = await get(li, `/api/matters?${encodeURI(query)}`)
    expect([query, page.rows.length, page.total]).toEqual([query, count, count])
  }
})

it('keeps views: one’s own, and those shared with the role one wears', async () => {
  const made = await post(li, '/api/views', { name: ' 路灯 ', query: 'q=路灯', isShared: true })
  expect(made.statusCode).toBe(201)
  await post(li, '/api/views', { name: '只有我的', query: 'stage=handling' })
  const names = async (who: SignedInAs, role?: string) =>
    (await get(who, '/api/views', role)).views.map(({ name, isOwn }: { name: string; isOwn: boolean }) => [name, isOwn])
  expect(await names(li)).toEqual([
    ['路灯', true],
    ['只有我的', true],
  ])
  expect(await names(wang)).toEqual([['路灯', false]])
  expect(await names(roads, unitRole('roads'))).toEqual([])
  const other = await it_.ask(wang, 'DELETE', `/api/views/${made.json().id}`)
  expect(other.statusCode).toBe(404)
  // The same name again replaces it.
  await post(li, '/api/views', { name: '路灯', query: 'q=灯' })
  expect(await names(wang)).toEqual([])
  const nameless = await post(li, '/api/views', { name: ' ', query: '' })
  expect([nameless.statusCode, nameless.json().problems[0].field]).toEqual([422, 'name'])
})

it('offers in bulk what is open for one of them, and says of each what would become of it', async () => {
  const { offers } = (await post(li, '/api/bulk/offers', { targets: targetsOf(lamps, shared, waiting) })).json()
  const urge = offers.find(({ act }: { act: { act: string } }) => act.act === 'urge')
  expect(urge).toMatchObject({ open: 3, issuesSlip: true, act: { unit: null, refusal: null } })
  expect(urge.targets).toEqual([
    { matter: String(lamps), unit: 'lighting' },
    { matter: String(shared), unit: 'lighting' },
    { matter: String(shared), unit: 'roads' },
    { matter: String(waiting), unit: null },
  ])
  expect(offers.some(({ act }: { act: { act: string } }) => act.act === 'redo')).toBe(false)
  const asked = { act: 'urge', with: { reason: '请尽快办理' }, targets: urge.targets }
  const { decisions } = (await post(li, '/api/bulk/preview', asked)).json()
  expect(decisions.map(({ problem }: { problem: { code: string } | null }) => problem?.code ?? null)).toEqual([
    null,
    null,
    null,
    expect.any(String),
  ])
  expect(decisions[3].problem.clauses.length).toBeGreaterThan(0)
  const bare = (await post(li, '/api/bulk/preview', { ...asked, with: {} })).json()
  expect(bare.decisions[0].problem.missing).toEqual([{ id: 'reason', name: expect.any(String) }])
  // Nothing was recorded by looking.
  expect((await get(li, `/api/matters/${lamps}`)).revision).toBe(3)
})

it('does an act in bulk once, however often it is sent, and tells whoever was slower', async () => {
  const { decisions } = (
    await post(li, '/api/bulk/preview', {
      act: 'urge',
      with: { reason: '请尽快办理' },
      targets: [
        { matter: String(lamps), unit: 'lighting' },
        { matter: String(shared), unit: 'lighting' },
        { matter: String(shared), unit: 'roads' },
        { matter: String(holes), unit: 'roads' },
        { matter: String(waiting), unit: null },
      ],
    })
  ).json()
  await it_.app.act(holes, officer, 'note', { reason: '刚刚打过电话' })
  const targets = decisions.map(
    ({ matter, unit, revision }: { matter: string; unit: string | null; revision: number }, at: number) => ({
      matter,
      unit,
      revision,
      key: `bulk-test-${at}`,
    }),
  )
  const payload = { act: 'urge', with: { reason: '请尽快办理' }, targets }
  const first = (await post(li, '/api/bulk', payload)).json()
  const codes = (result: { done: { revision: number | null; problem: { code: string } | null }[] }) =>
    result.done.map(({ revision, problem }) => (revision === null ? problem?.code : 'done'))
  expect(codes(first)).toEqual(['done', 'done', 'done', 'conflict', expect.any(String)])
  // What was done can be taken back for two minutes, what was refused cannot; of one matter's shares both go together or neither.
  expect(first.done.map(({ undoable }: { undoable: number | null }) => undoable !== null && undoable > 0)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(first.done[3].problem.meanwhile.map(({ act }: { act: string }) => act)).toEqual(['note'])
  const again = (await post(li, '/api/bulk', payload)).json()
  expect(codes(again)).toEqual(codes(first))
  const { timeline } = await get(li, `/api/matters/${shared}`)
  expect(timeline.filter(({ act }: { act: string }) => act === 'urge')).toHaveLength(2)
})

it('numbers slips one after another within the year, each for one unit, with the act that issued it', async () => {
  const { rows } = await get(li, '/api/slips')
  expect(rows.map(({ shown, unit }: { shown: string; unit: { id: string } }) => [shown, unit.id])).toEqual([
    ['〔2025〕3号', 'roads'],
    ['〔2025〕2号', 'lighting'],
    ['〔2025〕1号', 'lighting'],
  ])
  const paper = await get(li, '/api/slips/urge/2025/3')
  expect(paper).toMatchObject({ name: '催办通知单', issuedOn: '2025年9月29日', matter: String(shared), government: '示例区' })
  expect(paper.stated).toContainEqual(expect.objectContaining({ field: 'reason', value: '请尽快办理' }))
  const [due] = (await get(li, '/api/slips/urge/2025/1')).duties
  expect(due).toMatchObject({ name: expect.any(String), workdaysLate: 0 })
  const ofRoads = await get(roads, '/api/slips', unitRole('roads'))
  expect(ofRoads.rows.map(({ number }: { number: number }) => number)).toEqual([3])
  expect((await it_.ask(roads, 'GET', '/api/slips/urge/2025/2', { role: unitRole('roads') })).statusCode).toBe(404)
  expect((await it_.ask(li, 'GET', '/api/slips/urge/2025/9')).statusCode).toBe(404)
})

it('gives two acts at the same moment two numbers, none left out', async () => {
  const urged = await Promise.all(
    [lamps, shared, holes].map((matter, at) =>
      post(li, `/api/matters/${matter}/acts/urge`, { with: { reason: '再催', unit: at === 2 ? 'roads' : 'lighting' } }),
    ),
  )
  expect(urged.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  const { rows } = await get(li, '/api/slips?limit=3')
  expect(rows.map(({ number }: { number: number }) => number)).toEqual([6, 5, 4])
})

it('shows matters that name each other from both sides, as far as one may see them', async () => {
  const { number } = await get(li, `/api/matters/${holes}`)
  await it_.app.act(lamps, officer, 'merge', { mergedWith: ` ${number} ` })
  const seen = async (who: SignedInAs, matter: number, role?: string) =>
    (await get(who, `/api/matters/${matter}/links`, role)).links.map(({ direction, id }: { direction: string; id: string }) => [
      direction,
      Number(id),
    ])
  expect(await seen(li, lamps)).toEqual([['to', holes]])
  expect(await seen(li, holes)).toEqual([['from', lamps]])
  expect(await seen(lighting, lamps, unitRole('lighting'))).toEqual([])
  expect(await seen(roads, holes, unitRole('roads'))).toEqual([])
  // Named anew: the old link is gone.
  const other = await get(li, `/api/matters/${shared}`)
  await it_.app.act(lamps, officer, 'merge', { mergedWith: other.number })
  expect(await seen(li, holes)).toEqual([])
  expect(await seen(lighting, shared, unitRole('lighting'))).toEqual([['from', lamps]])
})

it('counts on the board as many as it lists, for each unit, and leads from soon to referred', async () => {
  const standing = async (time: string) => {
    it_.app.goTo(time)
    await runTimers(it_.app.deps, (error) => {
      throw error
    })
    // A session does not last so long.
    li = await it_.signIn('li')
    const board = await get(li, '/api/supervision')
    for (const { id, count } of board.rungs) {
      const { rows } = await get(li, `/api/supervision/matters?rung=${encodeURIComponent(id)}`)
      expect([time, id, new Set(rows.map(({ matter }: { matter: string }) => matter)).size]).toEqual([time, id, count])
    }
    for (const unit of board.units) {
      const of = unit.id === '' ? 'office=1' : `unit=${unit.id}`
      for (const { rung, count } of unit.counts) {
        const { rows } = await get(li, `/api/supervision/matters?rung=${encodeURIComponent(rung)}&${of}`)
        expect([time, unit.id, rung, rows.length]).toEqual([time, unit.id, rung, count])
      }
    }
    return Object.fromEntries(
      board.rungs.flatMap(({ id, count }: { id: string; count: number }) => (count === 0 ? [] : [[id, count]])),
    )
  }
  expect(await standing('2025-10-09 10:00')).toMatchObject({ soon: expect.any(Number) })
  expect(await standing('2025-10-14 10:00')).toMatchObject({ late: expect.any(Number) })
  expect(await standing('2025-10-15 10:00')).toMatchObject({ 'alert:blue': 3 })
  expect(await standing('2025-10-17 10:00')).toMatchObject({ 'alert:red': 3 })
  expect(await standing('2025-10-24 10:00')).toMatchObject({ referred: 3 })
  const own = await get(await it_.signIn('lighting-1'), '/api/supervision', unitRole('lighting'))
  expect(own.rungs.find(({ id }: { id: string }) => id === 'referred').count).toBe(2)
})

it('a slip says for ever what it said when it was issued', async () => {
  li = await it_.signIn('li')
  const paper = await get(li, '/api/slips/urge/2025/1')
  expect(paper.duties).toHaveLength(2)
  await it_.app.act(lamps, unitOf('lighting'), 'reply', { result: '已修好。' })
  expect(await get(li, '/api/slips/urge/2025/1')).toEqual(paper)
})

it('has rows that say what the events say', async () => {
  const { findings } = await verifyRecords(it_.app.deps, () => undefined)
  expect(findings).toEqual([])
})
