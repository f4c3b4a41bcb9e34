import { markNames } from '../../core/index.js'
import { type Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import type { Gate, GovernmentId } from '../types.js'
import { toldOf } from './terms.js'
import { type CountAsked, type CountedApart, type CountedBy, countedMarks, crossSign, waysOf } from './types.js'

/** Every mark there is: named, they are found by the index of marks by kind. */
const markKinds: readonly string[] = [...markNames, 'criticised', 'commended']

/** What was destroyed after its term stays counted, and stands in the lists behind figures by its number. */
export const countedBy = (gate: Gate): Gate => ({ ...gate, tombstones: 'beside' })

/**
 * What happened in a time span, as common table expressions that end in `flag`: for each matter, within each value of what the counts are
 * taken apart by, one row that says which figures it belongs to; and `told`, the same of declared terms (not where duties alone are counted).
 * Counts and lists both read it, so they cannot differ.
 */
export function flags(
  government: GovernmentId,
  asked: CountAsked & { readonly by: CountedApart | null; readonly among: readonly number[] | null },
  values: Values,
): string {
  const { gate, part, from, before, by, among } = asked
  const own = values.add(government)
  const [first, end] = [`${values.add(iso(from))}::timestamptz`, `${values.add(iso(before))}::timestamptz`]
  const narrowed = [visible(government, countedBy(gate), values)]
  for (const way of ['category', 'channel'] as const) narrowed.push(...isAmong(`coalesce(m.${way}, '')`, part[way], values))
  if (part.regulation !== undefined) narrowed.push(`m.regulation = ${values.add(part.regulation)}::text`)
  // A duty is no part of what came in or of what was done: of these nothing is counted then.
  const isOfDuties = isOfDutiesAlone(asked)
  const happened = isOfDuties ? 'false' : 'true'
  const oneOf = among === null ? () => '' : amongThese(values.add(among))
  return `
with deed as materialized (
  select k.matter, k.mark as fact, k.at, case when k.mark = 'rated' then split_part(k.mark_key, ':', 1)::int end as seq, k.assignment, k.rating, k.unit, k.times
  from mark k where k.government = ${own} and k.at >= ${first} and k.at < ${end} and ${happened}
    and k.mark = any(${values.add(markKinds.filter((mark) => !asked.uncountedMarks.includes(mark)))}::text[])${oneOf('k')}
), owed as materialized (
  ${owed(asked, { own, first, end, among: oneOf('d') }, values)}
), arrived as materialized (
  select m.matter, m.received_at as at from matter m
  where m.government = ${own} and m.received_at >= ${first} and m.received_at < ${end} and ${happened}${oneOf('m')}
), seen as materialized (
  select m.matter, m.category, m.channel, m.regulation from matter m where ${narrowed.join(' and ')}
    and m.matter = any(array(select matter from deed union select matter from owed union select matter from arrived))
), share as materialized (
  ${needsUnit(asked, by) ? `select a.matter, a.assignment, a.unit from assignment a where a.government = ${own} and a.matter = any(array(select matter from seen))` : 'select null::bigint as matter, null::int as assignment, null::text as unit where false'}
), fact as (
  ${facts(asked, by, values)}
), flag as materialized (
  select key, matter, ${[...countedMarks, 'criticised', 'commended'].map((mark) => `bool_or(fact = '${mark}') as "${mark}"`).join(', ')},
    bool_or(fact = 'received') as received, bool_or(fact = 'due') as due, bool_or(is_late) as was_late, bool_or(is_open) as is_open,
    substring(max(rating) from 19) as rating, coalesce(sum(times) filter (where fact = 'criticised'), 0)::int as criticisms
  from fact group by key, matter
)${isOfDuties ? '' : toldOf(asked.terms, own, values)}`
}

/** That something is the one value, or any of several; nothing where none is asked for. */
export function isAmong(what: string, asked: string | readonly string[] | undefined, values: Values): readonly string[] {
  if (asked === undefined) return []
  return [`${what} = ${typeof asked === 'string' ? `${values.add(asked)}::text` : `any(${values.add(asked)}::text[])`}`]
}

export const isOfDutiesAlone = ({ by, part }: Pick<CountAsked, 'part'> & { readonly by: CountedApart | null }): boolean =>
  waysOf(by).includes('duty') || part.duty !== undefined

const amongThese =
  (given: string) =>
  (alias: string): string =>
    ` and ${alias}.matter = any(${given}::bigint[])`

const needsUnit = ({ part }: CountAsked, by: CountedApart | null): boolean =>
  waysOf(by).includes('unit') || part.unit !== undefined

/**
 * The planner takes a list of ids for a handful and would join what comes of it row by row, each time through all of it. Beforehand,
 * in the same transaction.
 */
export const joinWhole = `set local enable_nestloop = off; set local work_mem = '64MB'`

/** Duties whose due time passed in the time span, except where a request to extend it is undecided. 24:00 belongs to the day that ends. */
function owed(
  { now, uncounted, part }: CountAsked,
  { own, first, end, among }: Readonly<Record<'own' | 'first' | 'end' | 'among', string>>,
  values: Values,
): string {
  const conditions = [
    `d.government = ${own} and d.due_at > ${first} and d.due_at <= ${end}`,
    `d.due_at <= ${values.add(iso(now))}::timestamptz`,
    `(d.status = 'met' or d.late_at is not null)`,
    `d.duty <> all(${values.add(uncounted)}::text[])`,
  ]
  if (part.duty !== undefined) conditions.push(`d.duty = ${values.add(part.duty)}::text`)
  if (part.unit !== undefined) conditions.push(`d.holder_unit = ${values.add(part.unit)}::text`)
  return `select d.matter, d.duty, d.holder_unit as unit, d.due_at - interval '1 millisecond' as at,
    d.status = 'met' and d.is_late as is_late, d.status <> 'met' as is_open
  from duty d where ${conditions.join(' and ')}${among}`
}

/** One row for each thing that happened. The matter's own marks belong to every unit with a share in it, a share's to its unit. */
function facts(asked: CountAsked, by: CountedApart | null, values: Values): string {
  const { zone, part, uncountedIn, withheld } = asked
  const told = (at: string, pattern: string) =>
    `to_char((${at} at time zone 'UTC') + make_interval(mins => ${values.add(zone)}::int), '${pattern}')`
  const ways = waysOf(by)
  const keyOf = (each: string, unit: string): string =>
    ways.length === 0 ? `''` : ways.map((way) => keyIn(way, each, unit)).join(` || '${crossSign}' || `)
  const keyIn = (way: CountedBy, each: string, unit: string): string => {
    switch (way) {
      case 'unit':
        return unit
      case 'category':
      case 'channel':
        return `coalesce(s.${way}, '')`
      case 'regulation':
        return 's.regulation'
      case 'month':
        return told(`${each}.at`, 'YYYY-MM')
      case 'duty':
        // Two kinds of work may call a duty the same.
        return each === 'o' ? `s.regulation || ' ' || o.duty` : `''`
    }
  }
  const shares = (each: string, match = ''): string =>
    needsUnit(asked, by) ? `left join share a on a.matter = ${each}.matter${match}` : ''
  const inUnit = (unit: string) => (part.unit === undefined ? '' : `where ${unit} = ${values.add(part.unit)}::text`)
  const ofShare = `coalesce(a.unit, '')`
  // Whom a mark names is its unit, whoever has a share.
  const ofMark = needsUnit(asked, by) ? `coalesce(e.unit, a.unit, '')` : `''`
  return `select s.matter, ${keyOf('r', ofShare)} as key, 'received' as fact, null::text as rating, false as is_late, false as is_open, 1 as times, s.regulation, '' as duty
  from arrived r join seen s on s.matter = r.matter ${shares('r')} ${inUnit(ofShare)}
  union all
  select s.matter, ${keyOf('e', ofMark)}, e.fact, ${told('e.at', 'YYYYMMDD')} || to_char(e.seq, 'FM0000000000') || e.rating, false, false, e.times, s.regulation, ''
  from deed e join seen s on s.matter = e.matter ${shares('e', ' and e.unit is null and (e.assignment is null or a.assignment = e.assignment)')} ${inUnit(ofMark)}
  union all
  select s.matter, ${keyOf('o', 'o.unit')}, 'due', null, o.is_late, o.is_open, 1, s.regulation, o.duty from owed o join seen s on s.matter = o.matter
    where s.regulation || ' ' || o.duty <> all(${values.add([...uncountedIn, ...withheld])}::text[])`
}
