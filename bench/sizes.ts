import type pg from 'pg'
import { recountFigures } from '../src/app/index.js'
import { instant } from '../src/core/index.js'
import { openStore, type Store } from '../src/store/index.js'
import { sequence } from '../test/walk.js'
import { type Database, query, startDatabaseServer } from './database.js'
import { figure, note } from './figure.js'
import { acts, letterText } from './letters.js'
import { done, submitted } from './lives.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import type { Scale } from './scale.js'

const waves = 10
const hour = 3_600_000
const from = Date.parse('2026-03-02T02:00:00Z')

export type Size = { readonly table: string; readonly part: string; readonly bytes: number }

/**
 * What a letter with its five acts takes in the database, table by table and index by index, through the app. Letters come in waves; after
 * each what was written is witnessed and counted, and what is dead swept up, as in daily use: what is added from the middle to the end is what a matter
 * takes for good. At last as many come at once, act by act, which leaves dead versions that others will find room in.
 */
export async function benchSizes({ lettersSized }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('sized')
  const store = await openStore(database)
  try {
    const wave = await wavesOf(store, database)
    const each = lettersSized / waves
    for (let at = 0; at < waves / 2; at += 1) await wave(each)
    const middle = await sizesOf(database.connection)
    for (let at = 0; at < waves / 2; at += 1) await wave(each)
    const end = await sizesOf(database.connection)
    await tellKept(database.connection, each)
    await wave(lettersSized / 2)
    const burst = await sizesOf(database.connection)
    tell(apart(end, burst, lettersSized / 2), apart(middle, end, lettersSized / 2))
  } finally {
    await store.close()
    await server.stop()
  }
}

/** Plays so many letters with their acts, an hour between two, witnesses and counts what was written, and sweeps up after it. */
export async function wavesOf(store: Store, database: Database): Promise<(amount: number) => Promise<void>> {
  const demo = oneOffice()
  await putOffice(store, demo)
  let now = instant(from)
  const deps = { ...appOver(store, from), now: () => now }
  const office = await officeOf(deps, demo)
  const units = demo.units.map(({ id }) => id)
  const choose = sequence(12)
  return async (amount) => {
    const matters = await Promise.all(Array.from({ length: amount }, () => submitted(deps, office, letterText(choose))))
    for (const { act } of acts) {
      now = instant(now + hour)
      await inTurn(matters, (matter) => done(deps, { office, units }, { act, letter: matter, matter }))
      await store.witness(now)
    }
    await recountFigures(deps, office)
    await query(database.connection, 'vacuum')
  }
}

/** So many at once as the database has connections for. */
async function inTurn<Of>(all: readonly Of[], act: (of: Of) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await act(one)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

async function tellKept(connection: pg.PoolConfig, least: number): Promise<void> {
  const text = `select relname as table, n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_user_tables
    where schemaname = 'huiyin' and n_tup_upd > ${least} order by 1`
  const updates = (await query(connection, text)) as { table: string; all: number; hot: number }[]
  note(`Updates that stayed on their page: ${updates.map(({ table, all, hot }) => `${table} ${hot} of ${all}`).join(', ')}.`)
}

/** Rows stand under the name of their table alone; what is kept out of line belongs to them. */
export async function sizesOf(connection: pg.PoolConfig, schema = 'huiyin'): Promise<readonly Size[]> {
  const text = `
    select c.relname as table, '' as part, pg_table_size(c.oid)::float8 as bytes from pg_class c
    where c.relkind = 'r' and c.relnamespace = '${schema}'::regnamespace
    union all
    select c.relname, i.relname, pg_relation_size(i.oid)::float8 from pg_class c join pg_index x on x.indrelid = c.oid
      join pg_class i on i.oid = x.indexrelid where c.relkind = 'r' and c.relnamespace = '${schema}'::regnamespace`
  return (await query(connection, text)) as Size[]
}

/** What was added, a matter. */
const apart = (before: readonly Size[], after: readonly Size[], matters: number): readonly Size[] =>
  after.map((size) => {
    const then = before.find(({ table, part }) => table === size.table && part === size.part)
    return { ...size, bytes: (size.bytes - (then?.bytes ?? 0)) / matters }
  })

export const sumOf = (sizes: readonly Size[]): number => sizes.reduce((total, { bytes }) => total + bytes, 0)

function tell(burst: readonly Size[], lasting: readonly Size[]): void {
  figure('database, a matter of 6 events, after a burst', sumOf(burst) / 1000, 'kB')
  figure('database, a matter of 6 events, in daily use', sumOf(lasting) / 1000, 'kB', { atMost: 5 })
  tellTables(lasting)
}

/** Of each table, the greatest first: its rows and its indexes. */
export function tellTables(sizes: readonly Size[]): void {
  const tables = [...new Set(sizes.map(({ table }) => table))]
    .map((table) => ({ table, lines: sizes.filter((size) => size.table === table) }))
    .filter(({ lines }) => sumOf(lines) >= 1)
    .sort((one, other) => sumOf(other.lines) - sumOf(one.lines))
  for (const { table, lines } of tables) {
    const parts = lines.filter(({ bytes }) => bytes >= 1).map(({ part, bytes }) => `${part || 'rows'} ${Math.round(bytes)}`)
    note(`${table} ${Math.round(sumOf(lines))}: ${parts.join(', ')}`)
  }
}
