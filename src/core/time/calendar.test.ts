import { describe, expect, it } from 'vitest'
import { autumn2025 } from './calendar.fixtures.js'
import {
  addWorkdays,
  buildCalendar,
  dayGround,
  isKnown,
  isWorkday,
  workdayBefore,
  workdayOnOrAfter,
  workdaysBetween,
} from './calendar.js'
import { addDays, day, dayText } from './day.js'
import { shanghai } from './instant.js'

describe('adding workdays', () => {
  it.each([
    ['2025-09-26', 1, '2025-09-28', 'a Sunday worked in exchange counts'],
    ['2025-09-29', 5, '2025-10-13', 'eight days off, one Saturday worked'],
    ['2025-10-13', 0, '2025-10-13', 'nothing to count'],
    ['2025-10-04', 1, '2025-10-09', 'from within the break'],
    ['2025-03-27', 1, '2025-03-31', 'a local day off and a weekend'],
    ['2025-10-09', -1, '2025-09-30', 'backwards over the break'],
    ['2025-10-04', -2, '2025-09-29', 'backwards from a day off'],
    ['2025-12-31', 1, '2026-01-01', 'a year without a notice has weekends only'],
  ])('%s and %i workdays is %s: %s', (from, count, expected) => {
    expect(dayText(addWorkdays(day(from), count, autumn2025))).toBe(expected)
  })

  it('refuses a fraction of a day', () => {
    expect(() => addWorkdays(day('2025-10-13'), 0.5, autumn2025)).toThrow('not a number of days')
  })

  it.each(['1989-12-20', '2099-12-20', '0004-02-20', '2925-06-20', '2025-09-20'])(
    'goes on with the weekends alone where its table ends: counted day by day from %s',
    (from) => {
      const start = day(from)
      let count = 0
      for (let on = addDays(start, 1); on - start < 40; on = addDays(on, 1)) {
        const { kind } = dayGround(on, autumn2025)
        const counts = kind === 'workday' || kind === 'make-up'
        expect(isWorkday(on, autumn2025)).toBe(counts)
        if (counts) count += 1
        if (counts) expect(addWorkdays(start, count, autumn2025)).toBe(on)
        expect(workdaysBetween(start, on, autumn2025)).toBe(count)
        if (counts) expect(addWorkdays(addDays(on, 1), -count, autumn2025)).toBe(addWorkdays(start, 1, autumn2025))
      }
      expect(count).toBeGreaterThan(20)
    },
  )
})

it('a day worked in exchange counts, whichever of two notices comes first', () => {
  const name = { zh: '假', en: 'days off' }
  const notice = 'notice'
  const one = { name, notice, isLocal: false, off: [day('2026-02-16'), day('2026-02-20')], makeUp: [] } as const
  const other = { ...one, off: [day('2026-04-06'), day('2026-04-06')], makeUp: [day('2026-02-20')] } as const
  for (const holidays of [
    [one, other],
    [other, one],
  ]) {
    const calendar = buildCalendar('two', holidays, [day('2026-01-01'), day('2026-12-31')], shanghai)
    expect(isWorkday(day('2026-02-20'), calendar)).toBe(true)
  }
})

const nationalDay = { zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' }

it.each([
  ['2025-10-11', { kind: 'make-up', name: nationalDay, notice: 'notice of 2024-11-12' }],
  ['2025-10-04', { kind: 'holiday', name: nationalDay, notice: 'notice of 2024-11-12', isLocal: false }],
  ['2025-03-28', { kind: 'holiday', name: { zh: '地方假', en: 'Local day off' }, notice: 'local notice', isLocal: true }],
  ['2025-10-12', { kind: 'weekend' }],
  ['2025-10-13', { kind: 'workday' }],
])('%s has its ground', (on, ground) => {
  expect(dayGround(day(on), autumn2025)).toEqual(ground)
})

it('tells workdays from days off, and finds the ones beside', () => {
  expect(isWorkday(day('2025-10-11'), autumn2025)).toBe(true)
  expect(isWorkday(day('2025-10-08'), autumn2025)).toBe(false)
  expect(dayText(workdayOnOrAfter(day('2025-10-01'), autumn2025))).toBe('2025-10-09')
  expect(dayText(workdayOnOrAfter(day('2025-10-09'), autumn2025))).toBe('2025-10-09')
  expect(dayText(workdayBefore(day('2025-10-09'), autumn2025))).toBe('2025-09-30')
  expect(workdaysBetween(day('2025-09-29'), day('2025-10-13'), autumn2025)).toBe(5)
})

it('knows the days between its first and its last notice, and none outside', () => {
  const known = ['2023-12-31', '2024-01-01', '2025-12-31', '2026-01-01'].map((on) => isKnown(day(on), autumn2025))
  expect(known).toEqual([false, true, true, false])
})
