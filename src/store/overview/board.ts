import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { Gate, GovernmentId, Page, PageOf } from '../types.js'
import type { BoardCount, BoardMoment, Standing, StandingDuty } from './types.js'

export type BoardAsked = { readonly gate: Gate; readonly moment: BoardMoment }

/** How many matters stand on each rung, in all and with each unit: one statement, each matter once for each unit. */
export function countBoard(query: Query, government: GovernmentId, { gate, moment }: BoardAsked): Promise<BoardCount[]> {
  const values = new Values()
  const pressing = mostPressing(government, { gate, moment }, values)
  return query(
    `select standing, alert, case when grouping(unit) = 0 then unit end as unit, count(distinct matter)::int as count
     from (${pressing}) p group by grouping sets ((standing, alert, unit), (standing, alert))`,
    values.list,
  )
}

export type BoardPart = { readonly standing: Standing; readonly alert: string | null; readonly unit: string | null }

/** What stands on one rung, first due first. */
export async function listBoard(
  query: Query,
  government: GovernmentId,
  { part, page, ...asked }: BoardAsked & { readonly part: BoardPart; readonly page?: Page },
): Promise<PageOf<StandingDuty>> {
  const values = new Values()
  const pressing = mostPressing(government, asked, values)
  const conditions = [`p.standing = ${values.add(part.standing)}`]
  if (part.alert !== null) conditions.push(`p.alert = ${values.add(part.alert)}`)
  if (part.unit !== null) conditions.push(`p.unit = ${values.add(part.unit)}`)
  const after = afterKey(page, ['moment', 'number', 'string'])
  if (after) {
    const due = after[0] === null ? 'infinity' : new Date(Number(after[0])).toISOString()
    const key = `${values.add(due)}::timestamptz, ${values.add(after[1])}::bigint, ${values.add(after[2])}::text`
    conditions.push(`(d.sort_at, d.matter, d.duty_key) > (${key})`)
  }
  const limit = pageLimit(page)
  const rows = await query<StandingDuty>(
    `select p.standing, d.holder_role as holder, ${queuedDutyColumns}, ${queuedMatterColumns} from (${pressing}) p
     join duty d on d.government = ${values.add(government)} and d.matter = p.matter and d.duty_key = p.duty_key
     join matter m on m.government = d.government and m.matter = d.matter
     where ${conditions.join(' and ')} order by d.sort_at, d.matter, d.duty_key limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [row.dueAt, row.matter, row.key])
}

/** Of each unit in each matter the duty that presses most. What was passed on presses more than any alert, an alert more than none. */
function mostPressing(government: GovernmentId, { gate, moment }: BoardAsked, values: Values): string {
  const now = `${values.add(new Date(moment.now).toISOString())}::timestamptz`
  const soon = `${values.add(new Date(moment.soon).toISOString())}::timestamptz`
  const isPassedOn = `exists (select from event e where e.government = d.government and e.matter = d.matter
    and e.kind = 'rung' and e.act = any(${values.add(moment.referring)}::text[]) and e.data->>'key' = d.duty_key)`
  const standing = `case when ${isPassedOn} then 'referred' when d.alert is not null then 'alert' when d.late_at <= ${now} then 'late' else 'soon' end`
  const isPressing = `(d.alert is not null or d.late_at <= ${soon})`
  return `select distinct on (q.matter, q.unit) q.matter, q.unit, q.duty_key, q.standing, case when q.standing = 'alert' then q.alert end as alert
    from (
      select d.matter, d.holder_unit as unit, d.duty_key, d.sort_at, d.alert, d.alert_rank, ${standing} as standing
      from duty d join matter m on m.matter = d.matter
      where d.government = ${values.add(government)} and d.status in ('open', 'overdue', 'paused') and ${isPressing}
        and m.regulation || ' ' || d.duty <> all(${values.add(moment.kept)}::text[]) and ${visible(government, gate, values)}
    ) q order by q.matter, q.unit, array_position(array['referred', 'alert', 'late', 'soon'], q.standing), q.alert_rank desc nulls last, q.sort_at`
}
