import { expect, it } from 'vitest'
import { passwordFault } from './password-rules.js'
import { passwordWrong } from './password-wrong.js'

const names = ['wangfang', '王芳', '示例市']

it.each([
  ['four quiet green chairs', null],
  ['示例之外的一句不短的话', null],
  ['short one', 'short'],
  ['x'.repeat(201), 'long'],
  ['1234567890', 'common'],
  ['password123', 'common'],
  ['Password2026!', 'common'],
  ['ｐａｓｓｗｏｒｄ１２３', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['qwertyuiop', 'common'],
  ['jihgfedcba', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['wangfang2026', 'own-name'],
  ['王芳20260501', 'own-name'],
  ['示例市12345678', 'own-name'],
] as const)('%s: %s', (password, expected) => {
  expect(passwordFault(password, names)).toBe(expected)
})

it('is typed twice, which is told with whatever else is wrong', () => {
  const codes = (password: string, again: string) => passwordWrong({ password, again }, names).map(({ code }) => code)
  expect(codes('four quiet green chairs', 'four quiet green chair')).toEqual(['password-differs'])
  expect(codes('password123', 'password124')).toEqual(['password-common', 'password-differs'])
  expect(codes('four quiet green chairs', 'four quiet green chairs')).toEqual([])
})
