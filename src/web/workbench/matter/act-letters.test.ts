import { expect, it } from 'vitest'
import { actLetters } from './act-letters.js'

const lettersOf = (...acts: readonly string[]) => [...actLetters(acts.map((act) => ({ act }))).values()].join('')

it('gives each act the first free letter of its name, and none that means something everywhere', () => {
  expect(lettersOf('decline', 'dispatch', 'accept', 'urge')).toBe('dicr')
})

it('takes any letter where its own are used up', () => {
  expect(lettersOf('aa', 'oo')).toBe('bc')
})

it('gives an act that stands there twice, for two units, one letter', () => {
  expect(lettersOf('conclude', 'conclude', 'sendBack')).toBe('cs')
})

it('leaves an act without a letter when there are no more', () => {
  const many = Array.from({ length: 30 }, (_, at) => `act${at}`)
  expect(actLetters(many.map((act) => ({ act }))).size).toBe(18)
})
