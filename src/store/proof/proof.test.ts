import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning, submitted } from '../store.fixtures.js'
import { seesAll } from '../types.js'
import { noEvents } from './chain.js'
import type { Witness } from './verification-types.js'

let made: TestDatabase
let database: Database
let anchors: readonly Witness[]

/** What a government is made of, and who may get in. */
const people = [
  'unit',
  'unit_name',
  'second_factor',
  'recovery_code',
  'calendar_overlay',
  'government',
  'account',
  'account_role',
]
const records = ['event', 'matter', 'person', 'attachment', 'slip', 'audit_entry', 'access_record']
const tables = [...people, ...records]
const proof = ['record_head', 'witness', 'witnessed_facts', 'unwitnessed']

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

/** A second factor with its codes, a unit that was named anew, a day off. */
async function entrancesOf(government: string): Promise<void> {
  const { store } = made
  await store.putUnits(government, [{ unit: 'water', name: '水务局', kind: 'unit', parent: null }])
  await store.putCalendarOverlay(government, { '2026-05-08': 'off' })
  await store.accounts.beginSecondFactor(government, { account: 'li', secret: 'aa' })
  await store.administration.change(government, async (changing) => {
    await changing.renameUnit({ unit: 'water', name: '供水局', since: '2026-04-01' })
    const codeHashes = [store.accounts.recoveryHash(government, 'li', 'ABCDE23456')]
    await changing.confirmSecondFactor({ account: 'li', step: 1, codeHashes })
    return { done: {}, entry: { at: morning, account: 'li', kind: 'second-factor-set', about: 'li', detail: {} } }
  })
}

const account = { account: 'li', login: 'li', name: '李', passwordHash: 'h', isAdmin: false, isDisabled: false, roles: [] }

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  for (const each of [linhai, beishan]) {
    await made.store.putGovernment(each)
    await made.store.putAccount(each.government, { ...account, roles: [{ role: 'office', unit: null }] })
    for (let written = 0; written < 3; written += 1) await aMatter(each.government)
    await entrancesOf(each.government)
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
  ['an administrator made an auditor', 0, 'changed', ["update account set is_auditor = true where government = 'linhai'"]],
  ['where links for an account are sent', 0, 'changed', ["update account set contact = 'x' where government = 'linhai'"]],
  ['a second factor taken away', 0, 'changed', ["delete from second_factor where government = 'linhai'"]],
  ['a second factor exchanged', 0, 'changed', ["update second_factor set sealed = '\\x00' where government = 'linhai'"]],
  ['a recovery code put in', 0, 'changed', ["insert into recovery_code values ('linhai', 'li', '\\x00', null)"]],
  ['a recovery code that serves again', 0, 'changed', ["update recovery_code set used_at = now() where government = 'linhai'"]],
  ['a unit under another name', 0, 'changed', ["update unit set name = 'x' where government = 'linhai'"]],
  ['a unit whose name was another before', 0, 'changed', ["update unit_name set name = 'x' where government = 'linhai'"]],
  ['a unit removed', 0, 'missing', ["delete from unit where government = 'linhai'"]],
  ['a unit put in', 0, 'unseen', ["insert into unit values ('linhai', 'x', 'x', 'x', null, 9)"]],
  ['a setting', 0, 'changed', [`update government set settings = '{"secondFactor":"offered"}' where government = 'linhai'`]],
  [
    'under which text new matters come',
    0,
    'changed',
    ["update government set regulation_version = 'x' where government = 'linhai'"],
  ],
  ['a day off put in', 0, 'changed', ["update calendar_overlay set days = '{}' where government = 'linhai'"]],
  ['an entry of the log', 0, 'log', ["update audit_entry set account = 'wang' where government = 'linhai' and seq = 2"]],
  ['an entry of the log removed', 0, 'log', ["delete from audit_entry where government = 'linhai' and seq = 2"]],
  ['an opening changed', 0, 'log', ["update access_record set reason = 'x' where government = 'linhai' and seq = 1"]],
  ['an opening removed', 0, 'log', ["delete from access_record where government = 'linhai' and seq = 1"]],
  ['the last opening removed', 0, 'log', ["delete from access_record where government = 'linhai' and seq = 3"]],
  [
    'a witness removed',
    0,
    'unseen',
    ["delete from witness where government = 'linhai'", "delete from witnessed_facts where government = 'linhai'"],
  ],
  ['a witness changed', 0, 'witness', ["update witness set heads = '[]' where government = 'linhai'"]],
  [
    'what a witness saw',
    0,
    'witness',
    ["update witnessed_facts set digests = array['\\x00'::bytea] where government = 'linhai' and kind = 'slip'"],
  ],
])('finds %s', async (_name, matter, code, statements) => {
  await steal(...statements)
  const found = await findings()
  expect(found.map(([its, of]) => `${its} ${of}`)).toContain(`${code} ${matter}`)
})

it('tells of everything that nobody witnessed, however much there is', async () => {
  await steal("insert into unit select 'linhai', 'u' || n, 'x', 'x', null, n from generate_series(1, 200000) n")
  expect((await findings()).filter(([code]) => code === 'unseen')).toHaveLength(200_000)
})

it('finds a log cut at its end together with its head, by the witness', async () => {
  await steal(
    "delete from audit_entry where government = 'linhai' and seq = 4",
    "update record_head h set seq = 3, hash = (select hash from audit_entry a where a.government = 'linhai' and a.seq = 3) where h.government = 'linhai' and name = 'audit_entry'",
  )
  expect((await findings()).map(([code, , detail]) => `${code} ${detail}`)).toEqual([
    'log audit_entry: entry 4, as it was witnessed, is not there any more',
  ])
})

it('finds a database that was rewritten with all its witnesses, by what was told outside', async () => {
  await steal(
    ...[...records, ...proof].map((table) => `delete from ${table} where government = 'linhai'`),
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
