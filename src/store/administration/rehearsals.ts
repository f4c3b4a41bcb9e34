import type { Database } from '../database/database.js'
import { asGovernment, elsewhere } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'
import { addAudit } from './audit.js'
import type { NewAudit } from './types.js'

type Discarding = { readonly rehearsal: GovernmentId; readonly entry: NewAudit }

const tablesOfGovernments = `select c.table_name as name from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = current_schema() and c.column_name = 'government' and t.table_type = 'BASE TABLE'
    and c.table_name <> 'government' order by 1`

/**
 * Throws a rehearsal away with every row it has, in one piece with the entry in the log of the office it stood beside. On the owner's connection:
 * nobody else may delete what was recorded. False: there is none of that name beside this office, and nothing is done.
 */
export function discardRehearsal(database: Database, office: GovernmentId, { rehearsal, entry }: Discarding): Promise<boolean> {
  return asGovernment({ ...database, app: database.owner }, office, async (query) => {
    const isGone = await elsewhere(query, { from: office, to: rehearsal }, async () => {
      const found = await query('select from government where government = $1 and rehearses = $2 for update', [rehearsal, office])
      if (found.length === 0) return false
      for (const { name } of await query<{ name: string }>(tablesOfGovernments))
        await query(`delete from "${name}" where government = $1`, [rehearsal])
      await query('delete from government where government = $1', [rehearsal])
      return true
    })
    if (isGone) await addAudit(query, office, entry)
    return isGone
  })
}
