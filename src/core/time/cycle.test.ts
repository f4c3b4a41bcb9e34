import { describe, expect, it } from 'vitest'
import { type Cycle, cycles, readRound, roundAfter, roundOn } from './cycle.js'
import { addDays, day, dayText } from './day.js'

it.each<[string, Cycle, string, string, string]>([
  ['2025-10-05', 'week', '2025-W40', '2025-09-29', '2025-10-05'],
  ['2024-12-30', 'week', '2025-W01', '2024-12-30', '2025-01-05'],
  ['2027-01-03', 'week', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2024-02-29', 'month', '2024-02', '2024-02-01', '2024-02-29'],
  ['2025-02-28', 'month', '2025-02', '2025-02-01', '2025-02-28'],
  ['2025-03-31', 'quarter', '2025-Q1', '2025-01-01', '2025-03-31'],
  ['2025-04-01', 'quarter', '2025-Q2', '2025-04-01', '2025-06-30'],
  ['2025-06-30', 'half', '2025-H1', '2025-01-01', '2025-06-30'],
  ['2025-07-01', 'half', '2025-H2', '2025-07-01', '2025-12-31'],
  ['2025-12-31', 'year', '2025', '2025-01-01', '2025-12-31'],
])('%s lies in the %s %s, from %s to %s', (on, every, id, first, last) => {
  const round = roundOn(day(on), every)
  expect([round.id, dayText(round.first), dayText(round.last)]).toEqual([id, first, last])
})

it.each<[string, Cycle]>([
  ['2025-W53', 'week'],
  ['2025-W00', 'week'],
  ['2025-W1', 'week'],
  ['2025-13', 'month'],
  ['2025-00', 'month'],
  ['2025-3', 'month'],
  ['2025-Q5', 'quarter'],
  ['2025-Q1', 'half'],
  ['2025', 'quarter'],
  ['2025-Q1', 'year'],
  ['', 'year'],
])('%s is no %s', (id, every) => {
  expect(readRound(id, every)).toBeNull()
})

describe.each(cycles)('every %s', (every) => {
  it('follows on the one before without a gap, and is read by its name', () => {
    let round = roundOn(day('2017-01-01'), every)
    while (round.first < day('2027-01-01')) {
      const next = roundAfter(round, every)
      expect(next.first).toBe(addDays(round.last, 1))
      expect(readRound(round.id, every)).toEqual(round)
      expect(roundAfter(next, every, -1)).toEqual(round)
      round = next
    }
  })
})
