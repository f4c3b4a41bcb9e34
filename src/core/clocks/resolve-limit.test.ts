import { expect, it } from 'vitest'
import { autumn2025 } from '../time/calendar.fixtures.js'
import { dueText, instant, shanghai } from '../time/instant.js'
import { endOfStated } from './resolve-limit.js'

it.each([
  ['2025-10-16', '2025-10-16 24:00', 'a day'],
  ['2025-10-16 20:00', '2025-10-16 24:00', 'a time, as a clock on the wall shows it'],
  ['2025-10-16 24:00', '2025-10-16 24:00', 'the end of a day is of that day'],
  ['2025-10-16T20:00:00Z', '2025-10-17 24:00', 'a moment told elsewhere: here it is the next day'],
  ['2025-10-17T00:30:00+09:00', '2025-10-16 24:00', 'or still the day before'],
])('what was stated as %s ends %s: %s', (stated, expected) => {
  const end = endOfStated(stated, instant(0), { calendar: autumn2025, movesToWorkday: true })
  expect(end && dueText(end, shanghai)).toBe(expected)
})
