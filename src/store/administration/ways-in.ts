import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'

/** 谁给的入口. Somebody made the link, or set the password, by which an account was entered: they may have entered it themselves. */
export type WayIn = { readonly account: string; readonly madeBy: string }

/** Of all that were used; each stays for as long as its account does, unless somebody vouched for the person. */
export const listWaysIn = (query: Query, government: GovernmentId): Promise<WayIn[]> =>
  query<WayIn>(
    `select distinct account, made_by as "madeBy" from account_link where government = $1 and used_at is not null and made_by <> ''`,
    [government],
  )

/** From now on nobody is taken for having entered the account in its person's stead. */
export async function vouchFor(query: Query, government: GovernmentId, account: string): Promise<void> {
  await query(`update account_link set made_by = '' where government = $1 and account = $2 and used_at is not null`, [
    government,
    account,
  ])
}
