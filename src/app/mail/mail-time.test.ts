import { expect, it } from 'vitest'
import { instantText, shanghai } from '../../core/index.js'
import { mailTime } from './mail-time.js'

const read = (text: string): string | null => {
  const at = mailTime(text)
  return at === null ? null : instantText(at, shanghai)
}

it.each([
  'Tue, 4 Mar 2025 08:05:09 +0800',
  'Tue, 4 Mar 2025 08:05:09',
  'Tue, 4 Mar 2025 08:05:09 CST',
  'Tue, 4 Mar 2025 08:05:09 +0800 (CST)',
  'Tue, 4 Mar 2025 08:05:09 +0800 (GMT+08:00)',
  'Tue, 4 Mar 2025 08:05:09 (CST)',
  '4 Mar 25 8:05:09',
  'Tue Mar  4 08:05:09 2025',
  'Tue Mar  4 08:05:09 CST 2025',
  '2025-03-04 08:05:09',
  '2025/3/4 8:05:09',
  '2025-03-04T00:05:09Z',
  '2025-03-04T00:05:09.123+00:00',
  '2025年3月4日 08:05:09',
  '2025年3月4日 星期二 8时05分09秒',
  'Tue, 4 Mar 2025 00:05:09 GMT',
  'Tue, 4 Mar 2025 00:05:09 -0000',
  'Mon, 3 Mar 2025 19:05:09 EST',
  'Tue, 4 Mar 2025 08:05:09 GMT+0800',
  'Tue, 4 Mar 2025 08:05:09 UTC+8',
  'Tue, 04-Mar-2025 08:05:09 AM',
  'Tue, 4 Mar 2025 08:05:09 XYZ',
])('reads %s', (written) => {
  expect(read(written)).toBe('2025-03-04 08:05:09')
})

it.each([
  'Sat, 30 Feb 2025 08:05:09 +0800',
  'Tue, 4 Mar 2025 25:61:00 +0800',
  'Tue, 4 Mar 2025 08:05:09 +9900',
  'Thu, 1 Jan 1970 00:00:00 +0000',
  'Tue, 4 Foo 2025 08:05:09 +0800',
  'yesterday',
  '',
])('does not take %s, which cannot be', (written) => {
  expect(read(written)).toBeNull()
})
