import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { openDatabase } from './database/database.js'
import { Conflict } from './database/faults.js'
import { makeMissingKeys, openKeys } from './keys/keys.js'
import { openStore } from './open-store.js'
import { noEvents } from './proof/chain.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning } from './store.fixtures.js'
import { type ReservedMatter, seesAll } from './types.js'

let made: TestDatabase
let reserved: ReservedMatter

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  await made.store.putGovernment(beishan)
  reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', { ...aSubmission(reserved), identity: { name: '王芳', phone: '13800000000' } })
})

afterAll(() => made.drop())

it('opens with the right code, however it is typed, and with no other', async () => {
  const typed = ` ${reserved.queryCode.slice(0, 3).toLowerCase()}-${reserved.queryCode.slice(3)} `
  expect(await made.store.isQueryCode('linhai', reserved.number, typed)).toBe(true)
  expect(await made.store.isQueryCode('linhai', reserved.number, '222222')).toBe(false)
})

it('has codes without letters that look like others', async () => {
  expect(reserved.queryCode).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
})

it('opens nothing of another government, and no number that is not there', async () => {
  expect(await made.store.isQueryCode('beishan', reserved.number, reserved.queryCode)).toBe(false)
  expect(await made.store.isQueryCode('linhai', '1199999991', reserved.queryCode)).toBe(false)
})

it('opens an identity only on the record', async () => {
  const opening = { matter: reserved.matter, account: 'li', at: morning, what: 'phone', reason: '回电核实' }
  expect(await made.store.openIdentity('linhai', opening)).toEqual({ name: '王芳', phone: '13800000000' })
  expect(await made.store.openIdentity('beishan', opening)).toBeNull()
  expect((await made.store.loadMatter('linhai', reserved.matter, seesAll))?.openings).toEqual([{ ...opening, id: 1 }])
})

it('finds matters by the whole name or number of who wrote, however it is spaced, without opening anything', async () => {
  expect(await made.store.mattersOfRequester('linhai', { who: '138 0000-0000', gate: seesAll, most: 9 })).toEqual([
    reserved.matter,
  ])
  expect(await made.store.mattersOfRequester('linhai', { who: '王 芳', gate: seesAll, most: 9 })).toEqual([reserved.matter])
  expect(await made.store.mattersOfRequester('linhai', { who: '王', gate: seesAll, most: 9 })).toEqual([])
  expect(await made.store.mattersOfRequester('linhai', { who: '0000', gate: seesAll, most: 9 })).toEqual([])
  expect(await made.store.mattersOfRequester('beishan', { who: '王芳', gate: seesAll, most: 9 })).toEqual([])
})

it('finds whose names stand among words, but for the matter that is excepted, and within the gate', async () => {
  const names = ['王芳', '王 芳', '李芳', '13800000000']
  const asked = { names, except: 0, gate: seesAll, most: 9 }
  const named = (more: object, government = 'linhai') => made.store.requestersNamed(government, { ...asked, ...more })
  expect((await named({})).map(({ matter }) => matter)).toEqual([reserved.matter, reserved.matter])
  expect(await named({ except: reserved.matter })).toEqual([])
  expect(await named({}, 'beishan')).toEqual([])
  expect(await named({ gate: { ...seesAll, scope: 'none' } })).toEqual([])
})

it('marks who wrote what came before there were marks', async () => {
  const opened = openDatabase(made.connection)
  await opened.owner.query("set huiyin.government = 'linhai'; delete from matter_lookup where word like '=%'")
  await opened.close()
  expect(await made.store.mattersOfRequester('linhai', { who: '王芳', gate: seesAll, most: 9 })).toEqual([])
  expect(await made.store.markRequesters('linhai')).toBe(1)
  expect(await made.store.mattersOfRequester('linhai', { who: '王芳', gate: seesAll, most: 9 })).toEqual([reserved.matter])
})

it('adds to an identity with the event that states it, on the record, and gives one to a matter that had none', async () => {
  const nameless = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', aSubmission(nameless))
  const opening = { account: 'li', at: morning, what: 'identity', reason: 'test' }
  const added = async (matter: number) => {
    const expected = (await made.store.loadMatter('linhai', matter, seesAll))?.head ?? noEvents
    const identity = { more: { phone: '13911112222' }, by: 'system' }
    await made.store.append('linhai', { matter, expected, events: [accepted], projection: aProjection, identity, at: morning })
    const { openings } = (await made.store.loadMatter('linhai', matter, seesAll)) ?? {}
    return {
      identity: await made.store.openIdentity('linhai', { matter, ...opening }),
      by: openings?.map(({ account }) => account),
    }
  }
  expect(await added(reserved.matter)).toEqual({ identity: { name: '王芳', phone: '13911112222' }, by: ['li', 'system'] })
  expect(await added(nameless.matter)).toEqual({ identity: { phone: '13911112222' }, by: [] })
  expect((await made.store.verify()).findings).toEqual([])
})

it('adds nothing to an identity where somebody else was faster with the matter', async () => {
  const { matter } = await made.store.reserveMatter('linhai').then(async (taken) => {
    await made.store.submit('linhai', { ...aSubmission(taken), identity: { name: '李明' } })
    return taken
  })
  const identity = { more: { name: '别人' }, by: 'system' }
  const late = { matter, expected: noEvents, events: [accepted], projection: aProjection, identity, at: morning }
  await expect(made.store.append('linhai', { ...late, expected: { revision: 1, hash: 'ff' } })).rejects.toBeInstanceOf(Conflict)
  expect((await made.store.loadMatter('linhai', matter, seesAll))?.openings).toEqual([])
  const opening = { matter, account: 'li', at: morning, what: 'identity', reason: 'test' }
  expect(await made.store.openIdentity('linhai', opening)).toEqual({ name: '李明' })
})

it('keeps keys to ourselves, and opens old seals after a new key was added', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-keys-'))
  makeMissingKeys(folder)
  const old = openKeys(folder).seal({ name: '王芳' }, 'linhai/person/1')
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  writeFileSync(join(folder, 'identity-2.key'), 'ab'.repeat(32))
  const keys = openKeys(folder)
  expect([old.keyId, keys.seal({}, '').keyId]).toEqual(['1', '2'])
  expect(keys.open(old, 'linhai/person/1')).toEqual({ name: '王芳' })
  expect(() => keys.open(old, 'linhai/person/2')).toThrow()
  expect(() =>
    keys.open({ ...old, sealed: Buffer.concat([Buffer.from([1]), old.sealed.subarray(1)]) }, 'linhai/person/1'),
  ).toThrow()
  rmSync(folder, { recursive: true })
})

it('does not start on a database whose keys are missing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'huiyin-keys-'))
  await expect(openStore({ connection: made.connection, keysFolder: empty })).rejects.toThrow(
    'The keys of this database are missing',
  )
  expect(readdirSync(empty)).toEqual([])
  rmSync(empty, { recursive: true })
})

it('shows attachments of a matter to those who see the matter', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const info = await made.store.addAttachment('linhai', { name: '照片.jpg', type: 'image/jpeg', bytes, uploadedAt: morning })
  expect(await made.store.readAttachment('linhai', info.attachment, seesAll)).toBeNull()
  const owner = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', { ...aSubmission(owner, { hiddenFrom: ['water'] }), attachments: [info.attachment] })
  const claimed = { ...info, matter: owner.matter }
  const read = await made.store.readAttachment('linhai', info.attachment, seesAll)
  expect(read).toEqual({ kind: 'open', info: claimed, bytes: Buffer.from(bytes) })
  expect((await made.store.loadMatter('linhai', owner.matter, seesAll))?.files).toEqual([claimed])
  const gate = { scope: 'all', notHiddenFrom: ['water'] } as const
  expect(await made.store.readAttachment('linhai', info.attachment, gate)).toBeNull()
  expect(await made.store.loadMatter('linhai', owner.matter, gate)).toBeNull()
  const thief = await made.store.reserveMatter('linhai')
  await expect(made.store.submit('linhai', { ...aSubmission(thief), attachments: [info.attachment] })).rejects.toMatchObject({
    code: '23503',
  })
})
