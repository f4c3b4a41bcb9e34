import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { noEvents } from '../chain.js'
import { type Database, openDatabase } from '../database.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning, submitted } from '../store.fixtures.js'
import { seesAll } from '../types.js'
import type { Witness } from '../verification-types.js'

let made: TestDatabase
let database: Database
let anchors: readonly Witness[]

const tables = ['event', 'matter', 'person', 'attachment', 'slip', 'account', 'account_role', 'audit_entry', 'access_record']
const proof = ['record_head', 'witness', 'witnessed', 'unwitnessed']

/** Does as a thief with all rights over the database would: no trigger stands in the way. */
async function steal(...statements: readonly string[]): Promise<void> {
  const client = await database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  for (const statement of statements) await client.query(statement)
  await client.query('commit')
  client.release()
}

const findings = async (outside: readonly Witness[] = []) =>
  (await made.store.verify({ anchors: outside })).findings.map(({ code, matter, detail }) => [code, matter, detail] as const)

async function aMatter(government: string): Promise<void> {
  const { store } = made
  const file = { name: '照片.jpg', type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]), uploadedAt: morning }
  const { attachment } = await store.addAttachment(government, file)
  const reserved = await store.reserveMatter(government)
  const outcome = await store.submit(government, {
    ...aSubmission(reserved),
    events: [submitted, { ...accepted, data: { slip: { year: 2026, units: ['water'] } } }],
    identity: { name: '王芳' },
    attachments: [attachment],
  })
  await store.openIdentity(government, { matter: reserved.matter, account: 'li', at: morning, what: 'name', reason: 'call' })
  if (outcome.kind !== 'recorded') throw new Error('not recorded')
  const { matter, head: expected } = outcome
  await store.append(government, { matter, expected, events: [accepted], projection: aProjection, at: morning })
}

const account = { account: 'li', login: 'li', name: '李', passwordHash: 'h', isAdmin: false, isDisabled: false, roles: [] }

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  for (const each of [linhai, beishan]) {
    await made.store.putGovernment(each)
    await made.store.putAccount(each.government, { ...account, roles: [{ role: 'office', unit: null }] })
    for (let written = 0; written < 3; written += 1) await aMatter(each.government)
  }
  anchors = await made.store.witness(morning)
  for (const table of [...tables, ...proof]) await database.owner.query(`create table saved_${table} as table ${table}`)
})
beforeEach(async () => expect(await findings(anchors)).toEqual([]))
afterEach(() =>
  steal(
    ...[...tables, ...proof].map((table) => `delete from ${table}`),
    ...[...tables, ...proof].map((table) => `insert into ${table} overriding system value select * from saved_${table}`),
  ),
)
afterAll(async () => {
  await database.close()
  await made.drop()
})

const of2 = "where government = 'linhai' and matter = 2"

it.each([
  ['a matter deleted whole', 2, 'missing', ['event', 'matter', 'slip'].map((table) => `delete from ${table} ${of2}`)],
  ['events cut off at the end', 2, 'missing', [`delete from event ${of2} and seq = 3`, `update matter set revision = 2 ${of2}`]],
  ['a query code', 2, 'changed', [`update matter set query_code_hash = '\\x00' ${of2}`]],
  ['the number of a matter', 2, 'changed', [`update matter set number = '1199999999' ${of2}`]],
  ['the requester taken away', 2, 'changed', [`update matter set requester = null ${of2}`]],
  ['the requester’s data', 2, 'changed', ["update person set sealed = '\\x00' where government = 'linhai' and person = 2"]],
  ['the requester’s data removed', 2, 'changed', ["delete from person where government = 'linhai' and person = 2"]],
  ['a slip given another number', 2, 'changed', [`update slip set number = 9 ${of2}`]],
  ['a slip removed', 2, 'missing', [`delete from slip ${of2}`]],
  ['the bytes of a file', 2, 'attachment', [`update attachment set bytes = '\\x00' ${of2}`]],
  ['a file exchanged', 0, 'changed', [`update attachment set bytes = '\\x00', size = 1, sm3 = '\\x00' ${of2}`]],
  ['a file given to another matter', 0, 'changed', [`update attachment set matter = 1 ${of2}`]],
  ['a file removed', 0, 'missing', [`delete from attachment ${of2}`]],
  ['an account made an administrator', 0, 'changed', ["update account set is_admin = true where government = 'linhai'"]],
  ['a password', 0, 'changed', ["update account set password_hash = 'x' where government = 'linhai'"]],
  ['a role given', 0, 'changed', ["insert into account_role values ('linhai', 'li', 'leader', '')"]],
  ['a role taken', 0, 'changed', ["delete from account_role where government = 'linhai'"]],
  [
    'an account put in',
    0,
    'unseen',
    ["insert into account select government, 'x', 'x', 'x', 'x', true, false from account limit 1"],
  ],
  ['an entry of the log', 0, 'log', ["update audit_entry set account = 'wang' where government = 'linhai' and seq = 2"]],
  ['an entry of the log removed', 0, 'log', ["delete from audit_entry where government = 'linhai' and seq = 2"]],
  ['an opening changed', 0, 'log', ["update access_record set reason = 'x' where government = 'linhai' and seq = 1"]],
  ['an opening removed', 0, 'log', ["delete from access_record where government = 'linhai' and seq = 1"]],
  ['the last opening removed', 0, 'log', ["delete from access_record where government = 'linhai' and seq = 3"]],
  [
    'a witness removed',
    0,
    'unseen',
    ["delete from witness where government = 'linhai'", "delete from witnessed where government = 'linhai'"],
  ],
  ['a witness changed', 0, 'witness', ["update witness set heads = '[]' where government = 'linhai'"]],
  ['what a witness saw', 0, 'witness', ["update witnessed set value = '\\x00' where government = 'linhai' and kind = 'slip'"]],
])('finds %s', async (_name, matter, code, statements) => {
  await steal(...statements)
  const found = await findings()
  expect(found.map(([its, of]) => `${its} ${of}`)).toContain(`${code} ${matter}`)
})

it('finds a log cut at its end together with its head, by the witness', async () => {
  await steal(
    "delete from audit_entry where government = 'linhai' and seq = 3",
    "update record_head h set seq = 2, hash = (select hash from audit_entry a where a.government = 'linhai' and a.seq = 2) where h.government = 'linhai' and name = 'audit_entry'",
  )
  expect((await findings()).map(([code, , detail]) => `${code} ${detail}`)).toEqual([
    'log audit_entry: entry 3, as it was witnessed, is not there any more',
  ])
})

it('finds a database that was rewritten with all its witnesses, by what was told outside', async () => {
  await steal(
    ...[...tables, ...proof]
      .filter((each) => each !== 'account' && each !== 'account_role')
      .map((table) => `delete from ${table} where government = 'linhai'`),
    "insert into unwitnessed select government, kind, matter, seq, name from fact where government = 'linhai'",
  )
  await made.store.witness(morning + 1)
  expect(await findings()).toEqual([])
  expect((await findings(anchors)).map(([code]) => code)).toEqual(['anchor'])
})

it('finds an older copy put in place, by what was told outside', async () => {
  await aMatter('linhai')
  const later = await made.store.witness(morning + 1)
  expect(later.map(({ government, seq }) => [government, seq])).toEqual([['linhai', 2]])
  expect(await findings([...anchors, ...later])).toEqual([])
  await steal(
    ...[...tables, ...proof].map((table) => `delete from ${table}`),
    ...[...tables, ...proof].map((table) => `insert into ${table} overriding system value select * from saved_${table}`),
  )
  expect(await findings(anchors)).toEqual([])
  expect((await findings(later)).map(([code, , detail]) => [code, detail.slice(0, 24)])).toEqual([
    ['anchor', 'witness 2 is not there: '],
  ])
})

it('takes what the application itself changes for what it is', async () => {
  const { store } = made
  const expected = (await store.loadMatter('linhai', 2, seesAll))?.head ?? noEvents
  const identity = { more: { phone: '13911112222' }, by: 'system' }
  await store.append('linhai', { matter: 2, expected, events: [accepted], projection: aProjection, identity, at: morning })
  await store.setRoles('linhai', 'li', [{ role: 'leader', unit: null }])
  await store.putAccount('linhai', { ...account, account: 'wang', login: 'wang' })
  expect(await findings(anchors)).toEqual([])
  await store.witness(morning + 1)
  expect(await findings(anchors)).toEqual([])
  expect(await store.witness(morning + 2)).toEqual([])
})
