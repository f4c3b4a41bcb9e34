import type { Query } from './database/transaction.js'
import { Values, visible } from './gate.js'
import { iso } from './moments.js'
import type { Gate, GovernmentId, Instant, JsonObject, MatterId } from './types.js'

/** An act that was recorded, with the matter it was done in. */
export type RecentAct = {
  readonly matter: MatterId
  readonly number: string
  readonly title: string
  readonly regulation: string
  readonly regulationVersion: string
  readonly seq: number
  readonly act: string
  readonly at: Instant
  readonly data: JsonObject
}

const columns = `m.matter, m.number, m.title, m.regulation, m.regulation_version as "regulationVersion", e.seq, e.act, e.at, e.data`

/** What a unit stated by these acts in the matters that moved last, newest first: so many matters and no more, however many there are. */
function recentActsOfUnit(
  query: Query,
  government: GovernmentId,
  asked: { readonly unit: string; readonly acts: readonly string[]; readonly gate: Gate; readonly matters: number },
): Promise<RecentAct[]> {
  const values = new Values()
  const of = values.add(government)
  const latest = `select m.* from matter m where ${visible(government, asked.gate, values)} and m.units && ${values.add([asked.unit])}::text[]
    order by m.updated_at desc, m.matter desc limit ${asked.matters}`
  return query(
    `select ${columns} from (${latest}) m join event e on e.government = ${of} and e.matter = m.matter
      where e.kind = 'act' and e.act = any(${values.add(asked.acts)}::text[]) and by_told(e.by)->>'unit' = ${values.add(asked.unit)}
      order by e.at desc limit ${asked.matters * 2}`,
    values.list,
  )
}

/** Of a piece that many answers have only the last are looked at, and of all that were found so many. */
const [ofEachPiece, mostAlike] = [8, 20]

/**
 * What was stated by these acts in the matters whose answers share most pieces with a text, however long ago; and, since what is older has no pieces, in those
 * of the unit that moved last. Of a unit only its own.
 */
export async function actsAlike(query: Query, government: GovernmentId, asked: AlikeActs): Promise<RecentAct[]> {
  const { unit, acts, gate, pieces, matters } = asked
  const values = new Values()
  const of = values.add(government)
  const own = unit === null ? '' : `and by_told(e.by)->>'unit' = ${values.add(unit)}`
  const found = `select l.matter, count(*) as shared from unnest(${values.add(pieces)}::text[]) p(word) cross join lateral (
      select l.matter from matter_lookup l where l.government = ${of} and l.word = p.word order by l.matter desc limit ${ofEachPiece}) l
    group by l.matter order by 2 desc, 1 desc limit ${mostAlike}`
  const alike = await query<RecentAct>(
    `select ${columns} from (${found}) f join matter m on m.matter = f.matter and ${visible(government, gate, values)}
      join event e on e.government = ${of} and e.matter = m.matter
      where e.kind = 'act' and e.act = any(${values.add(acts)}::text[]) ${own}
      order by f.shared desc, e.matter desc, e.seq desc limit ${mostAlike * 2}`,
    values.list,
  )
  const met = new Set(alike.map(({ matter }) => matter))
  const recent = unit === null ? [] : await recentActsOfUnit(query, government, { unit, acts, gate, matters })
  return [...alike, ...recent.filter(({ matter }) => !met.has(matter))]
}

export type AlikeActs = {
  /** Null: whatever the gate lets through. */
  readonly unit: string | null
  readonly acts: readonly string[]
  readonly gate: Gate
  /** As they are kept. */
  readonly pieces: readonly string[]
  readonly matters: number
}

/** In how many matters an account has acted since a moment; what was taken back does not count. Only matters that moved since then are looked through. */
export async function countActedOn(
  query: Query,
  government: GovernmentId,
  asked: { readonly account: string; readonly since: Instant; readonly gate: Gate },
): Promise<number> {
  const values = new Values()
  const of = values.add(government)
  const since = `${values.add(iso(asked.since))}::timestamptz`
  const moved = `select m.matter from matter m where ${visible(government, asked.gate, values)} and m.updated_at >= ${since}`
  const rows = await query<{ readonly matters: number }>(
    `select count(distinct e.matter)::int as matters from (${moved}) m join event e on e.government = ${of} and e.matter = m.matter
      where e.kind = 'act' and e.at >= ${since} and by_told(e.by)->>'account' = ${values.add(asked.account)}
        and not exists (select from event u where u.government = ${of} and u.matter = e.matter and u.kind = 'undo'
          and u.at >= ${since} and u.data->'acts' @> to_jsonb(e.seq))`,
    values.list,
  )
  return rows[0]?.matters ?? 0
}

/** What a role outside the units did since a moment, newest first. Its condition repeats that of the index `event_of_role`. */
export function recentActsOfRole(
  query: Query,
  government: GovernmentId,
  asked: { readonly role: string; readonly since: Instant; readonly gate: Gate; readonly limit: number },
): Promise<RecentAct[]> {
  const values = new Values()
  return query(
    `select ${columns} from event e join matter m on m.matter = e.matter and ${visible(government, asked.gate, values)}
      where e.government = ${values.add(government)} and e.kind = 'act' and by_told(e.by)->>'unit' is null
        and by_told(e.by)->>'role' not in ('requester', 'office', 'system') and by_told(e.by)->>'role' = ${values.add(asked.role)}
        and e.at >= ${values.add(iso(asked.since))}::timestamptz
      order by e.at desc, e.matter, e.seq desc limit ${asked.limit}`,
    values.list,
  )
}
