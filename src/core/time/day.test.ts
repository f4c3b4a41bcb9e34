import { expect, it } from 'vitest'
import { addMonths, day, dayText, nextYearly, readDay, weekday } from './day.js'
import { dueDay, dueText, instantText, readInstant, shanghai } from './instant.js'

it.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00', '', '0000-00-00'])('%j is no day', (text) => {
  expect(readDay(text)).toBeNull()
  expect(() => day(text)).toThrow('not a day')
})

it.each([
  ['2025-01-31', 1, '2025-02-28', 'the month has no such day: its last'],
  ['2024-01-31', 1, '2024-02-29', 'leap year'],
  ['2025-11-30', 3, '2026-02-28', 'over new year'],
  ['2025-03-31', -1, '2025-02-28', 'backwards'],
])('%s and %i months is %s: %s', (from, count, expected) => {
  expect(dayText(addMonths(day(from), count))).toBe(expected)
})

it.each([
  ['2025-12-31', 12, 31, '2026-12-31'],
  ['2025-12-30', 12, 31, '2025-12-31'],
])('after %s the next %i-%i is %s', (from, month, on, expected) => {
  expect(dayText(nextYearly(day(from), month, on))).toBe(expected)
})

it('knows weekdays', () => {
  expect(weekday(day('2026-11-21'))).toBe(6)
  expect(weekday(day('1969-12-28'))).toBe(0)
})

it.each([
  ['2025-10-13 24:00', '2025-10-14 00:00', '2025-10-13 24:00'],
  ['2025-10-13T09:30', '2025-10-13 09:30', '2025-10-13 09:30'],
  ['2025-10-13T01:30:05Z', '2025-10-13 09:30:05', '2025-10-13 09:30:05'],
  ['2025-10-13T00:30+09:00', '2025-10-12 23:30', '2025-10-12 23:30'],
])('%s is %s, and as a due time %s', (text, shown, due) => {
  const at = readInstant(text, shanghai)
  expect(at).not.toBeNull()
  if (at === null) return
  expect(instantText(at, shanghai)).toBe(shown)
  expect(dueText(at, shanghai)).toBe(due)
})

it.each(['2025-10-13 25:00', '2025-10-13 24:01', '2025-10-13', 'soon', '2025-10-13T09:30:00'.slice(0, 12)])(
  '%j is no time',
  (text) => {
    expect(readInstant(text, shanghai)).toBeNull()
  },
)

it('names the last day a due time leaves', () => {
  const end = readInstant('2025-10-13 24:00', shanghai)
  const noon = readInstant('2025-10-13 12:00', shanghai)
  expect(end && dayText(dueDay(end, shanghai))).toBe('2025-10-13')
  expect(noon && dayText(dueDay(noon, shanghai))).toBe('2025-10-13')
})
