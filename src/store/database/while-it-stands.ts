import type { GovernmentId, MatterId } from '../types.js'
import { Destroyed } from './faults.js'
import type { Query } from './transaction.js'

/**
 * Held until the transaction ends: nobody destroys these matters meanwhile, and beside one that was destroyed nothing is written (`Destroyed`). Asked
 * before any other row is touched, as whoever destroys does: neither ever waits for what the other has.
 */
export const whileTheyStand = (query: Query, government: GovernmentId, matters: readonly MatterId[]): Promise<void> =>
  held(query, 'any($2::bigint[])', [government, matters])

/** The same of the matter that a paper is of. */
export const whileItsMatterStands = (query: Query, government: GovernmentId, document: number): Promise<void> =>
  held(query, '(select d.matter from document d where d.government = $1 and d.id = $2)', [government, document])

async function held(query: Query, which: string, values: readonly unknown[]): Promise<void> {
  const found = await query<{ matter: MatterId; isGone: boolean }>(
    `select m.matter, m.destroyed_at is not null as "isGone" from matter m
     where m.government = $1 and m.matter = ${which} order by m.matter for key share`,
    values,
  )
  const gone = found.find(({ isGone }) => isGone)
  if (gone !== undefined) throw new Destroyed(gone.matter)
}
