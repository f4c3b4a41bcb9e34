import type { Database } from '../database/database.js'
import type { Query } from '../database/transaction.js'
import { endApart as dropTables } from '../migrations/0038-rounds.js'
import type { GovernmentId, MatterId } from '../types.js'
import type { ApartEvent } from './types.js'

/** Whether rounds are still kept in tables of their own, as they were before they were matters. */
export const isApart = async (query: Query): Promise<boolean> =>
  (await query<{ found: boolean }>(`select to_regclass('office_event') is not null as found`))[0]?.found === true

export const listApart = (query: Query, government: GovernmentId): Promise<ApartEvent[]> =>
  query<ApartEvent>(
    `select e.regulation, e.period as round, e.seq, e.act, e.kind, e.by, e.at, e.recorded_at as "recordedAt", e.data,
       encode(e.hash, 'hex') as hash
     from office_event e where e.government = $1 order by e.regulation, e.seq`,
    [government],
  )

export async function moveNotice(
  query: Query,
  government: GovernmentId,
  from: { regulation: string; seq: number },
  to: { matter: MatterId; seq: number },
): Promise<void> {
  await query(
    `update notice set matter = $4::bigint, body = jsonb_build_object('seq', $5::int)
     where government = $1 and matter is null and body->>'office' = $2 and (body->>'seq')::int = $3`,
    [government, from.regulation, from.seq, to.matter, to.seq],
  )
}

export async function endApart({ owner }: Database): Promise<void> {
  await owner.query(dropTables)
}
