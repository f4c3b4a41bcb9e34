import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import type { DayText, Gate, GovernmentId, Instant } from '../types.js'
import type { RoundKey, RoundRow } from './types.js'

export async function begin(
  query: Query,
  government: GovernmentId,
  { regulation, since, lookAt }: { regulation: string; since: DayText; lookAt: Instant },
): Promise<DayText> {
  const values = [government, regulation, since, iso(lookAt)]
  await query(
    'insert into round_watch (government, regulation, since, look_at) values ($1, $2, $3, $4) on conflict do nothing',
    values,
  )
  const [found] = await query<{ since: DayText }>(
    'select since from round_watch where government = $1 and regulation = $2',
    values.slice(0, 2),
  )
  return found?.since ?? since
}

/** Nobody else gets them until the lease ends, or whoever took them says when to look next. */
export async function takeDue(
  query: Query,
  { government, due, now, lease }: { government: GovernmentId | null; due: Instant; now: Instant; lease: number },
): Promise<GovernmentId[]> {
  const text = `
    update round_watch w set taken_until = $3::timestamptz
    from (select government, regulation from round_watch
          where look_at <= $1::timestamptz and (taken_until is null or taken_until <= $2::timestamptz)
            and ($4::text is null or government = $4::text) order by look_at for update skip locked) due
    where w.government = due.government and w.regulation = due.regulation
    returning w.government`
  const rows = await query<{ government: GovernmentId }>(text, [iso(due), iso(now), iso(now + lease), government])
  return [...new Set(rows.map((row) => row.government))]
}

export async function lookAt(query: Query, government: GovernmentId, regulation: string, at: Instant | null): Promise<void> {
  await query('update round_watch set look_at = $3::timestamptz, taken_until = null where government = $1 and regulation = $2', [
    government,
    regulation,
    at === null ? null : iso(at),
  ])
}

export async function nextLookAt(query: Query): Promise<Instant | null> {
  const rows = await query<{ at: Instant | null }>('select min(greatest(look_at, taken_until)) as at from round_watch')
  return rows[0]?.at ?? null
}

export async function lookAgain(query: Query, government: GovernmentId, at: Instant): Promise<void> {
  await query('update round_watch set look_at = $2::timestamptz where government = $1', [government, iso(at)])
}

export const listOpened = (query: Query, government: GovernmentId, regulation: string): Promise<RoundKey[]> =>
  query<RoundKey>(
    `select m.office_duty as "officeDuty", m.round from matter m
     where m.government = $1 and m.regulation = $2 and m.office_duty is not null`,
    [government, regulation],
  )

export function listRounds(
  query: Query,
  government: GovernmentId,
  { gate, limit }: { gate: Gate; limit: number },
): Promise<RoundRow[]> {
  const values = new Values()
  const shown = visible(government, { ...gate, rounds: 'only' }, values)
  return query<RoundRow>(
    `select ${queuedDutyColumns}, d.holder_role as holder, d.is_late as "isLate", ${queuedMatterColumns}
     from matter m join duty d on d.government = m.government and d.matter = m.matter and d.duty = m.office_duty
     where ${shown} order by m.received_at desc, m.office_duty, m.matter limit ${limit}`,
    values.list,
  )
}
