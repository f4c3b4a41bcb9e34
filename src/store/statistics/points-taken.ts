import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { matterColumns } from '../read-columns.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { GovernmentId, MatterRow, Page, PageOf } from '../types.js'
import { countedBy } from './happenings.js'
import type { CountAsked } from './types.js'

/** Points that were taken of a unit, in how many matters. */
export type TakenCount = { readonly unit: string; readonly points: number; readonly matters: number }

/** A duty that cost points, with its matter. */
export type TakenRow = MatterRow & {
  readonly key: string
  readonly duty: string
  readonly holderUnit: string
  readonly dueOn: string | null
  readonly deducted: number
  readonly workdaysLate: number
  /** By this moment it is counted. */
  readonly weighedAt: number
}

/** What was taken of each unit in a time span. */
export function sumTaken(query: Query, government: GovernmentId, asked: CountAsked): Promise<TakenCount[]> {
  const values = new Values()
  const from = taken(government, asked, values)
  return query<TakenCount>(
    `select d.holder_unit as unit, sum(d.deducted)::float8 as points, count(distinct d.matter)::int as matters ${from} group by 1 order by 1`,
    values.list,
  )
}

/** The matters in which any was. */
export async function findTaken(query: Query, government: GovernmentId, asked: CountAsked): Promise<number[]> {
  const values = new Values()
  const rows = await query<{ matter: number }>(
    `select distinct d.matter ${taken(government, asked, values)} order by 1`,
    values.list,
  )
  return rows.map(({ matter }) => matter)
}

/** Duty by duty, the latest first. */
export async function listTaken(
  query: Query,
  government: GovernmentId,
  asked: CountAsked & { readonly page?: Page },
): Promise<PageOf<TakenRow>> {
  const limit = pageLimit(asked.page)
  const values = new Values()
  const from = taken(government, asked, values)
  const after = afterKey(asked.page, ['number', 'number', 'string'])
  const behind =
    after === null
      ? ''
      : ` and (${weighed}, d.matter, d.duty_key) < (${values.add(iso(Number(after[0])))}::timestamptz, ${values.add(after[1])}::bigint, ${values.add(after[2])}::text)`
  const rows = await query<TakenRow>(
    `select ${matterColumns}, d.duty_key as "key", d.duty, d.holder_unit as "holderUnit", d.due_on::text as "dueOn", d.deducted,
       coalesce(d.workdays_late, 0) as "workdaysLate", (extract(epoch from ${weighed}) * 1000)::bigint as "weighedAt"
     ${from}${behind} order by ${weighed} desc, d.matter desc, d.duty_key desc limit ${limit + 1}`,
    values.list,
  )
  const read = rows.map((row) => ({ ...row, weighedAt: Number(row.weighedAt) }))
  return pageOf(read, limit, ({ weighedAt, matter, key }) => [weighedAt, matter, key])
}

const weighed = 'coalesce(d.due_at, d.opened_at)'

/** 24:00 belongs to the day that ends, as with whatever falls due. */
function taken(government: GovernmentId, asked: CountAsked, values: Values): string {
  const { gate, from, before, part, uncounted, uncountedIn, withheld } = asked
  const conditions = [
    `d.government = ${values.add(government)} and d.deducted > 0`,
    `${weighed} > ${values.add(iso(from))}::timestamptz and ${weighed} <= ${values.add(iso(before))}::timestamptz`,
    `d.duty <> all(${values.add(uncounted)}::text[])`,
    `m.regulation || ' ' || d.duty <> all(${values.add([...uncountedIn, ...withheld])}::text[])`,
    part.unit === undefined ? `d.holder_unit <> ''` : `d.holder_unit = ${values.add(part.unit)}::text`,
    visible(government, countedBy(gate), values),
  ]
  if (part.regulation !== undefined) conditions.push(`m.regulation = ${values.add(part.regulation)}::text`)
  return `from duty d join matter m on m.government = d.government and m.matter = d.matter where ${conditions.join(' and ')}`
}
