import { expect, it } from 'vitest'
import { indexWords, receivedQuery, receivedWord, searchQuery, searchWords } from './search-words.js'

it('takes every two neighbouring characters, across no blank or sign', () => {
  expect(searchWords('路灯坏了，东风巷')).toEqual(['路灯', '灯坏', '坏了', '东风', '风巷'])
})

it('makes wide letters narrow and large ones small', () => {
  expect(searchWords('ＡＢ2')).toEqual(['ab', 'b2'])
})

it('takes traditional characters for the simplified ones', () => {
  expect(searchWords('路燈壞了')).toEqual(searchWords('路灯坏了'))
})

it('keeps characters outside the basic plane whole', () => {
  expect(searchWords('𠮷野家')).toEqual(['𠮷野', '野家'])
})

it('asks for the government and for all windows; for what begins with a single character', () => {
  expect(searchQuery('linhai', '路灯坏')).toBe("'@linhai' & '路灯' & '灯坏'")
  expect(searchQuery('linhai', '路')).toBe("'@linhai' & '路':*")
})

it('asks for nothing where only signs were typed', () => {
  expect(searchQuery('linhai', "'& | !")).toBeNull()
})

it.each([
  ['blanks of no width', '\u6E05\u200B\u6EAA\u200B\u8DEF', ['\u6E05\u6EAA', '\u6EAA\u8DEF']],
  ['a soft hyphen and a joiner', 'in\u00ADter\u2060net', ['in', 'nt', 'te', 'er', 'rn', 'ne', 'et']],
  ['marks of direction', '\u202B12\u202C3', ['12', '23']],
])('reads past %s', (_, text, words) => {
  expect(searchWords(text)).toEqual(words)
})

it.each([
  ['Tibetan', '\u0F56\u0F7C\u0F51', ['\u0F56\u0F7C', '\u0F7C\u0F51']],
  ['Thai', '\u0E17\u0E35\u0E48', ['\u0E17\u0E35', '\u0E35\u0E48']],
])('keeps the marks of %s within its words', (_, text, words) => {
  expect(searchWords(text)).toEqual(words)
})

it('lets the last character of each run be found alone', () => {
  const words = indexWords('linhai', { searchText: '\u6E05\u6EAA\u8DEF\uFF0C\u6C34\u7BA1', publicText: '', receivedAt: 16_000 })
  expect(words).toEqual(['@linhai', '@linhai/00000010', '\u6E05\u6EAA', '\u6EAA\u8DEF', '\u6C34\u7BA1', '\u8DEF', '\u7BA1'])
})

it('says in which second a matter came, and asks for a span of time by few beginnings', () => {
  expect(receivedWord('linhai', Date.parse('2026-03-02T01:00:00.999Z'))).toBe('@linhai/69a4e110')
  expect(receivedWord('linhai', Date.parse('1969-12-31T00:00:00Z'))).toBe('@linhai/00000000')
  expect(receivedQuery('linhai', Date.parse('2026-03-02T01:00:00Z'), Date.parse('2026-03-02T01:00:02Z'))).toBe(
    "'@linhai/69a4e110' | '@linhai/69a4e111' | '@linhai/69a4e112'",
  )
  expect(receivedQuery('linhai', Date.parse('2026-03-02T01:00:00Z'), Date.parse('2026-03-02T01:01:00Z'))).toBe(
    "'@linhai/69a4e11':* | '@linhai/69a4e12':* | '@linhai/69a4e13':* | '@linhai/69a4e14':*",
  )
})
