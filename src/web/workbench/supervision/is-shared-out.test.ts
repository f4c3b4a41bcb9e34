import { expect, it } from 'vitest'
import { isSharedOut } from './is-shared-out.js'

const rung = (id: string, count: number) => ({ id, name: id, explains: '', alert: null, count })
const unit = (id: string, ...counts: readonly (readonly [string, number])[]) => ({
  id,
  name: id,
  counts: counts.map(([on, count]) => ({ rung: on, count })),
})

it.each([
  ['nothing stands on it', [rung('late', 0)], [], false],
  [
    'each matter stands with one unit',
    [rung('soon', 1), rung('late', 2)],
    [unit('a', ['late', 2]), unit('b', ['soon', 1])],
    false,
  ],
  ['one stands with two', [rung('late', 2)], [unit('a', ['late', 2]), unit('b', ['late', 1])], true],
])('says that units add up to more where %s', (_, rungs, units, expected) => {
  expect(isSharedOut({ rungs, units })).toBe(expected)
})
