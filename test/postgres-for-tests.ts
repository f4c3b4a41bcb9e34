import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore, type PrivatePostgres, type Store, startPrivatePostgres } from '../src/store/index.js'

/** How the workers learn where the server is that the run's set-up has started. */
const serverVariable = 'HUIYIN_TEST_POSTGRES'
const template = `huiyin_template_${process.env.HUIYIN_TEST_RUN ?? process.pid}`

export type TestDatabase = {
  readonly connection: pg.PoolConfig
  readonly keysFolder: string
  readonly store: Store
  /** Closes the store and removes the database. */
  drop(): Promise<void>
}

/** A database of one's own, migrated and empty. Call it once per test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const { connection, drop } = await createDatabase(`template ${template}`)
  const keysFolder = readableFolder()
  const store = await openStore({ connection, keysFolder })
  return {
    connection,
    keysFolder,
    store,
    drop: async () => {
      await store.close()
      await drop()
      rmSync(keysFolder, { recursive: true })
    },
  }
}

/** A database with nothing in it, not even tables. */
export const emptyDatabase = (): Promise<{ connection: pg.PoolConfig; drop(): Promise<void> }> => createDatabase('')

async function createDatabase(like: string): Promise<{ connection: pg.PoolConfig; drop(): Promise<void> }> {
  const server = serverOfRun()
  const name = `huiyin_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} ${like}`)
  return { connection: named(server, name), drop: () => onServer(server, `drop database ${name} with (force)`) }
}

let folder: string | undefined
let server: PrivatePostgres | undefined

/**
 * Run once by the test runner before all files: starts the server and migrates the template. A server named in TEST_DATABASE_URL
 * must let us in as a superuser: some tests change behind the product's back what nobody else can.
 */
export async function setup(): Promise<void> {
  process.env.HUIYIN_TEST_RUN = String(process.pid)
  const url = process.env.TEST_DATABASE_URL
  folder = readableFolder()
  if (!url) server = await startPrivatePostgres({ dataFolder: folder, fsync: false })
  const connection = server?.connection ?? { connectionString: url }
  process.env[serverVariable] = JSON.stringify(connection)
  await onServer(connection, `create database ${template}`)
  const store = await openStore({ connection: named(connection, template), keysFolder: join(folder, 'keys') })
  await store.close()
  // Each database that is made from it begins with keys of its own.
  await onServer(named(connection, template), 'delete from huiyin.key_check')
}

export async function teardown(): Promise<void> {
  await onServer(serverOfRun(), `drop database ${template} with (force)`)
  await server?.stop()
  if (folder) rmSync(folder, { recursive: true })
}

function serverOfRun(): pg.PoolConfig {
  const described = process.env[serverVariable]
  if (!described) throw new Error('no server: run these tests with test/vitest.store.config.ts')
  return JSON.parse(described)
}

/** The same server, another database. */
function named(connection: pg.PoolConfig, database: string): pg.PoolConfig {
  if (!connection.connectionString) return { ...connection, database }
  const { hostname, port, username, password } = new URL(connection.connectionString)
  const secret = password === '' ? {} : { password: decodeURIComponent(password) }
  return { host: hostname, port: Number(port === '' ? 5432 : port), user: decodeURIComponent(username), ...secret, database }
}

async function onServer(connection: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Others may enter: where the tests run as root, the server does not. */
export function readableFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'huiyin-test-'))
  chmodSync(made, 0o755)
  return made
}
