import type { Ask, Query } from '../database/transaction.js'
import { toldGate, Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import { afterKey, countCap, pageLimit, pageOf } from '../search/page.js'
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
} from '../types.js'

type Desk = DutyQueue & { readonly due?: DueWindow; readonly page?: Page }
/** By when what is late is counted: now, tonight, and the end of the last day that is soon. */
type Counting = { readonly [each in 'now' | 'tonight' | 'soon']: Instant }

/** Each holder's first page comes straight from the index; the pages are merged. */
export const dutyQueue = async (ask: Ask, government: GovernmentId, desk: Desk): Promise<PageOf<QueuedDuty>> =>
  pageOf((await deskOf(ask, government, desk, null)).rows, pageLimit(desk.page), keyOf)

/** The same with what stands in the queue at a moment, counted up to `countCap`: one statement, one moment. */
export async function dutyDesk(
  ask: Ask,
  government: GovernmentId,
  desk: Desk & Counting,
): Promise<PageOf<QueuedDuty> & { readonly counts: QueueCounts }> {
  const { rows, counts } = await deskOf(ask, government, desk, desk)
  if (counts === null) throw new Error('a desk is counted')
  return { ...pageOf(rows, pageLimit(desk.page), keyOf), counts: countsOf(counts) }
}

/** As they are told: none beyond the cap. */
export const countsOf = ({ open, overdue, until, soon, undated }: Counted): QueueCounts => ({
  open: Math.min(open, countCap),
  overdue: Math.min(overdue, countCap),
  today: Math.min(until, countCap) - Math.min(overdue, countCap),
  soon: Math.min(soon, countCap) - Math.min(overdue, countCap),
  undated: Math.min(undated, countCap),
})

const keyOf = ({ dueAt, matter, key }: QueuedDuty) => [dueAt, matter, key] as const

/** As a function of the database counts a queue. */
export type Counted = { readonly [each in 'open' | 'overdue' | 'until' | 'soon' | 'undated']: number }
type Found = { readonly rows: readonly QueuedDuty[]; readonly counts: Counted | null }

async function deskOf(ask: Ask, government: GovernmentId, desk: Desk, counting: Counting | null): Promise<Found> {
  const { holders, persons = [], house = null, keptBy = null, gate, due = 'all', page } = desk
  const [at, matter, key] = placeAfter(due, page)
  const { lateAfter = null, lateBy = null } = typeof due === 'string' ? {} : due
  const moment = (of: Instant | null): string | null => (of === null ? null : iso(of))
  const found = (await ask('duty_desk', government, [
    government,
    holders.map(({ role }) => role),
    holders.map(({ unit }) => unit ?? ''),
    ['', ...persons],
    house,
    keptBy,
    ...toldGate(gate),
    moment(lateAfter),
    moment(lateBy),
    at,
    matter,
    key,
    pageLimit(page) + 1,
    moment(counting?.now ?? null),
    moment(counting?.tonight ?? null),
    moment(counting?.soon ?? null),
  ])) as Found
  return { ...found, rows: found.rows.map(withInstants) }
}

/** Behind which place of the queue the page begins; what has no time stands behind all that has one. */
function placeAfter(due: DueWindow, page: Page | undefined): readonly [at: string, matter: number, key: string] {
  const after = afterKey(page, ['moment', 'number', 'string'])
  if (after === null) return [due === 'undated' ? 'infinity' : '-infinity', 0, '']
  return [after[0] === null ? 'infinity' : iso(Number(after[0])), Number(after[1]), String(after[2])]
}

/** Moments came as text. Field by field: a desk has many rows. */
export const withInstants = (row: QueuedDuty): QueuedDuty => {
  const { openedAt, dueAt, lateAt, metAt } = row as unknown as Readonly<Record<string, string | null>>
  return { ...row, openedAt: moment(openedAt) ?? 0, dueAt: moment(dueAt), lateAt: moment(lateAt), metAt: moment(metAt) }
}

const moment = (text: string | null | undefined): Instant | null => (text == null ? null : Date.parse(text))

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
    `select ${queuedDutyColumns}, ${queuedMatterColumns} from duty d, matter m where ${conditions.join(' and ')} order by d.matter, d.duty_key limit 500`,
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
