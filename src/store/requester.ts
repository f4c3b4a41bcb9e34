import type { Context } from './context.js'
import { plainCode } from './query-code.js'
import { identityOf, iso } from './record.js'
import { asGovernment, readGovernment } from './transaction.js'
import type { AccessRecord, GovernmentId, Identity, IdentityOpening, Instant, MatterId } from './types.js'

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

type PersonRow = { person: number; keyId: string; nonce: Buffer; sealed: Buffer }

/** Who opened what, why and when is recorded before the identity leaves; if that fails, it stays closed. */
export async function openIdentity(
  { database, keys }: Context,
  government: GovernmentId,
  opening: IdentityOpening,
): Promise<Identity | null> {
  const { matter, account, at, what, reason } = opening
  const row = await asGovernment(database, government, async (query) => {
    const rows = await query<PersonRow>(
      `select p.person, p.key_id as "keyId", p.nonce, p.sealed from matter m
       join person p on p.government = m.government and p.person = m.requester where m.government = $1 and m.matter = $2`,
      [government, matter],
    )
    if (rows[0]) {
      await query('insert into access_record (government, matter, account, at, what, reason) values ($1, $2, $3, $4, $5, $6)', [
        government,
        matter,
        account,
        iso(at),
        what,
        reason,
      ])
    }
    return rows[0]
  })
  if (!row) return null
  const identity = keys.open(row, identityOf(government, row.person))
  if (typeof identity !== 'object' || identity === null || Array.isArray(identity))
    throw new Error(`person ${row.person} is no identity`)
  return identity as Identity
}

/** Seals anew: what a requester corrected, or what an office learned. A matter without a requester gets one. */
export async function replaceIdentity(
  context: Context,
  government: GovernmentId,
  given: { matter: MatterId; identity: Identity; at: Instant },
): Promise<void> {
  const { matter, identity, at } = given
  const drawn = await context.reserves.next(government, 'person')
  await asGovernment(context.database, government, async (query) => {
    const place = [government, matter]
    const found = await query<{ requester: number | null }>(
      'select requester from matter where government = $1 and matter = $2 for update',
      place,
    )
    if (!found[0]) throw new Error(`no matter ${matter}`)
    const person = found[0].requester ?? drawn
    const { sealed, nonce, keyId } = context.keys.seal(identity, identityOf(government, person))
    await query(
      `insert into person (government, person, sealed, nonce, key_id, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (government, person) do update set sealed = excluded.sealed, nonce = excluded.nonce, key_id = excluded.key_id`,
      [government, person, sealed, nonce, keyId, iso(at)],
    )
    await query('update matter set requester = $3 where government = $1 and matter = $2', [...place, person])
  })
}

export function listAccessRecords({ database }: Context, government: GovernmentId, matter: MatterId): Promise<AccessRecord[]> {
  const text = 'select id, matter, account, at, what, reason from access_record where government = $1 and matter = $2 order by id'
  return readGovernment(database, government, (query) => query(text, [government, matter]))
}
