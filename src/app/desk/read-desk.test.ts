import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { dispatchTo, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { readMatter } from '../index.js'
import { playedLife } from '../played-month.fixtures.js'
import { listWork, readDesk } from './read-desk.js'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
  for (const title of ['井盖松动', '垃圾没人收', '公交改线', '树枝遮挡', '水压太低', '围挡扰民', '夜里施工'])
    await app.submit({ title })
  await app.act((await app.submit({ title: '路灯不亮' })).matter, officer, 'acceptAndDispatch', dispatchTo('lighting'))
})
afterAll(() => app.close())

const viewer = () => ({ office: app.office, actor: officer, account: 'li', lang: 'zh' as const })

it('groups what is owed by the kind of work, the longest waiting first', async () => {
  const { groups } = await readDesk(app.deps, viewer())
  expect(groups.map(({ work }) => work)).toEqual(['receive'])
  const [receive] = groups
  expect(receive).toMatchObject({ count: 7, isCapped: false, late: 0 })
  expect(receive?.rows).toHaveLength(7)
  expect(receive?.next).toBeNull()
  expect(receive?.rows[0]).toMatchObject({ title: '井盖松动', channel: { id: 'web' } })
})

it('gives all of one kind page by page, each row once', async () => {
  const titles: string[] = []
  let after: string | undefined
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await listWork(app.deps, viewer(), {
      work: 'receive',
      page: { limit: 3, ...(after === undefined ? {} : { after }) },
    })
    titles.push(...page.rows.map(({ title }) => title))
    after = page.next ?? undefined
  }
  expect(after).toBeUndefined()
  expect(titles).toEqual(['井盖松动', '垃圾没人收', '公交改线', '树枝遮挡', '水压太低', '围挡扰民', '夜里施工'])
})

it('shows a unit what it owes and nothing of another', async () => {
  const lighting = { office: app.office, actor: unitOf('lighting'), account: 'lighting-1', lang: 'zh' as const }
  const { groups } = await readDesk(app.deps, lighting)
  expect(groups.map(({ work, rows }) => [work, rows[0]?.title])).toEqual([['handle', '路灯不亮']])
  const roads = { office: app.office, actor: unitOf('roads'), account: 'roads-1', lang: 'zh' as const }
  expect((await readDesk(app.deps, roads)).groups).toEqual([])
})

it('counts what is late, and names the worst alert', async () => {
  app.goTo('2025-11-20 09:00')
  const lighting = { office: app.office, actor: unitOf('lighting'), account: 'lighting-1', lang: 'zh' as const }
  const { groups } = await readDesk(app.deps, lighting)
  expect(groups[0]).toMatchObject({ late: groups[0]?.count })
  expect(groups[0]?.rows[0]?.status).toBe('overdue')
})

it('tells a day that is kept as a rule as such on the desk, on the matter and to its writer: none is counted, and nobody is late', async () => {
  const played = await playedLife('dawukou-mailbox', 'undated', '21-publication', 'submit')
  const office: Actor = { role: 'governmentOffice', unit: null, person: 'li' }
  const desk = await readDesk(played.app.deps, { office: played.office, actor: office, account: 'li', lang: 'zh' })
  const [row] = desk.groups.flatMap(({ rows }) => rows)
  expect(row).toMatchObject({ isSoft: true, status: 'open' })
  expect(row?.dueAt).not.toBeNull()
  expect([desk.counts?.overdue, desk.counts?.today, desk.counts?.soon]).toEqual([0, 0, 0])
  const viewer = { office: played.office, actor: office, account: 'li', lang: 'zh' as const }
  const read = await readMatter(played.app.deps, viewer, played.matter)
  expect(read.ok && read.matter.duties.find(({ key }) => key === row?.key)).toMatchObject({ isSoft: true, status: 'open' })
  await played.app.close()
})

it('goes on with a group where the others would leave the screen empty, and from there page by page', async () => {
  for (let at = 0; at < 10; at += 1) await app.submit({ title: `第${at + 1}封` })
  const { groups } = await readDesk(app.deps, viewer())
  const [receive] = groups
  expect([groups.length, receive?.count, receive?.rows.length]).toEqual([1, 17, 13])
  const after = receive?.next ?? undefined
  if (after === undefined) throw new Error('nothing follows')
  const page = await listWork(app.deps, viewer(), { work: 'receive', page: { limit: 13, after } })
  expect(new Set([...(receive?.rows ?? []), ...page.rows].map(({ title }) => title)).size).toBe(17)
  // One kind that is looked at by itself has its own pages, as long as they were asked for.
  expect((await listWork(app.deps, viewer(), { work: 'receive', page: { limit: 3 } })).rows).toHaveLength(3)
})
