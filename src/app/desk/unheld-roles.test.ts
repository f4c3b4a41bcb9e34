import { afterEach, beforeEach, expect, it } from 'vitest'
import { account, dispatchTo, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { readDesk } from './read-desk.js'
import { listUnheldRoles } from './unheld-roles.js'

let app: TestApp

beforeEach(async () => {
  app = await testApp('2025-09-29 10:00', undefined, [
    account('li', '李工', [{ role: 'office', unit: null }], { isAdmin: true }),
    account('roads-1', '路甲', [{ role: 'unit', unit: 'roads' }]),
    account('gone', '已调离', [{ role: 'unit', unit: 'schools' }], { isDisabled: true }),
  ])
})
afterEach(() => app.close())

async function dispatched(unit: string): Promise<void> {
  const { matter } = await app.submit({ title: '井盖缺失' })
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo(unit))
}

const unheld = async (actor = officer) => {
  const desk = await readDesk(app.deps, { office: app.office, actor, account: 'li', lang: 'zh' })
  return desk.unheld.map(({ role, unit, duties }) => [role.id, unit?.id ?? null, duties])
}

it('tells the office of what lies on nobody’s desk: of a unit without anybody, and of one whose only officer is locked', async () => {
  await dispatched('roads')
  expect(await unheld()).toEqual([])
  await dispatched('schools')
  await dispatched('schools')
  const found = await unheld()
  expect(found.map(([role, unit]) => [role, unit])).toEqual([['unit', 'schools']])
  expect(found[0]?.[2]).toBeGreaterThanOrEqual(2)
})

it('tells nobody else, and no more once somebody holds the role', async () => {
  await dispatched('schools')
  expect(await unheld(unitOf('roads'))).toEqual([])
  await app.deps.store.putAccount('demo', account('new', '新人', [{ role: 'unit', unit: 'schools' }]))
  expect(await unheld()).toEqual([])
})

it('tells an administrator which roles wait for somebody, and not how much there is', async () => {
  await dispatched('schools')
  const found = await listUnheldRoles(app.deps, { office: app.office, lang: 'zh', viewer: null })
  expect(found.map(({ role, unit, duties }) => [role.id, unit?.id, duties])).toEqual([['unit', 'schools', null]])
})
