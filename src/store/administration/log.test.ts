import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { aSubmission, linhai, morning } from '../store.fixtures.js'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment(linhai)
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

const kinds = async () => (await made.store.administration.listAudit('linhai', {})).rows.map(({ kind, about }) => [kind, about])
const entry = { at: morning, account: 'li', kind: 'unit-added', about: 'water', detail: {} }

it('keeps a change and its entry together, or neither', async () => {
  const { administration } = made.store
  const failing = administration.change('linhai', async (changing) => {
    await changing.addUnit({ unit: 'water', name: 'water', kind: 'unit', parent: null })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect([await made.store.listUnits('linhai'), await kinds()]).toEqual([[], []])
  await administration.change('linhai', async (changing) => {
    await changing.addUnit({ unit: 'water', name: 'water', kind: 'unit', parent: null })
    return { done: {}, entry }
  })
  expect([(await made.store.listUnits('linhai')).length, await kinds()]).toEqual([1, [['unit-added', 'water']]])
})

it('notes sign-ins and openings of identities whichever way they come, and not why', async () => {
  const session = { token: 't', account: 'li', csrf: 'c', createdAt: morning, expiresAt: morning + 1000 }
  await made.store.createSession('linhai', session)
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', { ...aSubmission(reserved), identity: { name: '陆小曼' } })
  const opening = { matter: reserved.matter, at: morning, what: 'name', reason: '找陆小曼' }
  await made.store.openIdentity('linhai', { ...opening, account: 'li' })
  await made.store.openIdentity('linhai', { ...opening, account: 'system' })
  expect((await kinds()).slice(0, 2)).toEqual([
    ['revealed', String(reserved.matter)],
    ['signed-in', 'li'],
  ])
  const { rows } = await made.store.administration.listAudit('linhai', { kind: 'revealed' })
  expect(rows.map(({ detail }) => detail)).toEqual([{ what: 'name' }])
})

it.each(['audit_entry', 'calendar_change'])(
  'lets nobody change or remove what stands in %s, the owner included',
  async (table) => {
    for (const text of [`update ${table} set account = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(database.owner.query(text)).rejects.toThrow()
      await expect(database.app.query(text)).rejects.toThrow()
    }
  },
)

it('makes a rehearsal only of what is empty, and moves its clock only forward', async () => {
  const { administration, putGovernment, findGovernment } = made.store
  const become = (government: string) =>
    administration.change(government, async (changing) => ((await changing.becomeRehearsal()) ? { done: {}, entry } : null))
  const move = (aheadMs: number) =>
    administration.change('beishan', async (changing) => ((await changing.moveAhead(aheadMs)) ? { done: {}, entry } : null))
  await putGovernment({ ...linhai, government: 'beishan', numberPrefix: 12 })
  expect(await become('linhai')).toBeNull()
  const leave = (government: string) =>
    administration.change(government, async (changing) => ((await changing.leaveRehearsal()) ? { done: {}, entry } : null))
  expect(await leave('beishan')).toBeNull()
  expect(await become('beishan')).toEqual({})
  expect([await leave('beishan'), (await findGovernment('beishan'))?.isRehearsal]).toEqual([{}, undefined])
  expect(await become('beishan')).toEqual({})
  expect([await move(5000), await move(4000), await move(9000)]).toEqual([{}, null, {}])
  expect(await leave('beishan')).toBeNull()
  expect((await findGovernment('beishan'))?.aheadMs).toBe(9000)
  expect(await administration.governmentsAhead()).toEqual([{ government: 'beishan', aheadMs: 9000 }])
})
