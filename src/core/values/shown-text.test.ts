import { expect, it } from 'vitest'
import { asSeen, isSameName, keptLogin, keptName, seenLength, showsSomething } from './shown-text.js'
import { isFilled } from './value.js'

it.each([
  ['a zero width blank and a joiner', '\u200B\u2060'],
  ['blanks of every width', ' \t\u3000\u2003\n'],
  ['fillers of another script', '\u3164\u115F\uFFA0'],
  ['marks of direction', '\u202E\u2066\u2069'],
  ['tags and selectors', '\u{E0041}\uFE0F'],
  ['an empty cell of braille', '\u2800'],
  ['controls, a soft hyphen, a mark of order', '\u0000\u00AD\uFEFF'],
  ['half a character', '\uD83D'],
])('%s show nothing: such a text says nothing', (_, text) => {
  expect([showsSomething(text), isFilled(text), seenLength(text)]).toEqual([false, false, 0])
})

it.each([
  ['路', 1],
  ['\u0F56\u0F7C\u0F51', 3],
  ['\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', 7],
  ['\u{20BB7}\u200B\u91CE', 2],
  ['  a b  ', 3],
])('%j is seen, %i long', (text, length) => {
  expect([showsSomething(text), seenLength(text)]).toEqual([true, length])
})

it('keeps blanks and line ends, which are seen as gaps', () => {
  expect(asSeen('\u67AB\u200B\u6797 \u8DEF\n\uFEFFa')).toBe('\u67AB\u6797 \u8DEF\na')
})

it.each([
  ['a sign that nobody sees', '\u6559\u200B\u80B2\u5C40', '\u6559\u80B2\u5C40'],
  ['blanks at the ends and many between', ' \u3000a  \t b\u00A0', 'a b'],
])('keeps a name without %s', (_, typed, kept) => {
  expect(keptName(typed)).toBe(kept)
})

it('keeps a login in its plain width, and tells names apart as readers do', () => {
  expect(keptLogin('\uFF57\uFF41\uFF4E\uFF47\uFF11\u200B ')).toBe('wang1')
  expect(isSameName('\u6559\u80B2 \u5C40\uFF08\u7532\uFF09', '\u6559\u200B\u80B2\u5C40(\u7532)')).toBe(true)
  expect(isSameName('\u6559\u80B2\u5C40', '\u6559\u80B2\u5385')).toBe(false)
})
