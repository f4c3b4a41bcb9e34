import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import { iso } from '../moments.js'
import { eventColumns, matterColumns } from '../read-columns.js'
import type { EventRow, GovernmentId, MatterId, MatterRow } from '../types.js'
import { underVersion } from './count-version.js'
import type { ReplayAsked, Replayable, ReplayPage } from './types.js'

function received(government: GovernmentId, asked: ReplayAsked, values: Values): string {
  const from = `m.received_at >= ${values.add(iso(asked.from))}::timestamptz`
  const before = `m.received_at < ${values.add(iso(asked.before))}::timestamptz`
  return `${underVersion(government, asked, values)} and ${from} and ${before}`
}

/** How many matters there are to replay, counted to `most` and one more. */
export async function countReplay(query: Query, government: GovernmentId, asked: ReplayAsked, most: number): Promise<number> {
  const values = new Values()
  const found = `select from matter m where ${received(government, asked, values)} limit ${values.add(most + 1)}`
  return (await query<{ count: number }>(`select count(*)::int as count from (${found}) r`, values.list))[0]?.count ?? 0
}

/** The next matters of a span of days, by their number, with their events. */
export async function replayBatch(
  query: Query,
  government: GovernmentId,
  { after, limit, ...asked }: ReplayAsked & ReplayPage,
): Promise<Replayable[]> {
  const values = new Values()
  const rows = await query<MatterRow>(
    `select ${matterColumns} from matter m where ${received(government, asked, values)} and m.matter > ${values.add(after)}
     order by m.matter limit ${values.add(limit)}`,
    values.list,
  )
  const events = await query<EventRow & { ofMatter: MatterId }>(
    `select e.matter as "ofMatter", ${eventColumns} from event e
     where e.government = $1 and e.matter = any($2::bigint[]) order by e.matter, e.seq`,
    [government, rows.map(({ matter }) => matter)],
  )
  const of = new Map<MatterId, EventRow[]>(rows.map(({ matter }) => [matter, []]))
  for (const { ofMatter, ...event } of events) of.get(ofMatter)?.push(event)
  return rows.map((row) => ({ row, events: of.get(row.matter) ?? [] }))
}
