import { expect, it } from 'vitest'
import { fieldTypes } from '../../core/index.js'
import { problemSaid } from '../view-failure.js'
import { wordsOf } from './index.js'

const told = (lang: 'zh' | 'en', type: (typeof fieldTypes)[number]) =>
  problemSaid(wordsOf(lang), { code: 'wrong-type', limit: null, name: lang === 'zh' ? '办理日期' : 'Day', type })

it('says how a day, a time, a number are written, with an example', () => {
  expect(told('zh', 'date')).toBe('办理日期要写成日期，例如 2026-03-05。')
  expect(told('en', 'date')).toBe('Day: please write a day, such as 2026-03-05.')
  expect(told('zh', 'time')).toContain('2026-03-05 14:30')
  expect(told('en', 'number')).toContain('a number, such as 12')
})

it.each(fieldTypes)('says of %s what is wanted, in both languages', (type) => {
  expect(told('zh', type)).not.toMatch(/[a-z]/i)
  expect(told('en', type)).not.toMatch(/\p{Script=Han}/u)
})
