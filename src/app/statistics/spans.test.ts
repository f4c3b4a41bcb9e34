import { expect, it } from 'vitest'
import { day, dayText } from '../../core/index.js'
import { type DaySpan, inMonth, monthsOf, spanBefore, usualSpans, yearBefore } from './spans.js'

const span = (from: string, to: string): DaySpan => ({ from: day(from), to: day(to) })
const shown = ({ from, to }: DaySpan): string => `${dayText(from)} ${dayText(to)}`

it.each([
  ['2025-09-01', '2025-09-30', '2025-08-01 2025-08-31', '2024-09-01 2024-09-30', 'a month'],
  ['2025-03-01', '2025-03-31', '2025-02-01 2025-02-28', '2024-03-01 2024-03-31', 'after a shorter one'],
  ['2025-02-01', '2025-02-28', '2025-01-01 2025-01-31', '2024-02-01 2024-02-29', 'the year before was a leap year'],
  ['2025-09-01', '2025-09-15', '2025-08-01 2025-08-15', '2024-09-01 2024-09-15', 'a month under way'],
  ['2025-03-01', '2025-03-30', '2025-02-01 2025-02-28', '2024-03-01 2024-03-30', 'the month before had no such day'],
  ['2025-07-01', '2025-09-30', '2025-04-01 2025-06-30', '2024-07-01 2024-09-30', 'a quarter'],
  ['2025-01-01', '2025-12-31', '2024-01-01 2024-12-31', '2024-01-01 2024-12-31', 'a year'],
  ['2025-10-01', '2025-11-22', '2025-07-01 2025-08-22', '2024-10-01 2024-11-22', 'a quarter under way'],
  ['2025-01-01', '2025-11-22', '2024-01-01 2024-11-22', '2024-01-01 2024-11-22', 'a year under way'],
  ['2025-02-01', '2025-03-31', '2024-12-01 2025-01-31', '2024-02-01 2024-03-31', 'two months'],
  ['2025-09-10', '2025-09-16', '2025-09-03 2025-09-09', '2024-09-10 2024-09-16', 'seven days'],
  ['2025-09-08', '2025-09-10', '2025-09-01 2025-09-03', '2024-09-08 2024-09-10', 'a week under way'],
  ['2025-09-09', '2025-09-10', '2025-09-07 2025-09-08', '2024-09-09 2024-09-10', 'two days'],
  ['2025-09-01', '2025-09-07', '2025-08-25 2025-08-31', '2024-09-01 2024-09-07', 'a week that begins with a month'],
  ['2024-02-29', '2024-02-29', '2024-02-28 2024-02-28', '2023-02-28 2023-02-28', 'a leap day'],
])('%s to %s: before it %s, a year ago %s (%s)', (from, to, before, lastYear) => {
  expect(shown(spanBefore(span(from, to)))).toBe(before)
  expect(shown(yearBefore(span(from, to)))).toBe(lastYear)
})

it.each([
  ['2025-11-22', 'thisWeek', '2025-11-17 2025-11-22'],
  ['2025-11-24', 'lastWeek', '2025-11-17 2025-11-23'],
  ['2025-11-22', 'thisMonth', '2025-11-01 2025-11-22'],
  ['2025-11-22', 'lastMonth', '2025-10-01 2025-10-31'],
  ['2025-11-22', 'thisQuarter', '2025-10-01 2025-11-22'],
  ['2025-11-22', 'lastQuarter', '2025-07-01 2025-09-30'],
  ['2025-11-22', 'thisYear', '2025-01-01 2025-11-22'],
  ['2025-01-01', 'lastYear', '2024-01-01 2024-12-31'],
  ['2025-01-01', 'lastMonth', '2024-12-01 2024-12-31'],
  ['2025-01-01', 'lastQuarter', '2024-10-01 2024-12-31'],
] as const)('on %s, %s is %s', (today, name, expected) => {
  expect(shown(usualSpans(day(today))[name])).toBe(expected)
})

it('takes a time span apart by month', () => {
  const asked = span('2024-11-20', '2025-01-10')
  expect(monthsOf(asked)).toEqual(['2024-11', '2024-12', '2025-01'])
  expect(monthsOf(asked).map((month) => shown(inMonth(asked, month)))).toEqual([
    '2024-11-20 2024-11-30',
    '2024-12-01 2024-12-31',
    '2025-01-01 2025-01-10',
  ])
})
