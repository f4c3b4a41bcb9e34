import { dueAt, grantedBeyond } from '../clocks/clock.js'
import type { DutyState } from '../fold/state.js'
import type { ClauseRef } from '../rules/clause.js'
import { type CountFrom, dayIsOf, type Limit, type Period } from '../rules/limit.js'
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
  /** Those of them that were granted beyond the limit itself. */
  readonly extensions: Receipt['grants']
  readonly pauses: DutyState['clock']['pauses']
  readonly fixed: Instant | null
  /** Whose that day is; null where days are counted. */
  readonly fixedBy: ReturnType<typeof dayIsOf> | null
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
    extensions: grantedBeyond(clock),
    pauses: clock.pauses,
    fixed: clock.fixed,
    fixedBy: clock.fixed === null ? null : dayIsOf(limitMeant(duty, rule) ?? null),
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
  within?.kind === 'shortest' || within?.kind === 'longest' ? within.of[chosenLimit] : within

/** The limit that was chosen may name a start of its own; while nothing states that day it counts from the opening. */
function startNamed(duty: DutyState, rule: Duty): CountFrom | null {
  const limit = limitMeant(duty, rule)
  const named = limit?.kind === 'period' ? limit.from : undefined
  const own = named?.on !== 'act' && duty.clock.start === duty.openedAt ? undefined : named
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
  const limits = { itself: endByItself(duty.clock, calendar), workdays: workdaysGranted(duty.clock) }
  let number = 0
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const role = on === first ? 'start' : roleOf(duty.clock, on, number, limits, calendar)
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

/** The day on which it would end if no day off moved it; null while it stands still. */
function endByItself(clock: DutyState['clock'], calendar: Calendar): Day | null {
  const end = dueAt({ ...clock, cap: null, floor: null }, calendar, { movesToWorkday: false })
  return end === null ? null : dueDay(end, calendar.zone)
}

/** How many workdays were granted; null where something else was granted, too. */
const workdaysGranted = ({ allowances }: DutyState['clock']): number | null =>
  allowances.every(({ period }) => period.unit === 'workdays')
    ? allowances.reduce((sum, { period }) => sum + period.amount, 0)
    : null

/** By the rule of clocks: a day counts if the clock ran as it began, at 00:00 itself if it was not just stopped. */
function roleOf(
  clock: DutyState['clock'],
  on: Day,
  number: number,
  { itself, workdays }: { readonly itself: Day | null; readonly workdays: number | null },
  calendar: Calendar,
): StripDay['role'] {
  const isBefore = (at: Instant) => dueDay(at, calendar.zone) < on
  if (clock.pauses.some(({ from, to }) => isBefore(from) && (to === null || !isBefore(to)))) return 'paused'
  if (clock.allowances.some(({ period }) => period.unit === 'workdays')) {
    if (!isWorkday(on, calendar)) return 'off'
    // Stopped with nothing left it ends with the first workday on which it runs again.
    return workdays !== null && number >= workdays ? 'moved' : 'counted'
  }
  return itself !== null && on > itself ? 'moved' : 'counted'
}
