import { expect, it } from 'vitest'
import { bytesSource } from './byte-source.js'
import { textOf } from './text-of.js'

async function read(bytes: Uint8Array) {
  const { hasFaults, pieces } = await textOf(bytesSource(bytes))
  let text = ''
  for await (const piece of pieces()) text += piece
  return { text, hasFaults }
}

/** `标题,正文` and one row, as gb18030 bytes. */
const gb = Buffer.from('b1eacce22cd5fdcec40ac2b7b5c6b2bbc1c12cc2b7b5c6c1acd0f8b6e0c8d5b2bbc1c1c7ebd0dec0ed0a', 'hex')
const text =
  '\u6807\u9898,\u6b63\u6587\n\u8def\u706f\u4e0d\u4eae,\u8def\u706f\u8fde\u7eed\u591a\u65e5\u4e0d\u4eae\u8bf7\u4fee\u7406\n'
const big = (value: string): Buffer => Buffer.from(value, 'utf16le').swap16()

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without it', Buffer.from(text, 'utf16le')],
  ['UTF-16 the other way round', big(`\uFEFF${text}`)],
  ['that without its mark', big(text)],
  ['gb18030', gb],
])('reads %s', async (_, bytes) => {
  expect(await read(bytes)).toEqual({ text, hasFaults: false })
})

it('marks the few bytes that do not fit the rest', async () => {
  const found = await read(Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xff]), Buffer.from('x\n')]))
  expect(found.hasFaults).toBe(true)
  expect(found.text.endsWith('\uFFFDx\n')).toBe(true)
  const old = await read(Buffer.concat([gb, gb, gb, Buffer.from([0x81, 0x0a]), gb]))
  expect(old.hasFaults).toBe(true)
  expect(old.text.startsWith(text)).toBe(true)
})

it.each([
  ['what no encoding fits', Buffer.from([0xff, 0xf1, 0x2c, 0xff, 0xf2, 0x0a]), 'encoding'],
  ['what is no text', Buffer.from([1, 2, 3, 0, 0, 7, 9]), 'no table'],
])('refuses %s', async (_, bytes, said) => {
  await expect(read(bytes)).rejects.toThrow(said)
})
