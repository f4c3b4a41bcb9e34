import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant, JsonObject } from '../types.js'
import { addAudit } from './audit.js'

/** An entry as it leaves the house: with its place in the chain, so that whoever receives it can tell whether one is missing. */
export type ShippedEntry = {
  readonly government: GovernmentId
  readonly seq: number
  readonly at: Instant
  readonly account: string
  readonly kind: string
  readonly about: string
  readonly detail: JsonObject
  readonly address: string | null
  readonly hash: string
}

/** A target did not take what was sent to it. No fault of the database, whose errors look alike. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
  constructor(target: string, cause: unknown) {
    super(`the log was not taken by ${target}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/**
 * Hands the next entries to whoever sends them to a target, and remembers how far it has them once they were taken: what fails is handed
 * over again, perhaps twice, never left out. Answers how many. Another node that does the same just now is left to do it.
 */
export async function shipLog(
  query: Query,
  government: GovernmentId,
  asked: { readonly target: string; readonly most: number; readonly send: (entries: readonly ShippedEntry[]) => Promise<void> },
): Promise<number> {
  const { target, most, send } = asked
  const place = [government, target]
  const waiting = await query(
    `select from record_head h where h.government = $1 and h.name = 'audit_entry' and not exists
       (select from log_position p where p.government = $1 and p.target = $2 and p.seq >= h.seq)`,
    place,
  )
  if (waiting.length === 0) return 0
  await query('insert into log_position (government, target, seq) values ($1, $2, 0) on conflict do nothing', place)
  const [at] = await query<{ seq: number }>(
    'select seq from log_position where government = $1 and target = $2 for update skip locked',
    place,
  )
  if (at === undefined) return 0
  const entries = await query<ShippedEntry>(
    `select government, seq, at, account, kind, about, detail, address, encode(hash, 'hex') as hash from audit_entry
     where government = $1 and seq > $2 order by seq limit $3`,
    [government, at.seq, most],
  )
  const last = entries.at(-1)
  if (last === undefined) return 0
  await send(entries).catch((error: unknown) => {
    throw new NotTaken(target, error)
  })
  await query('update log_position set seq = $3 where government = $1 and target = $2', [...place, last.seq])
  return entries.length
}

/** Cuts off what has been kept for its time; the log says so itself. */
export async function cutLog(
  query: Query,
  government: GovernmentId,
  { at, targets }: { readonly at: Instant; readonly targets: readonly string[] },
): Promise<number> {
  const [cut] = await query<{ first: number; count: number }>('select first, count from cut_log($1, $2)', [iso(at), targets])
  if (cut === undefined) return 0
  await addAudit(query, government, { at, account: 'system', kind: 'log-cut', about: '', detail: { count: cut.count } })
  return cut.count
}
