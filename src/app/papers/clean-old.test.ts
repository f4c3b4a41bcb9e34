import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withoutAuthors } from './without-authors.js'

const who = 'Secret'
/** Made by LibreOffice, with a creator, an editor, a title and a company that all hold the word. */
const letter = readFileSync(new URL('../../../test/fixtures/papers/old.doc', import.meta.url))
const narrow = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const sector = 512
const sectors = (length: number): number => Math.ceil(length / sector)
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(sectors(bytes.length) * sector - bytes.length)])

/** A file of the old container with these streams, none of them small. */
function oldFile(streams: Readonly<Record<string, Buffer>>, folders: readonly string[] = []): Buffer {
  const head = Buffer.alloc(sector, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  for (const [at, value] of [
    [48, 1],
    [56, 0],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at)
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  const entry = (name: string, type: number, place: { first: number; size: number }): Buffer => {
    const row = Buffer.alloc(128)
    row.write(name, 'utf16le')
    row.writeUInt16LE(name.length * 2 + 2, 64)
    row.writeUInt8(type, 66)
    row.writeUInt32LE(place.first, 116)
    row.writeUInt32LE(place.size, 120)
    return row
  }
  const nowhere = { first: 0xfffffffe, size: 0 }
  const rows = [entry('Root Entry', 5, nowhere), ...folders.map((name) => entry(name, 1, nowhere))]
  table.writeUInt32LE(0xfffffffe, 4)
  let next = 2
  for (const [name, bytes] of Object.entries(streams)) {
    rows.push(entry(name, 2, { first: next, size: bytes.length }))
    const end = next + sectors(bytes.length)
    for (; next < end; next += 1) table.writeUInt32LE(next + 1 === end ? 0xfffffffe : next + 1, next * 4)
  }
  return Buffer.concat([head, table, padded(Buffer.concat(rows)), ...Object.values(streams).map(padded)])
}

/** One section with one text. */
function properties(text: string): Buffer {
  const head = Buffer.alloc(48)
  head.writeUInt32LE(1, 24)
  head.writeUInt32LE(48, 44)
  const section = Buffer.alloc(16)
  section.writeUInt32LE(16 + 8 + text.length, 0)
  section.writeUInt32LE(1, 4)
  section.writeUInt32LE(4, 8)
  section.writeUInt32LE(16, 12)
  const value = Buffer.alloc(8)
  value.writeUInt32LE(0x1e, 0)
  value.writeUInt32LE(text.length, 4)
  return Buffer.concat([head, section, value, Buffer.from(text)])
}

function record(kind: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(kind, 0)
  head.writeUInt16LE(bytes.length, 2)
  return Buffer.concat([head, bytes])
}
const begin = record(0x809, Buffer.alloc(16))
const writer = record(0x5c, Buffer.concat([Buffer.from([6, 0, 0]), Buffer.from(who.padEnd(109))]))
const cell = record(0x204, Buffer.from('......lamp'))
const end = record(0x0a, Buffer.alloc(0))
const excel = 'application/vnd.ms-excel'

it('takes names out of an old letter of Word, and leaves all else where it was', () => {
  const clean = withoutAuthors('application/msword', letter)
  expect(narrow(letter).split(who)).toHaveLength(5)
  expect(narrow(clean.bytes)).not.toContain(who)
  expect(clean.tells).toEqual([])
  const moved = [...letter.entries()].filter(([at, byte]) => clean.bytes[at] !== byte)
  expect(moved.length).toBeLessThan(120)
  expect(Buffer.from(clean.bytes).includes(Buffer.from('路灯不亮已经五天了', 'utf16le'))).toBe(true)
})

it('takes who wrote an old workbook last out of it, and its properties; not its cells', () => {
  const file = oldFile({
    Workbook: Buffer.concat([begin, writer, end, begin, cell, end]),
    '\u0005SummaryInformation': properties(who),
  })
  const clean = withoutAuthors(excel, file)
  expect(narrow(clean.bytes)).not.toContain(who)
  expect(narrow(clean.bytes)).toContain('lamp')
  expect([clean.tells, clean.bytes.length]).toEqual([[], file.length])
})

it('takes names, titles and properties of its own out of a workbook that LibreOffice wrote', () => {
  const file = readFileSync(new URL('../../../test/fixtures/papers/old.xls', import.meta.url))
  const clean = withoutAuthors(excel, file)
  const said = ['WangXiaoming', '王小明改', '秘密标题', '某某厂', '惠农厂']
  const found = (bytes: Uint8Array) => said.filter((each) => Buffer.from(bytes).includes(each))
  expect([found(file), found(clean.bytes)]).toEqual([said, []])
  expect(Buffer.from(clean.bytes).includes(Buffer.from('路灯不亮', 'utf16le'))).toBe(true)
  expect([clean.tells, clean.bytes.length]).toEqual([[], file.length])
})

it('says what it leaves: notes, files within, slides, what is locked', () => {
  const summary = { '\u0005SummaryInformation': properties(who) }
  const noted = oldFile({ Workbook: Buffer.concat([begin, end, begin, record(0x1c, Buffer.alloc(12)), end]), ...summary })
  expect(withoutAuthors(excel, noted).tells).toEqual(['remarks'])
  const holding = oldFile({ Workbook: Buffer.concat([begin, end]), ...summary }, ['MBD00012345'])
  expect(withoutAuthors(excel, holding).tells).toEqual(['properties', 'embedded'])
  const slides = withoutAuthors('application/wps-office.dps', oldFile({ 'Current User': Buffer.from(who), ...summary }))
  expect(slides.tells).toEqual(['properties'])
  const locked = oldFile({ Workbook: Buffer.concat([begin, record(0x2f, Buffer.alloc(4)), writer]), ...summary })
  expect(withoutAuthors(excel, locked)).toEqual({ bytes: locked, tells: ['properties'] })
})

it('hands on what does not hang together as it came, and says so', () => {
  const round = oldFile({ Workbook: Buffer.alloc(1200) })
  round.writeUInt32LE(2, sector + 2 * 4)
  for (const broken of [round, letter.subarray(0, 700), Buffer.from('d0cf11e0a1b11ae1', 'hex')])
    expect(withoutAuthors('application/msword', broken)).toEqual({ bytes: broken, tells: ['properties'] })
})

it('reads no more than the file is long, whatever it says of itself', () => {
  const twice = oldFile({ Workbook: Buffer.alloc(1200), '\u0005SummaryInformation': Buffer.alloc(1200) })
  // Both name the same place, and each says it is as long as the file.
  for (const row of [1, 2]) {
    twice.writeUInt32LE(2, sector * 2 + row * 128 + 116)
    twice.writeUInt32LE(twice.length, sector * 2 + row * 128 + 120)
  }
  const tiny = oldFile({ Workbook: Buffer.alloc(1200) })
  // A list of four bytes a sector that leads back to itself.
  tiny.writeUInt16LE(2, 30)
  tiny.writeUInt32LE(200, 68)
  tiny.writeUInt32LE(200, 201 * 4)
  const endless = oldFile({ Workbook: Buffer.alloc(1200) })
  endless.writeUInt32LE(2, 68)
  endless.writeUInt32LE(2, sector * 4 - 4)
  for (const file of [twice, tiny]) expect(withoutAuthors(excel, file)).toEqual({ bytes: file, tells: ['properties'] })
  expect(withoutAuthors(excel, endless).bytes).toHaveLength(endless.length)
})
