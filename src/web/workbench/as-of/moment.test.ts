import { expect, it } from 'vitest'
import { looksBack, momentShown, withAsOf } from './moment.js'

it.each([
  ['2025-09-30', '2025-09-30 24:00'],
  ['2025-09-30 10:00', '2025-09-30 10:00'],
  ['2025-09-30T10:00', '2025-09-30 10:00'],
  ['yesterday', null],
])('tells %s as %s', (asOf, shown) => expect(momentShown(asOf)).toBe(shown))

it.each([
  ['', true],
  ['desk', true],
  ['matters/7', true],
  ['statistics/accepted', true],
  ['supervision', true],
  ['supervision/slips', true],
  ['supervision/urge.2025.1', true],
  ['notices', true],
  ['leader', true],
  ['leader/7', false],
  ['containers', true],
  ['containers/7', true],
  ['office-duties', true],
  ['documents/7', true],
  ['assessment', true],
  ['ledger', true],
  ['patterns', false],
  ['import', false],
  ['administration', false],
])('room %s: %s', (room, can) => expect(looksBack(room)).toBe(can))

it.each([
  ['/api/duties', '2025-09-30', '/api/duties?asOf=2025-09-30'],
  ['/api/matters?q=a', '2025-09-30 10:00', '/api/matters?q=a&asOf=2025-09-30+10%3A00'],
  ['/api/matters?q=a', null, '/api/matters?q=a'],
])('puts the moment into %s', (to, asOf, expected) => expect(withAsOf(to, asOf)).toBe(expected))
