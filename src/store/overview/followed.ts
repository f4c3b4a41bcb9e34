import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { Gate, GovernmentId, Instant, Page, PageOf, QueuedDuty } from '../types.js'

/** Duties of one name under one regulation, whoever owes them, and the moment at which they are looked at. */
export type FollowedAsked = {
  readonly gate: Gate
  readonly regulation: string
  readonly duty: string
  readonly now: Instant
  /** Minutes east of Greenwich, in which the year of a duty without a day is told. */
  readonly zone: number
}

/** What one unit owes and has done, of what is due in one year. */
export type FollowedCount = {
  /** '': no unit owes it, nor is it owed in a unit's share. */
  readonly unit: string
  readonly year: number
  readonly open: number
  readonly late: number
  readonly done: number
  readonly doneLate: number
}

/** How often each option was given of what was answered by a unit. */
export type RatingCount = { readonly unit: string; readonly rating: string; readonly count: number }

/** Which of them: what is owed (late or not), what of it is late, what is done. */
export type FollowedShow = 'open' | 'late' | 'done' | 'all'

export type FollowedPart = { readonly unit: string | null; readonly year: number | null; readonly show: FollowedShow }

const unitOf = `coalesce(nullif(d.holder_unit, ''), a.unit, '')`
const isOpen = `d.status in ('open', 'overdue', 'paused')`
const from = `from duty d join matter m on m.government = d.government and m.matter = d.matter
  left join assignment a on a.government = d.government and a.matter = d.matter and a.assignment = d.assignment`

/** What is owed no more without having been done counts for nobody. */
function conditionsOf(government: GovernmentId, { gate, regulation, duty }: FollowedAsked, values: Values): string[] {
  return [
    `d.government = ${values.add(government)}`,
    `m.regulation = ${values.add(regulation)}`,
    `d.duty = ${values.add(duty)}`,
    `d.status <> 'cancelled'`,
    visible(government, gate, values),
  ]
}

const dayIn = (at: string, zone: string): string => `((${at} at time zone 'UTC') + make_interval(mins => ${zone}::int))::date`
const yearIn = (zone: string): string => `extract(year from coalesce(d.due_on, ${dayIn('d.opened_at', zone)}))::int`

/** By unit and by the year of the due day; of what has no day, by the year in which it opened. */
export function countFollowed(query: Query, government: GovernmentId, asked: FollowedAsked): Promise<FollowedCount[]> {
  const values = new Values()
  const conditions = conditionsOf(government, asked, values)
  const now = `${values.add(iso(asked.now))}::timestamptz`
  return query(
    `select ${unitOf} as unit, ${yearIn(values.add(asked.zone))} as year,
       count(*) filter (where ${isOpen})::int as open, count(*) filter (where ${isOpen} and d.late_at <= ${now})::int as late,
       count(*) filter (where not ${isOpen})::int as done, count(*) filter (where not ${isOpen} and d.is_late)::int as "doneLate"
     ${from} where ${conditions.join(' and ')} group by 1, 2`,
    values.list,
  )
}

/** First due first; what has no day last. */
export async function listFollowed(
  query: Query,
  government: GovernmentId,
  { part: { unit, year, show }, page, ...asked }: FollowedAsked & { readonly part: FollowedPart; readonly page?: Page },
): Promise<PageOf<QueuedDuty>> {
  const values = new Values()
  const conditions = conditionsOf(government, asked, values)
  if (unit !== null) conditions.push(`${unitOf} = ${values.add(unit)}`)
  if (year !== null) conditions.push(`${yearIn(values.add(asked.zone))} = ${values.add(year)}`)
  if (show === 'open' || show === 'late') conditions.push(isOpen)
  if (show === 'late') conditions.push(`d.late_at <= ${values.add(iso(asked.now))}::timestamptz`)
  if (show === 'done') conditions.push(`not ${isOpen}`)
  const after = afterKey(page, ['moment', 'number', 'string'])
  if (after) {
    const due = after[0] === null ? 'infinity' : iso(Number(after[0]))
    const key = `${values.add(due)}::timestamptz, ${values.add(after[1])}::bigint, ${values.add(after[2])}::text`
    conditions.push(`(d.sort_at, d.matter, d.duty_key) > (${key})`)
  }
  const limit = pageLimit(page)
  const rows = await query<QueuedDuty>(
    `select ${queuedDutyColumns}, ${queuedMatterColumns} ${from} where ${conditions.join(' and ')}
     order by d.sort_at, d.matter, d.duty_key limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [row.dueAt, row.matter, row.key])
}

/** What was said of the answers of each unit, by the year in which it was said. */
export function countRatings(
  query: Query,
  government: GovernmentId,
  { gate, regulation, zone, year }: Omit<FollowedAsked, 'duty' | 'now'> & { readonly year: number | null },
): Promise<RatingCount[]> {
  const values = new Values()
  const conditions = [
    `k.government = ${values.add(government)}`,
    `m.regulation = ${values.add(regulation)}`,
    `k.mark = 'rated' and k.rating is not null`,
    visible(government, gate, values),
  ]
  if (year !== null) {
    conditions.push(`extract(year from ${dayIn('k.at', values.add(zone))}) = ${values.add(year)}::int`)
  }
  return query(
    `select coalesce(a.unit, '') as unit, k.rating, count(*)::int as count
     from mark k join matter m on m.government = k.government and m.matter = k.matter
     left join assignment a on a.government = k.government and a.matter = k.matter and a.assignment = k.assignment
     where ${conditions.join(' and ')} group by 1, 2`,
    values.list,
  )
}
