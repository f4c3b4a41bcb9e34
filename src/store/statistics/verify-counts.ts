import type { Query } from '../database/transaction.js'
import type { GovernmentId, Instant } from '../types.js'
import { keptUntil } from './count-kept.js'
import { countedFor, figuresOf, keptAlike, keptAs, partsOf } from './day-counts.js'
import { joinWhole } from './happenings.js'
import type { CountBasis } from './types.js'

const batchSize = 2000

type Sum = { readonly day: string; readonly high: string; readonly low: string }
type Sums = Map<string, readonly [bigint, bigint]>

/**
 * Counts every matter again from its rows, some at a time, and compares with what each is kept as; and what all of them are kept as with
 * what is kept by day. Of a day's numbers one sum is made in which each has its own weight, so that no more is held than a sum a day. `onProgress`
 * hears of the matters that were counted.
 */
export async function countsDiffering(
  query: Query,
  government: GovernmentId,
  { onProgress, ...basis }: CountBasis & { readonly onProgress: (matters: number) => void },
): Promise<string[]> {
  const until = await keptUntil(query, government, basis)
  if (until === null) return []
  const wrong: string[] = []
  const sums: Sums = new Map()
  await query(joinWhole)
  let counted = 0
  for (let after = 0; ; ) {
    const text = 'select matter from matter where government = $1 and matter > $2 order by matter limit $3'
    const matters = (await query<{ matter: number }>(text, [government, after, batchSize])).map(({ matter }) => matter)
    const last = matters.at(-1)
    if (last === undefined) break
    const found = await recounted(query, { government, basis, until }, matters)
    for (const matter of found.wrong) wrong.push(`counted as what it is not: matter ${matter}`)
    add(sums, found.isAsKept ? found.sums : await sumsOfKept(query, government, matters), 1n)
    after = last
    counted += matters.length
    onProgress(counted)
  }
  add(sums, await query<Sum>(sumsOf(`${figuresOf('day_count')} where r.government = $1`), [government]), -1n)
  const days = [...sums].flatMap(([day, both]) => (both.every((sum) => sum === 0n) ? [] : [day])).sort()
  return [...wrong, ...days.map((day) => `counted by day: ${day}`)]
}

function add(sums: Sums, more: readonly Sum[], sign: bigint): void {
  for (const { day, high, low } of more) {
    const [first, second] = sums.get(day) ?? [0n, 0n]
    sums.set(day, [first + sign * BigInt(high), second + sign * BigInt(low)])
  }
}

/** The weight is a hash of 64 bits; its halves are summed by themselves, in whole numbers. */
const sumsOf = (rows: string): string => `
  select day::text as day, sum(n * (weight >> 32))::text as high, sum(n * (weight & 4294967295))::text as low
  from (select day, n, hash_record_extended(row(unit, way, value, figure, since, is_round, reaches, marks, hidden_from), 0) as weight from (${rows}) r) w
  group by day`

type Counted = { readonly government: GovernmentId; readonly basis: CountBasis; readonly until: Instant }

/** `wrong`: not written since, and kept as something else than their rows give. `sums`: of what the rows give; where each `isAsKept`, of what is kept too. */
type Recounted = { readonly wrong: readonly number[]; readonly isAsKept: boolean; readonly sums: readonly Sum[] }

async function recounted(query: Query, { government, basis, until }: Counted, matters: readonly number[]): Promise<Recounted> {
  const columns = 'regulation, category, channel, is_round, is_early, marks, hidden_from, parts'
  const [found] = await query<Recounted>(
    `with ${partsOf}, stands as (
       select * from counted_matter where government = $1 and matter = any($2::bigint[])
     ), other as materialized (
       select coalesce(made.matter, stands.matter) as matter from made full join stands on stands.matter = made.matter
       where (${named('made', columns)}) is distinct from (${named('stands', columns)})
     )
     select array(select matter from other where matter not in (select matter from to_count where government = $1) order by 1) as wrong,
       not exists (select from other) as "isAsKept",
       (select coalesce(jsonb_agg(s), '[]') from (${sumsOf(keptAs('table pooled'))}) s where not exists (select from other)) as sums`,
    countedFor(government, matters, basis, until),
  )
  if (found === undefined) throw new Error('one row was asked for')
  return found
}

/** Of what stands, where some of it is not what the rows give. */
const sumsOfKept = (query: Query, government: GovernmentId, matters: readonly number[]): Promise<Sum[]> =>
  query<Sum>(sumsOf(keptAlike('(select * from counted_matter where government = $1 and matter = any($2::bigint[]))')), [
    government,
    matters,
  ])

const named = (table: string, columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
