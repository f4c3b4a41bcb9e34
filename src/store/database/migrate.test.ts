import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { failingInTurn } from '../../../test/failing-statements.js'
import { emptyDatabase, readableFolder } from '../../../test/postgres-for-tests.js'
import { openStore } from '../open-store.js'
import { aSubmission, linhai } from '../store.fixtures.js'
import { seesAll } from '../types.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let keysFolder: string

beforeAll(async () => {
  database = await emptyDatabase()
  keysFolder = readableFolder()
})

afterAll(async () => {
  await database.drop()
  rmSync(keysFolder, { recursive: true })
})

const open = () => openStore({ connection: database.connection, keysFolder })

it('makes the tables of an empty database once, though several start at the same moment', async () => {
  const stores = await Promise.all([open(), open(), open()])
  await stores[0]?.putGovernment(linhai)
  for (const store of stores) expect(await store.listGovernments()).toEqual([linhai])
  await Promise.all(stores.map((store) => store.close()))
})

it('leaves no holes in the numbers when it is closed and opened again', async () => {
  const matters: number[] = []
  for (let start = 0; start < 3; start += 1) {
    const store = await open()
    const reserved = await store.reserveMatter('linhai')
    await store.submit('linhai', { ...aSubmission(reserved), identity: { name: '王芳' } })
    matters.push(reserved.matter)
    expect(await store.countMatters('linhai', { gate: seesAll })).toMatchObject({ count: start + 1 })
    await store.close()
  }
  expect(matters).toEqual([1, 2, 3])
})

it('goes on from what an older version had done, and puts functions that are another version’s in their place', async () => {
  await (await open()).close()
  const { Client } = pg
  const client = new Client({ ...database.connection, options: '-c search_path=huiyin' })
  await client.connect()
  await client.query(`
    create table kysely_migration as select name, now()::text as timestamp from migration where name ~ '^[0-9]{4}-';
    create table kysely_migration_lock (id text);
    drop table migration;
    drop function record_all(text, jsonb);
    create function record_all(text) returns int language sql as 'select 1'`)
  const store = await open()
  await store.submit('linhai', aSubmission(await store.reserveMatter('linhai')))
  await store.close()
  const { rows } = await client.query(`select to_regclass('kysely_migration') as before,
    (select count(*) from pg_proc where proname = 'record_all') as functions`)
  await client.end()
  expect(rows).toEqual([{ before: null, functions: '1' }])
})

it('comes to the same tables when it was cut off at any statement, and begun again', { timeout: 180_000 }, async () => {
  const cut = await emptyDatabase()
  const whole = await emptyDatabase()
  const keys = [readableFolder(), readableFolder()] as const
  const open = async (connection: typeof cut.connection, keysFolder: string) =>
    (await openStore({ connection, keysFolder })).close()
  const statements = await failingInTurn(
    async () => () => open(cut.connection, keys[0]),
    async () => null,
  )
  await open(whole.connection, keys[1])
  expect(await shapeOf(cut.connection)).toEqual(await shapeOf(whole.connection))
  expect(statements).toBeGreaterThan(20)
  await Promise.all([cut.drop(), whole.drop()])
  for (const folder of keys) rmSync(folder, { recursive: true })
})

/** Columns, policies, triggers, indexes, rights and functions, and what was noted as done. */
async function shapeOf(connection: pg.ClientConfig): Promise<unknown> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query(`
    select 'column' as what, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '') as name
      from information_schema.columns where table_schema = 'huiyin'
    union all select 'policy', tablename || ' ' || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies where schemaname = 'huiyin'
    union all select 'trigger', event_object_table || ' ' || trigger_name || event_manipulation from information_schema.triggers where trigger_schema = 'huiyin'
    union all select 'index', indexdef from pg_indexes where schemaname = 'huiyin'
    union all select 'right', table_name || ' ' || privilege_type from information_schema.table_privileges where table_schema = 'huiyin' and grantee = 'huiyin_app'
    union all select 'function', proname || md5(prosrc) from pg_proc where pronamespace = 'huiyin'::regnamespace
    union all select 'done', name from huiyin.migration
    order by 1, 2`)
  await client.end()
  return rows
}
