import { expect, it } from 'vitest'
import { actLetters, keyTold } from './act-letters.js'

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

it('gives the acts after those a letter with Shift, and none only when all are used up', () => {
  const many = Array.from({ length: 50 }, (_, at) => `act${at}`)
  const letters = actLetters(many.map((act) => ({ act })))
  expect([letters.get('act17'), letters.get('act18'), letters.get('act43'), letters.get('act44')]).toEqual([
    'y',
    'A',
    'Z',
    undefined,
  ])
  expect([keyTold('y'), keyTold('A')]).toEqual(['Y', '⇧A'])
})
