import { type Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { isSo, type Narrowing } from '../search/search-words.js'
import type { CountedMark } from '../statistics/types.js'
import type { Gate, GovernmentId, Instant } from '../types.js'

/** What a list of matters is narrowed to; of several values of one kind any will do. */
export type MatterFilter = {
  readonly stages?: readonly string[]
  readonly regulations?: readonly string[]
  readonly categories?: readonly string[]
  readonly channels?: readonly string[]
  readonly units?: readonly string[]
  readonly alerts?: readonly string[]
  readonly receivedFrom?: Instant
  readonly receivedBefore?: Instant
  /** Something in it is due before then. */
  readonly dueBefore?: Instant
  /** Nothing in it has a due time. */
  readonly isUndated?: true
  readonly isPublished?: boolean
  /** Whoever brought it in was answered, by the regulation's own meaning of it, or the answer was published. */
  readonly isAnswered?: true
  /** Finds every run of two characters or more. */
  readonly text?: string
  /** Sought in what anybody may read, and in nothing else. */
  readonly publicText?: string
  /** What the calendar opens for the office itself: beside what people sent in, or alone; left out unless it is asked for. */
  readonly rounds?: 'beside' | 'only'
}

type Narrowed = { readonly filter: MatterFilter; readonly gate: Gate }

/** What a matter must be to stand in a list: let through by the gate, and all that the list is narrowed to. */
export function conditionsOf(government: GovernmentId, { filter, gate }: Narrowed, values: Values): string[] {
  const shown = filter.rounds === undefined ? gate : { ...gate, rounds: filter.rounds }
  const conditions = [visible(government, shown, values)]
  for (const [column, wanted] of oneOfIn(filter)) if (wanted) conditions.push(isOneOf(column, wanted, values))
  if (filter.units) conditions.push(`m.units && ${values.add(filter.units)}::text[]`)
  if (filter.receivedFrom !== undefined) conditions.push(`m.received_at >= ${values.add(iso(filter.receivedFrom))}::timestamptz`)
  if (filter.receivedBefore !== undefined)
    conditions.push(`m.received_at < ${values.add(iso(filter.receivedBefore))}::timestamptz`)
  if (filter.dueBefore !== undefined) conditions.push(isDueBefore(filter.dueBefore, values))
  if (filter.isUndated) conditions.push('m.next_due_at is null')
  if (filter.isPublished !== undefined) conditions.push(`m.published_at is ${filter.isPublished ? 'not ' : ''}null`)
  if (filter.isAnswered) conditions.push(`(m.published_at is not null or ${hasMark('answered')})`)
  return conditions
}

const hasMark = (mark: CountedMark): string =>
  `exists (select 1 from mark k where k.government = m.government and k.matter = m.matter and k.mark = '${mark}')`

/** The same as far as the index of words knows it: what it finds is asked for all conditions all the same. */
export function narrowingsOf({ filter, gate }: Narrowed): readonly Narrowing[] {
  const asked: readonly (readonly [Narrowing['trait'], readonly string[] | undefined])[] = [
    ['regulation', filter.regulations],
    ['category', filter.categories],
    ['channel', filter.channels],
    ['unit', filter.units],
    ['unit', typeof gate.scope === 'string' ? undefined : gate.scope.units],
    ['published', filter.isPublished === true ? [isSo] : undefined],
  ]
  return asked.flatMap(([trait, oneOf = []]) => (oneOf.length === 0 ? [] : [{ trait, oneOf }]))
}

/** Those conditions that it does not know, where another index has who meets one: what moves with every act, and is met by few at a time. */
export function indexedOf({ stages, alerts, dueBefore }: MatterFilter, values: Values): readonly string[] {
  return [
    ...(stages === undefined ? [] : [isOneOf('m.stage', stages, values)]),
    ...(alerts === undefined ? [] : [isOneOf('m.alert', alerts, values)]),
    ...(dueBefore === undefined ? [] : [isDueBefore(dueBefore, values)]),
  ]
}

/** What is asked of a column by itself, value by value. */
const oneOfIn = (filter: MatterFilter): readonly (readonly [string, readonly string[] | undefined])[] => [
  ['m.stage', filter.stages],
  ['m.regulation', filter.regulations],
  ['m.category', filter.categories],
  ['m.channel', filter.channels],
  ['m.alert', filter.alerts],
]

/** For one value an index that goes on in the order of the list gives the rows in that order. */
const isOneOf = (column: string, wanted: readonly string[], values: Values): string =>
  wanted.length === 1 ? `${column} = ${values.add(wanted[0])}::text` : `${column} = any(${values.add(wanted)}::text[])`

const isDueBefore = (at: Instant, values: Values): string => `m.next_due_at < ${values.add(iso(at))}::timestamptz`
