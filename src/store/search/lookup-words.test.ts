import { expect, it } from 'vitest'
import { figuresIn, identityWords, lookupBeginnings, numberIn, plainIdentity } from './lookup-words.js'

it.each([
  ['1100000019', '1100000019'],
  ['编号：1100 000 019', '1100000019'],
  ['１１０００ ０００１９', '1100000019'],
  ['1100\u200B000019', '1100000019'],
  ['1100000018', null],
  ['see 1100000019', '1100000019'],
  ['letter 1100000019', null],
])('a number in %s', (text, number) => {
  expect(numberIn(text)).toBe(number)
})

it('looks a part of a number up by its end, and what may be the number elsewhere by its beginning', () => {
  expect(figuresIn('0015')).toBe('0015')
  expect(figuresIn('015')).toBeNull()
  expect(lookupBeginnings('0015')).toEqual(['-5100', ':0015'])
  expect(lookupBeginnings('GD-2025-7')).toEqual([':gd-2025-7'])
  expect(lookupBeginnings('2号')).toEqual([])
  expect(lookupBeginnings('路灯')).toEqual([])
  expect(lookupBeginnings('12 units')).toEqual([])
})

it('takes a name or a telephone for the same however it is spaced, joined or written', () => {
  expect(plainIdentity('139-1234 5678')).toBe('13912345678')
  expect(plainIdentity('＋86 139 1234 5678')).toBe('13912345678')
  expect(plainIdentity('陳 曉·東')).toBe('陈晓东')
})

it('marks who wrote by a key alone, once for each short value', () => {
  const mark = (text: string) => Buffer.from(text.replace('who/linhai/', ''))
  const words = identityWords(mark, 'linhai', { name: '王芳', phone: '139', also: '王 芳', long: 'x'.repeat(61), empty: '' })
  expect(words.map((word) => Buffer.from(word.slice(1), 'base64url').toString())).toEqual(['王芳', '139'])
})
