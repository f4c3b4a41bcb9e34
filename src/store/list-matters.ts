import { Values, visible } from './gate.js'
import { isMatterNumber } from './matter-number.js'
import { afterKey, pageLimit, pageOf } from './page.js'
import { matterColumns } from './read-matter.js'
import { iso } from './record.js'
import { searchQuery } from './search-words.js'
import type { Query } from './transaction.js'
import {
  type CappedCount,
  type Gate,
  type GovernmentId,
  type MatterFilter,
  type MatterRow,
  type MatterSort,
  type Page,
  type PageOf,
  seesAll,
} from './types.js'

export type MatterQuery = {
  readonly filter?: MatterFilter
  readonly gate: Gate
  readonly sort?: MatterSort
  readonly page?: Page
}

export const countCap = 1000

const orders: Record<MatterSort, { column: string; direction: 'asc' | 'desc'; keyOf: (row: MatterRow) => number | null }> = {
  received: { column: 'm.received_at', direction: 'desc', keyOf: (row) => row.receivedAt },
  updated: { column: 'm.updated_at', direction: 'desc', keyOf: (row) => row.updatedAt },
  due: { column: 'm.next_due_at', direction: 'asc', keyOf: (row) => row.nextDueAt },
}

export async function listMatters(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate, sort = 'received', page }: MatterQuery,
): Promise<PageOf<MatterRow>> {
  const { column, direction, keyOf } = orders[sort]
  const values = new Values()
  const { from, conditions } = await wanted(query, government, { filter, gate }, values)
  if (sort === 'due') conditions.push(`${column} is not null`)
  const after = afterKey(page, ['number', 'number'])
  if (after) {
    const [moment, matter] = [iso(Number(after[0])), after[1]]
    conditions.push(
      `(${column}, m.matter) ${direction === 'asc' ? '>' : '<'} (${values.add(moment)}::timestamptz, ${values.add(matter)}::bigint)`,
    )
  }
  const limit = pageLimit(page)
  const order = `order by ${column} ${direction}, m.matter ${direction} limit ${limit + 1}`
  const rows = await query<MatterRow>(
    `select ${matterColumns} from ${from} where ${conditions.join(' and ')} ${order}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [keyOf(row), row.matter])
}

export async function countMatters(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: MatterQuery,
): Promise<CappedCount> {
  const values = new Values()
  const { from, conditions } = await wanted(query, government, { filter, gate }, values)
  return capped(query, `select 1 from ${from} where ${conditions.join(' and ')}`, values)
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
): Promise<MatterRow[]> {
  const values = new Values()
  const { from, conditions } = await wanted(query, government, { filter, gate }, values)
  conditions.push(`m.matter > ${values.add(after)}`)
  return query(`select ${matterColumns} from ${from} where ${conditions.join(' and ')} order by m.matter limit 500`, values.list)
}

export async function searchPublished(
  query: Query,
  government: GovernmentId,
  search: { text?: string; category?: string; page?: Page },
): Promise<PageOf<MatterRow>> {
  const filter: MatterFilter = {
    ...(search.text === undefined ? {} : { text: search.text }),
    ...(search.category === undefined ? {} : { categories: [search.category] }),
  }
  const values = new Values()
  const { from, conditions } = await wanted(query, government, { filter, gate: seesAll }, values)
  conditions.push('m.published_at is not null')
  const after = afterKey(search.page, ['number', 'number'])
  if (after)
    conditions.push(
      `(m.published_at, m.matter) < (${values.add(iso(Number(after[0])))}::timestamptz, ${values.add(after[1])}::bigint)`,
    )
  const limit = pageLimit(search.page)
  const order = `order by m.published_at desc, m.matter desc limit ${limit + 1}`
  const rows = await query<MatterRow>(
    `select ${matterColumns} from ${from} where ${conditions.join(' and ')} ${order}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [row.publishedAt, row.matter])
}

/** Which rows `m` are, and under what conditions. */
async function wanted(
  query: Query,
  government: GovernmentId,
  { filter = {}, gate }: MatterQuery,
  values: Values,
): Promise<{ from: string; conditions: string[] }> {
  const conditions = conditionsOf(government, { filter, gate }, values)
  if (filter.text === undefined || filter.text.trim() === '') return { from: 'matter m', conditions }
  const number = filter.text.replaceAll(/\s/g, '')
  if (isMatterNumber(number)) return { from: 'matter m', conditions: [...conditions, `m.number = ${values.add(number)}`] }
  const words = searchQuery(government, filter.text)
  // Nothing but signs was typed: nothing has that.
  if (words === null) return { from: 'matter m', conditions: [...conditions, 'false'] }
  const rare = await rareHits(query, government, words)
  if (rare) {
    // `offset 0` keeps the planner from walking through all matters in the order of the list until it meets these few.
    const hits = `select * from matter where government = ${values.add(government)} and matter = any(${values.add(rare)}::bigint[]) offset 0`
    return { from: `(${hits}) m`, conditions }
  }
  conditions.push(`t.government = ${values.add(government)}`, `t.search @@ ${values.add(words)}::tsquery`)
  return { from: 'matter m join matter_text t on t.government = m.government and t.matter = m.matter', conditions }
}

const rareLimit = 2000

/**
 * Where few matters have the words, which; null where many have. The planner does not know how rare a word is, and guesses wrong by
 * a factor of hundreds. As a parameter, not from a sub-select: else it would not even guess.
 */
async function rareHits(query: Query, government: GovernmentId, words: string): Promise<number[] | null> {
  const text = `select matter from matter_text where government = $1 and search @@ $2::tsquery limit ${rareLimit + 1}`
  const rows = await query<{ matter: number }>(text, [government, words])
  return rows.length > rareLimit ? null : rows.map(({ matter }) => matter)
}

function conditionsOf(
  government: GovernmentId,
  { filter, gate }: MatterQuery & { filter: MatterFilter },
  values: Values,
): string[] {
  const conditions = [visible(government, gate, values)]
  const oneOf: [string, readonly string[] | undefined][] = [
    ['m.stage', filter.stages],
    ['m.regulation', filter.regulations],
    ['m.category', filter.categories],
    ['m.channel', filter.channels],
    ['m.alert', filter.alerts],
  ]
  for (const [column, wanted] of oneOf) if (wanted) conditions.push(`${column} = any(${values.add(wanted)}::text[])`)
  if (filter.units) conditions.push(`m.units && ${values.add(filter.units)}::text[]`)
  if (filter.receivedFrom !== undefined) conditions.push(`m.received_at >= ${values.add(iso(filter.receivedFrom))}::timestamptz`)
  if (filter.receivedBefore !== undefined)
    conditions.push(`m.received_at < ${values.add(iso(filter.receivedBefore))}::timestamptz`)
  if (filter.isPublished !== undefined) conditions.push(`m.published_at is ${filter.isPublished ? 'not ' : ''}null`)
  return conditions
}
