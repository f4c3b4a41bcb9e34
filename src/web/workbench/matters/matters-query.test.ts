import { expect, it } from 'vitest'
import { chosenIn, listQuery, narrowedBy, offeredOf, turned } from './matters-query.js'

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

it.each([
  ['', 'b', 'b'],
  ['b', 'a', 'a,b'],
  ['a,b', 'a', 'b'],
  ['b', 'b', ''],
  ['gone,c', 'a', 'a,c,gone'],
])('of “%s”, turning %s makes “%s”: in the order offered, whatever is no longer offered at the end', (value, id, after) => {
  const offered = ['a', 'b', 'c'].map((each) => ({ id: each, name: each }))
  expect(turned(value, id, offered)).toBe(after)
  expect(chosenIn(after)).toEqual(after === '' ? [] : after.split(','))
})
