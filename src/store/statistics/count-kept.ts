import type { Query } from '../database/transaction.js'
import { Values as Listed, type Values } from '../gate.js'
import { iso } from '../moments.js'
import { touched } from '../past/past-tables.js'
import type { Gate, GovernmentId, Instant } from '../types.js'
import { basisKey, figuresOf, kept } from './day-counts.js'
import { isAmong } from './happenings.js'
import { type CountAsked, type CountBasis, type CountedApart, type CountedBy, crossSign, type FigureId, waysOf } from './types.js'

/** Where so many matters would be counted for themselves, it is no dearer to count all. */
const mostApart = 50_000

/**
 * What is kept by day is small and mostly in memory. The planner takes it for something that lies on a slow disk, and would read all of it
 * in three processes instead of the days that are asked for. For what follows in the same transaction.
 */
const byIndex = 'set local random_page_cost = 1.1'

/** How many matters belong to what is kept of one value of what they are taken apart by. */
export type KeptCount = { readonly key: string; readonly figure: string; readonly n: number }

export type Kept = {
  /** Of all matters but these. */
  readonly counts: readonly KeptCount[]
  /** Matters that are counted for themselves: written since, just fallen due, or seen by this viewer in another way than by others. */
  readonly apart: readonly number[]
}

type Asked = CountAsked & {
  readonly by: CountedApart | null
  /** Rows are views of this moment; null: as they are. */
  readonly asOf: Instant | null
}

/** What is kept by day of a time span. Null: of this nothing is kept, or not yet of everything. */
export async function countKept(query: Query, government: GovernmentId, asked: Asked): Promise<Kept | null> {
  const way = wayOf(asked)
  if (way === null || !isReachKept(asked)) return null
  const until = await keptUntil(query, government, asked)
  if (until === null) return null
  const apart = await countedApart(query, government, asked, until)
  if (apart.length > mostApart) return null
  const values = new Listed()
  const text = counting(government, { ...asked, way, apart }, values)
  await query(byIndex)
  return { counts: await query<KeptCount>(text, values.list), apart }
}

/**
 * By what the rows are apart that answer: what all kinds add up to, where nothing else is asked. Each has its unit and its day, so that units and
 * months go with any of them; of two others at once nothing is kept.
 */
function wayOf({ part, by }: Pick<Asked, 'part' | 'by'>): string | null {
  const { unit: _, ...others } = part
  const apartBy = waysOf(by).filter((way) => way !== 'unit' && way !== 'month')
  const named = [...new Set([...apartBy, ...Object.keys(others)])]
  // A duty is kept with its regulation, so that the one tells the other.
  const ways = named.includes('duty') ? named.filter((way) => way !== 'regulation') : named
  return ways.length > 1 ? null : (ways[0] ?? 'regulation')
}

/** Whether what is kept by day can answer; else matters are counted one by one. */
export const isKeptApart = (asked: Pick<Asked, 'part' | 'by'>): boolean => wayOf(asked) !== null

const isUnit = (name: string): boolean => !name.startsWith('role:')
const isPerson = (name: string): boolean => name.startsWith('role:') && name.includes('#')

/** Whoever sees what reaches a unit counts what is kept of that unit alone. */
function isReachKept({ gate, part }: Asked): boolean {
  if (gate.scope === 'all' || gate.scope === 'none') return true
  const units = gate.scope.units.filter(isUnit)
  return units.every((unit) => unit === part.unit)
}

/** Until when everything is counted by these rules; null: it is not. */
export async function keptUntil(query: Query, government: GovernmentId, asked: CountBasis): Promise<Instant | null> {
  const text = 'select until from counting where government = $1 and basis = $2 and is_whole'
  return (await query<{ until: Instant }>(text, [government, basisKey(asked)]))[0]?.until ?? null
}

/** For each what is kept of it is taken off, and it is counted as it stands. */
async function countedApart(query: Query, government: GovernmentId, asked: Asked, until: Instant): Promise<number[]> {
  const values = new Listed()
  const own = values.add(government)
  const at = (moment: Instant) => `${values.add(iso(moment))}::timestamptz`
  const of = (names: readonly string[]) => `${values.add(names)}::text[]`
  const { gate, now, from, before, withheld, uncountedMarks } = asked
  const found = [`select matter from to_count where government = ${own}`]
  if (now !== until) {
    const [first, last] = [at(Math.min(now, until)), at(Math.max(now, until))]
    found.push(`select matter from duty where government = ${own} and due_at > ${first} and due_at <= ${last}`)
  }
  if (asked.asOf !== null)
    found.push(`select m.matter from huiyin.matter m where m.government = ${own} and ${touched(at(asked.asOf))}`)
  found.push(...seenByName(gate, own, of))
  if (withheld.length > 0)
    found.push(`select d.matter from duty d join matter m using (government, matter) where d.government = ${own}
      and d.due_at > ${at(from)} and d.due_at <= ${at(before)} and m.regulation || ' ' || d.duty = any(${of(withheld)})`)
  if (uncountedMarks.length > 0)
    found.push(`select matter from mark where government = ${own} and mark = any(${of(uncountedMarks)})
      and at >= ${at(from)} and at < ${at(before)}`)
  const text = `select matter from (${found.join(' union ')}) apart limit ${mostApart + 1}`
  return (await query<{ matter: number }>(text, values.list)).map(({ matter }) => matter)
}

/** What reaches a person by name, or a seat from whose role it is hidden. */
function seenByName({ scope, exceptions }: Gate, own: string, of: (names: readonly string[]) => string): readonly string[] {
  const persons = typeof scope === 'object' ? scope.units.filter(isPerson) : []
  const found = persons.length === 0 ? [] : [`select matter from matter where government = ${own} and units && ${of(persons)}`]
  if (exceptions === undefined || exceptions.unless.length === 0) return found
  const { from, unless } = exceptions
  return [
    ...found,
    `select matter from matter where government = ${own} and hidden_from <> '{}' and hidden_from && ${of(from)} and units && ${of(unless)}`,
  ]
}

/** By which names what these figures are made of is kept. */
const keptNames = (only: readonly FigureId[]): readonly string[] => [
  ...new Set(['active', ...only.flatMap((id): readonly string[] => madeOf[id] ?? [id])]),
]
const madeOf: Readonly<Partial<Record<FigureId, readonly string[]>>> = {
  onTime: ['due', 'missed'],
  lateClosed: ['missed', 'lateOpen'],
  criticised: ['criticised', 'criticisms'],
}

type Ways = Asked & { readonly way: string; readonly apart: readonly number[] }

function counting(government: GovernmentId, asked: Ways, values: Values): string {
  const own = values.add(government)
  const [first, last] = [dayOf(asked, asked.from, values), dayOf(asked, asked.before - 1, values)]
  const span = `r.day >= ${first} and r.day <= ${last}`
  const ofWay = `r.way = ${values.add(asked.way)}::text`
  const unit = unitIn(asked, own, values)
  const rows = `${figuresOf('day_count', asked.only === undefined ? null : `${values.add(keptNames(asked.only))}::text[]`)} where r.government = ${own} and ${unit} and ${ofWay} and ${span}`
  const off =
    asked.apart.length === 0 ? '' : ` union all ${takenOff(own, asked.apart, values)} where ${unit} and ${ofWay} and ${span}`
  const since = waysOf(asked.by).includes('month') ? `greatest(${first}, date_trunc('month', r.day)::date)` : first
  const conditions = [`r.since >= ${since}`, ...sightOf(asked, values), ...valueIn(asked, values)]
  return `select ${keyOf(asked)} as key, figure, coalesce(sum(n), 0)::int as n from (${rows}${off}) r
    where ${conditions.join(' and ')} group by 1, 2`
}

/** What matters are kept as, to be taken off. */
const takenOff = (own: string, apart: readonly number[], values: Values): string =>
  `select unit, way, day, value, since, is_round, reaches, marks, hidden_from, figure, -n
    from (${kept(`(select * from counted_matter where government = ${own} and matter = any(${values.add(apart)}::bigint[]))`)}) r`

const dayOf = ({ zone }: Ways, at: Instant, values: Values): string =>
  `${values.add(new Date(at + zone * 60_000).toISOString().slice(0, 10))}::date`

/** Where all units are asked for they are named, so that of each only the days asked for are read. */
function unitIn({ part, by }: Ways, own: string, values: Values): string {
  if (part.unit !== undefined) return `r.unit = ${values.add(part.unit)}::text`
  if (!waysOf(by).includes('unit')) return `r.unit = '*'`
  return `r.unit <> '*' and r.unit = any(array(
    with recursive own as (
      select (select min(unit) from day_count where government = ${own}) as unit
      union all select (select min(unit) from day_count where government = ${own} and unit > own.unit) from own where own.unit is not null
    ) select unit from own where unit is not null))`
}

const keyOf = ({ by, way }: Ways): string =>
  by === null
    ? `''`
    : waysOf(by)
        .map((each) => keyIn(each, way))
        .join(` || '${crossSign}' || `)

function keyIn(by: CountedBy, way: string): string {
  if (by === 'unit') return 'unit'
  if (by === 'month') return `to_char(day, 'YYYY-MM')`
  return way === by ? 'value' : regulationOfDuty
}

/** Of `regulation duty`. */
const [regulationOfDuty, dutyAlone] = [`split_part(value, ' ', 1)`, `split_part(value, ' ', 2)`]

function valueIn({ part, way }: Ways, values: Values): readonly string[] {
  if (way === 'duty') {
    const { duty, regulation } = part
    return [
      ...(duty === undefined ? [] : [`${dutyAlone} = ${values.add(duty)}::text`]),
      ...(regulation === undefined ? [] : [`${regulationOfDuty} = ${values.add(regulation)}::text`]),
    ]
  }
  const asked: Readonly<Record<string, string | readonly string[] | undefined>> = part
  return isAmong('r.value', asked[way], values)
}

/** The gate, as it is met by rows of many matters. */
function sightOf({ gate }: Ways, values: Values): readonly string[] {
  const { scope, rounds, notHiddenFrom, exceptions } = gate
  const conditions: string[] = []
  if (scope === 'none') conditions.push('false')
  else if (scope !== 'all')
    conditions.push(`(${scope.units.some(isUnit)} and r.reaches or r.marks && ${values.add(scope.units)}::text[])`)
  if (rounds !== 'beside') conditions.push(rounds === 'only' ? 'r.is_round' : 'not r.is_round')
  for (const names of [notHiddenFrom, exceptions?.from ?? []])
    if (names.length > 0) conditions.push(`not r.hidden_from && ${values.add(names)}::text[]`)
  return conditions
}
