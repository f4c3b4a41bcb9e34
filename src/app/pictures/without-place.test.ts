import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { orientationAlone, orientationOf } from './tiff-fields.js'
import { withoutPlace } from './without-place.js'

const text = (value: string): Buffer => Buffer.from(value, 'latin1')
const secret = 'CAMERA-OF-WANG 26.1N 119.3E'
const number16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const number32 = (value: number): Buffer => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
const little32 = (value: number): Buffer => Buffer.from(number32(value)).reverse()

/** An EXIF block that holds a maker's name, and which way up. */
function exifOf(way: number, isLittle: boolean): Buffer {
  const [n16, n32] = isLittle ? [(value: number) => Buffer.from(number16(value)).reverse(), little32] : [number16, number32]
  const order = isLittle ? text('II') : text('MM')
  const maker = [n16(0x010f), n16(2), n32(secret.length), n32(38)]
  const up = [n16(0x0112), n16(3), n32(1), n16(way), n16(0)]
  return Buffer.concat([order, n16(42), n32(8), n16(2), ...maker, ...up, n32(0), text(secret)])
}

const segment = (marker: number, ...body: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(body)
  return Buffer.concat([Buffer.from([0xff, marker]), number16(all.length + 2), all])
}
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])
const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
const icc = segment(0xe2, text('ICC_PROFILE\0'), Buffer.from([1, 1, 7, 7]))
const table = segment(0xdb, Buffer.alloc(65, 3))
const exif = (way: number, isLittle = true) => segment(0xe1, text('Exif\0\0'), exifOf(way, isLittle))

it.each([
  ['EXIF, little end first', [exif(6)], 6],
  ['EXIF, great end first', [exif(3, false)], 3],
  ['EXIF that goes on in a second segment', [exif(8), segment(0xe1, text(`Exif\0\0${secret}`))], 8],
  ['XMP', [segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${secret}`))], 1],
  ['IPTC', [segment(0xed, text(`Photoshop 3.0\0${secret}`))], 1],
  ['a comment', [segment(0xfe, text(secret))], 1],
  ['several pictures in one', [segment(0xe2, text(`MPF\0${secret}`))], 1],
  ["a maker's own", [segment(0xe5, text(secret)), segment(0xea, text(secret))], 1],
  ['a small picture before the picture', [segment(0xe0, text('JFXX\0'), text(secret))], 1],
])('takes %s out of a JPEG; points, colours and which way up stay', (_, told, way) => {
  const behind = text(`ftypmp42 ${secret}`)
  const clean = withoutPlace('image/jpeg', Buffer.concat([start, ...told, icc, table, scan, end, behind]))
  const kept = Buffer.concat([icc, table, scan, end])
  const upright = way === 1 ? Buffer.alloc(0) : segment(0xe1, text('Exif\0\0'), orientationAlone(way))
  expect(Buffer.from(clean ?? []).equals(Buffer.concat([start, upright, kept]))).toBe(true)
})

it('reads the way up that it writes', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((way) => orientationOf(orientationAlone(way)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(orientationOf(text('II'))).toBe(1)
})

it('keeps how Adobe coded the colours, and what JFIF says of the size', () => {
  const jfif = segment(0xe0, text('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0]))
  const adobe = segment(0xee, text('Adobe'), Buffer.alloc(7, 1))
  const whole = Buffer.concat([start, jfif, adobe, table, scan, end])
  expect(Buffer.from(withoutPlace('image/jpeg', whole) ?? []).equals(whole)).toBe(true)
})

const piece = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([text(type), body])
  return Buffer.concat([number32(body.length), named, number32(crc32(named))])
}

it.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'prVt'])('takes %s out of a PNG, and what is behind its end', (type) => {
  const png = [text('\x89PNG\r\n\x1a\n'), piece('IHDR', Buffer.alloc(13, 1)), piece('sRGB', Buffer.from([0]))]
  const rest = [piece('IDAT', Buffer.alloc(9, 2)), piece('IEND', Buffer.alloc(0))]
  const body = type === 'eXIf' ? exifOf(1, false) : text(secret)
  const clean = withoutPlace('image/png', Buffer.concat([...png, piece(type, body), ...rest, text(secret)]))
  expect(Buffer.from(clean ?? []).equals(Buffer.concat([...png, ...rest]))).toBe(true)
})

it('keeps which way up a PNG and a WebP are', () => {
  const png = Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    piece('IHDR', Buffer.alloc(13, 1)),
    piece('eXIf', exifOf(6, true)),
    piece('IEND', Buffer.alloc(0)),
  ])
  const clean = Buffer.from(withoutPlace('image/png', png) ?? [])
  expect(clean.includes(secret)).toBe(false)
  expect(clean.includes(piece('eXIf', orientationAlone(6)))).toBe(true)
  const chunk = (type: string, body: Buffer) =>
    Buffer.concat([text(type), little32(body.length), body, Buffer.alloc(body.length % 2)])
  const chunks = [
    chunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    chunk('VP8L', Buffer.alloc(5, 7)),
    chunk('EXIF', exifOf(8, true)),
    chunk('XMP ', text(secret)),
  ]
  const webp = Buffer.from(withoutPlace('image/webp', chunk('RIFF', Buffer.concat([text('WEBP'), ...chunks]))) ?? [])
  expect(webp.includes(secret)).toBe(false)
  expect(webp.includes(orientationAlone(8))).toBe(true)
  expect(webp.readUInt32LE(4)).toBe(webp.length - 8)
  expect(webp[20]).toBe(0x28)
})

it('takes comments and blocks of programs out of a GIF, not how it moves', () => {
  const block = (label: number, ...parts: readonly Buffer[]) =>
    Buffer.concat([Buffer.from([0x21, label]), ...parts.flatMap((part) => [Buffer.from([part.length]), part]), Buffer.from([0])])
  const head = Buffer.concat([text('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0]), Buffer.alloc(6, 9)])
  const moves = [block(0xff, text('NETSCAPE2.0'), Buffer.from([1, 0, 0])), block(0xf9, Buffer.from([0, 1, 0, 0]))]
  const picture = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]), Buffer.from([2, 0x44, 1, 0])])
  const told = [
    block(0xfe, text(secret)),
    block(0xff, text('XMP DataXMP'), text(secret)),
    block(0x01, Buffer.alloc(12), text(secret)),
  ]
  const clean = withoutPlace('image/gif', Buffer.concat([head, ...told, ...moves, picture, Buffer.from([0x3b]), text(secret)]))
  expect(Buffer.from(clean ?? []).equals(Buffer.concat([head, ...moves, picture, Buffer.from([0x3b])]))).toBe(true)
})

it('empties what a TIFF says beside its points, in its place', () => {
  const field = (tag: number, type: number, count: number, value: number) =>
    Buffer.concat([number16(tag), number16(type), number32(count), number32(value)])
  const fields = [field(256, 4, 1, 4), field(271, 2, secret.length, 110), field(273, 4, 1, 200), field(34853, 4, 1, 140)]
  const head = Buffer.concat([text('MM'), number16(42), number32(8), number16(fields.length), ...fields, number32(0)])
  const place = Buffer.concat([number16(1), field(1, 2, 8, 170), number32(0)])
  const tiff = Buffer.alloc(210, 0)
  for (const [part, at] of [
    [head, 0],
    [text(secret), 110],
    [place, 140],
    [text('119 E 26'), 170],
    [text('points'), 200],
  ] as const)
    part.copy(tiff, at)
  const clean = Buffer.from(withoutPlace('image/tiff', tiff) ?? [])
  expect([clean.includes(secret), clean.includes('119 E')]).toEqual([false, false])
  expect([clean.length, clean.toString('latin1', 200, 206)]).toEqual([210, 'points'])
  expect(withoutPlace('image/tiff', text('MM\0*\0\0\0\xff'))).toBeNull()
})

const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([number32(body.length + 8), text(type), body])
}
const full = (version: number): Buffer => Buffer.from([version, 0, 0, 0])

/** A HEIC of two items: the picture, and what was written beside it. */
function heicOf(kind: string, written: string): Buffer {
  const infe = (id: number, type: string) => box('infe', full(2), number16(id), number16(0), text(type), text('\0'))
  const ftyp = box('ftyp', text('heic'), number32(0), text('mif1heic'))
  const points = text('THE POINTS')
  const iloc = (from: number) =>
    box(
      'iloc',
      full(0),
      Buffer.from([0x44, 0]),
      number16(2),
      ...[1, 2].map((id) =>
        Buffer.concat([
          number16(id),
          number16(0),
          number16(1),
          number32(id === 1 ? from : from + points.length),
          number32(id === 1 ? points.length : written.length),
        ]),
      ),
    )
  const meta = (from: number) =>
    box('meta', full(0), box('iinf', full(0), number16(2), infe(1, 'hvc1'), infe(2, kind)), iloc(from))
  const from = ftyp.length + meta(0).length + 8
  return Buffer.concat([
    ftyp,
    meta(from),
    box('mdat', points, text(written)),
    box('uuid', text(secret)),
    box('mpvd', text(secret)),
  ])
}

it.each(['Exif', 'mime', 'uri '])('empties what %s says beside a HEIC, and films and boxes of makers', (kind) => {
  const heic = heicOf(kind, secret)
  const clean = Buffer.from(withoutPlace('image/heic', heic) ?? [])
  expect(clean.includes(secret)).toBe(false)
  expect([clean.length, clean.includes('THE POINTS'), clean.includes('mpvd')]).toEqual([heic.length, true, false])
})

it('cleans a row of pictures that moves', () => {
  const moov = box(
    'moov',
    box('mvhd', Buffer.alloc(4)),
    box('trak', box('tkhd', Buffer.alloc(4)), box('udta', text(secret))),
    box('udta', text(secret)),
    box('meta', text(secret)),
  )
  const clean = Buffer.from(withoutPlace('image/heic', Buffer.concat([box('ftyp', text('msf1'), number32(0)), moov])) ?? [])
  expect([clean.includes(secret), clean.includes('tkhd')]).toEqual([false, true])
})

it.each([
  ['image/jpeg', text('\xff\xd8\xff\xe1\xff\xff cut')],
  ['image/png', text('\x89PNG\r\n\x1a\n\0\0\xff\xffIHDR')],
  ['image/heic', Buffer.concat([box('ftyp', text('heic')), number32(99), text('free')])],
  ['image/gif', text('GIF89a\x01\0\x01\0\x80\0\0 no such block')],
])('says so where %s cannot be taken apart', (type, bytes) => {
  expect(withoutPlace(type, bytes)).toBeNull()
})

it('leaves alone what is no picture', () => {
  expect(withoutPlace('application/pdf', text('%PDF'))).toEqual(text('%PDF'))
})
