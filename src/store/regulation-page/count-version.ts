import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import type { Gate, GovernmentId } from '../types.js'
import type { OwedAsked, OwedCount, StageCount, UnderVersion, VersionCount } from './types.js'

/** The condition that a matter runs under one version and the viewer may see it. */
export function underVersion(government: GovernmentId, { gate, regulation, version }: UnderVersion, values: Values): string {
  const isOfVersion = `m.regulation = ${values.add(regulation)} and m.regulation_version = ${values.add(version)}`
  return `${visible(government, gate, values)} and ${isOfVersion}`
}

/** How many matters run under each version. */
export function countVersions(query: Query, government: GovernmentId, gate: Gate): Promise<VersionCount[]> {
  const values = new Values()
  return query(
    `select m.regulation, m.regulation_version as version, count(*)::int as matters from matter m
     where ${visible(government, gate, values)} group by 1, 2`,
    values.list,
  )
}

/** Where the matters of a version stand. */
export function countStages(query: Query, government: GovernmentId, asked: UnderVersion): Promise<StageCount[]> {
  const values = new Values()
  return query(
    `select m.stage, count(*)::int as count from matter m where ${underVersion(government, asked, values)} group by 1`,
    values.list,
  )
}

/** Where units' shares stand in them. */
export function countShares(query: Query, government: GovernmentId, asked: UnderVersion): Promise<StageCount[]> {
  const values = new Values()
  return query(
    `select a.stage, count(*)::int as count from matter m
     join assignment a on a.government = m.government and a.matter = m.matter
     where ${underVersion(government, asked, values)} group by 1`,
    values.list,
  )
}

/** For each group of duties the matters in which one is owed now, and those in which one is late: each matter once for each group. */
export async function countOwed(query: Query, government: GovernmentId, asked: OwedAsked): Promise<OwedCount[]> {
  if (asked.groups.length === 0) return []
  const values = new Values()
  const pairs = asked.groups.flatMap(({ key, duties }) => duties.map((duty) => ({ key, duty })))
  const keys = values.add(pairs.map(({ key }) => key))
  const duties = values.add(pairs.map(({ duty }) => duty))
  const now = `${values.add(iso(asked.now))}::timestamptz`
  return query(
    `select g.key, count(distinct o.matter)::int as matters, count(distinct o.matter) filter (where o.late)::int as late
     from (
       select d.matter, d.duty, coalesce(bool_or(d.late_at <= ${now}), false) as late
       from duty d join matter m on m.government = d.government and m.matter = d.matter
       where d.government = ${values.add(government)} and d.status in ('open', 'overdue', 'paused')
         and ${underVersion(government, asked, values)}
       group by d.matter, d.duty
     ) o join unnest(${keys}::text[], ${duties}::text[]) as g(key, duty) on g.duty = o.duty group by g.key`,
    values.list,
  )
}
