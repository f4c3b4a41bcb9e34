import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../app.fixtures.js'
import { grantRole } from './grant-role.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const grant = (login: string, role: string, unit: string | null = null) => grantRole(app.deps, app.office, { login, role, unit })
const rolesOf = async (login: string) => (await app.deps.store.findAccount('demo', { login }))?.roles

it('gives the only administrator a role, and the log says that it was done on the machine', async () => {
  expect(await grant('li', 'unit', 'roads')).toBeNull()
  expect(await rolesOf('li')).toEqual([
    { role: 'office', unit: null },
    { role: 'unit', unit: 'roads' },
  ])
  const { rows } = await app.deps.store.administration.listAudit('demo', { about: 'li' })
  expect(rows[0]).toMatchObject({
    account: 'system',
    kind: 'account-changed',
    detail: { by: 'machine', added: expect.stringContaining('roads') },
  })
})

it.each([
  ['nobody', 'office', null, 'no-account'],
  ['li', 'mayor', null, 'no-role'],
  ['li', 'unit', null, 'no-role'],
  ['li', 'unit', 'nowhere', 'no-role'],
] as const)('refuses %s the role %s of %s: %s', async (login, role, unit, why) => {
  expect(await grant(login, role, unit)).toBe(why)
})

it('refuses while there is another administrator who could give it', async () => {
  const wang = await app.deps.store.findAccount('demo', { login: 'wang' })
  if (wang === null) throw new Error('no wang')
  await app.deps.store.putAccount('demo', { ...wang, isAdmin: true })
  const before = await rolesOf('li')
  expect(await grant('li', 'leader')).toBe('second-admin')
  expect(await rolesOf('li')).toEqual(before)
  await app.deps.store.putAccount('demo', { ...wang, isAdmin: true, isDisabled: true })
  expect(await grant('li', 'leader')).toBeNull()
})
