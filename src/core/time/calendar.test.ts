import { describe, expect, it } from 'vitest'
import { autumn2025 } from './calendar.fixtures.js'
import { addWorkdays, dayGround, isKnown, isWorkday, workdayBefore, workdayOnOrAfter, workdaysBetween } from './calendar.js'
import { day, dayText } from './day.js'

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

  it('refuses to leave the calendar instead of guessing', () => {
    expect(() => addWorkdays(day('2099-12-31'), 1, autumn2025)).toThrow('outside the calendar')
  })
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
