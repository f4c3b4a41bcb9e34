import { dueAt } from '../clocks/clock.js'
import type { DutyState } from '../fold/state.js'
import type { ClauseRef } from '../rules/clause.js'
import type { CountFrom, Limit, Period } from '../rules/limit.js'
import type { Duty } from '../rules/regulation.js'
import { type Calendar, type DayGround, dayGround, isWorkday } from '../time/calendar.js'
import { addDays, type Day } from '../time/day.js'
import { dayAt, dueDay, type Instant } from '../time/instant.js'

/** One day of a strip: what it was for the clock, and why. `number` is its place among the days counted. */
export type StripDay = {
  readonly on: Day
  readonly role: 'start' | 'counted' | 'off' | 'paused' | 'moved'
  readonly number: number | null
  readonly ground: DayGround
  /** Which grant the day is taken from: 0 the limit itself, 1 the first extension … */
  readonly grant: number
  readonly isDue: boolean
}

/** 计时凭据. How a due time came to be: from when, how long, each day counted or not with its ground, and the clauses. */
export type Receipt = {
  readonly startedAt: Instant
  /** What the clock counts from, where that is not the opening. */
  readonly from: CountFrom | null
  readonly openedBy: number
  readonly limit: Limit | null
  readonly grants: readonly { readonly period: Period; readonly event: number }[]
  readonly pauses: DutyState['clock']['pauses']
  readonly fixed: Instant | null
  /** Whether that day is the text's own, lies so long before a day that was stated, or was stated itself; null where days are counted. */
  readonly fixedBy: 'text' | 'before' | 'statement' | null
  /** The cap ended it, before what was granted ran out. */
  readonly isCapped: boolean
  readonly days: readonly StripDay[]
  readonly dueAt: Instant | null
  readonly isProvisional: boolean
  readonly knownFrom: Day
  readonly knownThrough: Day
  readonly clause: readonly ClauseRef[]
}

/** Longest strip that is laid out day by day; longer ones give start and end alone. */
const longestStrip = 400

/** Lays a duty's clock out day by day. Worked out only when somebody asks. */
export function receiptOf(duty: DutyState, rule: Duty, calendar: Calendar, movesToWorkday = true): Receipt {
  const { clock } = duty
  const isCapped = isEndedByCap(clock, calendar, movesToWorkday)
  return {
    startedAt: clock.start,
    from: startNamed(duty, rule),
    openedBy: duty.openedBy,
    limit: rule.within,
    grants: clock.allowances,
    pauses: clock.pauses,
    fixed: clock.fixed,
    fixedBy: clock.fixed === null ? null : fixedBy(limitMeant(duty, rule)),
    isCapped,
    days: duty.dueAt === null ? [] : stripOf(duty, duty.dueAt, calendar),
    dueAt: duty.dueAt,
    isProvisional: duty.isProvisional,
    knownFrom: calendar.knownFrom,
    knownThrough: calendar.knownThrough,
    clause: [
      ...new Set([
        ...duty.clause,
        ...(duty.extensions > 0 ? (rule.extend?.clause ?? []) : []),
        ...(isCapped ? (rule.notAfter?.clause ?? []) : []),
      ]),
    ],
  }
}

/** Of several limits the one that was chosen. */
const limitMeant = ({ chosenLimit }: DutyState, { within }: Duty): Limit | null | undefined =>
  within?.kind === 'shortest' ? within.of[chosenLimit] : within

function fixedBy(limit: Limit | null | undefined): 'text' | 'before' | 'statement' {
  if (limit == null) return 'statement'
  switch (limit.kind) {
    case 'yearly':
    case 'on':
    case 'round':
      return 'text'
    case 'before':
      return 'before'
    case 'period':
    case 'set':
    case 'shortest':
      return 'statement'
  }
}

/** The limit that was chosen may name a start of its own; while nothing states that day it counts from the opening. */
function startNamed(duty: DutyState, rule: Duty): CountFrom | null {
  const limit = limitMeant(duty, rule)
  const named = limit?.kind === 'period' ? limit.from : undefined
  const own = named?.on === 'field' && duty.clock.start === duty.openedAt ? undefined : named
  return own ?? (rule.from === null ? null : { on: 'act', act: rule.from })
}

function isEndedByCap(clock: DutyState['clock'], calendar: Calendar, movesToWorkday: boolean): boolean {
  if (clock.cap === null) return false
  const uncapped = dueAt({ ...clock, cap: null }, calendar, { movesToWorkday })
  return uncapped !== null && clock.cap < uncapped
}

function stripOf(duty: DutyState, due: Instant, calendar: Calendar): readonly StripDay[] {
  const first = dayAt(duty.clock.start, calendar.zone)
  const last = dueDay(due, calendar.zone)
  if (last < first || last - first > longestStrip) return []
  const days: StripDay[] = []
  const ends = grantEnds(duty)
  let number = 0
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const role = on === first ? 'start' : roleOf(duty, on, number, ends, calendar)
    if (role === 'counted') number += 1
    const grant = Math.max(
      0,
      ends.findIndex((end) => number <= end),
    )
    days.push({
      on,
      role,
      number: role === 'counted' ? number : null,
      ground: dayGround(on, calendar),
      grant,
      isDue: on === last,
    })
  }
  return days
}

/** The number of the last day of each grant; periods of hours, months and stated dates have no day numbers of their own. */
function grantEnds({ clock }: DutyState): readonly number[] {
  let sum = 0
  return clock.allowances.map(({ period }) => {
    sum += period.unit === 'workdays' || period.unit === 'calendarDays' ? period.amount : 0
    return sum
  })
}

function roleOf(duty: DutyState, on: Day, number: number, ends: readonly number[], calendar: Calendar): StripDay['role'] {
  const begins = (at: Instant) => dayAt(at, calendar.zone) < on
  const isPaused = duty.clock.pauses.some(({ from, to }) => begins(from) && (to === null || !begins(to)))
  if (isPaused) return 'paused'
  const units = new Set(duty.clock.allowances.map(({ period }) => period.unit))
  if (units.has('workdays')) return isWorkday(on, calendar) ? 'counted' : 'off'
  const total = ends[ends.length - 1] ?? 0
  return units.has('calendarDays') && units.size === 1 && number >= total ? 'moved' : 'counted'
}
