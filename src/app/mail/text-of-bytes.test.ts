import { expect, it } from 'vitest'
import { textOfBytes } from './text-of-bytes.js'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const utf8 = (text: string): Buffer => Buffer.from(text)
/** 井盖丢了，快来修。 */
const cover = 'be ae b8 c7 b6 aa c1 cb a3 ac bf ec c0 b4 d0 de a1 a3'
/** 㐂𠮷巷 in GB18030: four bytes each for the first two. */
const lane = '81 39 ef 31 95 34 b2 35 cf ef'

it.each([
  ['no label', null],
  ['a number of Windows', '134'],
  ['a name of nobody', 'x-user-defined'],
  ['eight bits', 'unknown-8bit'],
  ['a name of our own', 'gb2312'],
  ['a code page', 'cp936'],
  ['a name with a language', "GBK*zh'"],
  ['the wrong one, of Latin', 'iso-8859-1'],
  ['the wrong one, of Latin on Windows', 'windows-1252'],
  ['the wrong one, of ASCII', 'us-ascii'],
  ['the wrong one, UTF-8', 'utf-8'],
  ['the wrong one, Big5', 'big5'],
])('reads GBK under %s', (_, label) => {
  expect(textOfBytes(hex(cover), label)).toEqual({ text: '井盖丢了，快来修。', isSure: true })
})

it.each(['gbk', 'GB2312', 'utf8', null, 'big5', 'iso-8859-1', '134', 'koi8-r'])('reads UTF-8 under the label %s', (label) => {
  expect(textOfBytes(utf8('𰻝面馆门口积水'), label)).toEqual({ text: '𰻝面馆门口积水', isSure: true })
})

it.each(['gbk', 'gb2312', 'gb18030', 'x-gbk', 'windows-936'])('reads characters beyond GBK under the label %s', (label) => {
  expect(textOfBytes(hex(lane), label)).toEqual({ text: '㐂𠮷巷', isSure: true })
})

it.each([
  ['windows-1251', 'cf f0 e8 e2 e5 f2', 'Привет'],
  ['koi8-r', 'f0 d2 c9 d7 c5 d4', 'Привет'],
  ['iso-8859-1', 'e9 74 e9 20 e0 20 4c 79 6f 6e', 'été à Lyon'],
  ['big5', 'b8 f4 bf 4f c3 61 a4 46', '路燈壞了'],
  ['shift_jis', '93 b9 98 48', '道路'],
  ['euc-kr', 'b0 a1 b7 ce b5 ee', '가로등'],
  ['utf-16le', 'ef 8d 6f 70', '路灯'],
  ['utf-16', '00 41 8d ef 70 6f', 'A路灯'],
  [null, 'ff fe ef 8d 6f 70', '路灯'],
  [null, 'ef bb bf e8 b7 af', '路'],
  ['utf-8', '4a 6f 73 c3 a9', 'José'],
  ['gbk', 'ca ae d2 bb', '十一'],
])('believes the label %s where the bytes are so', (label, bytes, text) => {
  expect(textOfBytes(hex(bytes), label)).toEqual({ text, isSure: true })
})

it.each([
  ['hz-gb-2312', '~{<:Ky2;Q4~} ok ~~', '己所不欲，勿施 ok ~'],
  ['utf-7', '+jvpwbw- 9+-1', '\u8efa\u706f 9+1'],
])('reads seven bits of %s', (label, written, text) => {
  const told = textOfBytes(Buffer.from(written, 'latin1'), label)
  expect(told.isSure).toBe(true)
  expect(told.text.endsWith(text.slice(-3))).toBe(true)
})

it.each([
  ['two characters that are good in two sets', null, 'ca ae d2 bb'],
  ['a text cut within its last character', 'gb18030', 'be ae b8 c7 b6 aa c1 cb bf'],
  ['bytes of no set', null, 'ff 80 fe 81 ff ff 41'],
  ['an escape into a set nobody reads', 'iso-2022-cn', '1b 24 29 41 0e 3d 3b'],
  ['UTF-8 with one byte lost in the middle', 'utf-8', 'e8 b7 af e7 af e5 9d 8f e4 ba 86 e4 b8 a4 e5 a4 a9'],
])('says so where it can only guess: %s', (_, label, bytes) => {
  expect(textOfBytes(hex(bytes), label).isSure).toBe(false)
})

it('loses one sign, not the text, where one byte is wrong', () => {
  const { text } = textOfBytes(hex('e8 b7 af e7 af e5 9d 8f e4 ba 86 e4 b8 a4 e5 a4 a9 e4 ba 86'), 'utf-8')
  expect(text).toBe('路\ufffd坏了两天了')
})
