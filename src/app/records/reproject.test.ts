import { afterAll, beforeAll, expect, it } from 'vitest'
import { seesAll } from '../../store/index.js'
import { all, at, complaint, dispatchTo, officer, type TestApp, testApp } from '../app.fixtures.js'
import { byRequester, markProjected, reprojectChanged, requester, submitMatter, verifyRecords } from '../index.js'
import { lookAgain } from './run-timers.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const dueAt = async (matter: number) =>
  (await all(app.deps.store.exportDuties('demo', { gate: seesAll }))).find(
    (duty) => duty.matter === matter && duty.key === 'conclude#1',
  )?.dueAt

it('works due times out anew after a local day off was announced, once', async () => {
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  expect(await reprojectChanged(app.deps)).toBe(1)
  expect(await reprojectChanged(app.deps)).toBe(0)
  expect(await dueAt(matter)).toBe(at('2025-10-14 00:00'))
  await app.deps.store.putCalendarOverlay('demo', {
    holidays: [{ name: '示例纪念日', off: ['2025-10-10', '2025-10-10'], makeUp: [], notice: '示例通知' }],
  })
  app.deps.offices.forget('demo')
  const before = await verifyRecords(app.deps, () => {})
  expect(before.findings.map(({ code }) => code)).toContain('projection')
  expect(before.notYetProjected).toEqual(['demo'])
  expect(await reprojectChanged(app.deps)).toBe(1)
  expect(await dueAt(matter)).toBe(at('2025-10-15 00:00'))
  expect(await verifyRecords(app.deps, () => {})).toMatchObject({ findings: [], notYetProjected: [] })
})

it('makes nothing anew at the first start of a government that began under this version', async () => {
  await app.deps.store.putGovernment({
    government: 'fresh',
    name: '新区',
    numberPrefix: 77,
    regulation: 'example-mailbox',
    regulationVersion: '2025-01-01',
    settings: {},
  })
  await markProjected(app.deps, 'fresh')
  const office = { ...app.office, ...(await app.deps.offices.get('fresh')) }
  const sent = { office, actor: requester, with: complaint, lang: 'zh' as const, opener: byRequester }
  expect(await submitMatter(app.deps, sent)).toMatchObject({ ok: true })
  expect(await reprojectChanged(app.deps)).toBe(0)
})

it('writes with an act only what it alters; looked at again, a row that was wrong is put right', async () => {
  const { matter } = await app.submit()
  await app.act(matter, officer, 'accept')
  const deducted = async () =>
    (await all(app.deps.store.exportDuties('demo', { gate: seesAll }))).find(
      (duty) => duty.matter === matter && duty.key === 'accept#1',
    )?.deducted
  await app.asOwner(`update huiyin.duty set deducted = 7 where matter = ${matter} and duty_key = 'accept#1'`)
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  expect(await deducted()).toBe(7)
  await lookAgain(app.deps, 'demo', matter)
  expect(await deducted()).toBe(0)
})
