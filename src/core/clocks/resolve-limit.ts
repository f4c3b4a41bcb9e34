import { dayIn } from '../rules/condition.js'
import type { CountFrom, Limit, Period, PeriodUnit } from '../rules/limit.js'
import { addWorkdays, type Calendar, isWorkday } from '../time/calendar.js'
import { roundAfter, roundOn } from '../time/cycle.js'
import { addDays, addMonths, type Day, nextYearly, readDay } from '../time/day.js'
import { addMilliseconds, dayAt, endOfDay, type Instant, readInstant, startOfDay } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import type { Value } from '../values/value.js'
import { dueAt } from './clock.js'

/** A limit made definite: lengths to count from `start`, one after the other, or a time that was stated. `choice` is its place among several. */
export type Resolved = Stated & { readonly start: Instant; readonly choice: number }
type Stated = { readonly periods: readonly Period[]; readonly fixed: Instant | null }

/** What a limit is resolved with: the days, what was stated, and when an act was last done. */
export type LimitFacts = {
  readonly calendar: Calendar
  readonly movesToWorkday: boolean
  value(field: string): Value | undefined
  /** When what stands in a field was stated; null where nothing does, or nobody needs to know. */
  statedAt(field: string): Instant | null
  lastDone(act: string): Instant | null
}

export const periodUnits: readonly PeriodUnit[] = ['workdays', 'calendarDays', 'months', 'hours', 'minutes']

/** Makes a limit definite from where it starts and what was stated. Null: nothing states a time. */
export function resolveLimit(limit: Limit, start: Instant, with_: LimitFacts): Resolved | null {
  const { calendar } = with_
  switch (limit.kind) {
    case 'period':
      return {
        periods: lengthsOf(limit),
        fixed: null,
        start: startOf(limit, ownStart(limit, with_) ?? start, calendar),
        choice: 0,
      }
    case 'yearly':
      return from(start, until(nextYearly(dayAt(start, calendar.zone), limit.month, limit.day), calendar))
    case 'on':
      return from(start, until(readDay(limit.day), calendar))
    case 'before': {
      const on = dayIn(with_.value(limit.field))
      return on === null ? null : { periods: [], fixed: beforeDay(on, limit.period, calendar), start, choice: 0 }
    }
    case 'set':
      return (
        from(setStart(limit, start, with_), readLimit(with_.value(limit.field), calendar)) ??
        (limit.fallback === null ? null : resolveLimit(limit.fallback, start, with_))
      )
    case 'shortest':
    case 'longest':
      return chosenOf(limit, start, with_)
    case 'round':
      return ofRound(limit, start, with_)
    default:
      return unreachable(limit)
  }
}

type SetLimit = Extract<Limit, { kind: 'set' }>

const setStart = ({ from, field }: SetLimit, start: Instant, facts: LimitFacts): Instant =>
  from === 'statement' ? (facts.statedAt(field) ?? start) : start

const from = (start: Instant, stated: Stated | null): Resolved | null =>
  stated === null ? null : { periods: stated.periods, fixed: stated.fixed, start, choice: 0 }

const until = (on: Day | null, calendar: Calendar): Stated | null =>
  on === null ? null : { periods: [], fixed: endOfDay(on, calendar.zone) }

type PeriodLimit = Extract<Limit, { kind: 'period' }>

/** Its length, and those that follow from its end. */
const lengthsOf = ({ period, plus = [] }: PeriodLimit): readonly Period[] => [period, ...plus]

/** The start a limit names for itself; null where it names none, or nothing has stated it yet. */
const ownStart = ({ from }: PeriodLimit, facts: LimitFacts): Instant | null =>
  from === undefined ? null : startNamed(from, facts)

/** Of several the first, or the last, of those that have begun. */
function startNamed(from: CountFrom, facts: LimitFacts): Instant | null {
  if (from.on === 'several') {
    const begun = from.of.map((each) => startNamed(each, facts)).filter((each) => each !== null)
    if (begun.length === 0) return null
    return begun.reduce((one, other) => ((from.which === 'first' ? one <= other : one >= other) ? one : other))
  }
  if (from.on === 'act') return facts.lastDone(from.act)
  const stated = facts.value(from.field)
  const on = dayIn(stated)
  if (on === null || typeof stated !== 'string') return null
  const { zone } = facts.calendar
  return readInstant(stated, zone) ?? startOfDay(on, zone)
}

/** What comes after the hour of receipt, or on a day off, is received on the next workday. */
function startOf({ receivedBy }: PeriodLimit, start: Instant, calendar: Calendar): Instant {
  if (receivedBy === undefined) return start
  const on = dayAt(start, calendar.zone)
  const isInTime = isWorkday(on, calendar) && start <= startOfDay(on, calendar.zone) + receivedBy * 60_000
  return isInTime ? start : startOfDay(addWorkdays(on, 1, calendar), calendar.zone)
}

type RoundLimits = Extract<Limit, { kind: 'round' }>

/**
 * The day that ends at the edge of a round is the starting day, which does not count (Civil Code art. 201): the first day after a quarter
 * is day one. A month from there is the month that follows.
 */
function ofRound({ every, edge, within }: RoundLimits, start: Instant, facts: LimitFacts): Resolved | null {
  const { zone } = facts.calendar
  const first = dayAt(start, zone)
  const eve = startOfDay(addDays(first, -1), zone)
  if (within.kind === 'periods') {
    // One round from the end of a round is the next; one from its start is itself.
    const round = edge === 'period-end' ? roundOn(addDays(first, -1), every) : roundOn(first, every)
    const last = roundAfter(round, every, edge === 'period-end' ? within.periods : within.periods - 1)
    return from(eve, until(last.last, facts.calendar))
  }
  if (within.kind === 'yearly' || within.period.unit !== 'months') return resolveLimit(within, eve, facts)
  const days: Period = { unit: 'calendarDays', amount: addMonths(first, within.period.amount) - first }
  return { periods: [days], fixed: null, start: eve, choice: 0 }
}

type Several = Extract<Limit, { readonly of: readonly Limit[] }>

/** Of the limits that are stated, the one that ends first, or last: the ends are compared, not the numbers. */
function chosenOf({ kind, of }: Several, start: Instant, with_: LimitFacts): Resolved | null {
  let chosen: Resolved | null = null
  let ending: Instant | null = null
  for (let choice = 0; choice < of.length; choice += 1) {
    const limit = of[choice]
    const isUnstarted = limit?.kind === 'period' && limit.from !== undefined && ownStart(limit, with_) === null
    const found = limit === undefined || isUnstarted ? null : resolveLimit(limit, start, with_)
    if (found === null) continue
    const end = endOf(found, with_)
    if (chosen !== null && !(kind === 'shortest' ? isEarlier(end, ending) : isEarlier(ending, end))) continue
    chosen = choice === 0 ? found : { ...found, choice }
    ending = end
  }
  return chosen
}

const isEarlier = (end: Instant | null, other: Instant | null): boolean => end !== null && (other === null || end < other)

/** When a definite limit ends if nothing else happens. */
export function endOf(
  resolved: Resolved,
  with_: { readonly calendar: Calendar; readonly movesToWorkday: boolean },
): Instant | null {
  if (resolved.fixed !== null) return resolved.fixed
  const allowances = resolved.periods.map((period) => ({ period, event: 0 }))
  return dueAt({ start: resolved.start, allowances, pauses: [], fixed: null, cap: null, floor: null }, with_.calendar, with_)
}

/** When a day, a time or a limit that was stated at a moment ends; null for anything else. */
export function endOfStated(
  value: Value | undefined,
  at: Instant,
  with_: { readonly calendar: Calendar; readonly movesToWorkday: boolean },
): Instant | null {
  const stated = readLimit(value, with_.calendar)
  if (stated !== null) return endOf({ ...stated, start: at, choice: 0 }, with_)
  const on = dayIn(value)
  return on === null ? null : endOfDay(on, with_.calendar.zone)
}

/** Reads what an act stated as a limit: `{ workdays: 3 }`, `{ on: '2025-05-06' }`, or the day alone. */
function readLimit(value: Value | undefined, calendar: Calendar): Stated | null {
  if (typeof value === 'string') return until(dayIn(value), calendar)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const stated = value as { readonly [key: string]: Value }
  const on = typeof stated.on === 'string' ? readDay(stated.on) : null
  if (on !== null) return until(on, calendar)
  for (const unit of periodUnits) {
    const amount = stated[unit]
    if (typeof amount === 'number' && amount >= 0) return { periods: [{ amount, unit }], fixed: null }
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
