import { expect, it } from 'vitest'
import { zipOf } from '../tables/table-files.fixtures.js'
import { fileKind } from './file-kind.js'

const ofBrands = (major: string, ...others: readonly string[]): Buffer => {
  const names = [major, '\0\0\0\0', ...others].join('')
  return Buffer.concat([
    Buffer.from([0, 0, 0, 8 + names.length]),
    Buffer.from(`ftyp${names}`, 'latin1'),
    Buffer.from('\0\0\0\x08mdat', 'latin1'),
  ])
}
const ending = async (name: string, bytes: Uint8Array) => (await fileKind(name, bytes))?.extension ?? null

it.each([
  ['heic', ['heic', 'mif1', 'heic']],
  ['heic', ['mif1', 'mif1', 'heic']],
  ['heic', ['mif1', 'mif1', 'miaf', 'heix']],
  ['heic', ['msf1', 'msf1', 'hevc']],
  ['heic', ['hevc', 'hevc']],
  ['heic', ['hevx']],
  ['heic', ['heim', 'mif1']],
  ['heic', ['MiHE', 'mif1', 'heic']],
  ['heic', ['mif1']],
  ['avif', ['avif', 'mif1']],
  ['avif', ['mif1', 'avif']],
  [null, ['isom', 'mp42', 'heic']],
  [null, ['qt  ']],
])('takes a picture as %s by its brands %j', async (extension, [major = '', ...others]) => {
  expect(await ending('photo.bin', ofBrands(major, ...others))).toBe(extension)
})

const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])

it.each([
  ['a paper of WPS', 'wps'],
  ['a table of WPS', 'et'],
  ['slides of WPS', 'dps'],
  ['an old paper of Word', 'doc'],
])('takes %s', async (_, named) => {
  expect(await ending(`公函.${named}`, container)).toBe(named)
})

it('takes slides of WPS, pictures of BMP and TIFF; a container is not what its name alone says', async () => {
  expect(await ending('a.DPS', container)).toBe('dps')
  expect(await ending('a.msi', container)).toBeNull()
  expect(await ending('a.bin', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]))).toBe('bmp')
  expect(await ending('a.bin', Buffer.from('49492a0008000000000000000000', 'hex'))).toBe('tif')
})

it('takes no zip for an OFD by its name, nor by a name within a folder', async () => {
  const ofd = zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' })
  expect(await ending('other-name', ofd)).toBe('ofd')
  const other = Buffer.from(ofd.toString('latin1').replaceAll('OFD.xml', 'OFE.xml'), 'latin1')
  expect(await ending('notice.ofd', other)).toBeNull()
  expect(await ending('notice.ofd', Buffer.from('PK\x03\x04', 'latin1'))).toBeNull()
})
