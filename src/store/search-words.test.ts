import { expect, it } from 'vitest'
import { searchQuery, searchWords } from './search-words.js'

it('takes every two neighbouring characters, across no blank or sign', () => {
  expect(searchWords('路灯坏了，东风巷')).toEqual(['路灯', '灯坏', '坏了', '东风', '风巷'])
})

it('makes wide letters narrow and large ones small', () => {
  expect(searchWords('ＡＢ2')).toEqual(['ab', 'b2'])
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
