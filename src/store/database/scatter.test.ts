import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { mixer, scatter } from './scatter.js'

const under = (key: string) => mixer((text) => createHmac('sha256', key).update(text).digest())
const spread = (key: string, range: { from: number; to: number }) =>
  Array.from({ length: range.to - range.from + 1 }, (_, index) => scatter(range.from + index, range, under(key)))

it('gives every number of a range once, and none outside', () => {
  const range = { from: 100, to: 1099 }
  expect(spread('a', range).sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, index) => 100 + index))
})

it('gives them in an order that another key does not give, and that does not run', () => {
  const range = { from: 1, to: 9_999_999 }
  const first = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => scatter(value, range, under('a')))
  expect(first).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((value) => scatter(value, range, under('b'))))
  expect(first.filter((value, index) => value === (first[index - 1] ?? 0) + 1)).toEqual([])
})

it('refuses what lies outside', () => {
  expect(() => scatter(0, { from: 1, to: 9 }, under('a'))).toThrow('not from 1 to 9')
})
