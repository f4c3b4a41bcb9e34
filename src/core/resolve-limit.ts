import { addWorkdays, type Calendar } from './calendar.js'
import { dueAt } from './clock.js'
import { addDays, addMonths, type Day, nextYearly, readDay } from './day.js'
import { addMilliseconds, dayAt, endOfDay, type Instant, startOfDay } from './instant.js'
import type { Limit, Period, PeriodUnit } from './limit.js'
import { unreachable } from './unreachable.js'
import type { Value } from './value.js'

/** A limit made definite: a period to count, or a time that was stated. `choice` is its place among several. */
export type Resolved = { readonly period: Period | null; readonly fixed: Instant | null; readonly choice: number }

export const periodUnits: readonly PeriodUnit[] = ['workdays', 'calendarDays', 'months', 'hours', 'minutes']

/** Makes a limit definite from where it starts and what was stated. Null: nothing states a time. */
export function resolveLimit(
  limit: Limit,
  start: Instant,
  with_: { readonly calendar: Calendar; readonly movesToWorkday: boolean; value(field: string): Value | undefined },
): Resolved | null {
  const { calendar } = with_
  switch (limit.kind) {
    case 'period':
      return { period: limit.period, fixed: null, choice: 0 }
    case 'yearly': {
      const on = nextYearly(dayAt(start, calendar.zone), limit.month, limit.day)
      return { period: null, fixed: endOfDay(on, calendar.zone), choice: 0 }
    }
    case 'on': {
      const on = readDay(limit.day)
      return on === null ? null : { period: null, fixed: endOfDay(on, calendar.zone), choice: 0 }
    }
    case 'before': {
      const stated = with_.value(limit.field)
      const on = typeof stated === 'string' ? readDay(stated.slice(0, 10)) : null
      return on === null ? null : { period: null, fixed: beforeDay(on, limit.period, calendar), choice: 0 }
    }
    case 'set':
      return (
        readLimit(with_.value(limit.field), calendar) ??
        (limit.fallback === null ? null : resolveLimit(limit.fallback, start, with_))
      )
    case 'shortest':
      return shortest(limit.of, start, with_)
    default:
      return unreachable(limit)
  }
}

/** Of the limits that are stated, the one that ends first: the ends are compared, not the numbers. */
function shortest(limits: readonly Limit[], start: Instant, with_: Parameters<typeof resolveLimit>[2]): Resolved | null {
  let first: Resolved | null = null
  for (let choice = 0; choice < limits.length; choice += 1) {
    const limit = limits[choice]
    const found = limit === undefined ? null : resolveLimit(limit, start, with_)
    if (found === null) continue
    if (first === null || isEarlier(endOf(found, start, with_), endOf(first, start, with_)))
      first = { period: found.period, fixed: found.fixed, choice }
  }
  return first
}

const isEarlier = (end: Instant | null, other: Instant | null): boolean => end !== null && (other === null || end < other)

/** When a definite limit ends if nothing else happens. */
export function endOf(
  resolved: Resolved,
  start: Instant,
  with_: { readonly calendar: Calendar; readonly movesToWorkday: boolean },
): Instant | null {
  if (resolved.fixed !== null) return resolved.fixed
  const allowances = resolved.period ? [{ period: resolved.period, event: 0 }] : []
  return dueAt({ start, allowances, pauses: [], fixed: null }, with_.calendar, { movesToWorkday: with_.movesToWorkday })
}

/** Reads what an act stated as a limit: `{ workdays: 3 }` or `{ on: '2025-05-06' }`. */
export function readLimit(value: Value | undefined, calendar: Calendar): Resolved | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const stated = value as { readonly [key: string]: Value }
  const on = typeof stated.on === 'string' ? readDay(stated.on) : null
  if (on !== null) return { period: null, fixed: endOfDay(on, calendar.zone), choice: 0 }
  for (const unit of periodUnits) {
    const amount = stated[unit]
    if (typeof amount === 'number' && amount >= 0) return { period: { amount, unit }, fixed: null, choice: 0 }
  }
  return null
}

/** So long before a day: 24:00 of the last day on which there is still time. */
function beforeDay(on: Day, period: Period, calendar: Calendar): Instant {
  const start = startOfDay(on, calendar.zone)
  switch (period.unit) {
    case 'workdays':
      return startOfDay(addWorkdays(on, -period.amount, calendar), calendar.zone)
    case 'calendarDays':
      return startOfDay(addDays(on, -period.amount), calendar.zone)
    case 'months':
      return startOfDay(addMonths(on, -period.amount), calendar.zone)
    case 'hours':
      return addMilliseconds(start, -period.amount * 3_600_000)
    case 'minutes':
      return addMilliseconds(start, -period.amount * 60_000)
    default:
      return unreachable(period.unit)
  }
}
