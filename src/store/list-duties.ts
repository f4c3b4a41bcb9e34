import { Values, visible } from './gate.js'
import { capped } from './list-matters.js'
import { afterKey, pageLimit, pageOf } from './page.js'
import { dutyColumns } from './read-matter.js'
import { iso } from './record.js'
import type { Query } from './transaction.js'
import type { CappedCount, DutyFilter, DutyHolder, Gate, GovernmentId, Page, PageOf, QueuedDuty } from './types.js'

const queuedColumns = `${dutyColumns}, m.matter, m.number, m.title, m.stage, m.category, m.regulation, m.received_at as "matterReceivedAt"`

/** Each holder's first page comes straight from the index; the pages are merged. */
export async function dutyQueue(
  query: Query,
  government: GovernmentId,
  wanted: { holders: readonly DutyHolder[]; gate: Gate; page?: Page },
): Promise<PageOf<QueuedDuty>> {
  const values = new Values()
  const limit = pageLimit(wanted.page)
  const roles = values.add(wanted.holders.map(({ role }) => role))
  const units = values.add(wanted.holders.map(({ unit }) => unit ?? ''))
  const conditions = [
    `d.government = ${values.add(government)}`,
    'd.holder_role = h.role',
    'd.holder_unit = h.unit',
    "d.status in ('open', 'overdue', 'paused')",
    'm.matter = d.matter',
    visible(government, wanted.gate, values),
  ]
  const after = afterKey(wanted.page, ['moment', 'number', 'string'])
  if (after) {
    const moment = after[0] === null ? 'infinity' : iso(Number(after[0]))
    conditions.push(
      `(d.sort_at, d.matter, d.duty_key) > (${values.add(moment)}::timestamptz, ${values.add(after[1])}::bigint, ${values.add(after[2])}::text)`,
    )
  }
  const first = `order by sort_at, matter, key limit ${limit + 1}`
  const each = `select ${queuedColumns}, d.sort_at from duty d, matter m where ${conditions.join(' and ')}
    order by d.sort_at, d.matter, d.duty_key limit ${limit + 1}`
  const holders = `(select distinct role, unit from unnest(${roles}::text[], ${units}::text[]) as named(role, unit)) h`
  const rows = await query<QueuedDuty & { sort_at?: unknown }>(
    `select q.* from ${holders} cross join lateral (${each}) q ${first}`,
    values.list,
  )
  for (const row of rows) delete row.sort_at
  return pageOf(rows, limit, (row) => [row.dueAt, row.matter, row.key])
}

export async function countDuties(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: { filter?: DutyFilter; gate: Gate },
): Promise<CappedCount> {
  const values = new Values()
  return capped(
    query,
    `select 1 from duty d, matter m where ${conditionsOf(government, filter, gate, values).join(' and ')}`,
    values,
  )
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
    `select ${queuedColumns} from duty d, matter m where ${conditions.join(' and ')} order by d.matter, d.duty_key limit 500`,
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
