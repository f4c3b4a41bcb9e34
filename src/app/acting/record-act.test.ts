import { afterAll, beforeAll, expect, it } from 'vitest'
import { seesAll } from '../../store/index.js'
import { all, at, complaint, dispatchTo, officer, secondOfficer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import {
  actAsRequester,
  byRequester,
  readMatter,
  recordAct,
  requester,
  revealIdentity,
  runTimers,
  submitMatter,
  trackMatter,
  verifyRecords,
} from '../index.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const events = async (matter: number) => (await app.deps.store.loadMatter('demo', matter, seesAll))?.events ?? []
const never = () => {}

it('receives a matter, and keeps who wrote it out of every event and row', async () => {
  const { matter, number } = await app.submit({ phone: '13900001111' })
  const loaded = await app.deps.store.loadMatter('demo', matter, seesAll)
  expect(number).toMatch(/^10\d{8}$/)
  expect(JSON.stringify(loaded)).not.toContain('13900001111')
  expect(loaded?.row).toMatchObject({ stage: 'received', shownState: 'waiting', category: 'complaint', channel: 'web' })
})

it('refuses what the regulation refuses, with clause and fields', async () => {
  const { office, deps } = app
  const done = await submitMatter(deps, { office, actor: requester, with: { title: '灯' }, lang: 'zh', opener: byRequester })
  expect(done).toMatchObject({
    ok: false,
    failure: {
      code: 'missing',
      clauses: [{ id: '6.1' }],
      missing: [{ id: 'body' }],
      problems: [
        { field: 'body', code: 'missing' },
        { field: 'title', code: 'too-short', limit: 2 },
      ],
    },
  })
})

it('answers the same key as the first time, and refuses it for another content', async () => {
  const { office, deps } = app
  const asked = { office, actor: requester, with: complaint, lang: 'zh' as const, opener: byRequester, idempotencyKey: 'once' }
  const first = await submitMatter(deps, asked)
  const again = await submitMatter(deps, asked)
  const other = await submitMatter(deps, { ...asked, with: { ...complaint, title: '别的事情' } })
  expect(first.ok && again.ok && again.submitted).toEqual(first.ok && first.submitted)
  expect(again.ok && again.isRepeated).toBe(true)
  expect(other).toMatchObject({ ok: false, failure: { code: 'key-reused' } })
})

it('tells the second of two people what the first did', async () => {
  const { office, deps } = app
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  const late = await recordAct(deps, {
    office,
    matter,
    actor: secondOfficer,
    act: 'decline',
    with: { ground: 'litigation' },
    revision: 1,
    lang: 'zh',
  })
  expect(late).toMatchObject({
    ok: false,
    failure: { code: 'conflict', revision: 2, meanwhile: [{ act: 'accept', name: '受理', by: { person: '李工' } }] },
  })
})

it('does a usual run in one go, each act with an event of its own', async () => {
  const { matter } = await app.submit()
  await app.act(matter, officer, 'acceptAndDispatch', dispatchTo('lighting'))
  const loaded = await app.deps.store.loadMatter('demo', matter, seesAll)
  expect(loaded?.row.stage).toBe('handling')
  expect(loaded?.events.map((event) => event.act)).toEqual(['submit', 'accept', 'dispatch'])
  expect(loaded?.events[1]?.at).toBe(loaded?.events[2]?.at)
})

it('records nothing of a usual run when one of its acts is refused', async () => {
  const { office, deps } = app
  const { matter } = await app.submit()
  const run = { office, matter, actor: officer, act: 'acceptAndDispatch', revision: null, lang: 'zh' } as const
  const done = await recordAct(deps, { ...run, with: {} })
  expect(done).toMatchObject({ ok: false, failure: { code: 'missing', missing: [{ id: 'assignments' }] } })
  const stranger = await recordAct(deps, { ...run, actor: unitOf('lighting'), with: dispatchTo('lighting') })
  expect(stranger.ok).toBe(false)
  expect(await events(matter)).toHaveLength(1)
})

it('offers a usual run while its first act is open, and no longer', async () => {
  const { office, deps } = app
  const viewer = { office, actor: officer, account: 'li', lang: 'zh' } as const
  const { matter } = await app.submit()
  const offered = async () => {
    const read = await readMatter(deps, viewer, matter)
    return read.ok ? read.matter.acts.filter(({ joins }) => joins.length > 0) : []
  }
  expect(await offered()).toMatchObject([
    { act: 'acceptAndDispatch', name: '受理并转办', joins: [{ id: 'accept' }, { id: 'dispatch' }] },
  ])
  await app.act(matter, officer, 'accept')
  expect(await offered()).toEqual([])
})

it('lets one of two simultaneous acts decide again', async () => {
  const { office, deps } = app
  const { matter } = await app.submit()
  const asked = { office, matter, act: 'accept', with: {}, revision: null, lang: 'zh' as const }
  const both = await Promise.all([
    recordAct(deps, { ...asked, actor: officer }),
    recordAct(deps, { ...asked, actor: secondOfficer }),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'wrong-stage' } })
  expect(await events(matter)).toHaveLength(2)
})

it('shows a requester their own matter', async () => {
  const { deps } = app
  const { matter, number } = await app.submit({ phone: '13900002222' })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const found = await trackMatter(deps, { government: 'demo', number, lang: 'zh' })
  expect(found).toMatchObject({
    ok: true,
    track: { number, shown: { id: 'handling', name: '办理中' }, title: complaint.title, isPublic: false },
  })
  if (!found.ok) throw new Error()
  expect(found.track.next.map(({ name }) => name)).toEqual(['与诉求人沟通', '办结'])
  expect(found.track.timeline.map(({ act }) => act)).toEqual(['submit', 'accept', 'dispatch'])
  expect(found.track.states.map(({ id, isPast, isNow }) => [id, isPast, isNow])).toEqual([
    ['waiting', true, false],
    ['handling', false, true],
    ['answered', false, false],
  ])
})

it('lets a requester act on their own matter, with what follows by rule', async () => {
  const { deps } = app
  const { matter, number } = await app.submit()
  await handled(matter)
  const rated = await actAsRequester(deps, {
    government: 'demo',
    number,
    lang: 'zh',
    act: 'rate',
    with: { rating: 'bad' },
    revision: null,
  })
  expect(rated).toMatchObject({ ok: true, track: { shown: { id: 'handling' } } })
  expect((await events(matter)).slice(-2).map(({ act, by }) => [act, by.role])).toEqual([
    ['rate', 'requester'],
    ['redo', 'system'],
  ])
})

async function handled(matter: number): Promise<void> {
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await app.act(matter, unitOf('lighting'), 'contact')
  await app.act(matter, unitOf('lighting'), 'reply', { result: '已更换电缆，全部恢复照明。' })
  await app.act(matter, secondOfficer, 'conclude')
}

it('opens an identity for a reason, which everyone who sees the matter can read', async () => {
  const { office, deps } = app
  const { matter } = await app.submit({ phone: '13900003333' })
  const viewer = { office, actor: officer, account: 'li', lang: 'zh' as const }
  expect(await revealIdentity(deps, viewer, { matter, reason: ' ' })).toMatchObject({
    ok: false,
    failure: { code: 'reason-missing' },
  })
  expect(await revealIdentity(deps, viewer, { matter, reason: '回电核实地点' })).toMatchObject({
    ok: true,
    revealed: { fields: [{ id: 'phone', value: '13900003333' }] },
  })
  const leader = { office, actor: { role: 'leader', unit: null, person: 'lead' }, account: 'lead', lang: 'zh' as const }
  expect(await revealIdentity(deps, leader, { matter, reason: '想看看' })).toMatchObject({
    ok: false,
    failure: { code: 'wrong-role' },
  })
  expect(await readMatter(deps, leader, matter)).toMatchObject({
    ok: true,
    matter: { reveals: [{ who: '李工', reason: '回电核实地点' }] },
  })
})

it('takes each rung once, also after the platform was down for days', async () => {
  const { deps } = app
  app.goTo('2025-09-29 11:00')
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  app.goTo('2025-10-20 09:00')
  // Whoever was asked to stop begins nothing, and nothing is lost by it.
  expect(await runTimers(deps, never, () => true)).toBe(0)
  expect(await runTimers(deps, never)).toBeGreaterThan(0)
  expect(await runTimers(deps, never)).toBe(0)
  const rungs = (await events(matter)).filter(({ kind }) => kind === 'rung').map(({ act }) => act)
  expect(rungs).toEqual(['conclude/before-48-hours-courtesy', 'conclude/before-48-hours', 'conclude/blue', 'conclude/red'])
  const loaded = await deps.store.loadMatter('demo', matter, seesAll)
  expect(loaded?.row).toMatchObject({ alert: 'red', alertRank: 3 })
  const duties = (await all(deps.store.exportDuties('demo', { gate: seesAll }))).filter((duty) => duty.matter === matter)
  expect(duties.find(({ key }) => key === 'conclude#1')).toMatchObject({
    status: 'overdue',
    dueAt: at('2025-10-14 00:00'),
    deducted: 3,
  })
})

it('publishes what the regulation names, and nothing else', async () => {
  const { office, deps } = app
  const { matter, number } = await app.submit({ phone: '13900004444' })
  await handled(matter)
  await app.act(matter, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable')
  const stated = { publicTitle: '路灯不亮', publicReply: '已全部恢复照明。' }
  await app.act(matter, officer, 'publish', stated)
  const row = await deps.store.findByNumber('demo', number, seesAll)
  expect(row?.publishedAt).not.toBeNull()
  const page = await readMatter(deps, { office, actor: officer, account: 'li', lang: 'zh' }, matter)
  expect(page).toMatchObject({ ok: true, matter: { publicPage: `/demo/answers/${number}` } })
  expect(row?.facts).toMatchObject(stated)
  // What the requester wrote stands nowhere where the public looks.
  expect(JSON.stringify(row?.facts)).not.toContain(complaint.body)
})

it('finds after all this that every row can be made again from its events', async () => {
  const report = await verifyRecords(app.deps, never)
  expect(report.findings).toEqual([])
  expect(report.matters).toBeGreaterThan(8)
})
