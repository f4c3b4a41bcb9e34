import { runMigrations } from 'graphile-worker'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import { appRole, type Database, schema } from './database.js'
import * as offices from './migrations/0001-offices.js'
import * as matters from './migrations/0002-matters.js'
import * as people from './migrations/0003-people.js'
import * as record from './migrations/0004-record.js'
import * as recordAll from './migrations/0005-record-all.js'
import * as administration from './migrations/0006-administration.js'
import * as officeDuties from './migrations/0008-office-duties.js'
import * as queue from './migrations/0009-queue.js'
import * as statistics from './migrations/0010-statistics.js'
import * as actsOfRoles from './migrations/0011-acts-of-roles.js'

/** In order of their names; forward only, and never changed once released. */
const migrations: Record<string, Migration> = {
  '0001-offices': offices,
  '0002-matters': matters,
  '0003-people': people,
  '0004-record': record,
  '0005-record-all': recordAll,
  '0006-administration': administration,
  '0008-office-duties': officeDuties,
  '0009-queue': queue,
  '0010-statistics': statistics,
  '0011-acts-of-roles': actsOfRoles,
}

/** Brings a database to the shape this version works with. Several processes may call it at once. */
export async function migrate(database: Database): Promise<void> {
  if (await isCurrent(database)) return
  const client = await database.owner.connect()
  try {
    // One after the other: even "create schema if not exists" fails when two do it at the same moment.
    await client.query('select pg_advisory_lock($1)', [lock])
    if (!(await isCurrent(database))) await bringUpToDate(database)
    await client.query('select pg_advisory_unlock($1)', [lock])
  } finally {
    // Closed, not reused: should anything have failed, the lock goes with the connection.
    client.release(true)
  }
}

/** Any number, but always this one. */
const lock = 4_855_711_950

async function bringUpToDate(database: Database): Promise<void> {
  await prepareRole(database)
  await runMigrations({ pgPool: database.owner })
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: database.owner }) })
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: schema,
    // They do not build on each other by number: a database may have a later one and not yet an earlier one.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(appRole)}`.execute(kysely)
}

/** One look instead of the migrator's dozen: most starts have nothing to do. */
async function isCurrent({ owner }: Database): Promise<boolean> {
  const { rows } = await owner.query(`select to_regclass('${schema}.kysely_migration') is not null as begun`)
  if (!rows[0]?.begun) return false
  const done = await owner.query(`select name from ${schema}.kysely_migration`)
  const names = new Set(done.rows.map(({ name }) => name))
  return Object.keys(migrations).every((name) => names.has(name))
}

/** Roles belong to the cluster, so another database may have made it, at this very moment. */
async function prepareRole({ owner }: Database): Promise<void> {
  await owner.query(`
    create schema if not exists ${schema};
    do $$ begin
      create role ${appRole} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin
      if not pg_has_role(current_user, '${appRole}', 'member') then
        execute 'grant ${appRole} to ' || quote_ident(current_user);
      end if;
    end $$`)
}
