import { orientationAlone, orientationOf } from './tiff-fields.js'

const exifName = Buffer.from('Exif\0\0', 'latin1')
const [startOfScan, endOfImage, app0, app1, app2, app14, comment] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xfe]

/** Segments without EXIF, XMP, IPTC, makers' own and comments, nor anything behind the end; colours and which way up are kept. */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Buffer[] = []
  let way = 1
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) {
      kept.push(bytes.subarray(at, at + 2))
      break
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const body = bytes.subarray(at + 4, end)
    if (marker === app1 && body.subarray(0, 6).equals(exifName) && way === 1) way = orientationOf(body.subarray(6))
    if (marker === startOfScan) {
      const over = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, over))
      at = over
    } else {
      kept.push(keptSegment(marker, bytes.subarray(at, end)))
      at = end
    }
  }
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...(way === 1 ? [] : [exifSegment(way)]), ...kept])
}

/** Of segments for programs: JFIF without its small picture, ICC colours, and how Adobe coded them. */
function keptSegment(marker: number, segment: Buffer): Buffer {
  const starts = (name: string): boolean => segment.subarray(4, 4 + name.length).toString('latin1') === name
  if (marker === app0) {
    if (!starts('JFIF\0') || segment.length < 18) return Buffer.alloc(0)
    const short = Buffer.from(segment.subarray(0, 18))
    short.writeUInt16BE(16, 2)
    short.fill(0, 16)
    return short
  }
  const isForPrograms = (marker > app0 && marker <= 0xef) || marker === comment
  const isNeeded = (marker === app2 && starts('ICC_PROFILE\0')) || (marker === app14 && starts('Adobe'))
  return isForPrograms && !isNeeded ? Buffer.alloc(0) : segment
}

/** Coded points run to the next marker that is no restart; a zero behind 255 is one of them. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function exifSegment(way: number): Buffer {
  const body = Buffer.concat([exifName, orientationAlone(way)])
  const head = Buffer.from([0xff, app1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
