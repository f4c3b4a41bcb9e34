import type { Period } from '../rules/limit.js'
import { addWorkdays, type Calendar, workdayOnOrAfter, workdaysBetween } from '../time/calendar.js'
import { addDays, addMonths, type Day } from '../time/day.js'
import { addMilliseconds, dayAt, dueDay, endOfDay, type Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'

/** 宽限. Time granted to a clock: its first limit or an extension, with who granted it (the event's number). */
export type Allowance = { readonly period: Period; readonly event: number }

/** A stretch in which the clock stood still; `to` is null while it still does. */
export type Pause = { readonly from: Instant; readonly to: Instant | null; readonly event: number }

/**
 * 计时. A ledger: what was granted and when it stood still. The due time is computed from it, never adjusted,
 * so no order of extension and pause can lose or gain a day.
 *
 * One rule for days: a day is used if the clock ran when that day began (at 00:00 itself: if it was not just stopped). Hence the starting day does not count
 * (Civil Code art. 201), the day of a pause does, and the day of resuming does not.
 */
export type Clock = {
  readonly start: Instant
  readonly allowances: readonly Allowance[]
  readonly pauses: readonly Pause[]
  /** A due time that was stated as a date, not as a period. */
  readonly fixed: Instant | null
  /** It never runs longer than this, whatever is granted. */
  readonly cap: Instant | null
  /** It never ends before this: so much time is left at least after a correction. */
  readonly floor: Instant | null
}

/** 延期. What was granted beyond the limit itself, whose lengths were all granted by one event; beyond a stated date all. */
export const grantedBeyond = ({ fixed, allowances }: Pick<Clock, 'fixed' | 'allowances'>): readonly Allowance[] =>
  fixed === null ? allowances.filter(({ event }) => event !== allowances[0]?.event) : allowances

/** Whether a period of calendar days or months that ends on a day off moves to the next workday (Civil Code art. 203). */
export type ClockRule = { readonly movesToWorkday: boolean }

/** Where a count stands: the moment, and the day whose 24:00 it is or on which it lies. */
type Position = { at: Instant; on: Day }

/** What runs down, in turn: a due time that was stated, and what was granted. A stated day is moved by no day off, until a pause moves it. */
type Stretch = Period | { readonly unit: 'until'; readonly at: Instant }

const lengthOf = { hours: 3_600_000, minutes: 60_000 } as const

/** When the clock runs out; null while it stands still with time left. */
export function dueAt(clock: Clock, calendar: Calendar, rule: ClockRule): Instant | null {
  const end = clock.pauses.length === 0 ? endOfAllowances(clock, calendar, rule) : dueWithPauses(clock, calendar, rule)
  if (end === null) return null
  const least = clock.floor !== null && end < clock.floor ? clock.floor : end
  return clock.cap !== null && clock.cap < least ? clock.cap : least
}

/** What was granted runs down in its order; nothing is gathered for what most clocks hold, one length. */
function endOfAllowances(clock: Clock, calendar: Calendar, rule: ClockRule): Instant {
  const position = startOf(clock.start, calendar)
  const { fixed, allowances } = clock
  const [only] = allowances
  if (fixed === null && allowances.length === 1 && only !== undefined) advance(position, only.period, calendar, rule)
  else for (const stretch of stretchesOf(clock)) advance(position, stretch, calendar, rule)
  return position.at
}

/** Months granted on months are one period: three and three more are six from the same day, wherever a day off moved the first end. */
function stretchesOf({ fixed, allowances }: Clock): Stretch[] {
  const stretches: Stretch[] = fixed === null ? [] : [{ unit: 'until', at: fixed }]
  let grantedBy: number | null = null
  for (const { period, event } of allowances) {
    const before = stretches[stretches.length - 1]
    // What one event granted as one length after another stays so.
    if (event !== grantedBy && period.unit === 'months' && before?.unit === 'months')
      stretches[stretches.length - 1] = { unit: 'months', amount: before.amount + period.amount }
    else stretches.push(period)
    grantedBy = event
  }
  return stretches
}

function dueWithPauses(clock: Clock, calendar: Calendar, rule: ClockRule): Instant | null {
  const left = stretchesOf(clock)
  const position = startOf(clock.start, calendar)
  for (const pause of clock.pauses) {
    const rest = consume(position, left, pause.from, calendar, rule)
    if (rest === 'ended') return position.at
    left.splice(0, left.length, ...rest)
    if (pause.to === null) return null
    moveTo(position, pause.to, calendar)
  }
  for (const stretch of left) advance(position, stretch, calendar, rule)
  return position.at
}

const startOf = (at: Instant, calendar: Calendar): Position => ({ at, on: dayAt(at, calendar.zone) })

function moveTo(position: Position, at: Instant, calendar: Calendar): void {
  position.at = at
  position.on = dueDay(at, calendar.zone)
}

/** Moves to where a stretch ends when the clock runs without a pause. */
function advance(position: Position, period: Stretch, calendar: Calendar, rule: ClockRule): void {
  switch (period.unit) {
    case 'until':
      moveTo(position, period.at, calendar)
      return
    case 'workdays':
      position.on =
        period.amount === 0 ? workdayOnOrAfter(position.on, calendar) : addWorkdays(position.on, period.amount, calendar)
      break
    case 'calendarDays':
      position.on = addDays(position.on, period.amount)
      if (rule.movesToWorkday) position.on = workdayOnOrAfter(position.on, calendar)
      break
    case 'months':
      position.on = addMonths(position.on, period.amount)
      if (rule.movesToWorkday) position.on = workdayOnOrAfter(position.on, calendar)
      break
    case 'hours':
    case 'minutes':
      position.at = addMilliseconds(position.at, period.amount * lengthOf[period.unit])
      position.on = dueDay(position.at, calendar.zone)
      return
    default:
      unreachable(period)
  }
  position.at = endOfDay(position.on, calendar.zone)
}

/** Uses up allowances until `until`; answers what is left, or `ended` with the position at the end. */
function consume(
  position: Position,
  left: readonly Stretch[],
  until: Instant,
  calendar: Calendar,
  rule: ClockRule,
): readonly Stretch[] | 'ended' {
  for (const [index, stretch] of left.entries()) {
    const before = { ...position }
    advance(position, stretch, calendar, rule)
    if (position.at < until) continue
    const rest = remaining(stretch, before, until, calendar)
    const further = left.slice(index + 1)
    // With nothing left it still ends only with the first workday on which it runs again.
    return rest.amount === 0 && further.length > 0 ? further : [rest, ...further]
  }
  return 'ended'
}

/**
 * What is left of a stretch, begun at `before`, when the clock stops at `until`. Days are left up to the day it would have ended by itself:
 * that a day off moves the end is asked once, where it ends (Civil Code art. 203).
 */
function remaining(stretch: Stretch, before: Position, until: Instant, calendar: Calendar): Period {
  const stoppedOn = dueDay(until, calendar.zone)
  const daysTo = (end: Day): Period => ({ unit: 'calendarDays', amount: Math.max(0, end - stoppedOn) })
  switch (stretch.unit) {
    case 'workdays':
      return { unit: 'workdays', amount: Math.max(0, stretch.amount - workdaysBetween(before.on, stoppedOn, calendar)) }
    case 'calendarDays':
      return daysTo(addDays(before.on, stretch.amount))
    case 'months':
      return daysTo(addMonths(before.on, stretch.amount))
    case 'until':
      return daysTo(dueDay(stretch.at, calendar.zone))
    case 'hours':
    case 'minutes':
      return { unit: 'minutes', amount: (stretch.amount * lengthOf[stretch.unit] - (until - before.at)) / lengthOf.minutes }
    default:
      return unreachable(stretch)
  }
}
