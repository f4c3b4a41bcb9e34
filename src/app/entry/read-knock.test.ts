import { expect, it } from 'vitest'
import { readKnock } from './read-knock.js'

const number = '1000000056'
const code = 'ABC234'

it.each([
  ['as it was given', number, code],
  ['full-width figures, as Chinese input methods leave them', '１００００００05６', code],
  ['full-width letters', number, 'ＡＢＣ２３４'],
  ['small letters, blanks and dashes', ' 1000 0000-56 ', 'abc-234'],
  ['with their labels', '编号：1000000056', '查询码：ABC234'],
  ['with English labels', 'Number: 1000000056', 'Query code: abc 234'],
  ['signs nobody sees, as copying from a chat brings them', '\u200b1000\u2060000056\ufeff', '\u202aABC\u200b234\u202c'],
  ['both pasted into the first box', '示例市政民互动 编号 1000000056 查询码 ABC234', ''],
  ['both in full width', '编号：１００００００0５6，查询码：ＡＢＣ２３４。', ''],
  ['an ideographic blank and lines', '1000000056\u3000\r\n', '\tABC234\n'],
])('%s', (_what, typedNumber, typedCode) => {
  expect(readKnock({ number: typedNumber, code: typedCode })).toEqual({ number, code })
})

it('makes nothing up of what is no number', () => {
  expect(readKnock({ number: '编号', code: '' })).toEqual({ number: '', code: '' })
  expect(readKnock({ number: '12345', code: 'x'.repeat(1_000_000) }).number).toBe('12345')
})
