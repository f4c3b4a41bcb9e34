import { expect, it } from 'vitest'
import { listQuery, narrowedBy, offeredOf } from './matters-query.js'

it.each([
  ['', ''],
  ['sort=due&q=灯&act=reply', 'q=%E7%81%AF&sort=due'],
  ['due=2025-09-30&stage=handling&unit=', 'stage=handling&due=2025-09-30'],
])('of the address %s the list is asked for by %s', (address, asked) => {
  expect(listQuery(new URLSearchParams(address))).toBe(asked)
})

it('knows by what the list is narrowed, and that a search or an order is no narrowing', () => {
  expect(narrowedBy(new URLSearchParams('q=x&sort=due&unit=roads&from=2025-01-01'))).toEqual(['unit', 'from'])
})

it('offers nothing to choose for a day, and nothing yet where the choices are not known', () => {
  expect([offeredOf(null, 'due'), offeredOf(null, 'stage')]).toEqual([null, []])
})
