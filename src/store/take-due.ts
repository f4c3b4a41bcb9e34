import type { Query } from './database/transaction.js'
import { iso } from './moments.js'
import type { DueMatter, Instant } from './types.js'

/**
 * Takes matters whose time has come. Whoever takes one has it until the lease ends or it is written to (which clears
 * the mark); if the process dies, the next one gets it.
 */
export function takeDue(query: Query, now: Instant, limit: number, lease: number): Promise<DueMatter[]> {
  const text = `
    update matter m set taken_until = $2::timestamptz
    from (select government, matter from matter
          where look_at <= $1::timestamptz and (taken_until is null or taken_until <= $1::timestamptz)
          order by look_at limit $3 for update skip locked) due
    where m.government = due.government and m.matter = due.matter
    returning m.government, m.matter, m.look_at as "lookAt"`
  return query<DueMatter>(text, [iso(now), iso(now + lease), limit])
}

/** When the timer must wake up: the earliest moment at which a matter that nobody has taken wants to be looked at. */
export async function nextLookAt(query: Query): Promise<Instant | null> {
  // Those taken stand first; far fewer than 200 are taken at any time.
  const first = 'select look_at, taken_until from matter where look_at is not null order by look_at limit 200'
  const rows = await query<{ at: Instant | null }>(`select min(greatest(look_at, taken_until)) as at from (${first}) soon`)
  return rows[0]?.at ?? null
}
