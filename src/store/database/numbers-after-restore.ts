import type pg from 'pg'
import { listGovernments } from '../offices.js'
import type { Database } from './database.js'
import { asEveryGovernment, asGovernment } from './transaction.js'

/** What a copy that is taken for granted may be behind, beside what its age says. */
const copyGap = 10_000
/** So many times the pace at which numbers were drawn so far. */
const haste = 10

/**
 * Moves the counters past what may have been given out by another copy of this database. A copy of files has another moment of change,
 * a copy by dump another number of its own; a picture of the whole machine has neither, and is known by the time that has passed.
 */
export async function movePastOtherCopies(database: Database): Promise<void> {
  const gap = (await isOtherCopy(database.owner)) ? copyGap : 0
  const elapsed = 'extract(epoch from now() - drawn_at)'
  const pace = `next / greatest(extract(epoch from drawn_at - begun_at), 86400)`
  for (const { government } of await asEveryGovernment(database, listGovernments)) {
    await asGovernment(database, government, (query) =>
      query(
        `update counter set next = next + $2 + floor(${haste} * ${elapsed} * ${pace}), drawn_at = now()
         where government = $1 and name in ('matter', 'person') and ($2 > 0 or ${haste} * ${elapsed} * ${pace} >= 1)`,
        [government, gap],
      ),
    )
  }
}

async function isOtherCopy(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ value: string }>(
    "select concat_ws('/', oid, (select system_identifier from pg_control_system())) as value from pg_database where datname = current_database()",
  )
  const value = [rows[0]?.value ?? '', ...(await filesChangedAt(owner))].join('/')
  const known = await owner.query<{ value: string }>('select value from incarnation')
  if (known.rows[0]?.value === value) return false
  await owner.query(
    'insert into incarnation (one, value) values (true, $1) on conflict (one) do update set value = excluded.value',
    [value],
  )
  return known.rows[0] !== undefined
}

/** Told to a superuser, and to those who may read the server's files. */
async function filesChangedAt(owner: pg.Pool): Promise<readonly string[]> {
  const may = await owner.query("select has_function_privilege('pg_stat_file(text)', 'execute') as may")
  if (!may.rows[0]?.may) return []
  const { rows } = await owner.query("select extract(epoch from change)::text as at from pg_stat_file('PG_VERSION')")
  return rows.map(({ at }) => String(at))
}
