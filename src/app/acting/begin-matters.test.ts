import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { linksOf, listMatters, type Office, recordAct, takeUpKindFor, verifyRecords } from '../index.js'

const library = loadLibrary({ regulations: `${root}/test/fixtures/concepts`, calendars: `${root}/calendars` })
const leader: Actor = { role: 'leader', unit: null, person: 'lead' }
const clerk: Actor = { role: 'office', unit: null, person: 'li' }
const auditor: Actor = { role: 'auditor', unit: null, person: 'audit' }
const inspector: Actor = { role: 'inspector', unit: null, person: 'inspect' }

let app: TestApp
let alone: TestApp
let office: Office

const under = { regulation: 'letters-and-orders', regulationVersion: '2025-01-01' }

beforeAll(async () => {
  alone = await testApp('2025-03-03 09:00', library, [], under)
  app = await testApp('2025-03-03 09:00', library, [], under)
  expect(await takeUpKindFor(app.deps, app.office, { regulation: 'orders', version: '2025-01-01' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
})
afterAll(async () => {
  await app.close()
  await alone.close()
})

const viewer = (actor: Actor) => ({ office, actor, account: actor.person ?? '', lang: 'zh' as const })
const instruct = (of: TestApp, matter: number, more: { readonly once?: string; readonly order?: string } = {}) =>
  recordAct(of.deps, {
    ...{ office: of === app ? office : of.office, matter, actor: leader, act: 'instruct', lang: 'zh', revision: null },
    with: { order: more.order ?? '请尽快修好。' },
    ...(more.once === undefined ? {} : { once: more.once }),
  })
const orders = async () =>
  (await listMatters(app.deps, viewer(clerk), { filter: { regulations: ['orders'] }, sort: 'received', page: { limit: 50 } }))
    .rows
const links = async (actor: Actor, matter: number) => {
  const found = await linksOf(app.deps, viewer(actor), matter)
  return found.ok
    ? found.links.map(({ direction, field, name, number, kind }) => [direction, field, name, number, kind?.name])
    : null
}

it('an instruction on a letter begins an order of its own, and each is found from the other', async () => {
  const letter = await app.submit({ title: '路灯不亮', category: undefined })
  expect((await instruct(app, letter.matter)).ok).toBe(true)
  const [order] = await orders()
  expect(order?.title).toBe('路灯不亮')
  expect(await links(clerk, letter.matter)).toEqual([['from', '', '由此引出', order?.number, '批示件']])
  expect(await links(clerk, Number(order?.id))).toEqual([['to', '', '由这一件引出', letter.number, '来信']])
})

it('it carries what the regulation says and no more, and both chains hold the other’s number', async () => {
  const letter = await app.submit({ title: '井盖丢了', category: undefined })
  await instruct(app, letter.matter)
  const [order] = await orders()
  const own = await app.deps.store.loadMatter('demo', Number(order?.id), { scope: 'all', notHiddenFrom: [] })
  expect(own?.events.map(({ act, by, data }) => ({ act, role: by.role, with: data.with, from: data.from }))).toEqual([
    { act: 'register', role: 'leader', with: { title: '井盖丢了', text: '请尽快修好。' }, from: { number: letter.number } },
  ])
  const from = await app.deps.store.loadMatter('demo', letter.matter, { scope: 'all', notHiddenFrom: [] })
  expect(from?.events.at(-1)?.data.begun).toEqual([{ kind: 'order', number: order?.number }])
})

it.each([
  ['whoever does not see the letter finds no way to it from the order', auditor],
  ['nor does a role that letters do not know', inspector],
])('%s', async (_what, actor) => {
  const letter = await app.submit({ title: '树倒了', category: undefined })
  await instruct(app, letter.matter)
  const order = Number((await orders())[0]?.id)
  expect(await links(actor, order)).toEqual([])
  expect(await links(actor, letter.matter)).toBeNull()
})

it('a key that is sent twice begins one', async () => {
  const letter = await app.submit({ title: '水管漏了', category: undefined })
  const before = (await orders()).length
  expect((await instruct(app, letter.matter, { once: 'one key' })).ok).toBe(true)
  expect((await instruct(app, letter.matter, { once: 'one key' })).ok).toBe(true)
  expect((await orders()).length).toBe(before + 1)
})

it('a key that was used for something else is refused: what was meant would be lost in silence', async () => {
  const letter = await app.submit({ title: '水压不够', category: undefined })
  expect((await instruct(app, letter.matter, { once: 'first key' })).ok).toBe(true)
  const asked = { office, matter: letter.matter, with: {}, lang: 'zh', revision: null, once: 'first key' } as const
  const others = [
    { ...asked, actor: clerk, act: 'accept' },
    { ...asked, actor: { ...leader, person: 'another' }, act: 'instruct' },
  ]
  for (const other of others)
    expect(await recordAct(app.deps, other)).toMatchObject({ ok: false, failure: { code: 'key-reused' } })
})

it('two who instruct at once begin one each: whoever is slower decides again, and leaves nothing of the first try', async () => {
  const letter = await app.submit({ title: '路面塌了', category: undefined })
  const before = (await orders()).length
  const both = await Promise.all([instruct(app, letter.matter), instruct(app, letter.matter, { order: '请查清原因。' })])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect((await orders()).length).toBe(before + 2)
  expect((await links(clerk, letter.matter))?.length).toBe(2)
})

it('where that kind is not handled the act is refused with what to do, and nothing is recorded', async () => {
  const letter = await alone.submit({ title: '路灯不亮', category: undefined })
  const done = await instruct(alone, letter.matter)
  expect(done.ok ? null : [done.failure.code, done.failure.detail]).toEqual([
    'kind-missing',
    '这一步要另起一件批示件，但这里还没有办理批示件。请管理员在“政府和办法”里增办以后再做',
  ])
  const loaded = await alone.deps.store.loadMatter('demo', letter.matter, { scope: 'all', notHiddenFrom: [] })
  expect(loaded?.events.map(({ act }) => act)).toEqual(['write'])
})

it('rows made anew from the events are the same', async () => {
  expect((await verifyRecords(app.deps, () => undefined)).findings).toEqual([])
})
