import { type Limit, type Period, unreachable } from '../../core/index.js'
import { actName, fieldName, type Saying } from './saying.js'

export const sayPeriod = ({ words }: Saying, { amount, unit }: Period): string => words.period(amount, unit)

/** A minute of the day as a clock shows it. */
export const sayTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A limit as a length or an end: "3 workdays from “sign for”". Without one, that none is stated. */
export function sayLimit(saying: Saying, limit: Limit | null): string {
  const { words } = saying
  if (limit === null) return words.limit.none
  switch (limit.kind) {
    case 'period':
      return sayPeriodLimit(saying, limit)
    case 'yearly':
      return words.limit.yearly(limit.month, limit.day)
    case 'on':
      return words.limit.on(limit.day)
    case 'before':
      return words.limit.before(sayPeriod(saying, limit.period), fieldName(saying, limit.field))
    case 'set':
      return words.limit.set(
        fieldName(saying, limit.field),
        limit.from,
        limit.fallback === null ? null : sayLimit(saying, limit.fallback),
      )
    case 'shortest':
      return words.limit.shortest(limit.of.map((each) => sayLimit(saying, each)))
    case 'round':
      return limit.within.kind === 'periods'
        ? words.limit.periods[limit.edge](limit.within.periods)
        : sayLimit(saying, limit.within)
    default:
      return unreachable(limit)
  }
}

/** The time in which something is to be done: "within 3 workdays", "by 31 December of each year". */
export function sayWithin(saying: Saying, limit: Limit): string {
  const { words } = saying
  const said = sayLimit(saying, limit)
  switch (limit.kind) {
    case 'yearly':
    case 'on':
    case 'before':
      return words.limit.until(said)
    case 'period':
    case 'set':
    case 'shortest':
      return words.limit.within(said)
    case 'round':
      return limit.within.kind === 'periods' ? said : sayWithin(saying, limit.within)
    default:
      return unreachable(limit)
  }
}

function sayPeriodLimit(saying: Saying, { period, from, receivedBy }: Extract<Limit, { kind: 'period' }>): string {
  const { words } = saying
  const isMoment = period.unit === 'hours' || period.unit === 'minutes'
  const length = period.amount === 0 ? words.limit.atOnce[isMoment ? 'moment' : 'day'] : sayPeriod(saying, period)
  const started =
    from === undefined
      ? length
      : words.limit.starts(from.on === 'act' ? actName(saying, from.act) : fieldName(saying, from.field), length)
  return receivedBy === undefined ? started : words.limit.receivedBy(started, sayTime(receivedBy))
}

/** Whether every part of a limit names a start of its own, so that the opening starts nothing. */
export function startsItself(limit: Limit | null): boolean {
  if (limit === null) return false
  switch (limit.kind) {
    case 'period':
      return limit.from !== undefined
    case 'shortest':
      return limit.of.every(startsItself)
    case 'set':
      return false
    case 'yearly':
    case 'on':
    case 'before':
    case 'round':
      return true
    default:
      return unreachable(limit)
  }
}
