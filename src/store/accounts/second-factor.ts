import type { Query } from '../database/transaction.js'
import type { Keys } from '../keys/keys.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'

/** 第二因素. What an authenticator and we both know; a code serves once, and none of an earlier step after it. */
export type SecondFactor = {
  /** In hexadecimal. */
  readonly secret: string
  /** The person has shown a code of it; before, it is asked of nobody. */
  readonly isConfirmed: boolean
  readonly lastStep: number
  readonly recoveryLeft: number
}

type Row = { keyId: string; nonce: Buffer; sealed: Buffer; isConfirmed: boolean; lastStep: number; recoveryLeft: number }

const aboutOf = (government: GovernmentId, account: string): string => `second factor/${government}/${account}`

export async function findSecondFactor(
  { query, keys }: { query: Query; keys: Keys },
  government: GovernmentId,
  account: string,
): Promise<SecondFactor | null> {
  const rows = await query<Row>(
    `select key_id as "keyId", nonce, sealed, is_confirmed as "isConfirmed", last_step as "lastStep",
       (select count(*) from recovery_code r where r.government = f.government and r.account = f.account and r.used_at is null)
         as "recoveryLeft"
     from second_factor f where government = $1 and account = $2`,
    [government, account],
  )
  const row = rows[0]
  if (row === undefined) return null
  const { isConfirmed, lastStep, recoveryLeft } = row
  return { secret: String(keys.open(row, aboutOf(government, account))), isConfirmed, lastStep, recoveryLeft }
}

/** Begins anew; one that was confirmed is not replaced. False: there is such a one. */
export async function beginSecondFactor(
  { query, keys }: { query: Query; keys: Keys },
  government: GovernmentId,
  { account, secret }: { account: string; secret: string },
): Promise<boolean> {
  const { sealed, nonce, keyId } = keys.seal(secret, aboutOf(government, account))
  const rows = await query(
    `insert into second_factor as known (government, account, sealed, nonce, key_id) values ($1, $2, $3, $4, $5)
     on conflict (government, account) do update set sealed = excluded.sealed, nonce = excluded.nonce, key_id = excluded.key_id
     where not known.is_confirmed returning account`,
    [government, account, sealed, nonce, keyId],
  )
  return rows.length > 0
}

/** True once for each step, and for no earlier one afterwards. */
export async function spendStep(query: Query, government: GovernmentId, account: string, step: number): Promise<boolean> {
  const rows = await query(
    'update second_factor set last_step = $3 where government = $1 and account = $2 and last_step < $3 returning account',
    [government, account, step],
  )
  return rows.length > 0
}

/** The step whose code was shown, and hashes of the codes for the day on which the authenticator is lost. */
export type FactorConfirmed = { readonly account: string; readonly step: number; readonly codeHashes: readonly Buffer[] }

/** Confirms it by a step, which is spent, and puts the codes in place of those before. False: there is none, or the step was spent. */
export async function confirmSecondFactor(
  query: Query,
  government: GovernmentId,
  { account, step, codeHashes }: FactorConfirmed,
): Promise<boolean> {
  const rows = await query(
    `update second_factor set is_confirmed = true, last_step = $3
     where government = $1 and account = $2 and last_step < $3 returning account`,
    [government, account, step],
  )
  if (rows.length === 0) return false
  await query('delete from recovery_code where government = $1 and account = $2', [government, account])
  await query('insert into recovery_code (government, account, code_hash) select $1, $2, unnest($3::bytea[])', [
    government,
    account,
    codeHashes,
  ])
  return true
}

/** True once for each code. */
export async function spendRecoveryCode(
  query: Query,
  government: GovernmentId,
  { account, codeHash, at }: { account: string; codeHash: Buffer; at: Instant },
): Promise<boolean> {
  const rows = await query(
    `update recovery_code set used_at = $4 where government = $1 and account = $2 and code_hash = $3 and used_at is null
     returning account`,
    [government, account, codeHash, iso(at)],
  )
  return rows.length > 0
}

export async function removeSecondFactor(query: Query, government: GovernmentId, account: string): Promise<boolean> {
  await query('delete from recovery_code where government = $1 and account = $2', [government, account])
  const rows = await query('delete from second_factor where government = $1 and account = $2 returning account', [
    government,
    account,
  ])
  return rows.length > 0
}
