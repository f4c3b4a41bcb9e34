import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPrivatePostgres } from '../src/store/index.js'
import { onEnd } from './cleanup.js'

export type Database = {
  readonly connection: pg.PoolConfig
  /** The same for `DATABASE_URL`. */
  readonly url: string
  /** Where keys may lie. */
  readonly keysFolder: string
  /** Of the server it lies on, from which all its processes come. */
  readonly serverPid: number
}

export type DatabaseServer = {
  readonly version: string
  /** The process that all processes of this server come from. */
  readonly pid: number
  create(name: string): Promise<Database>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

/** A folder of one's own that others may enter: where this runs as root, the database does not. */
export function temporaryFolder(): { readonly folder: string; remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'))
  chmodSync(folder, 0o755)
  return { folder, remove: onEnd(folder, () => rmSync(folder, { recursive: true, force: true })) }
}

/** The product's own PostgreSQL, as it starts it itself, in a temporary folder. */
export async function startDatabaseServer(fsync: boolean): Promise<DatabaseServer> {
  const { folder, remove } = temporaryFolder()
  const postgres = await startPrivatePostgres({ dataFolder: folder, fsync })
  const stopPostgres = onEnd('PostgreSQL', () => postgres.stop())
  const { connection } = postgres
  const first = "split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int"
  const rows = await query(connection, `select ${first} as pid, current_setting('server_version') as version`)
  const { pid, version } = rows[0] as { pid: number; version: string }
  return {
    version,
    pid,
    create: async (name) => {
      await query(connection, `create database ${name}`)
      const url = `postgres://${connection.user}@localhost/${name}?host=${encodeURIComponent(String(connection.host))}&port=${connection.port}`
      return { connection: { ...connection, database: name }, url, keysFolder: join(folder, `keys-${name}`), serverPid: pid }
    },
    drop: async (name) => void (await query(connection, `drop database if exists ${name} with (force)`)),
    stop: async () => {
      await stopPostgres()
      await remove()
    },
  }
}

/** One statement on a connection of its own, as the owner: what it writes and reads is of every government. */
export async function query(connection: pg.PoolConfig, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ ...connection, options: '-c search_path=huiyin,public' })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
