import { expect, it } from 'vitest'
import { sketchReceipt } from './receipt.fixtures.js'
import { numberedIn, stripItems, stripPosition } from './strip-items.js'

const nationalDay = sketchReceipt({ from: '2025-09-29', days: 'schhhhhhhhccmwc', today: '2025-10-10' })

it('lays a short strip out day by day', () => {
  expect(stripItems(nationalDay)).toHaveLength(15)
})

it('says how far the clock is: the third workday of five', () => {
  expect(stripPosition(nationalDay)).toEqual({ number: 3, of: 5 })
})

it('keeps the number of the last workday on a day off', () => {
  expect(stripPosition(sketchReceipt({ from: '2025-09-29', days: 'schhhhhhhhccmwc', today: '2025-10-04' }))).toEqual({
    number: 1,
    of: 5,
  })
})

it('has no position when today lies outside the strip', () => {
  expect(stripPosition(sketchReceipt({ from: '2025-09-29', days: 'sc' }))).toBeNull()
})

it('numbers neither hours nor months', () => {
  expect(numberedIn(sketchReceipt({ from: '2025-09-29', days: 'scc', unit: 'hours' }))).toBeNull()
  expect(numberedIn(sketchReceipt({ from: '2025-09-29', days: 'scc', unit: 'calendarDays' }))).toBe('calendarDays')
})

it('brackets an extension and a pause, each from its first day to its last', () => {
  const items = stripItems(sketchReceipt({ from: '2025-11-03', days: 'scppccc', grants: [2, 4] }))
  const brackets = items.map((item) => (item.kind === 'day' ? item.bracket : null))
  expect(brackets.map((bracket) => bracket && [bracket.kind, bracket.index, bracket.isFirst, bracket.isLast])).toEqual([
    null,
    null,
    ['pause', 0, true, false],
    ['pause', 0, false, true],
    null,
    ['extension', 1, true, false],
    ['extension', 1, false, true],
  ])
})

it('says of a folded holiday what it is', () => {
  const spring = sketchReceipt({
    from: '2025-07-01',
    days: `scccccc${'h'.repeat(8)}${'c'.repeat(30)}`,
    today: '2025-07-19',
    holiday: '春节',
  })
  const folds = stripItems(spring).flatMap((item) => (item.kind === 'fold' ? [item.off?.groundName ?? null] : []))
  expect(folds).toEqual(['春节', null])
})

it('folds the middle of a long strip, and loses no day by it', () => {
  const long = sketchReceipt({ from: '2025-07-01', days: `s${'c'.repeat(98)}c`, today: '2025-08-15' })
  const items = stripItems(long)
  const folds = items.flatMap((item) => (item.kind === 'fold' ? [item] : []))
  expect(items.length).toBeLessThan(30)
  expect(folds).toHaveLength(2)
  expect(folds.reduce((sum, { days }) => sum + days, 0) + items.length - folds.length).toBe(100)
})
