import { createHash } from 'node:crypto'
import type { Database } from '../database/database.js'
import { asGovernment, type Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'
import { joinWhole } from './happenings.js'
import { leftOut, termRows, termTable } from './terms.js'
import type { CountBasis, Recounting } from './types.js'

/** Raised when what is kept by day is made in another way. */
const version = 4
/** So many matters are counted in one transaction: more take no less time each, and on a busy machine too long together. */
const batchSize = 1000
/** Any number, but always this one. */
const lock = 485_571_195

/** By which rules an office counts, in short. */
export const basisKey = ({ zone, uncounted, uncountedIn, terms }: CountBasis): string =>
  createHash('sha256')
    .update(JSON.stringify([version, zone, [...uncounted].sort(), [...uncountedIn].sort(), terms]))
    .digest('hex')
    .slice(0, 32)

/**
 * Brings what is kept by day up to what was written since, and to what has fallen due until now. Whoever reads meanwhile counts what waits
 * for itself. Answers how many matters were counted; what is left when it `isStopped` still waits.
 */
export async function recount(
  database: Database,
  government: GovernmentId,
  { isStopped = () => false, ...basis }: Recounting,
  now: Instant,
): Promise<number> {
  await asGovernment(database, government, (query) => begin(query, government, basis, now))
  let total = 0
  for (;;) {
    const done = await asGovernment(database, government, (query) => countSome(query, government, basis))
    total += done
    if (done === 0 || isStopped()) return total
  }
}

/** What fell due since is counted anew; where the rules are others, or there were none, everything. */
async function begin(query: Query, government: GovernmentId, basis: CountBasis, now: Instant): Promise<void> {
  await query('select pg_advisory_xact_lock($1, hashtext($2))', [lock, government])
  const known = (
    await query<{ basis: string; until: Instant }>('select basis, until from counting where government = $1', [government])
  )[0]
  if (known?.basis === basisKey(basis)) {
    if (known.until >= now) return
    await query(
      `insert into to_count (government, matter) select distinct government, matter from duty
       where government = $1 and due_at > $2::timestamptz and due_at <= $3::timestamptz`,
      [government, iso(known.until), iso(now)],
    )
    await query('update counting set until = $2::timestamptz where government = $1', [government, iso(now)])
    return
  }
  for (const table of ['day_count', 'counted_matter', 'to_count', 'counting'])
    await query(`delete from ${table} where government = $1`, [government])
  await query(
    'insert into to_count (government, matter) select government, matter from matter where government = $1 order by received_at, matter',
    [government],
  )
  await query('insert into counting (government, basis, until, is_whole) values ($1, $2, $3::timestamptz, false)', [
    government,
    basisKey(basis),
    iso(now),
  ])
}

/** Some of what waits, those first that have waited longest; 0 where nothing does. */
async function countSome(query: Query, government: GovernmentId, basis: CountBasis): Promise<number> {
  await query('select pg_advisory_xact_lock($1, hashtext($2))', [lock, government])
  const [known] = await query<{ basis: string; until: Instant }>('select basis, until from counting where government = $1', [
    government,
  ])
  // Another process counts by other rules: it is its turn now.
  if (known?.basis !== basisKey(basis)) return 0
  const waiting = await query<{ id: number; matter: number }>(
    'select id, matter from to_count where government = $1 order by id limit $2',
    [government, batchSize],
  )
  if (waiting.length === 0) {
    await query('update counting set is_whole = true where government = $1 and not is_whole', [government])
    return 0
  }
  const matters = [...new Set(waiting.map(({ matter }) => matter))]
  await query(joinWhole)
  await query(renewed, countedFor(government, matters, basis, known.until))
  await query('delete from to_count where government = $1 and id = any($2::bigint[])', [government, waiting.map(({ id }) => id)])
  return matters.length
}

/** What `partsOf` is asked with. */
export const countedFor = (
  government: GovernmentId,
  matters: readonly number[],
  { zone, uncounted, uncountedIn, terms }: CountBasis,
  until: Instant,
): readonly unknown[] => [government, matters, zone, iso(until), uncounted, uncountedIn, termRows(terms)]

const day = (at: string): string => `((${at} at time zone 'UTC') + make_interval(mins => $3::int))::date`

/**
 * What matters `$2` are counted as under `$1`: in the zone `$3`, as of `$4`, without duties `$5` and `regulation duty` `$6`, by terms `$7`. For each figure
 * a row for every day on which something happened, and one that takes it off again from time spans that hold the day before it, too:
 * so that a matter is counted once in any span.
 */
export const partsOf = `
chosen as materialized (
  select m.matter, m.regulation, coalesce(m.category, '') as category, coalesce(m.channel, '') as channel, m.received_at,
    m.office_duty is not null as is_round, m.units, m.hidden_from,
    exists(select from mark x where x.government = $1 and x.matter = m.matter and x.mark = 'excluded') as is_out,
    array(select mark from unnest(m.units) mark where mark ~ '^role:[^#]*$' order by mark collate "C") as marks
  from matter m where m.government = $1 and m.matter = any($2::bigint[])
), term as materialized (
  ${termTable('$7')}
), happened as materialized (
  select matter, 'received' as fact, received_at as at, null::int as assignment, null::text as unit, 0 as seq, null::text as rating, 1 as times
  from chosen
  union all
  select k.matter, k.mark, k.at, k.assignment, k.unit, case when k.mark = 'rated' then split_part(k.mark_key, ':', 1)::int end, k.rating, k.times
  from mark k where k.government = $1 and k.matter = any($2::bigint[])
), shared as materialized (
  select matter, '*' as unit, fact, at, seq, rating, times from happened
  union all
  select h.matter, coalesce(h.unit, a.unit, ''), h.fact, h.at, h.seq, h.rating, h.times
  from happened h left join assignment a on a.government = $1 and a.matter = any($2::bigint[]) and a.matter = h.matter and h.unit is null
    and (h.assignment is null or a.assignment = h.assignment)
), owed as materialized (
  select d.matter, d.duty, d.holder_unit, d.due_at - interval '1 millisecond' as at, d.status <> 'met' or d.is_late as is_missed,
    d.status <> 'met' as is_open
  from duty d join chosen c on c.matter = d.matter
  where d.government = $1 and d.matter = any($2::bigint[]) and d.due_at <= $4::timestamptz and (d.status = 'met' or d.late_at is not null)
    and d.duty <> all($5::text[]) and c.regulation || ' ' || d.duty <> all($6::text[])
), fallen as (
  select o.matter, k.unit, k.duty, o.at, f.figure from owed o
  cross join lateral (values ('*', ''), (o.holder_unit, ''), ('*', o.duty), (o.holder_unit, o.duty)) k(unit, duty)
  cross join lateral (values ('due', true), ('active', true), ('missed', o.is_missed), ('lateOpen', o.is_open)) f(figure, is_so) where f.is_so
), termed as materialized (
  select s.matter, s.unit, s.at, s.seq, s.rating, t.name, '' as what from shared s join chosen c using (matter)
  join term t on t.regulation = c.regulation and t.fact = s.fact
  union all
  select o.matter, k.unit, o.at, 0, null, t.name, f.what from owed o join chosen c using (matter)
  join term t on t.regulation = c.regulation and t.fact = 'due' and t.duty in ('', o.duty)
  cross join lateral (values ('*'), (o.holder_unit)) k(unit)
  cross join lateral (values ('', true), (':missed', o.is_missed), (':lateOpen', o.is_open)) f(what, is_so) where f.is_so
), outer_termed as materialized (
  select t.matter, t.unit, t.at, t.seq, t.rating, o.side || t.name as name, t.what from termed t join chosen c using (matter)
  cross join lateral (values ('', true), ('${leftOut}', c.is_out)) o(side, is_so) where o.is_so
), belonged as (
  select distinct matter, unit, '' as duty, ${day('at')} as day, f.figure from shared
  cross join lateral (values (fact, true), ('active', true), ('decided', fact in ('accepted', 'declined'))) f(figure, is_so) where f.is_so
  union
  select matter, unit, duty, ${day('at')}, figure from fallen
  union
  select matter, unit, '', ${day('at')}, name || what from outer_termed
), followed as (
  select *, lag(day) over (partition by matter, unit, duty, figure order by day) as since from belonged
), last_rated as (
  select distinct on (matter, unit, figure, day) * from (
    select matter, unit, 'rated:' as figure, ${day('at')} as day, seq, rating from shared where fact = 'rated' and rating is not null
    union all
    select matter, unit, name || ':rated:', ${day('at')}, seq, rating from outer_termed where rating is not null
  ) r
  order by matter, unit, figure, day, seq desc
), rated as (
  select *, lag(day) over own as since, lag(rating) over own as before
  from last_rated window own as (partition by matter, unit, figure order by day)
), part as materialized (
  select matter, unit, duty, day, figure, 'infinity'::date as since, 1::bigint as n from followed
  union all
  select matter, unit, duty, day, figure, since, -1 from followed where since is not null
  union all
  select matter, unit, '', day, figure || rating, 'infinity', 1 from rated
  union all
  select matter, unit, '', day, figure || before, since, -1 from rated where since is not null
  union all
  select matter, unit, '', ${day('at')}, 'criticisms', 'infinity', sum(times) from shared where fact = 'criticised' group by 1, 2, 4
), cell as materialized (
  select matter, unit, duty, day, since, jsonb_object_agg(figure, n) as counts from part group by 1, 2, 3, 4, 5
), alike as (
  select c.regulation, c.category, c.channel, c.is_round, c.marks, c.hidden_from, p.unit, p.duty, p.day, p.since, p.unit = any(c.units) as reaches, p.counts, count(*) as times
  from cell p join chosen c using (matter) group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
), pooled as (
  select a.regulation, a.category, a.channel, a.is_round, a.marks, a.hidden_from, a.unit, a.duty, a.day, a.since, a.reaches, f.key as figure,
    f.value::bigint * a.times as n
  from alike a cross join lateral jsonb_each_text(a.counts) f
), packed as (
  select p.matter, min(p.day) as first_day,
    jsonb_agg(jsonb_build_array(p.unit, p.duty, p.day, p.since, p.unit = any(c.units), p.counts)
      order by p.unit collate "C", p.duty collate "C", p.day, p.since)::text as parts
  from cell p join (select matter, units from chosen) c using (matter) group by p.matter
), made as materialized (
  select c.matter, c.regulation, c.category, c.channel, c.is_round, p.first_day < ${day('c.received_at')} as is_early, c.marks, c.hidden_from, p.parts
  from chosen c join packed p using (matter)
)`

/** Parts that stand in a matter's row, as columns. */
const unpacked = (from: string): string => `
  select c.regulation, c.category, c.channel, c.is_round, c.marks, c.hidden_from, e->>0 as unit, e->>1 as duty, (e->>2)::date as day, (e->>3)::date as since,
    (e->>4)::boolean as reaches, f.key as figure, f.value::bigint as n
  from ${from} c cross join lateral jsonb_array_elements(c.parts::jsonb) e cross join lateral jsonb_each_text(e->5) f`

/** The same of many matters: parts that are alike are put together before they are taken to pieces. */
const unpackedAlike = (from: string): string => `
  select a.regulation, a.category, a.channel, a.is_round, a.marks, a.hidden_from, a.unit, a.duty, a.day, a.since, a.reaches, f.key as figure, f.value::bigint * a.times as n
  from (
    select c.regulation, c.category, c.channel, c.is_round, c.marks, c.hidden_from, e->>0 as unit, e->>1 as duty, (e->>2)::date as day, (e->>3)::date as since,
      (e->>4)::boolean as reaches, e->5 as counts, count(*) as times
    from ${from} c cross join lateral jsonb_array_elements(c.parts::jsonb) e group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  ) a cross join lateral jsonb_each_text(a.counts) f`

/** What stands in a row of numbers kept by day beside the figures. */
const key = 'unit, way, day, value, since, is_round, reaches, marks, hidden_from'

/** Rows of numbers kept by day, a row for each figure, or for each of these. */
export const figuresOf = (from: string, only: string | null = null): string => {
  const [figure, n, source] =
    only === null
      ? ['f.key', 'f.value', 'lateral jsonb_each_text(r.counts) f']
      : ['f.key', 'r.counts ->> f.key', `unnest(${only}) f(key)`]
  return `select ${key.replaceAll(/\w+/g, 'r.$&')}, ${figure} as figure, (${n})::bigint as n from ${from} r cross join ${source}`
}

/**
 * As parts are kept: the whole and a unit's taken apart in each way (by kind it adds up to the whole); a duty is its regulation's, `regulation duty`.
 */
export const kept = (from: string): string => keptAs(unpacked(from))

/** The same of many matters. */
export const keptAlike = (from: string): string => keptAs(unpackedAlike(from))

/** Parts, as columns, as they are kept. */
export const keptAs = (parts: string): string => `
  select u.unit, w.way, u.day, w.value, u.since, u.is_round, u.reaches, u.marks, u.hidden_from, u.figure, u.n
  from (${parts}) u
  cross join lateral (values ('category', u.category), ('channel', u.channel), ('regulation', u.regulation), ('duty', u.regulation || ' ' || u.duty)) w(way, value)
  where (w.way = 'duty') = (u.duty <> '')`

/** Two sets of figures added up; what comes to nothing is not there. */
const added = (one: string, other: string): string => `
  (select coalesce(jsonb_object_agg(figure, n), '{}') from (
    select figure, sum(n::bigint) as n from (select * from jsonb_each_text(${one}) union all select * from jsonb_each_text(${other})) b(figure, n)
    group by figure having sum(n::bigint) <> 0) s)`

export const renewed = `
with ${partsOf}, before as materialized (
  select * from counted_matter where government = $1 and matter = any($2::bigint[])
), changed as (
  select ${key}, figure, sum(n) as n
  from (${keptAs('table pooled')} union all select ${key}, figure, -n from (${kept('before')}) b) both_of
  group by ${key}, figure having sum(n) <> 0
), put as (
  insert into day_count as d (government, ${key}, counts)
  select $1, ${key}, jsonb_object_agg(figure, n) from changed group by ${key} order by ${key}
  on conflict (government, ${key}) do update set counts = ${added('d.counts', 'excluded.counts')}
)
insert into counted_matter (government, matter, regulation, category, channel, is_round, is_early, marks, hidden_from, parts)
select $1, matter, regulation, category, channel, is_round, is_early, marks, hidden_from, parts from made
on conflict (government, matter) do update set (regulation, category, channel, is_round, is_early, marks, hidden_from, parts)
  = row (excluded.regulation, excluded.category, excluded.channel, excluded.is_round, excluded.is_early, excluded.marks, excluded.hidden_from, excluded.parts)`
