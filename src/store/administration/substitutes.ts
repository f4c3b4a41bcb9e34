import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'
import type { NewSubstitute, Substitute } from './types.js'

const columns = `id, absent, present, role, nullif(unit, '') as unit, first_on as "firstOn", last_on as "lastOn", reason,
  ended_at as "endedAt"`

/** Those that have not passed first. */
export const listSubstitutes = (query: Query, government: GovernmentId): Promise<Substitute[]> =>
  query(
    `select ${columns} from substitute where government = $1 order by (ended_at is not null), last_on desc, id desc limit 500`,
    [government],
  )

export async function addSubstitute(query: Query, government: GovernmentId, given: NewSubstitute): Promise<number> {
  const { absent, present, role, unit, firstOn, lastOn, reason } = given
  const rows = await query<{ id: number }>(
    `insert into substitute (government, absent, present, role, unit, first_on, last_on, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [government, absent, present, role, unit ?? '', firstOn, lastOn, reason],
  )
  return rows[0]?.id ?? 0
}

/** False: there is none, or it has ended before. */
export async function endSubstitute(query: Query, government: GovernmentId, id: number, at: Instant): Promise<boolean> {
  const rows = await query(
    'update substitute set ended_at = $3 where government = $1 and id = $2 and ended_at is null returning id',
    [government, id, iso(at)],
  )
  return rows.length > 0
}
