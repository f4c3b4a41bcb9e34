import { expect, it } from 'vitest'
import { passwordFault } from './password-rules.js'

const names = ['wangfang', '王芳', '示例市']
const fault = (password: string, again = password) => passwordFault({ password, again }, names)

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
  expect(fault(password)).toBe(expected)
})

it('is typed twice', () => {
  expect(fault('four quiet green chairs', 'four quiet green chair')).toBe('differs')
})
