import { crc32 } from 'node:zlib'
import { orientationAlone, orientationOf } from './tiff-fields.js'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture is drawn from: points, colours, size, animation. */
const drawn: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT', 'cICP', 'mDCV', 'cLLI'],
])

/** The pieces it is drawn from, and which way up; texts, times, EXIF and what is behind the end go. */
export function cleanPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null
  const kept: Buffer[] = [signature]
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    const end = at + 12 + length
    if (end > bytes.length) return null
    if (drawn.has(type)) kept.push(bytes.subarray(at, end))
    else if (type === 'eXIf') kept.push(...wayUp(bytes.subarray(at + 8, at + 8 + length)))
    if (type === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

function wayUp(exif: Buffer): readonly Buffer[] {
  const way = orientationOf(exif)
  if (way === 1) return []
  const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), orientationAlone(way)])
  return [number(body.length - 4), body, number(crc32(body))]
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
