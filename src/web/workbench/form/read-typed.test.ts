import { expect, it } from 'vitest'
import { readTypedDay, readTypedNumber, readTypedTime } from './read-typed.js'

it.each([
  ['2025-09-03', '2025-09-03'],
  ['2025/9/3', '2025-09-03'],
  ['2025年9月3日', '2025-09-03'],
  ['20250903', '2025-09-03'],
  [' ２０２５．９．３ ', '2025-09-03'],
  ['next week', 'next week'],
])('the day %s is %s', (typed, day) => {
  expect(readTypedDay(typed)).toBe(day)
})

it.each([
  ['2025-9-3 9:05', '2025-09-03 09:05'],
  ['2025-09-03T14:30', '2025-09-03 14:30'],
  ['2025年9月3日14点30分', '2025-09-03 14:30'],
  ['2025年9月3日9时', '2025-09-03 09:00'],
  ['20250903 24:00', '2025-09-03 24:00'],
  ['soon', 'soon'],
])('the time %s is %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time)
})

it.each([
  ['3', 3],
  [' １２ ', 12],
  ['', null],
  ['three', 'three'],
])('the number "%s" is %s', (typed, number) => {
  expect(readTypedNumber(typed)).toBe(number)
})
