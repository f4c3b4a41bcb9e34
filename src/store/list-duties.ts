import { Values, visible } from './gate.js'
import { countCap } from './list-matters.js'
import { afterKey, pageLimit, pageOf } from './page.js'
import { iso } from './record.js'
import type { Query } from './transaction.js'
import type {
  DueWindow,
  DutyFilter,
  DutyQueue,
  Gate,
  GovernmentId,
  Instant,
  Page,
  PageOf,
  QueueCounts,
  QueuedDuty,
} from './types.js'

export const ofDuty = `d.duty_key as key, d.duty, nullif(d.holder_unit, '') as unit, d.status, d.opened_at as "openedAt",
  d.due_at as "dueAt", d.late_at as "lateAt", d.provisional as "isProvisional", d.met_at as "metAt", d.workdays_late as "workdaysLate", d.held as "isHeld",
  d.alert, d.deducted, d.criticisms`
export const ofMatter = 'm.matter, m.number, m.title, m.category, m.regulation, m.regulation_version as "regulationVersion"'

/** Each holder's first page comes straight from the index; the pages are merged. */
export async function dutyQueue(
  query: Query,
  government: GovernmentId,
  { due = 'all', page, ...queue }: DutyQueue & { due?: DueWindow; page?: Page },
): Promise<PageOf<QueuedDuty>> {
  const values = new Values()
  const limit = pageLimit(page)
  const conditions: string[] = []
  conditions.push(...within(due, values))
  const after = afterKey(page, ['moment', 'number', 'string'])
  if (after) {
    const moment = after[0] === null ? 'infinity' : iso(Number(after[0]))
    conditions.push(
      `(d.sort_at, d.matter, d.duty_key) > (${values.add(moment)}::timestamptz, ${values.add(after[1])}::bigint, ${values.add(after[2])}::text)`,
    )
  }
  const queued = queuedFirst(government, queue, { ofDuty, ofMatter, conditions, limit: limit + 1 }, values)
  // As `sort_at` does, this puts those without a time last.
  const rows = await query<QueuedDuty>(`${queued} order by "dueAt", matter, key limit ${limit + 1}`, values.list)
  return pageOf(rows, limit, (row) => [row.dueAt, row.matter, row.key])
}

/** What stands in the queue at a moment: read once and counted in several ways, up to `countCap`. */
export async function countQueue(
  query: Query,
  government: GovernmentId,
  { now, tonight, ...queue }: DutyQueue & { now: Instant; tonight: Instant },
): Promise<QueueCounts> {
  const values = new Values()
  const counted = `count(*) as open, count(*) filter (where "lateAt" <= ${values.add(iso(now))}::timestamptz) as overdue,
    count(*) filter (where "lateAt" <= ${values.add(iso(tonight))}::timestamptz) as "untilTonight",
    count(*) filter (where "dueAt" is null) as undated`
  const wanted = { ofDuty: 'd.due_at as "dueAt", d.late_at as "lateAt"', conditions: [], limit: countCap + 1 }
  const queued = queuedFirst(government, queue, wanted, values)
  const first = `${queued} order by "dueAt" limit ${countCap + 1}`
  const row = (await query<Counted>(`select ${counted} from (${first}) q`, values.list))[0]
  if (!row) throw new Error('a count has a row')
  const { open, overdue, untilTonight } = row
  // Those without a time stand last: a queue that is cut off has lost them first.
  const undated = open > countCap ? await countUndated(query, government, queue) : row.undated
  return {
    open: Math.min(open, countCap),
    overdue: Math.min(overdue, countCap),
    today: Math.min(untilTonight, countCap) - Math.min(overdue, countCap),
    undated: Math.min(undated, countCap),
  }
}

/** What is late is late from its due time on: the same bounds on that find it by the index. */
function within(due: DueWindow, values: Values): readonly string[] {
  if (due === 'all') return []
  if (due === 'undated') return [undated]
  const bounds = [`<= ${values.add(iso(due.lateBy))}::timestamptz`]
  if (due.lateAfter !== undefined) bounds.push(`> ${values.add(iso(due.lateAfter))}::timestamptz`)
  return bounds.flatMap((bound) => [`d.sort_at ${bound}`, `d.late_at ${bound}`])
}

const undated = "d.sort_at = 'infinity'"

type Counted = { readonly open: number; readonly overdue: number; readonly untilTonight: number; readonly undated: number }

async function countUndated(query: Query, government: GovernmentId, queue: DutyQueue): Promise<number> {
  const values = new Values()
  const wanted = { ofDuty: 'd.matter', conditions: [undated], limit: countCap }
  const queued = queuedFirst(government, queue, wanted, values)
  return (await query<{ count: number }>(`select count(*) as count from (${queued}) q`, values.list))[0]?.count ?? 0
}

type Wanted = {
  readonly ofDuty: string
  readonly ofMatter?: string
  readonly conditions: readonly string[]
  readonly limit: number
}

/**
 * Of each holder as many open duties as are wanted, from the front of the queue. `offset 0` makes the planner look up the matter of
 * each duty as it comes: where few matters are stored it would rather read all of the unit's.
 */
function queuedFirst(
  government: GovernmentId,
  { holders, persons = [], gate }: DutyQueue,
  wanted: Wanted,
  values: Values,
): string {
  const roles = values.add(holders.map(({ role }) => role))
  const units = values.add(holders.map(({ unit }) => unit ?? ''))
  const conditions = [
    `d.government = ${values.add(government)}`,
    'd.holder_role = h.role',
    'd.holder_unit = h.unit',
    `d.holder_person = any(${values.add(['', ...persons])}::text[])`,
    "d.status in ('open', 'overdue', 'paused')",
    ...wanted.conditions,
  ]
  return `select q.* from (select distinct role, unit from unnest(${roles}::text[], ${units}::text[]) as named(role, unit)) h
    cross join lateral (
      select ${wanted.ofDuty}, m.* from duty d
      cross join lateral (select ${wanted.ofMatter ?? ''} from matter m where ${visible(government, gate, values)} and m.matter = d.matter offset 0) m
      where ${conditions.join(' and ')} order by d.sort_at, d.matter, d.duty_key limit ${wanted.limit}
    ) q`
}

/** One batch of all duties, met and cancelled ones too, in the order of their matters. */
export async function dutyBatch(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: { filter?: DutyFilter; gate: Gate },
  after: readonly [number, string],
): Promise<QueuedDuty[]> {
  const values = new Values()
  const conditions = conditionsOf(government, filter, gate, values)
  conditions.push(`(d.matter, d.duty_key) > (${values.add(after[0])}::bigint, ${values.add(after[1])}::text)`)
  return query(
    `select ${ofDuty}, ${ofMatter} from duty d, matter m where ${conditions.join(' and ')} order by d.matter, d.duty_key limit 500`,
    values.list,
  )
}

function conditionsOf(government: GovernmentId, filter: DutyFilter, gate: Gate, values: Values): string[] {
  const conditions = [`d.government = ${values.add(government)}`, 'm.matter = d.matter', visible(government, gate, values)]
  if (filter.duties) conditions.push(`d.duty = any(${values.add(filter.duties)}::text[])`)
  if (filter.units) conditions.push(`d.holder_unit = any(${values.add(filter.units)}::text[])`)
  if (filter.statuses) conditions.push(`d.status = any(${values.add(filter.statuses)}::text[])`)
  if (filter.isLate !== undefined) conditions.push(`d.is_late = ${values.add(filter.isLate)}::boolean`)
  if (filter.openedFrom !== undefined) conditions.push(`d.opened_at >= ${values.add(iso(filter.openedFrom))}::timestamptz`)
  if (filter.openedBefore !== undefined) conditions.push(`d.opened_at < ${values.add(iso(filter.openedBefore))}::timestamptz`)
  if (filter.dueBefore !== undefined) conditions.push(`d.due_at < ${values.add(iso(filter.dueBefore))}::timestamptz`)
  if (filter.holders) {
    const roles = values.add(filter.holders.map(({ role }) => role))
    const units = values.add(filter.holders.map(({ unit }) => unit ?? ''))
    conditions.push(
      `(d.holder_role, d.holder_unit) in (select role, unit from unnest(${roles}::text[], ${units}::text[]) as named(role, unit))`,
    )
  }
  return conditions
}
