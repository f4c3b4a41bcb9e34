import type { Cycle } from '../time/cycle.js'
import { unreachable } from '../values/unreachable.js'
import type { ClauseRef } from './clause.js'

/** 计时单位. Workdays and calendar days end at 24:00; hours and minutes run from the moment. */
export type PeriodUnit = 'workdays' | 'calendarDays' | 'months' | 'hours' | 'minutes'

/** So many units of time. */
export type Period = { readonly amount: number; readonly unit: PeriodUnit }

/** A start of its own: the latest doing of an act, the date or time that a field holds, or the first or the last of several such. */
export type CountFrom =
  | { readonly on: 'act'; readonly act: string }
  | { readonly on: 'field'; readonly field: string }
  | { readonly on: 'several'; readonly which: 'first' | 'last'; readonly of: readonly CountFrom[] }

/** The fields that a start hangs on. */
export function fieldsOfStart(from: CountFrom): readonly string[] {
  if (from.on === 'several') return from.of.flatMap(fieldsOfStart)
  return from.on === 'field' ? [from.field] : []
}

/**
 * 期限. How long a duty may take, or until when an act may be done.
 * - `period`: so long from the start, or from a start of its own, and from its end so long again for each further length;
 * - `yearly`: the next such date of the year (每年12月31日前);
 * - `on`: one fixed date;
 * - `before`: so long before a date that a field holds (会前5个工作日);
 * - `set`: an act states it in a field (a period or a date), counted from the opening or from when it was stated; else the fallback;
 * - `shortest`, `longest`: whichever of several ends first, or last: the ends are compared, not the numbers;
 * - `round`: counted from the edge of a round: the day that ends there is the starting day.
 */
export type Limit =
  | PeriodLimit
  | YearlyLimit
  | { readonly kind: 'on'; readonly day: string }
  | { readonly kind: 'before'; readonly field: string; readonly period: Period }
  | {
      readonly kind: 'set'
      readonly field: string
      readonly fallback: Limit | null
      readonly from: 'opening' | 'statement'
    }
  | { readonly kind: 'shortest'; readonly of: readonly Limit[] }
  | { readonly kind: 'longest'; readonly of: readonly Limit[] }
  | { readonly kind: 'round'; readonly every: Cycle; readonly edge: RoundEdge; readonly within: RoundLimit }

type PeriodLimit = {
  readonly kind: 'period'
  readonly period: Period
  /** Lengths that follow, each from the end of the one before (三个月，期满后五个工作日内). */
  readonly plus?: readonly Period[]
  readonly clause?: ClauseRef
  readonly from?: CountFrom
  /** Minutes of the day: what starts later, or on a day off, counts as started on the next workday. */
  readonly receivedBy?: number
}
type YearlyLimit = { readonly kind: 'yearly'; readonly month: number; readonly day: number }

/** Whether something comes as a round ends, or as it begins. */
export type RoundEdge = 'period-end' | 'period-start'

/** A length, a day of the year, or the end of the first, second … round that ends after it. */
export type RoundLimit =
  | PeriodLimit
  | YearlyLimit
  | { readonly kind: 'periods'; readonly periods: number; readonly clause?: ClauseRef }

/** Every field that a limit hangs on: what it is stated in, what it counts from, what it lies before. */
export function fieldsOfLimit(limit: Limit | null): readonly string[] {
  switch (limit?.kind) {
    case 'period':
      return limit.from === undefined ? [] : fieldsOfStart(limit.from)
    case 'before':
      return [limit.field]
    case 'set':
      return [limit.field, ...fieldsOfLimit(limit.fallback)]
    case 'shortest':
    case 'longest':
      return limit.of.flatMap(fieldsOfLimit)
    case undefined:
    case 'yearly':
    case 'on':
    case 'round':
      return []
    default:
      return unreachable(limit)
  }
}

/** The clauses that parts of a limit rest on by themselves. */
export function clausesOfLimit(limit: Limit | null): readonly ClauseRef[] {
  switch (limit?.kind) {
    case 'period':
      return limit.clause === undefined ? [] : [limit.clause]
    case 'set':
      return clausesOfLimit(limit.fallback)
    case 'shortest':
    case 'longest':
      return limit.of.flatMap(clausesOfLimit)
    case 'round':
      return limit.within.kind === 'yearly' || limit.within.clause === undefined ? [] : [limit.within.clause]
    case undefined:
    case 'yearly':
    case 'on':
    case 'before':
      return []
    default:
      return unreachable(limit)
  }
}

/** Whether the day on which a limit ends is the text's own, lies so long before a day that was stated, or was stated itself. */
export function dayIsOf(limit: Limit | null): 'text' | 'before' | 'statement' {
  switch (limit?.kind) {
    case 'yearly':
    case 'on':
    case 'round':
      return 'text'
    case 'before':
      return 'before'
    case undefined:
    case 'period':
    case 'set':
    case 'shortest':
    case 'longest':
      return 'statement'
    default:
      return unreachable(limit)
  }
}

/** Whether a limit, or one within it, counts from when what stands in a field was stated. */
export function isCountedFromStatement(limit: Limit | null, field: string): boolean {
  if (limit?.kind === 'shortest' || limit?.kind === 'longest') return limit.of.some((each) => isCountedFromStatement(each, field))
  return limit?.kind === 'set' && limit.from === 'statement' && limit.field === field
}

/** The same limit with each of its lengths changed. */
export function withPeriods(limit: Limit, change: (period: Period) => Period): Limit {
  switch (limit.kind) {
    case 'period':
      return { ...limit, period: change(limit.period), ...(limit.plus === undefined ? {} : { plus: limit.plus.map(change) }) }
    case 'before':
      return { ...limit, period: change(limit.period) }
    case 'set':
      return { ...limit, fallback: limit.fallback === null ? null : withPeriods(limit.fallback, change) }
    case 'shortest':
    case 'longest':
      return { ...limit, of: limit.of.map((each) => withPeriods(each, change)) }
    case 'yearly':
    case 'on':
    case 'round':
      return limit
    default:
      return unreachable(limit)
  }
}
