import { createHash } from 'node:crypto'
import type { Database } from './database/database.js'
import { type Call, sharedCalls } from './database/shared-calls.js'
import type { Query } from './database/transaction.js'
import { iso } from './moments.js'
import type { Account, GovernmentId, HeldSession, Instant, NewSession, OwnSession, Session } from './types.js'

/** The token itself is never stored: whoever reads the table cannot sign in with it. Tokens are long and random, so a plain hash will do. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** 闲置. A session in which nobody did anything for so long is over. */
const idleMs = 3_600_000
/** Not written down more often than this. */
const seenEveryMs = 60_000

export async function createSession(
  query: Query,
  government: GovernmentId,
  { token, account, csrf, createdAt, expiresAt, address = '', agent = '' }: NewSession,
): Promise<void> {
  await query(
    `insert into session (token_hash, government, account, csrf, created_at, seen_at, expires_at, address, agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [hashOf(token), government, account, csrf, iso(createdAt), iso(expiresAt), address, agent],
  )
}

/** Before anybody knows the government: the policy shows a session to whoever names its hash. */
const bearing = (query: Query, token: string): Promise<unknown> =>
  query("select set_config('huiyin.session', $1, true)", [hashOf(token).toString('hex')])

/** How a session is looked up, by however many at once. */
export const holdersOf = ({ app }: Database): Call<Held | null> => sharedCalls(app, 'session_holder', 3)

/** The session with whoever holds it, in one round trip. */
export async function findSession(holders: Call<Held | null>, token: string, now: Instant): Promise<HeldSession | null> {
  const held = await holders('', [hashOf(token), iso(now), iso(now - idleMs)])
  if (held === null) return null
  const { createdAt, expiresAt, seenAt } = held.session
  const times = { createdAt: Date.parse(createdAt), expiresAt: Date.parse(expiresAt), seenAt: Date.parse(seenAt) }
  return { ...held.session, ...times, holder: held.account }
}

type HeldTime = 'createdAt' | 'expiresAt' | 'seenAt'
type Held = {
  readonly session: Omit<Session, HeldTime> & Readonly<Record<HeldTime, string>>
  readonly account: Account | null
}

export async function endSession(query: Query, token: string): Promise<void> {
  await bearing(query, token)
  await query('delete from session where token_hash = $1', [hashOf(token)])
}

/** Somebody does something in it. */
export async function touchSession(query: Query, government: GovernmentId, token: string, now: Instant): Promise<void> {
  await query('update session set seen_at = $3 where government = $1 and token_hash = $2 and seen_at <= $4', [
    government,
    hashOf(token),
    iso(now),
    iso(now - seenEveryMs),
  ])
}

export const listSessions = (query: Query, government: GovernmentId, account: string, now: Instant): Promise<OwnSession[]> =>
  query(
    `select id, created_at as "createdAt", seen_at as "seenAt", address, agent from session
     where government = $1 and account = $2 and expires_at > $3 and seen_at > $4 order by id desc limit 100`,
    [government, account, iso(now), iso(now - idleMs)],
  )

/** All of them, all but the one that asks, or a single one. */
export async function endSessionsOf(
  query: Query,
  government: GovernmentId,
  account: string,
  which: { readonly but?: number; readonly only?: number } = {},
): Promise<void> {
  await query(
    `delete from session where government = $1 and account = $2 and ($3::bigint is null or id <> $3)
       and ($4::bigint is null or id = $4)`,
    [government, account, which.but ?? null, which.only ?? null],
  )
}

export async function createSetupLink(query: Query, token: string, at: Instant): Promise<void> {
  await query('insert into setup_link (token_hash, created_at) values ($1, $2)', [hashOf(token), iso(at)])
}

/** Whether a link was given out and serves still. */
export async function isSetupLink(query: Query, token: string): Promise<boolean> {
  const text = 'select true as open from setup_link where token_hash = $1 and used_at is null'
  return (await query(text, [hashOf(token)])).length > 0
}

export async function useSetupLink(query: Query, token: string, at: Instant): Promise<boolean> {
  const text = 'update setup_link set used_at = $2 where token_hash = $1 and used_at is null returning true as used'
  return (await query(text, [hashOf(token), iso(at)])).length > 0
}

const week = 7 * 86_400_000

/** Removes what has lapsed in one government. */
export async function tidy(query: Query, government: GovernmentId, now: Instant): Promise<void> {
  await query('delete from session where government = $1 and (expires_at <= $2 or seen_at <= $3)', [
    government,
    iso(now),
    iso(now - idleMs),
  ])
  await query('delete from submission_key where government = $1 and created_at <= $2', [government, iso(now - week)])
}
