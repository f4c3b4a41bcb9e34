import { orientationAlone, orientationOf } from './tiff-fields.js'

const drawn: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const [exifFlag, xmpFlag] = [0x08, 0x04]

/** The chunks it is drawn from, and which way up. */
export function cleanWebp(bytes: Buffer): Buffer | null {
  if (name(bytes, 0) !== 'RIFF' || name(bytes, 8) !== 'WEBP') return null
  const kept: Buffer[] = []
  let way = 1
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > bytes.length) return null
    const chunk = bytes.subarray(at, end)
    const type = name(bytes, at)
    if (type === 'VP8X' || drawn.has(type)) kept.push(Buffer.from(chunk))
    else if (type === 'EXIF') way = orientationOf(withoutName(chunk.subarray(8)))
    at = end
  }
  const extended = kept.find((chunk) => name(chunk, 0) === 'VP8X')
  if (extended !== undefined) {
    const flags = (extended[8] ?? 0) & ~exifFlag & ~xmpFlag
    extended[8] = way === 1 ? flags : flags | exifFlag
    if (way !== 1) kept.push(chunkOf('EXIF', orientationAlone(way)))
  }
  return chunkOf('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]))
}

const name = (bytes: Buffer, at: number): string => bytes.subarray(at, at + 4).toString('latin1')

/** Some write it as in a JPEG. */
const withoutName = (exif: Buffer): Buffer => (name(exif, 0) === 'Exif' ? exif.subarray(6) : exif)

function chunkOf(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
