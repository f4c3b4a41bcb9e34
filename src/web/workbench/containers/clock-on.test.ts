import { expect, it } from 'vitest'
import { clockOn } from './clock-on.js'

const at = { iso: '2025-03-20T09:05:00+08:00', shown: '2025-03-20 09:05' }

it('beside its day only the clock is said; on another day, or without one, the day too', () => {
  expect(clockOn(at, '2025-03-20')).toBe('09:05')
  expect(clockOn(at, '2025-03-19')).toBe('2025-03-20 09:05')
  expect(clockOn(at, null)).toBe('2025-03-20 09:05')
})
