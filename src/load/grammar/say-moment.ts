import type { RungMoment } from '../../core/index.js'
import { sayPeriod } from './say-limit.js'
import type { Saying } from './saying.js'

/** When a rung is reached: "1 workday before it is due". */
export function sayMoment(saying: Saying, { kind, period }: RungMoment): string {
  const { moment, nth } = saying.words.rule.rung
  const { amount, unit } = period
  // The first workday late begins as the limit has ended.
  if (kind === 'late' && amount > 0 && (unit === 'workdays' || unit === 'calendarDays')) return nth(amount, unit)
  return moment[kind](amount === 0 ? null : sayPeriod(saying, period))
}
