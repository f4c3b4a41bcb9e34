import type { Context } from './context.js'
import { type Query, readGovernment } from './database/transaction.js'
import { identityWords } from './search/lookup-words.js'
import type { GovernmentId, Identity, MatterId } from './types.js'

/** What an identity is sealed for: it cannot be opened as another's. */
export const identityOf = (government: GovernmentId, person: number): string => `${government}/person/${person}`

export type SealedPerson = { readonly person: number; readonly keyId: string; readonly nonce: Buffer; readonly sealed: Buffer }

/** The person behind a matter, sealed as they lie there; null: nobody said who they are. */
export async function sealedPerson(query: Query, government: GovernmentId, matter: MatterId): Promise<SealedPerson | null> {
  const rows = await query<SealedPerson>(
    `select p.person, p.key_id as "keyId", p.nonce, p.sealed from matter m
     join person p on p.government = m.government and p.person = m.requester where m.government = $1 and m.matter = $2`,
    [government, matter],
  )
  return rows[0] ?? null
}

export function unsealed({ keys }: Context, government: GovernmentId, row: SealedPerson): Identity {
  const identity = keys.open(row, identityOf(government, row.person))
  if (typeof identity !== 'object' || identity === null || Array.isArray(identity))
    throw new Error(`person ${row.person} is no identity`)
  return identity as Identity
}

export type Origin = Record<string, string>

/** A person as `record` takes them: sealed anew, under their number. */
export function sealedFor({ keys }: Context, government: GovernmentId, person: number, identity: Identity): Origin {
  const { sealed, nonce, keyId } = keys.seal(identity, identityOf(government, person))
  return { person: String(person), sealed: sealed.toString('hex'), nonce: nonce.toString('hex'), keyId }
}

/** What a requester adds to who they are: what is known is opened for it, and the opening recorded with the event. */
export async function addedTo(
  context: Context,
  { government, matter }: { readonly government: GovernmentId; readonly matter: MatterId },
  { more, by }: { readonly more: Identity; readonly by: string },
): Promise<Origin> {
  const row = await readGovernment(context.database, government, (query) => sealedPerson(query, government, matter))
  const lookup = identityWords(context.keys.mark, government, more).join(' ')
  if (row === null) return { ...sealedFor(context, government, await context.reserves.next(government, 'person'), more), lookup }
  const whole = { ...unsealed(context, government, row), ...more }
  return { ...sealedFor(context, government, row.person, whole), lookup, opened: by, reason: Object.keys(more).join(' ') }
}
