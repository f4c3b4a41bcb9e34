import type { Rung } from '../rules/regulation.js'
import { addWorkdays, type Calendar, isWorkday, workdayBefore } from '../time/calendar.js'
import { addDays, type Day } from '../time/day.js'
import { addMilliseconds, dayAt, dueDay, type Instant, startOfDay } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'

/** When a rung counted from `anchor` (the due time or the opening) is reached; null for a courtesy whose moment needs none. */
export function rungMoment(rung: Rung, anchor: Instant, calendar: Calendar): Instant | null {
  const plain = plainMoment(rung, anchor, calendar)
  const moment = rung.at === null ? plain : atMinute(dayAt(plain, calendar.zone), rung.at, calendar)
  if (rung.earlierOnDayOff === null) return moment
  const on = dayAt(moment, calendar.zone)
  if (isWorkday(on, calendar)) return null
  return atMinute(workdayBefore(on, calendar), rung.earlierOnDayOff, calendar)
}

const atMinute = (on: Day, minute: number, { zone }: Calendar): Instant => addMilliseconds(startOfDay(on, zone), minute * 60_000)

function plainMoment(rung: Rung, anchor: Instant, calendar: Calendar): Instant {
  const { kind, period } = rung.moment
  const sign = kind === 'before' ? -1 : 1
  const on = kind === 'after' ? dayAt(anchor, calendar.zone) : dueDay(anchor, calendar.zone)
  switch (period.unit) {
    case 'workdays':
      return startOfDay(addWorkdays(on, sign * period.amount, calendar), calendar.zone)
    case 'calendarDays':
      return startOfDay(addDays(on, sign * period.amount), calendar.zone)
    case 'hours':
      return addMilliseconds(anchor, sign * period.amount * 3_600_000)
    case 'minutes':
      return addMilliseconds(anchor, sign * period.amount * 60_000)
    case 'months':
      throw new Error('a rung is not counted in months')
    default:
      return unreachable(period.unit)
  }
}
