import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'
import { changedMeanwhile } from './changed-meanwhile.js'

const column = 'xmin::text::bigint as revision'

/** Changes with every change of the account, its roles included: those are written together with it. */
export const accountRevision = {
  all: async (query: Query, government: GovernmentId): Promise<ReadonlyMap<string, number>> => {
    const text = `select account, ${column} from account where government = $1`
    const rows = await query<{ account: string; revision: number }>(text, [government])
    return new Map(rows.map(({ account, revision }) => [account, revision]))
  },
  check: async (query: Query, government: GovernmentId, seen: { account: string; revision: number }): Promise<void> => {
    const rows = await query<{ revision: number }>(
      `select ${column} from account where government = $1 and account = $2 for update`,
      [government, seen.account],
    )
    changedMeanwhile(rows[0], seen.revision)
  },
}
