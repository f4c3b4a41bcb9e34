import { expect, it } from 'vitest'
import { en } from './en.js'
import { zh } from './zh.js'

/** Each word with the way to it; a function is called with ones. */
function wordsIn(part: unknown, way = ''): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[way, part]]
  if (typeof part === 'function') return [[way, String(part(1, 1))]]
  return Object.entries(part as object).flatMap(([name, inner]) => wordsIn(inner, `${way}.${name}`))
}

it('has an English word for every Chinese one', () => {
  expect(wordsIn(en).map(([way]) => way)).toEqual(wordsIn(zh).map(([way]) => way))
})

it('leaves no Chinese in the English words', () => {
  expect(wordsIn(en).filter(([, word]) => /\p{Script=Han}/u.test(word))).toEqual([])
})
