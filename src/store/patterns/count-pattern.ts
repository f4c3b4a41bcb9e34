import { unreachable } from '../../core/index.js'
import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import type { GovernmentId } from '../types.js'
import type { PatternAsked, PatternCount, PatternId } from './types.js'

/** So many matters are named at most. */
const mostNamed = 50
/** The last part of a limit, in which the last moment lies. */
const lastPart = 0.1
/** So many matters alike are a series. */
const series = 3
/** Shorter answers are alike by nature. */
const shortAnswer = 30

/** One pattern in a time span, unit by unit: through the gate, from what happened in the span alone. */
export function countPattern(
  query: Query,
  government: GovernmentId,
  asked: PatternAsked & { readonly pattern: PatternId },
): Promise<PatternCount[]> {
  const values = new Values()
  const own = values.add(government)
  const [first, end] = [`${values.add(iso(asked.from))}::timestamptz`, `${values.add(iso(asked.before))}::timestamptz`]
  const unit = asked.part.unit === undefined ? null : `${values.add(asked.part.unit)}::text`
  const ofUnit = (column: string): string => (unit === null ? `${column} <> ''` : `${column} = ${unit}`)
  // What the viewer may not see makes nothing alike either.
  const span: Span = { own, first, end, seen: visible(government, asked.gate, values), ofUnit }
  const text = `with found as (${found(asked, span, values)})
    select f.unit, count(distinct f.matter) filter (where f.is_so)::int as number, count(distinct f.matter)::int as "of",
      coalesce((array_agg(distinct f.matter) filter (where f.is_so)), '{}') as matters
    from found f group by f.unit order by f.unit`
  return query<PatternCount>(text, values.list).then((rows) =>
    rows.map((row) => ({
      ...row,
      matters: row.matters
        .map(Number)
        .sort((one, other) => other - one)
        .slice(0, mostNamed),
    })),
  )
}

type Span = Readonly<Record<'own' | 'first' | 'end' | 'seen', string>> & { readonly ofUnit: (column: string) => string }

/** Rows of unit, matter, and whether it is so. */
function found(asked: PatternAsked & { readonly pattern: PatternId }, span: Span, values: Values): string {
  const { own, first, end, seen, ofUnit } = span
  const marked = (mark: string): string => `k.government = ${own} and k.mark = '${mark}' and k.at >= ${first} and k.at < ${end}`
  const shares = `join matter m on m.matter = k.matter and ${seen}
        join assignment a on a.government = ${own} and a.matter = k.matter and (k.assignment is null or a.assignment = k.assignment) and ${ofUnit('a.unit')}`
  switch (asked.pattern) {
    case 'lastMoment':
      return `select d.holder_unit as unit, d.matter, d.due_at - d.met_at <= (d.due_at - d.opened_at) * ${lastPart} as is_so
        from duty d join matter m on m.matter = d.matter and ${seen}
        where d.government = ${own} and ${ofUnit('d.holder_unit')} and d.status = 'met' and not d.is_late and d.due_at is not null
          and d.due_at > ${first} and d.due_at <= ${end} and d.duty <> all(${values.add(asked.uncounted)}::text[])
          and m.regulation || ' ' || d.duty <> all(${values.add([...asked.uncountedIn, ...asked.withheld])}::text[])`
    case 'extendedAgain':
      return `select a.unit, k.matter, count(distinct k.mark_key) > 1 as is_so from mark k ${shares} where ${marked('extended')} group by 1, 2`
    case 'cameBack':
      return `select a.unit, k.matter, exists (
          select from mark r where r.government = ${own} and r.matter = k.matter and r.at > k.at
            and (r.mark = 'redone' or r.mark = 'rated' and r.rating = any(${values.add(asked.dissatisfied)}::text[]))) as is_so
        from mark k ${shares} where ${marked('concluded')}`
    case 'sameRater':
      return ofSameWriter(
        own,
        `select distinct a.unit, k.matter, '' as day from mark k ${shares}
          where ${marked('rated')} and k.rating = any(${values.add(asked.satisfied)}::text[])`,
      )
    case 'split':
      return ofSameWriter(
        own,
        `select distinct a.unit, m.matter, ((m.received_at at time zone 'UTC') + make_interval(mins => ${values.add(asked.zone)}::int))::date as day
          from matter m join assignment a on a.government = ${own} and a.matter = m.matter and ${ofUnit('a.unit')}
          where ${seen} and m.received_at >= ${first} and m.received_at < ${end}`,
      )
    case 'sameAnswer':
      return `select t.unit, t.matter, t.text is not null and count(*) over (partition by t.unit, t.text) >= ${series} as is_so from (
          select distinct a.unit, k.matter, case when length(said.text) >= ${shortAnswer} then md5(said.text) end as text
          from mark k ${shares}
          cross join lateral (
            select regexp_replace(string_agg(v.value, ''), '\\s', '', 'g') as text from (
              select e.data from event e where e.government = ${own} and e.matter = k.matter
                and e.seq <= split_part(k.mark_key, ':', 1)::int and e.data->'with' ?| ${values.add(asked.answers)}::text[]
              order by e.seq desc limit 1) e
            cross join lateral jsonb_each_text(e.data->'with') v(name, value)
            where v.name = any(${values.add(asked.answers)}::text[])) said
          where ${marked('answered')} and k.mark_key ~ '^[0-9]+:') t`
    default:
      return unreachable(asked.pattern)
  }
}

/**
 * Of what was found (unit, matter, day), what has so many of the same writer: all that they gave of themselves, as marks that only the key can make.
 * Words are kept in their own order, not by matter: they are gone through once for all, not once for each.
 */
const ofSameWriter = (own: string, found: string): string => `
  with w as materialized (${found}), s as materialized (
    select l.matter, string_agg(l.word, ' ' order by l.word) as who from matter_lookup l
    where l.government = ${own} and l.word >= '=' and l.word < '>' and l.matter in (select matter from w) group by l.matter
  ) select w.unit, w.matter, s.who is not null and count(*) over (partition by w.unit, s.who, w.day) >= ${series} as is_so
    from w left join s on s.matter = w.matter`
