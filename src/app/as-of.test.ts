import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayText } from '../core/index.js'
import { recordAct } from './acting/record-act.js'
import { changeCalendar } from './administration/index.js'
import { at, dispatchTo, officer, type TestApp, testApp, unitOf } from './app.fixtures.js'
import { momentAsked, officeThen } from './as-of.js'
import type { Viewer } from './deps.js'
import { listDuties } from './desk/list-duties.js'
import { listMatters } from './desk/list-matters.js'
import { findSignedIn } from './entry/session.js'
import type { SignedIn } from './entry/signed-in.js'
import { readMatter } from './matter/read-matter.js'
import { listStanding, readBoard } from './overview/index.js'
import { playedLife } from './played-month.fixtures.js'
import { runTimers } from './records/run-timers.js'
import { listCounted, readStatistics } from './statistics/index.js'

let app: TestApp
const page = { limit: 50 }

/** As time passes, the timer does its work. */
const waitUntil = async (text: string) => {
  app.goTo(text)
  await runTimers(app.deps, (error) => {
    throw error
  })
}

beforeEach(async () => {
  app = await testApp('2025-09-29 10:00')
})
afterEach(() => app.close())

const seen = (asOf?: string, more: Partial<Viewer> = {}): Viewer => ({
  office: app.office,
  actor: officer,
  account: 'li',
  lang: 'zh',
  ...(asOf === undefined ? {} : { asOf: at(asOf) }),
  ...more,
})
const roads = { actor: unitOf('roads'), account: 'roads-1' }

/** Dispatched on Monday 29 September, concluded by the office's rules on 17 October. */
async function handled(): Promise<number> {
  const { matter } = await app.submit({ title: '井盖缺失' })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('roads'))
  return matter
}

it('shows a matter as it stood: what came later is not known, nothing can be done, and before it came it is not there', async () => {
  const matter = await handled()
  await waitUntil('2025-10-09 09:00')
  await app.act(matter, unitOf('roads'), 'contact')
  const now = await readMatter(app.deps, seen(), matter)
  const then = await readMatter(app.deps, seen('2025-09-29 10:02'), matter)
  const acts = (found: typeof now) => (found.ok ? found.matter.timeline.map((entry) => entry.act) : found.failure.code)
  expect(acts(now)).toContain('contact')
  expect(acts(then)).toEqual(expect.arrayContaining(['submit', 'accept']))
  expect(acts(then)).not.toContain('contact')
  expect(then).toMatchObject({ matter: { revision: 3, acts: [] } })
  expect(await readMatter(app.deps, seen('2025-09-29 09:00'), matter)).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
})

it('shows the desk of a past day, with what was late then', async () => {
  const matter = await handled()
  const desk = (asOf?: string) => listDuties(app.deps, seen(asOf, roads), { show: 'all', page })
  const own = (found: Awaited<ReturnType<typeof desk>>) =>
    found.rows.filter((row) => row.matter === String(matter)).map(({ duty, status }) => [duty, status])
  await waitUntil('2025-10-09 09:00')
  const before = await desk()
  expect(own(before)).toContainEqual(['contact', 'open'])
  await waitUntil('2025-10-20 09:00')
  await app.act(matter, unitOf('roads'), 'contact')
  expect(own(await desk())).not.toContainEqual(['contact', 'open'])
  expect(await desk('2025-10-09 09:00')).toEqual(before)
})

it('as of a moment a file that an act stated only later is not there, though it lay uploaded already; with the act it is', async () => {
  const played = await playedLife('dawukou-mailbox', 'undated', '21-publication', 'signFor')
  const { office, matter } = played
  const unit = { role: 'unit', unit: 'housing', person: null }
  const file = { name: '处理结果照片.txt', type: 'text/plain', bytes: Buffer.from('一张照片') }
  const uploadedAt = at('2023-03-07 09:00')
  const { attachment } = await played.app.deps.store.addAttachment('demo', { ...file, uploadedAt })
  played.app.goTo('2023-03-07 10:00')
  const stated = { result: '已经办结。', determination: 'trueSolvable', measures: '重铺路面', attachments: [attachment] }
  const asked = { office, matter, actor: unit, act: 'reply', with: stated, revision: null, lang: 'zh' as const }
  expect(await recordAct(played.app.deps, asked)).toMatchObject({ ok: true })
  const names = async (text?: string) => {
    const moment = text === undefined ? {} : { asOf: at(text) }
    const read = await readMatter(played.app.deps, { account: 'li', office, actor: unit, lang: 'zh', ...moment }, matter)
    return read.ok ? read.matter.attachments.map(({ name }) => name) : read.failure.code
  }
  expect(await names('2023-03-07 09:30')).toEqual(['file.txt'])
  expect(await names('2023-03-07 10:00')).toEqual(['file.txt', file.name])
  expect(await names()).toEqual(['file.txt', file.name])
  await played.app.close()
})

it('lists, counts and finds what stood then', async () => {
  const matter = await handled()
  const listed = (filter: object, asOf?: string) => listMatters(app.deps, seen(asOf), { filter, sort: 'received', page })
  const stage = async (asOf?: string) =>
    (await listed({ text: '井盖' }, asOf)).rows.find((row) => row.id === String(matter))?.stage.id
  expect(await stage()).toBe('handling')
  expect(await stage('2025-09-29 10:00')).toBe('received')
  expect((await listed({}, '2025-09-28 10:00')).total).toBe(0)
  expect((await listed({ stages: ['handling'] }, '2025-09-29 10:00')).rows.map(({ id }) => id)).not.toContain(String(matter))
})

/** The administrator, signed in. */
async function administrator(): Promise<SignedIn> {
  const token = 'a'.repeat(32)
  const [createdAt, expiresAt] = [app.deps.now(), app.deps.now() + 3_600_000]
  await app.deps.store.createSession('demo', { token, account: 'li', csrf: 'word', createdAt, expiresAt })
  const found = await findSignedIn(app.deps, { token, hat: null, lang: 'zh' })
  if (!found.ok) throw new Error(found.failure.detail)
  return found.signedIn
}

const localHoliday = {
  kind: 'off' as const,
  ...{ name: '山节', firstOn: '2025-10-09', lastOn: '2025-10-10', withdraws: null },
  ...{ reason: '节日', instrument: '示例1号', revision: 0 },
}

it('counts days by the calendar that was known then', async () => {
  await handled()
  const days = async (more: Partial<Viewer>, asOf?: string) =>
    (await listDuties(app.deps, seen(asOf, { ...roads, ...more }), { show: 'all', page })).rows.map(({ dueAt }) => dueAt?.shown)
  await waitUntil('2025-09-30 09:00')
  const before = await days({})
  expect(before).toContain('2025-10-09 24:00')
  await waitUntil('2025-09-30 10:00')
  expect(await changeCalendar(app.deps, await administrator(), localHoliday)).toMatchObject({ ok: true })
  const office = (await app.deps.offices.get('demo')) ?? app.office
  await waitUntil('2025-09-30 11:00')
  const after = await days({ office })
  expect(after).not.toContain('2025-10-09 24:00')
  expect(await days({ office }, '2025-09-30 09:00')).toEqual(before)
  expect(await days({ office }, '2025-09-30 10:30')).toEqual(after)
})

it('does not show the past of what may not be seen today', async () => {
  const { matter } = await app.submit({ title: '只给路灯所' })
  const then = '2025-09-29 10:00'
  const other = seen(then, { actor: unitOf('schools'), account: 'schools-1' })
  expect(await readMatter(app.deps, other, matter)).toMatchObject({ ok: false })
  expect((await listMatters(app.deps, other, { filter: {}, sort: 'received', page })).rows).toEqual([])
})

it('leaves the board and the figures of a past day as they were', async () => {
  await handled()
  await waitUntil('2025-10-31 20:00')
  const asked = { from: '2025-10-01', to: '2025-10-31', part: {} }
  const [board, figures] = [await readBoard(app.deps, seen()), await readStatistics(app.deps, seen(), asked)]
  const [rung = ''] = board.rungs.filter(({ count }) => count > 0).map(({ id }) => id)
  const standing = await listStanding(app.deps, seen(), { rung, unit: null }, page)
  const late = await listCounted(app.deps, seen(), { ...asked, figure: 'lateOpen', page })
  await waitUntil('2025-11-20 09:00')
  for (const row of standing.rows) await app.act(Number(row.matter), unitOf('roads'), 'contact').catch(() => undefined)
  const then = '2025-10-31 20:00'
  expect(await readBoard(app.deps, seen(then))).toEqual(board)
  expect(await listStanding(app.deps, seen(then), { rung, unit: null }, page)).toEqual(standing)
  expect(await readStatistics(app.deps, seen(then), asked)).toMatchObject({
    statistics: { figures: figures.ok ? figures.statistics.figures : null },
  })
  expect(await listCounted(app.deps, seen(then), { ...asked, figure: 'lateOpen', page })).toEqual(late)
})

it('tells what nothing touched since by the clock of that moment', async () => {
  await handled()
  // No timer has looked since: what stands in the tables is what stood then, and only time has passed.
  app.goTo('2025-10-08 10:00')
  const lateness = async (asOf?: string) =>
    (await listDuties(app.deps, seen(asOf, roads), { show: 'all', page })).rows.map(({ duty, status }) => [duty, status])
  const then = await lateness('2025-09-29 10:05')
  expect(then.length).toBeGreaterThan(0)
  expect(then.map(([, status]) => status)).not.toContain('overdue')
  app.goTo('2025-11-20 10:00')
  expect((await lateness()).map(([, status]) => status)).toContain('overdue')
  expect(await lateness('2025-09-29 10:05')).toEqual(then)
})

it.each([
  ['2025-11-03 10:00', '2025-12-31'],
  ['2025-11-04 10:00', '2026-12-31'],
])('knows at %s the days off through %s: the notice of 2026 was issued on 4 November 2025', async (moment, through) => {
  const then = await officeThen(app.deps, app.office, at(moment))
  expect(dayText(then.calendar.knownThrough)).toBe(through)
})

it.each([
  // The day itself is "today" in what is shown: its last millisecond, not the first of the next.
  ['2025-09-28', at('2025-09-29 00:00') - 1],
  ['2025-09-28 10:00', at('2025-09-28 10:00')],
  ['2025-09-29', at('2025-09-29 10:00')],
])('reads %s as a moment', (text, asOf) => {
  expect(momentAsked(app.deps, seen(), text)).toEqual({ ok: true, asOf })
})

it.each([
  ['gestern', 'bad-as-of'],
  ['2025-02-30', 'bad-as-of'],
  ['2025-10-01', 'as-of-ahead'],
])('refuses %s', (text, code) => {
  expect(momentAsked(app.deps, seen(), text)).toMatchObject({ ok: false, failure: { code } })
})
