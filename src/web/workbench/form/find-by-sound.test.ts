import { expect, it } from 'vitest'
import { howWellFound, type Sounded } from './find-by-sound.js'

const name = (...pairs: readonly (readonly [string, string])[]): readonly Sounded[] =>
  pairs.map(([char, sound]) => ({ char, sound }))
const management = name(
  ['示', 'shi'],
  ['例', 'li'],
  ['市', 'shi'],
  ['城', 'cheng'],
  ['市', 'shi'],
  ['管', 'guan'],
  ['理', 'li'],
  ['局', 'ju'],
)
const education = name(['示', 'shi'], ['例', 'li'], ['市', 'shi'], ['教', 'jiao'], ['育', 'yu'], ['局', 'ju'])

it.each(['城管', '城市管理', 'cg', 'cgj', 'csgl', 'chengguan', 'chengg', '城g', 'ＣＧＪ', ' c g ', ''])(
  '"%s" finds 城市管理局',
  (typed) => {
    expect(howWellFound(typed, management)).not.toBeNull()
  },
)

it.each(['管城', 'gc', '教育', 'jyj', '城管局长', 'chengx'])('"%s" does not', (typed) => {
  expect(howWellFound(typed, management)).toBeNull()
})

it('puts first what leaves less out', () => {
  const [whole, scattered] = [howWellFound('jiao', education), howWellFound('sj', education)]
  expect(whole).not.toBeNull()
  expect(scattered).not.toBeNull()
  expect(howWellFound('jy', education)).toBeLessThan(howWellFound('jj', education) ?? 0)
})
