import { expect, it } from 'vitest'
import { wholeSentence } from './sentence.js'

it.each([
  ['“涉密”为“是”的，还须写明“密级”', 'zh', '“涉密”为“是”的，还须写明“密级”。'],
  ['这里不能填写。', 'zh', '这里不能填写。'],
  ['where “Secret” is “yes”, “Class” must be stated too', 'en', 'Where “Secret” is “yes”, “Class” must be stated too.'],
] as const)('ends as a sentence, once: %s', (said, language, expected) => {
  expect(wholeSentence(said, language)).toBe(expected)
})
