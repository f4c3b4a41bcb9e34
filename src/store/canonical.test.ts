import { expect, it } from 'vitest'
import { canonical } from './canonical.js'

it('spells equal values alike, whatever the order they were written in', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'é' }] })).toBe(canonical({ a: [{ c: 'é', d: null }], b: 1 }))
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}')
})

it('replaces what a database cannot hold', () => {
  expect(canonical('a\u0000b\ud800c')).toBe('"a\ufffdb\ufffdc"')
  expect(canonical('𠮷')).toBe('"𠮷"')
})
