import { expect, it } from 'vitest'
import { isOfContent } from './field-content.js'

it.each([
  ['telephone', '13800000000', true],
  ['telephone', '138 0000 0000', true],
  ['telephone', '１３８００００００００', true],
  ['telephone', '+86-797-1234567 转 801', true],
  ['telephone', '0797-1234567、13800000000', true],
  ['telephone', '138****0000', true],
  ['telephone', '1234', false],
  ['telephone', '没有电话', false],
  ['telephone', 'me@example.com', false],
  ['email', 'me@example.com', true],
  ['email', 'me@example', false],
  ['email', '13800000000', false],
  ['name', '13800000000', true],
  ['address', '解放路1号', true],
  [null, '什么都可以', true],
] as const)('%s: %s', (content, text, expected) => {
  expect(isOfContent(content, text)).toBe(expected)
})
