import type { Database } from '../database/database.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'
import type { MadeReport, NewReport, StoredReport } from './types.js'

type Reader = { readonly account: string; readonly role: string }

/** Reports that people keep, share and have made on a schedule. */
export type ReportsStore = {
  /** One's own, and those shared with the role one wears. */
  list(government: GovernmentId, reader: Reader): Promise<readonly StoredReport[]>
  /** Replaces one of the same name; null: the person has `most` already. */
  put(government: GovernmentId, report: NewReport, most: number): Promise<StoredReport | null>
  /** Only one's own, with what was made of it; answers whether there was one. */
  remove(government: GovernmentId, account: string, id: number): Promise<boolean>
  /** Those that are to be made by now. */
  due(government: GovernmentId, now: Instant, limit: number): Promise<readonly StoredReport[]>
  /** Once for each moment it is to be made at, whoever else makes it at the same time: only while it is still to be made as of `dueAt`. The next moment is set with it. */
  make(government: GovernmentId, made: Omit<MadeReport, 'id'> & { readonly nextAt: Instant }): Promise<void>
  /** Tried again at this moment. */
  postpone(government: GovernmentId, id: number, to: Instant): Promise<void>
  /** The last that were made of each of these, without what they say. */
  listMade(
    government: GovernmentId,
    asked: { readonly reports: readonly number[]; readonly most: number },
  ): Promise<readonly Omit<MadeReport, 'content'>[]>
  findMade(
    government: GovernmentId,
    id: number,
    reader: Reader,
  ): Promise<{ readonly report: StoredReport; readonly made: MadeReport } | null>
}

const columns = `id, account, role, unit, name, asked, shared_with as "sharedWith", every, next_at as "nextAt"`
const madeColumns = `id, report, due_at as "dueAt", made_at as "madeAt", reach, problem`
const isRead = '(account = $2 or $3::text = any(shared_with))'

export function reportsMethods(database: Database): ReportsStore {
  const read = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    readGovernment(database, government, work)
  const write = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    asGovernment(database, government, work)
  return {
    list: (government, { account, role }) =>
      read(government, (query) =>
        query<StoredReport>(`select ${columns} from report where government = $1 and ${isRead} order by name, id`, [
          government,
          account,
          role,
        ]),
      ),
    put: (government, report, most) => write(government, (query) => put(query, government, report, most)),
    remove: (government, account, id) =>
      write(government, async (query) => {
        const text = `with gone as (delete from report where government = $1 and account = $2 and id = $3 returning id),
          made as (delete from made_report where government = $1 and report in (select id from gone)) select id from gone`
        return (await query(text, [government, account, id])).length > 0
      }),
    due: (government, now, limit) =>
      read(government, (query) =>
        query<StoredReport>(
          `select ${columns} from report where government = $1 and look_at <= $2::timestamptz order by look_at, id limit $3::int`,
          [government, iso(now), limit],
        ),
      ),
    make: (government, made) => write(government, (query) => make(query, government, made)),
    postpone: (government, id, to) =>
      write(government, async (query) => {
        await query(`update report set look_at = $3::timestamptz where government = $1 and id = $2`, [government, id, iso(to)])
      }),
    listMade: (government, { reports, most }) =>
      read(government, (query) =>
        query<Omit<MadeReport, 'content'>>(
          `select ${madeColumns} from (
             select *, row_number() over (partition by report order by due_at desc) as nth from made_report
             where government = $1 and report = any($2::bigint[])) m
           where nth <= $3::int order by report, due_at desc`,
          [government, [...reports], most],
        ),
      ),
    findMade: (government, id, reader) => read(government, (query) => findMade(query, government, id, reader)),
  }
}

async function put(query: Query, government: GovernmentId, report: NewReport, most: number): Promise<StoredReport | null> {
  const { account, role, unit, name, asked, sharedWith, every, nextAt, createdAt } = report
  const rows = await query<StoredReport>(
    `insert into report (government, account, role, unit, name, asked, shared_with, every, next_at, look_at, created_at)
     select $1, $2, $3, $4::text, $5, $6::jsonb, $7::text[], $8::text, $9::timestamptz, $9::timestamptz, $10::timestamptz
     where (select count(*) from report where government = $1 and account = $2 and name <> $5) < $11::int
     on conflict (government, account, name) do update set role = excluded.role, unit = excluded.unit, asked = excluded.asked,
       shared_with = excluded.shared_with, every = excluded.every, next_at = excluded.next_at, look_at = excluded.look_at
     returning ${columns}`,
    [
      ...[government, account, role, unit, name, JSON.stringify(asked), [...sharedWith], every],
      ...[nextAt === null ? null : iso(nextAt), iso(createdAt), most],
    ],
  )
  return rows[0] ?? null
}

async function make(
  query: Query,
  government: GovernmentId,
  { report, dueAt, madeAt, reach, content, problem, nextAt }: Parameters<ReportsStore['make']>[1],
): Promise<void> {
  await query(
    `with moved as (
       update report set next_at = $3::timestamptz, look_at = $3::timestamptz where government = $1 and id = $2 and next_at = $4::timestamptz returning id)
     insert into made_report (government, report, due_at, made_at, reach, content, problem)
     select $1, id, $4::timestamptz, $5::timestamptz, $6, $7::jsonb, $8::text from moved on conflict do nothing`,
    [
      ...[government, report, iso(nextAt), iso(dueAt), iso(madeAt), reach],
      ...[content === null ? null : JSON.stringify(content), problem],
    ],
  )
}

async function findMade(query: Query, government: GovernmentId, id: number, { account, role }: Reader) {
  const [made] = await query<MadeReport>(`select ${madeColumns}, content from made_report where government = $1 and id = $2`, [
    government,
    id,
  ])
  if (made === undefined) return null
  const text = `select ${columns} from report where government = $1 and id = $4 and ${isRead}`
  const [report] = await query<StoredReport>(text, [government, account, role, made.report])
  return report === undefined ? null : { report, made }
}
