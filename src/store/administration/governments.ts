import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { DueMatter, GovernmentId, Instant, JsonObject } from '../types.js'
import { changedMeanwhile } from './changed-meanwhile.js'

/** Changes as any row of the government changes: hand it back with the next change. */
export async function governmentRevision(query: Query, government: GovernmentId): Promise<number> {
  const rows = await query<{ revision: number }>('select xmin::text::bigint as revision from government where government = $1', [
    government,
  ])
  return rows[0]?.revision ?? 0
}

/** Changes the name, the version that new matters begin under, and the named settings; the others stay. */
export async function changeGovernment(
  query: Query,
  government: GovernmentId,
  change: {
    readonly name?: string
    readonly regulationVersion?: string
    readonly settings: JsonObject
    readonly revision: number
  },
): Promise<void> {
  const rows = await query<{ revision: number }>(
    'select xmin::text::bigint as revision from government where government = $1 for update',
    [government],
  )
  changedMeanwhile(rows[0], change.revision)
  await query(
    `update government set name = coalesce($2, name), settings = settings || $3::jsonb,
       regulation_version = coalesce($4, regulation_version) where government = $1`,
    [government, change.name ?? null, JSON.stringify(change.settings), change.regulationVersion ?? null],
  )
}

/** 演练. True only while there is no matter, or where it is one already. */
export async function becomeRehearsal(query: Query, government: GovernmentId): Promise<boolean> {
  const rows = await query(
    `update government set rehearsal = true where government = $1
       and (rehearsal or not exists (select from matter where matter.government = $1)) returning government`,
    [government],
  )
  return rows.length > 0
}

/**
 * A rehearsal that nothing was sent to, and whose clock was not moved, is none again. False: it is none, or there is a matter, or its clock
 * is ahead: another node might still take a letter in by that.
 */
export async function leaveRehearsal(query: Query, government: GovernmentId): Promise<boolean> {
  const rows = await query(
    `update government set rehearsal = false where government = $1 and rehearsal and ahead_ms = 0
       and not exists (select from matter where matter.government = $1) returning government`,
    [government],
  )
  return rows.length > 0
}

/** Moves the clock of a rehearsal forward, never back. False: it is none, or the clock is further already. */
export async function moveAhead(query: Query, government: GovernmentId, aheadMs: number): Promise<boolean> {
  const rows = await query(
    'update government set ahead_ms = $2 where government = $1 and rehearsal and ahead_ms < $2 returning government',
    [government, aheadMs],
  )
  return rows.length > 0
}

/** Whose clocks run ahead, and by how much. */
export const governmentsAhead = (query: Query): Promise<{ government: GovernmentId; aheadMs: number }[]> =>
  query('select government, ahead_ms as "aheadMs" from government where ahead_ms > 0')

/** Takes what is due in one government at a moment of its own; the lease is counted on the real clock. */
export function takeDueIn(
  query: Query,
  asked: { readonly government: GovernmentId; readonly due: Instant; readonly now: Instant; readonly limit: number },
): Promise<DueMatter[]> {
  const lease = 60_000
  const text = `
    update matter m set taken_until = $4::timestamptz
    from (select government, matter from matter
          where government = $1 and look_at <= $2::timestamptz and (taken_until is null or taken_until <= $3::timestamptz)
          order by look_at limit $5 for update skip locked) due
    where m.government = due.government and m.matter = due.matter
    returning m.government, m.matter, m.look_at as "lookAt"`
  return query<DueMatter>(text, [asked.government, iso(asked.due), iso(asked.now), iso(asked.now + lease), asked.limit])
}

/** Settings the product keeps for itself: no deed of anybody, no entry in the log. */
export async function patchSettings(query: Query, government: GovernmentId, settings: JsonObject): Promise<void> {
  await query('update government set settings = settings || $2::jsonb where government = $1', [
    government,
    JSON.stringify(settings),
  ])
}

/** Settings that a person chooses without having seen the others; false: they stand so already. */
export async function chooseSettings(query: Query, government: GovernmentId, settings: JsonObject): Promise<boolean> {
  const rows = await query(
    `update government set settings = settings || $2::jsonb where government = $1
       and settings || $2::jsonb <> settings returning government`,
    [government, JSON.stringify(settings)],
  )
  return rows.length > 0
}

/** Whether no matter was ever sent in. */
export const isEmpty = async (query: Query, government: GovernmentId): Promise<boolean> =>
  (await query('select from matter where government = $1 limit 1', [government])).length === 0

/** Has every matter looked at again in which something is due from a moment on. */
export async function lookAgainFrom(query: Query, government: GovernmentId, from: Instant, at: Instant): Promise<void> {
  await query(
    `update matter m set look_at = least(m.look_at, $3::timestamptz) where m.government = $1 and exists (
       select from duty d where d.government = $1 and d.matter = m.matter and (d.due_at is null or d.due_at >= $2::timestamptz)
         and d.status <> 'cancelled')`,
    [government, iso(from), iso(at)],
  )
}
