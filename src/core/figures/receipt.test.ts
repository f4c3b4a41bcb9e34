import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Clock, dueAt } from '../clocks/clock.js'
import type { DutyState } from '../fold/state.js'
import type { Period } from '../rules/limit.js'
import type { Duty } from '../rules/regulation.js'
import { autumn2025 } from '../time/calendar.fixtures.js'
import { dayText } from '../time/day.js'
import { type Instant, instant, readInstant, shanghai } from '../time/instant.js'
import { receiptOf } from './receipt.js'

const at = (text: string): Instant => readInstant(text, shanghai) ?? instant(0)
const clockOf = (start: Instant, period: Period, pauses: Clock['pauses'] = []): Clock => ({
  start,
  allowances: [{ period, event: 1 }],
  pauses,
  fixed: null,
  cap: null,
  floor: null,
})

/** The days of a duty of which only the clock matters. */
function daysOf(clock: Clock) {
  const due = dueAt(clock, autumn2025, { movesToWorkday: true })
  const duty = { clock, dueAt: due, openedAt: clock.start, extensions: 0, clause: [], chosenLimit: 0 }
  const rule = { within: null, from: null, extend: null, notAfter: null }
  return receiptOf(duty as unknown as DutyState, rule as unknown as Duty, autumn2025).days
}

it('as many days are counted as were granted, at whatever minute the clock stops and goes on', () => {
  const hours = fc.uniqueArray(fc.integer({ min: 1, max: 40 * 24 }), { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 15 }), hours, (day, amount, stopped) => {
      const start = at('2025-02-01 09:00') + day * 86_400_000
      const [from = 0, to = 0] = [...stopped].sort((one, other) => one - other).map((hour) => start + (hour - 9) * 3_600_000)
      const pauses = [{ from: instant(Math.max(from, start + 1)), to: instant(to), event: 2 }]
      if (pauses.some((pause) => pause.to <= pause.from)) return
      const days = daysOf(clockOf(instant(start), { amount, unit: 'workdays' }, pauses))
      expect(days.filter(({ role }) => role === 'counted')).toHaveLength(amount)
    }),
    { numRuns: 1000 },
  )
})

it.each([
  [{ amount: 9, unit: 'calendarDays' }, '2025-09-26 10:00'],
  [{ amount: 3, unit: 'months' }, '2025-07-05 10:00'],
] satisfies [Period, string][])('%j that ended in a break say which days were added', (period, start) => {
  const days = daysOf(clockOf(at(start), period))
  const moved = days.filter(({ role }) => role === 'moved').map(({ on }) => dayText(on))
  expect(moved).toEqual(['2025-10-06', '2025-10-07', '2025-10-08', '2025-10-09'])
})
