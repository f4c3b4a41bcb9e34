import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { seesAll } from '../../store/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { listMatters, type Office, recordAct, takeUpKindFor, undoAct, verifyRecords } from '../index.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const leader: Actor = { role: 'leader', unit: null, person: 'lead' }
const clerk: Actor = { role: 'office', unit: null, person: 'li' }
const handler: Actor = { role: 'unit', unit: 'roads', person: 'wang' }

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await testApp('2025-03-03 09:00', library, [], { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' })
  expect(await takeUpKindFor(app.deps, app.office, { regulation: 'orders', version: '2025-01-01' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
})
afterAll(() => app.close())

const act = async (matter: number, actor: Actor, name: string, stated: Readonly<Record<string, unknown>> = {}) =>
  recordAct(app.deps, { office, matter, actor, act: name, lang: 'zh', revision: null, with: stated })
const newest = async () => {
  const asked = { filter: { regulations: ['orders'] }, sort: 'received' as const, page: { limit: 50 } }
  const [row] = (await listMatters(app.deps, { office, actor: clerk, account: 'li', lang: 'zh' }, asked)).rows
  return { matter: Number(row?.id), number: row?.number ?? '' }
}
const eventsOf = async (matter: number) => {
  const loaded = await app.deps.store.loadMatter('demo', matter, seesAll)
  return loaded?.events.map(({ act: name, by, data }) => ({ act: name, by: by.role, with: data.with, heard: data.heard })) ?? []
}
const stageOf = async (matter: number) => (await app.deps.store.loadMatter('demo', matter, seesAll))?.row.stage

/** A letter that was instructed on, and the order that began with it. */
async function instructed(title: string) {
  const { matter } = await app.submit({ title, category: undefined })
  expect((await act(matter, leader, 'instruct', { order: '请尽快办。' })).ok).toBe(true)
  return { letter: matter, order: await newest() }
}

it('what is done in the order, and that it ended, stands in the letter, with what the letter’s regulation names and no more', async () => {
  const { letter, order } = await instructed('路灯不亮')
  expect((await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })).ok).toBe(true)
  expect((await act(order.matter, handler, 'report', { outcome: '已修好。' })).ok).toBe(true)
  expect((await eventsOf(letter)).slice(2)).toEqual([
    { act: 'orderPassed', by: 'system', with: {}, heard: { kind: 'order', number: order.number, seq: 2, isEnded: false } },
    {
      ...{ act: 'orderClosed', by: 'system', with: { outcome: '已修好。' } },
      heard: { kind: 'order', number: order.number, seq: 3, isEnded: true },
    },
  ])
})

it('a letter that waits is settled with the act that ends the last order', async () => {
  const { letter, order } = await instructed('井盖丢了')
  expect((await act(letter, leader, 'instruct', { order: '查整条街。' })).ok).toBe(true)
  const second = await newest()
  expect((await act(letter, clerk, 'hold')).ok).toBe(true)
  for (const one of [order, second]) await act(one.matter, clerk, 'pass', { handlingUnit: 'roads' })
  await act(second.matter, handler, 'report', { outcome: '已查。' })
  expect(await stageOf(letter)).toBe('pending')
  await act(order.matter, handler, 'report', { outcome: '已装上。' })
  expect(await stageOf(letter)).toBe('settled')
})

it('an answered letter still hears: it happened, and moves nothing', async () => {
  const { letter, order } = await instructed('水管漏了')
  await act(letter, clerk, 'answer', { reply: '已转办。' })
  await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })
  expect((await eventsOf(letter)).at(-1)).toMatchObject({ act: 'orderPassed', heard: { number: order.number } })
  expect(await stageOf(letter)).toBe('answered')
})

it('a second letter joins the order that is there: none begins, and both hear of its end', async () => {
  const { letter, order } = await instructed('路面塌了')
  const second = (await app.submit({ title: '路面又塌了', category: undefined })).matter
  expect((await act(second, leader, 'follow', { joined: order.number })).ok).toBe(true)
  expect(await newest()).toEqual(order)
  await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })
  await act(order.matter, handler, 'report', { outcome: '已填平。' })
  for (const each of [letter, second])
    expect((await eventsOf(each)).at(-1)).toMatchObject({ act: 'orderClosed', with: { outcome: '已填平。' } })
})

it.each([
  ['itself', (own: string) => own],
  ['a matter of its own kind', (_: string, other: string) => other],
  ['a number that there is not', () => '2599999999'],
])('%s cannot be joined, and the refusal says what can', async (_what, number) => {
  const other = await app.submit({ title: '一件来信', category: undefined })
  const own = await app.submit({ title: '又一件来信', category: undefined })
  const done = await act(own.matter, leader, 'follow', { joined: number(own.number, other.number) })
  expect(done.ok ? null : done.failure.problems?.map(({ code, sentence }) => [code, sentence])).toEqual([
    ['not-joined', '并入的批示件：这个编号不能并入。请填您能看到的、同类的、还没有办结的另一件的编号；要另起一件，就留空。'],
  ])
})

it('an order that has ended is not joined, nor one that was joined before', async () => {
  const { order } = await instructed('树倒了')
  const again = await app.submit({ title: '树又倒了', category: undefined })
  expect((await act(again.matter, leader, 'follow', { joined: order.number })).ok).toBe(true)
  expect((await act(again.matter, leader, 'follow', { joined: order.number })).ok).toBe(false)
  await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })
  await act(order.matter, handler, 'report', { outcome: '已清走。' })
  const late = await app.submit({ title: '树还在', category: undefined })
  expect((await act(late.matter, leader, 'follow', { joined: order.number })).ok).toBe(false)
})

it('while somebody writes to the letter the order is reported on: both are recorded, each once', async () => {
  const { letter, order } = await instructed('护栏坏了')
  await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })
  const both = await Promise.all([
    act(order.matter, handler, 'report', { outcome: '已换。' }),
    act(letter, clerk, 'comment', { note: '已催。' }),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  const after = (await eventsOf(letter)).map((each) => each.act)
  expect(after.slice(3).sort()).toEqual(['comment', 'orderClosed'])
})

it('who works on the order need not see the letter; rows made anew from the events are the same', async () => {
  expect((await verifyRecords(app.deps, () => undefined)).findings).toEqual([])
})

it('what another matter began with, or has heard of, is not taken back; what stays in its own is', async () => {
  const { letter, order } = await instructed('树倒了')
  const undo = (matter: number, actor: Actor) => undoAct(app.deps, { office, matter, actor, revision: null, lang: 'zh' })
  const refused = { ok: false, failure: { code: 'nothing-to-undo' } }
  expect(await undo(letter, leader)).toMatchObject(refused)
  await act(order.matter, clerk, 'pass', { handlingUnit: 'roads' })
  expect(await undo(order.matter, clerk)).toMatchObject(refused)
  await act(letter, clerk, 'answer', { reply: '已转办。' })
  expect(await undo(letter, clerk)).toMatchObject({ ok: true })
  expect((await eventsOf(letter)).map((event) => event.act)).toEqual(['write', 'instruct', 'orderPassed', 'answer', 'undo'])
})
