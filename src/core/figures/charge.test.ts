import { expect, it } from 'vitest'
import type { Holding, MatterState } from '../fold/state.js'
import { autumn2025 } from '../time/calendar.fixtures.js'
import { type Instant, readInstant, shanghai } from '../time/instant.js'
import { daysCharged } from './charge.js'

const at = (text: string): Instant => {
  const found = readInstant(text, shanghai)
  if (found === null) throw new Error(text)
  return found
}
const unit = (from: string): Holding => ({ by: 'unit', unit: 'roads', stage: 'handling', from: at(from) })
const office = (from: string): Holding => ({ by: 'office', unit: null, stage: 'sorting', from: at(from) })
const chargedBy = (until: string, ...holdings: readonly Holding[]) =>
  daysCharged({ holdings } as unknown as MatterState, autumn2025, at(until)).map(({ by, workdays }) => `${by} ${workdays}`)

// 15 September 2025 is a Monday.
it.each<[string, readonly string[], readonly string[]]>([
  [
    'the day on which it passes on is of whoever had it that morning',
    chargedBy('2025-09-18 09:00', unit('2025-09-15 09:00'), office('2025-09-17 10:00')),
    ['unit 2', 'office 1'],
  ],
  [
    'what passes on at 24:00 was held until then, and the day after is the next holder’s',
    chargedBy('2025-09-18 09:00', unit('2025-09-15 09:00'), office('2025-09-16 24:00')),
    ['unit 1', 'office 2'],
  ],
  [
    'a minute later the day has begun',
    chargedBy('2025-09-18 09:00', unit('2025-09-15 09:00'), office('2025-09-17 00:01')),
    ['unit 2', 'office 1'],
  ],
  ['the day on which it came is nobody’s, also at 00:00', chargedBy('2025-09-16 09:00', unit('2025-09-15 00:00')), ['unit 1']],
  [
    'nor is it where it passes on in the same moment',
    chargedBy('2025-09-16 09:00', unit('2025-09-15 00:00'), office('2025-09-15 00:00')),
    ['unit 0', 'office 1'],
  ],
  [
    'until 24:00 of a day that day is counted and the next is not',
    chargedBy('2025-09-16 24:00', unit('2025-09-15 09:00')),
    ['unit 1'],
  ],
])('%s', (_, charged, expected) => {
  expect(charged).toEqual(expected)
})
