import type { Context } from './context.js'
import { sealedPerson, unsealed } from './person.js'
import { plainCode } from './query-code.js'
import { iso } from './record.js'
import { asGovernment, type Query } from './transaction.js'
import type { GovernmentId, Identity, IdentityOpening } from './types.js'

/** Whether this is the code that goes with the number. The same question to the database for numbers that are there and that are not. */
export async function isQueryCode(
  { database, keys }: Context,
  government: GovernmentId,
  number: string,
  code: string,
): Promise<boolean> {
  const marked = keys.mark(`${number}/${plainCode(code)}`)
  return asGovernment(database, government, async (query) => {
    const text = 'select from matter where government = $1 and number = $2 and query_code_hash = $3'
    return (await query(text, [government, number, marked])).length > 0
  })
}

/** Who opened what, why and when is recorded before the identity leaves; if that fails, it stays closed. */
export async function openIdentity(
  context: Context,
  government: GovernmentId,
  opening: IdentityOpening,
): Promise<Identity | null> {
  const { matter } = opening
  const row = await asGovernment(context.database, government, async (query) => {
    const found = await sealedPerson(query, government, matter)
    if (found !== null) {
      await recordAccess(query, government, opening)
    }
    return found
  })
  return row === null ? null : unsealed(context, government, row)
}

/** Who opened what of a matter, and why; written before it leaves. */
export const recordAccess = (query: Query, government: GovernmentId, opening: IdentityOpening): Promise<unknown> => {
  const { matter, account, at, what, reason } = opening
  return query('insert into access_record (government, matter, account, at, what, reason) values ($1, $2, $3, $4, $5, $6)', [
    ...[government, matter, account, iso(at), what, reason],
  ])
}
