import type { Query } from '../transaction.js'
import type { GovernmentId, Instant } from '../types.js'
import { keptUntil } from './count-kept.js'
import { countedFor, figuresOf, kept, partsOf } from './day-counts.js'
import type { CountBasis } from './types.js'

const batchSize = 2000

type Sum = { readonly day: string; readonly sum: string }

/**
 * Counts every matter again from its rows, some at a time, and compares with what each is kept as; and what all of them are kept as with
 * what is kept by day. Of a day's numbers one sum is made in which each has its own weight, so that no more is held than a sum a day.
 */
export async function countsDiffering(query: Query, government: GovernmentId, basis: CountBasis): Promise<string[]> {
  const until = await keptUntil(query, government, basis)
  if (until === null) return []
  const wrong: string[] = []
  const sums = new Map<string, bigint>()
  for (let after = 0; ; ) {
    const text = 'select matter from matter where government = $1 and matter > $2 order by matter limit $3'
    const matters = (await query<{ matter: number }>(text, [government, after, batchSize])).map(({ matter }) => matter)
    const last = matters.at(-1)
    if (last === undefined) break
    for (const matter of await wronglyCounted(query, { government, basis, until }, matters))
      wrong.push(`counted as what it is not: matter ${matter}`)
    add(
      sums,
      await query<Sum>(sumsOf(kept('(select * from counted_matter where government = $1 and matter = any($2::bigint[]))')), [
        government,
        matters,
      ]),
      1n,
    )
    after = last
  }
  add(sums, await query<Sum>(sumsOf(`${figuresOf('day_count')} where r.government = $1`), [government]), -1n)
  const days = [...sums].flatMap(([day, sum]) => (sum === 0n ? [] : [day])).sort()
  return [...wrong, ...days.map((day) => `counted by day: ${day}`)]
}

function add(sums: Map<string, bigint>, more: readonly Sum[], sign: bigint): void {
  for (const { day, sum } of more) sums.set(day, (sums.get(day) ?? 0n) + sign * BigInt(sum))
}

const sumsOf = (rows: string): string => `
  select day, sum(n::numeric * hashtextextended(concat_ws(chr(10), unit, way, value, figure, since, is_round, reaches, marks, hidden_from), 0))::text as sum
  from (${rows}) r group by day`

type Counted = { readonly government: GovernmentId; readonly basis: CountBasis; readonly until: Instant }

/** Those that were not written since and are kept as something else than their rows give. */
async function wronglyCounted(
  query: Query,
  { government, basis, until }: Counted,
  matters: readonly number[],
): Promise<number[]> {
  const columns = 'regulation, category, channel, is_round, is_early, marks, hidden_from, parts'
  const rows = await query<{ matter: number }>(
    `with ${partsOf}, stands as (
       select * from counted_matter where government = $1 and matter = any($2::bigint[])
     )
     select coalesce(made.matter, stands.matter) as matter from made full join stands on stands.matter = made.matter
     where (${named('made', columns)}) is distinct from (${named('stands', columns)})
       and coalesce(made.matter, stands.matter) not in (select matter from to_count where government = $1) order by 1`,
    countedFor(government, matters, basis, until),
  )
  return rows.map(({ matter }) => matter)
}

const named = (table: string, columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
