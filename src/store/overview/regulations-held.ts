import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'

/** From one to the next in the index: it costs as much as there are regulations, not as there are matters. */
export async function regulationsHeld(query: Query, government: GovernmentId): Promise<readonly string[]> {
  const next = (after: string): string =>
    `(select regulation from matter where government = $1 ${after} order by government, regulation, received_at limit 1)`
  const rows = await query<{ regulation: string }>(
    `with recursive held as (
       ${next('')}
       union all
       select n.regulation from held h cross join lateral ${next('and regulation > h.regulation')} n
     ) select regulation from held`,
    [government],
  )
  return rows.map(({ regulation }) => regulation)
}
