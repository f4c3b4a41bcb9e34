import { expect, it } from 'vitest'
import { drawn, newSeed } from './lot.js'

const among = ['2500000001', '2500000002', '2500000003', '2500000004', '2500000005']
const seed = '00'.repeat(32)

it('draws the same from the same seed, by the digests that sha256sum gives', () => {
  // printf '%s/%s' $seed $number | sha256sum
  expect(drawn(seed, among, 5)).toEqual(['2500000001', '2500000005', '2500000004', '2500000002', '2500000003'])
  expect(drawn(seed, [...among].reverse(), 5)).toEqual(drawn(seed, among, 5))
  expect(drawn(seed, among, 2)).toEqual(drawn(seed, among, 5).slice(0, 2))
  expect([...drawn(seed, among, 5)].sort()).toEqual(among)
})

it('gives each the same chance', () => {
  const times = new Map(among.map((number) => [number, 0]))
  for (let draw = 0; draw < 4000; draw += 1)
    for (const number of drawn(draw.toString(16).padStart(64, '0'), among, 2)) times.set(number, (times.get(number) ?? 0) + 1)
  for (const [, drawnTimes] of times) expect(Math.abs(drawnTimes - 1600)).toBeLessThan(160)
})

it('has a new seed each time', () => {
  expect(newSeed()).toMatch(/^[0-9a-f]{64}$/)
  expect(newSeed()).not.toBe(newSeed())
})
