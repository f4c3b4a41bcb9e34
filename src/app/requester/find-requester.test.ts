import { afterAll, beforeAll, expect, it } from 'vitest'
import { officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { findRequester } from './find-requester.js'

let app: TestApp

beforeAll(async () => {
  app = await testApp('2025-09-29 10:00')
  await app.submit({ title: '路灯不亮', phone: '13912345678' })
  await app.submit({ title: '井盖缺失', phone: '138 1234 5678' })
})
afterAll(() => app.close())

const found = (who: string, actor = officer, reason = '来电询问进度') =>
  findRequester(app.deps, { office: app.office, actor, account: 'li', lang: 'zh' }, { who, reason })

it.each([
  ['13912345678', ['路灯不亮']],
  ['+86 139-1234-5678', ['路灯不亮']],
  ['１３８１２３４５６７８', ['井盖缺失']],
  ['5678', []],
])('by %s: the whole number, however it is written', async (who, titles) => {
  expect(await found(who)).toMatchObject({ ok: true, found: { rows: titles.map((title) => ({ title })), isCut: false } })
})

it('asks for a reason, and only of whoever may open who wrote', async () => {
  expect(await found('13912345678', officer, '')).toMatchObject({ ok: false, failure: { code: 'reason-missing' } })
  expect(await found('13912345678', { role: 'leader', unit: null, person: 'lead' })).toMatchObject({ ok: false })
  expect(await found('13912345678', unitOf('schools'))).not.toMatchObject({ found: { rows: [{}] } })
})

it('shows no more than fifty, and says so', async () => {
  for (let each = 0; each < 51; each += 1) await app.submit({ title: `第${each}封`, phone: '13700000000' })
  const many = await found('13700000000')
  expect(many.ok ? [many.found.rows.length, many.found.isCut] : many).toEqual([50, true])
})
