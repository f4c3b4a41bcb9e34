import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import { iso } from '../moments.js'
import { conditionsOf, indexedOf, type MatterFilter, narrowingsOf } from '../overview/matter-filter.js'
import { matterColumns } from '../read-columns.js'
import {
  type CappedCount,
  type ExportedMatter,
  type Gate,
  type GovernmentId,
  type MatterRow,
  type MatterSort,
  type Page,
  type PageOf,
  seesAll,
} from '../types.js'
import { afterKey, countCap, pageLimit, pageOf } from './page.js'
import { amongThese, newestFirst, newestMet, type Sought, searchedIn } from './search-matters.js'

export type MatterQuery = {
  readonly filter?: MatterFilter
  readonly gate: Gate
  readonly sort?: MatterSort
  readonly page?: Page
}

type Order = { readonly column: string; readonly direction: 'asc' | 'desc'; keyOf(row: MatterRow): number | null }

const orders: Record<MatterSort | 'published', Order> = {
  received: { column: 'm.received_at', direction: 'desc', keyOf: (row) => row.receivedAt },
  updated: { column: 'm.updated_at', direction: 'desc', keyOf: (row) => row.updatedAt },
  due: { column: 'm.next_due_at', direction: 'asc', keyOf: (row) => row.nextDueAt },
  published: { column: 'm.published_at', direction: 'desc', keyOf: (row) => row.publishedAt },
}

const inOrder = ({ column, direction }: Order): string => `${column} ${direction}, m.matter ${direction}`

export async function listMatters(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate, sort = 'received', page }: MatterQuery,
): Promise<PageOf<MatterRow>> {
  return pageIn(query, government, { order: orders[sort], filter, gate, page })
}

/** A page with how many there are in all. What a search found for the one serves the other. */
export async function countedMatters(
  query: Query,
  government: GovernmentId,
  wanted: MatterQuery,
): Promise<PageOf<MatterRow> & { readonly total: CappedCount }> {
  const { filter = {}, gate, sort = 'received', page } = wanted
  const values = new Values()
  const conditions = conditionsOf(government, { filter, gate }, values)
  const sought = { ...soughtIn(filter, gate), conditions, values, order: newestFirst, need: countCap + 1 }
  const met = sort === 'received' && page?.after === undefined ? await newestMet(query, government, sought) : null
  if (met === null)
    return { ...(await listMatters(query, government, wanted)), total: await countMatters(query, government, wanted) }
  const limit = pageLimit(page)
  const source = amongThese(government, sought, met.slice(0, limit + 1))
  const rows = await query<MatterRow>(`select ${matterColumns} from ${source} order by ${newestFirst}`, values.list, 'once')
  return {
    ...pageOf(rows, limit, (row) => [row.receivedAt, row.matter]),
    total: { count: Math.min(met.length, countCap), isCapped: met.length > countCap },
  }
}

/** Newest published first, whoever asks. */
export async function searchPublished(
  query: Query,
  government: GovernmentId,
  { text, category, page }: { text?: string; category?: string; page?: Page },
): Promise<PageOf<MatterRow>> {
  const filter: MatterFilter = {
    isPublished: true,
    ...(text === undefined ? {} : { publicText: text }),
    ...(category === undefined ? {} : { categories: [category] }),
  }
  return pageIn(query, government, { order: orders.published, filter, gate: seesAll, page })
}

async function pageIn(
  query: Query,
  government: GovernmentId,
  { order, filter, gate, page }: { order: Order; filter: MatterFilter; gate: Gate; page: Page | undefined },
): Promise<PageOf<MatterRow>> {
  const { column, direction, keyOf } = order
  const values = new Values()
  const conditions = conditionsOf(government, { filter, gate }, values)
  if (order === orders.due) conditions.push(`${column} is not null`)
  const after = afterKey(page, ['number', 'number'])
  if (after) {
    const [moment, matter] = [iso(Number(after[0])), after[1]]
    conditions.push(
      `(${column}, m.matter) ${direction === 'asc' ? '>' : '<'} (${values.add(moment)}::timestamptz, ${values.add(matter)}::bigint)`,
    )
  }
  const limit = pageLimit(page)
  const asked = soughtIn(filter, gate)
  // What stands behind the page before came no later than what the list is narrowed to.
  const behind = after && order === orders.received ? { at: Number(after[0]), matter: Number(after[1]) } : asked.behind
  const sought = { ...asked, behind, conditions, values, order: inOrder(order), need: limit + 1 }
  const source = await searchedIn(query, government, sought)
  const rows = await query<MatterRow>(
    `select ${matterColumns} from ${source} order by ${sought.order} limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [keyOf(row), row.matter])
}

type Asked = Pick<Sought, 'text' | 'isPublic' | 'narrowings' | 'indexed' | 'behind' | 'since'>

const soughtIn = (filter: MatterFilter, gate: Gate): Asked => ({
  text: filter.publicText ?? filter.text,
  isPublic: filter.publicText !== undefined,
  narrowings: narrowingsOf({ filter, gate }),
  indexed: (values) => indexedOf(filter, values),
  behind: filter.receivedBefore === undefined ? null : { at: filter.receivedBefore, matter: 0 },
  since: filter.receivedFrom ?? null,
})

export async function countMatters(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: MatterQuery,
): Promise<CappedCount> {
  const values = new Values()
  const conditions = conditionsOf(government, { filter, gate }, values)
  const source = await searchedIn(query, government, {
    ...soughtIn(filter, gate),
    conditions,
    values,
    order: newestFirst,
    need: countCap + 1,
  })
  return capped(query, `select 1 from ${source}`, values)
}

export async function capped(query: Query, text: string, values: Values): Promise<CappedCount> {
  const rows = await query<{ count: number }>(`select count(*) as count from (${text} limit ${countCap + 1}) found`, values.list)
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, countCap), isCapped: count > countCap }
}

/** One batch of everything, in the order of the ids. */
export async function matterBatch(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: MatterQuery,
  after: number,
): Promise<ExportedMatter[]> {
  const values = new Values()
  const conditions = [...conditionsOf(government, { filter, gate }, values), `m.matter > ${values.add(after)}::bigint`]
  const source = await searchedIn(query, government, {
    ...soughtIn(filter, gate),
    conditions,
    values,
    order: 'm.matter',
    need: batchSize,
  })
  const columns = `${matterColumns}, ${origin} as origin`
  return query(`select ${columns} from ${source} order by m.matter limit ${batchSize}`, values.list)
}

/** An import keeps it beside the first event. */
const origin = `(select e.data->'source' from event e where e.government = m.government and e.matter = m.matter and e.seq = 1)`
const batchSize = 500
