import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root, type TestApp, testApp } from '../app.fixtures.js'
import { linksOf, listMatters, type Office, readThread, recordAct, takeUpKindFor, trackMatter } from '../index.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const leader: Actor = { role: 'leader', unit: null, person: 'lead' }
const clerk: Actor = { role: 'office', unit: null, person: 'li' }
const auditor: Actor = { role: 'auditor', unit: null, person: 'audit' }
const handler: Actor = { role: 'unit', unit: 'roads', person: 'wang' }
const bystander: Actor = { role: 'unit', unit: 'lighting', person: 'zhao' }

let app: TestApp
let office: Office
let first: { readonly matter: number; readonly number: string; readonly code: string }
let second: { readonly matter: number; readonly number: string }
let orders: readonly { readonly matter: number; readonly number: string }[]

const act = async (matter: number, actor: Actor, name: string, stated: Readonly<Record<string, unknown>> = {}) => {
  const done = await recordAct(app.deps, { office, matter, actor, act: name, lang: 'zh', revision: null, with: stated })
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
}

/** Two letters and two orders: the first letter began both, the second joined the later one. */
beforeAll(async () => {
  app = await testApp('2025-03-03 09:00', library, [], { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' })
  expect(await takeUpKindFor(app.deps, app.office, { regulation: 'orders', version: '2025-01-01' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
  first = await app.submit({ title: '路灯不亮', category: undefined })
  app.goTo('2025-03-03 10:00')
  await act(first.matter, leader, 'instruct', { order: '请尽快修好。' })
  app.goTo('2025-03-03 11:00')
  await act(first.matter, leader, 'instruct', { order: '查整条街。' })
  const asked = { filter: { regulations: ['orders'] }, sort: 'received' as const, page: { limit: 9 } }
  const { rows } = await listMatters(app.deps, { office, actor: clerk, account: 'li', lang: 'zh' }, asked)
  orders = rows.map(({ id, number }) => ({ matter: Number(id), number })).reverse()
  app.goTo('2025-03-03 12:00')
  second = await app.submit({ title: '路灯又不亮', category: undefined })
  await act(second.matter, leader, 'follow', { joined: orders[1]?.number })
  app.goTo('2025-03-04 09:00')
  await act(orders[1]?.matter ?? 0, clerk, 'pass', { handlingUnit: 'roads' })
})
afterAll(() => app.close())

const seen = async (actor: Actor, matter: number, asOf?: string) => {
  const then = asOf === undefined ? {} : { asOf: at(asOf) }
  const found = await readThread(app.deps, { office, actor, account: '', lang: 'zh', ...then }, matter)
  return found.ok
    ? found.thread.rows.map(({ number, depth, stage, isAgain, isThis }) => [number, depth, stage.name, isAgain, isThis])
    : null
}

it('from any of its matters the whole tree is seen: each below what began it, one that two began below both', async () => {
  const tree = (here: string) =>
    [
      [first.number, 0, '已收', false],
      [orders[0]?.number, 1, '待转办', false],
      [orders[1]?.number, 1, '办理中', false],
      [second.number, 0, '已收', false],
      [orders[1]?.number, 1, '办理中', true],
    ].map((row) => [...row, row[0] === here])
  for (const each of [first, second, ...orders]) expect(await seen(clerk, each.matter)).toEqual(tree(each.number))
})

it('who may not see the letters sees an order alone, and no trace of what led to it', async () => {
  expect(await seen(auditor, orders[1]?.matter ?? 0)).toEqual([[orders[1]?.number, 0, '办理中', false, true]])
  expect(await seen(auditor, first.matter)).toBeNull()
})

it('a unit finds its order and what it may see above; another finds nothing', async () => {
  expect((await seen(handler, orders[1]?.matter ?? 0))?.map(([number]) => number)).toEqual([orders[1]?.number])
  expect(await seen(bystander, orders[1]?.matter ?? 0)).toBeNull()
})

it('as it stood: what had not begun then is not there', async () => {
  expect(await seen(clerk, first.matter, '2025-03-03 09:30')).toEqual([[first.number, 0, '已收', false, true]])
  expect(await seen(clerk, first.matter, '2025-03-03 11:30')).toEqual([
    [first.number, 0, '已收', false, true],
    [orders[0]?.number, 1, '待转办', false, false],
    [orders[1]?.number, 1, '待转办', false, false],
  ])
})

it('as it stood: links of then, both ways, as their matters stood', async () => {
  const linked = async (matter: number, asOf: string) => {
    const found = await linksOf(app.deps, { office, actor: clerk, account: '', lang: 'zh', asOf: at(asOf) }, matter)
    return found.ok ? found.links.map(({ number, direction, stage }) => [number, direction, stage.name]) : null
  }
  const order = orders[1]?.matter ?? 0
  expect(await linked(order, '2025-03-03 11:30')).toEqual([[first.number, 'to', '已收']])
  const both = await linked(order, '2025-03-03 23:00')
  expect(both).toContainEqual([second.number, 'from', '已收'])
  expect(await linked(second.matter, '2025-03-03 23:00')).toEqual([[orders[1]?.number, 'to', '待转办']])
  expect(await linked(second.matter, '2025-03-04 10:00')).toEqual([[orders[1]?.number, 'to', '办理中']])
  expect(await linked(second.matter, '2025-03-03 11:30')).toBeNull()
})

it('the citizen reads what came of the letter once it is public: what it is called, how it stands, since when, and nothing else', async () => {
  const came = async () => {
    const found = await trackMatter(app.deps, { government: 'demo', number: first.number, lang: 'zh' })
    return found.ok ? found.track.came : null
  }
  expect(await came()).toEqual([])
  app.goTo('2025-03-05 15:00')
  await act(orders[1]?.matter ?? 0, handler, 'report', { outcome: '已查完，不必公开的细节。' })
  expect(await came()).toEqual([
    {
      kind: '批示件',
      shown: { id: 'closed', name: '已销号' },
      since: { iso: '2025-03-05T15:00:00+08:00', shown: '2025-03-05 15:00' },
    },
  ])
})

it('which text holds is told between a matter and what it came from or led to, with clauses and days; to whom sees both', async () => {
  const told = async (actor: Actor, matter: number) => {
    const found = await readThread(app.deps, { office, actor, account: '', lang: 'zh', asOf: at('2025-03-04 10:00') }, matter)
    if (!found.ok) return null
    return found.thread.precedence.map(({ asks, parties }) => [
      asks,
      ...parties.map(({ number, regulation, clauses, duty, dueAt, leads }) =>
        [number, regulation.id, clauses.map(({ shown }) => shown.zh).join(), duty, dueAt?.shown ?? null, leads].join(' '),
      ),
    ])
  }
  const letter = [first.number, 'letters-and-orders 第二条 答复 2025-03-06 24:00 true'].join(' ')
  const order = [orders[1]?.number, 'orders 第二条 报结果 2025-03-11 24:00 false'].join(' ')
  const asks = '来信有批示的，哪天答复？'
  expect(await told(clerk, first.matter)).toEqual([[asks, letter, `${orders[0]?.number} orders 第二条 报结果  false`, order]])
  const other = [second.number, 'letters-and-orders 第二条 答复 2025-03-06 24:00 true'].join(' ')
  expect(await told(clerk, orders[1]?.matter ?? 0)).toEqual([[asks, letter, other, order]])
  expect(await told(clerk, orders[0]?.matter ?? 0)).toEqual([[asks, letter, `${orders[0]?.number} orders 第二条 报结果  false`]])
  expect(await told(auditor, orders[1]?.matter ?? 0)).toEqual([])
})
