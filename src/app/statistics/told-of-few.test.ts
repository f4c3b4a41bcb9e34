import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publicShare, untoldAmong } from './told-of-few.js'

it.each([
  [0, 3, '0–25%'],
  [1, 4, '25–50%'],
  [1, 3, '25–50%'],
  [2, 3, '50–75%'],
  [3, 4, '75–100%'],
  [4, 4, '75–100%'],
  [19, 19, '75–100%'],
])('%i of %i, being few, lies in the quarter %s', (numerator, denominator, told) => {
  expect(publicShare({ numerator, denominator, share: 'of few' }, 20)).toBe(told)
})

it('leaves a share of many as it is, and a share of nothing none', () => {
  expect(publicShare({ numerator: 1, denominator: 20, share: '5.0%' }, 20)).toBe('5.0%')
  expect(publicShare({ numerator: 0, denominator: 0, share: null }, 20)).toBeNull()
})

it('tells the same of every count of few that lies in one quarter', () => {
  const told = Array.from({ length: 19 }, (_each, index) =>
    publicShare({ numerator: index + 1, denominator: index + 1, share: '' }, 20),
  )
  expect(new Set(told)).toEqual(new Set(['75–100%']))
})

it.each([
  [
    [40, 30, 3],
    [1, 2],
  ],
  [
    [40, 30, 3, 5],
    [1, 2, 3],
  ],
  [
    [40, 12, 9],
    [1, 2],
  ],
  [[40, 30, 0], []],
  [[3], [0]],
])('of %j the counts at %j are not told', (counts, untold) => {
  expect([...untoldAmong(counts, 20)].sort()).toEqual(untold)
})

it('never lets the sum less what is told say how many a few are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
      fc.integer({ min: 2, max: 30 }),
      (counts, shareFrom) => {
        const untold = untoldAmong(counts, shareFrom)
        const hidden = [...untold].map((index) => counts[index] ?? 0)
        const isAll = counts.every((count, index) => count === 0 || untold.has(index))
        const sum = hidden.reduce((total, count) => total + count, 0)
        expect(untold.size === 0 || isAll || (untold.size > 1 && sum >= shareFrom)).toBe(true)
        for (const [index, count] of counts.entries()) if (count > 0 && count < shareFrom) expect(untold.has(index)).toBe(true)
      },
    ),
  )
})
