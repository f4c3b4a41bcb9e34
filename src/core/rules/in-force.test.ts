import { expect, it } from 'vitest'
import { day } from '../time/day.js'
import { begun, isInForce, notInForce, renewed } from './in-force.js'
import type { Regulation } from './regulation.js'

const text = (force: Pick<Regulation, 'effectiveFrom' | 'effectiveTo' | 'isForceAwaited'>): Regulation =>
  ({ ...force }) as Regulation
const spring = text({ effectiveFrom: '2025-03-01', effectiveTo: '2025-05-31', isForceAwaited: false })
const awaited = text({ effectiveFrom: null, effectiveTo: null, isForceAwaited: true })

it.each([
  ['2025-02-28', spring, { from: '2025-03-01' }],
  ['2025-03-01', spring, null],
  ['2025-05-31', spring, null],
  ['2025-06-01', spring, { to: '2025-05-31' }],
  ['2025-06-01', renewed(spring, null), null],
  ['2025-06-01', awaited, 'unrecorded'],
  ['2025-06-01', begun(awaited, '2025-07-01'), { from: '2025-07-01' }],
  ['2025-07-01', begun(awaited, '2025-07-01'), null],
] as const)('on %s a text says why it does not hold, or holds', (on, regulation, expected) => {
  expect(notInForce(regulation, day(on))).toEqual(expected)
  expect(isInForce(regulation, day(on))).toBe(expected === null)
})
