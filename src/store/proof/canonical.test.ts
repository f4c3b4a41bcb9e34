import { expect, it } from 'vitest'
import { canonical, sendable } from './canonical.js'

it('spells equal values alike, whatever the order they were written in', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'é' }] })).toBe(canonical({ a: [{ c: 'é', d: null }], b: 1 }))
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}')
})

it('replaces what a database cannot hold', () => {
  expect(canonical('a\u0000b\ud800c')).toBe('"a\ufffdb\ufffdc"')
  expect(canonical('𠮷')).toBe('"𠮷"')
})

it.each([
  ['plain', { b: '路灯', a: 1 }],
  ['a NUL', { text: 'a\0b' }],
  ['half a pair', { text: 'x\ud83dy' }],
  ['a whole pair', { text: '😀' }],
  ['what only looks like an escape', { text: '\\u0000 and \\ud83d' }],
  ['nothing', { a: undefined, b: null }],
])('sends what it would hash: %s', (_name, value) => {
  expect(JSON.parse(sendable(value))).toEqual(JSON.parse(canonical(value)))
})
