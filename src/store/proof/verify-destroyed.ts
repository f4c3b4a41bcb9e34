import type { Query } from '../database/transaction.js'
import type { GovernmentId, MatterId } from '../types.js'
import type { Finding } from './verification-types.js'

/**
 * Whole matters that went although one alone approved it. Of what was decided before two were asked for it, that is, before the database knew of a
 * second, one was enough.
 */
export async function verifyDestroyed(query: Query, government: GovernmentId): Promise<Finding[]> {
  const rows = await query<{ matter: MatterId }>(
    `select distinct d.matter from disposal d join matter m using (government, matter)
     where d.government = $1 and d.what = 'matter' and d.is_approved and d.decided_by <> d.proposed_by and d.agreed_by is null
       and m.destroyed_at is not null and d.decided_at >= (select at from migration where name = $2) order by 1`,
    [government, sinceTwo],
  )
  return rows.map(({ matter }) => ({ government, matter, code: 'destroyed', detail: 'was destroyed, and one alone approved it' }))
}

/** The change of the database since which two approve. */
const sinceTwo = '0214-two-approvals'
