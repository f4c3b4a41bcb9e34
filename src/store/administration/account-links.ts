import { createHash } from 'node:crypto'
import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'
import type { AccountLink, NewAccountLink, NewPassword } from './types.js'

/** As with sessions, only the hash is stored. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new link makes those before worth nothing. */
export async function addAccountLink(query: Query, government: GovernmentId, link: NewAccountLink): Promise<void> {
  await query('delete from account_link where government = $1 and account = $2 and used_at is null', [government, link.account])
  await query(
    'insert into account_link (token_hash, government, account, created_at, expires_at, made_by, is_shown) values ($1, $2, $3, $4, $5, $6, $7)',
    [hashOf(link.token), government, link.account, iso(link.createdAt), iso(link.expiresAt), link.madeBy, link.isShown],
  )
}

/** Before anybody knows the government: the policy shows a link to whoever names its hash. */
export async function findAccountLink(query: Query, token: string): Promise<AccountLink | null> {
  await query("select set_config('huiyin.session', $1, true)", [hashOf(token).toString('hex')])
  const rows = await query<AccountLink>(
    `select government, account, expires_at as "expiresAt", used_at as "usedAt", is_shown as "isShown" from account_link where token_hash = $1`,
    [hashOf(token)],
  )
  return rows[0] ?? null
}

/** True once and only once, before it expires. */
export async function spendAccountLink(query: Query, government: GovernmentId, token: string, at: Instant): Promise<boolean> {
  const rows = await query(
    `update account_link set used_at = $3 where government = $1 and token_hash = $2 and used_at is null and expires_at > $3
     returning account`,
    [government, hashOf(token), iso(at)],
  )
  return rows.length > 0
}

/** Changes the password alone, whatever else is changed at that moment; false for a locked account. */
export async function setPasswordHash(
  query: Query,
  government: GovernmentId,
  { account, hash, mustChange }: NewPassword,
): Promise<boolean> {
  const rows = await query(
    `update account set password_hash = $3, must_change = $4 where government = $1 and account = $2 and not disabled
     returning account`,
    [government, account, hash, mustChange],
  )
  return rows.length > 0
}
