import { iso } from '../record.js'
import type { Query } from '../transaction.js'
import type { DayText, GovernmentId, Instant } from '../types.js'
import type { NewSubstitute, StoodInFor, Substitute } from './types.js'

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

/** What somebody may do for others on a day: only while the absent person has that role and is no locked account. */
export const stoodInFor = (query: Query, government: GovernmentId, present: string, on: DayText): Promise<StoodInFor[]> =>
  query(
    `select distinct s.absent, s.role, nullif(s.unit, '') as unit from substitute s
     join account a on a.government = s.government and a.account = s.absent and not a.disabled
     join account_role r on r.government = s.government and r.account = s.absent and r.role = s.role and r.unit = s.unit
     where s.government = $1 and s.present = $2 and s.first_on <= $3 and s.last_on >= $3 and s.ended_at is null
     order by s.absent, s.role, 3`,
    [government, present, on],
  )
