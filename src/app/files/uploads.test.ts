import { expect, it } from 'vitest'
import { instant } from '../../core/index.js'
import { openUploads } from './uploads.js'

const mb = 1024 * 1024

it('counts bytes of one line for an hour, whichever of its IPv6 addresses sends them', () => {
  let now = instant(1_760_000_000_000)
  const uploads = openUploads(() => now)
  expect(uploads.take('2001:db8:1:2::1', 200 * mb)).toBe(true)
  expect(uploads.take('2001:db8:1:2:ffff::9', 200 * mb)).toBe(false)
  expect(uploads.take('2001:db8:1:3::1', 200 * mb)).toBe(true)
  now = instant(now + 3_600_001)
  expect(uploads.take('2001:db8:1:2::1', 200 * mb)).toBe(true)
})

it('counts all lines of one site together', () => {
  const uploads = openUploads(() => instant(1_760_000_000_000))
  const taken = ['1', '2', '3', '4', '5'].map((line) => uploads.take(`2001:db8:1:${line}::1`, 300 * mb))
  expect(taken).toEqual([true, true, true, true, false])
  expect(uploads.take('10.0.0.1', 300 * mb)).toBe(true)
})
