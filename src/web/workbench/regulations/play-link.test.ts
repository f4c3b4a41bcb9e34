import { expect, it } from 'vitest'
import { daysFrom, movedBy, playHash, readPlayHash, withStep } from './play-link.js'

const step = (at: string, act: string) => ({ at, act, by: 'office', with: {} })

it('goes into an address and comes out the same', () => {
  const play = {
    now: '2025-10-09 09:00',
    as: 'unit@roads',
    steps: [{ ...step('2025-09-29 10:00', 'submit'), with: { title: '路灯不亮 💡', n: 1 } }],
  }
  const hash = playHash(play)
  expect(hash).toMatch(/^#p=[\w-]+$/)
  expect(readPlayHash(hash)).toEqual(play)
})

it.each(['', '#clause-3', '#p=', '#p=%%%', '#p=bm90IGpzb24'])('%j holds none', (hash) => {
  expect(readPlayHash(hash)).toBeNull()
})

it('puts a step in its place by time, after those of the same time', () => {
  const steps = [step('2025-01-01 10:00', 'a'), step('2025-01-03 10:00', 'b')]
  expect(withStep(steps, step('2025-01-02 10:00', 'c')).map(({ act }) => act)).toEqual(['a', 'c', 'b'])
  expect(withStep(steps, step('2025-01-01 10:00', 'c')).map(({ act }) => act)).toEqual(['a', 'c', 'b'])
})

it.each([
  ['2025-12-31 09:00', 1, '2026-01-01 09:00'],
  ['2025-03-01 24:00', -1, '2025-02-28 24:00'],
  ['soon', 1, 'soon'],
])('%s moved by %i days is %s', (now, days, then) => {
  expect(movedBy(now, days)).toBe(then)
})

it('counts days between times', () => {
  expect([daysFrom('2025-09-29 23:00', '2025-10-01 01:00'), daysFrom('soon', '2025-10-01')]).toEqual([2, 0])
})
