import { createHash } from 'node:crypto'
import type { Database } from './database.js'
import { fault } from './fault.js'
import { iso } from './record.js'
import type { Query } from './transaction.js'
import type { Account, GovernmentId, HeldSession, Instant, NewSession, Session } from './types.js'

/** The token itself is never stored: whoever reads the table cannot sign in with it. Tokens are long and random, so a plain hash will do. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function createSession(
  query: Query,
  government: GovernmentId,
  { token, account, csrf, createdAt, expiresAt }: NewSession,
): Promise<void> {
  await query(
    'insert into session (token_hash, government, account, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [hashOf(token), government, account, csrf, iso(createdAt), iso(expiresAt)],
  )
}

/** Before anybody knows the government: the policy shows a session to whoever names its hash. */
const bearing = (query: Query, token: string): Promise<unknown> =>
  query("select set_config('huiyin.session', $1, true)", [hashOf(token).toString('hex')])

/** The session with whoever holds it, in one round trip. */
export async function findSession({ app }: Database, token: string, now: Instant): Promise<HeldSession | null> {
  const text = 'select session_holder($1, $2) as held'
  const { rows } = await app
    .query<{ held: Held | null }>({ name: 'session_holder', text, values: [hashOf(token), iso(now)] })
    .catch(fault)
  const held = rows[0]?.held
  if (!held) return null
  const { createdAt, expiresAt } = held.session
  return { ...held.session, createdAt: Date.parse(createdAt), expiresAt: Date.parse(expiresAt), holder: held.account }
}

type Held = {
  readonly session: Omit<Session, 'createdAt' | 'expiresAt'> & { readonly createdAt: string; readonly expiresAt: string }
  readonly account: Account | null
}

export async function endSession(query: Query, token: string): Promise<void> {
  await bearing(query, token)
  await query('delete from session where token_hash = $1', [hashOf(token)])
}

export async function endSessionsOf(query: Query, government: GovernmentId, account: string): Promise<void> {
  await query('delete from session where government = $1 and account = $2', [government, account])
}

export async function createSetupLink(query: Query, token: string, at: Instant): Promise<void> {
  await query('insert into setup_link (token_hash, created_at) values ($1, $2)', [hashOf(token), iso(at)])
}

export async function useSetupLink(query: Query, token: string, at: Instant): Promise<boolean> {
  const text = 'update setup_link set used_at = $2 where token_hash = $1 and used_at is null returning true as used'
  return (await query(text, [hashOf(token), iso(at)])).length > 0
}

const week = 7 * 86_400_000

/** Removes what has lapsed in one government. */
export async function tidy(query: Query, government: GovernmentId, now: Instant): Promise<void> {
  await query('delete from session where government = $1 and expires_at <= $2', [government, iso(now)])
  await query('delete from submission_key where government = $1 and created_at <= $2', [government, iso(now - week)])
}
