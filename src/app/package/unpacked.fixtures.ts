import { inflateRawSync } from 'node:zlib'
import type { PackageFile } from './zip.js'

/** What a package holds, unpacked. */
export function filesIn(bytes: Buffer): readonly PackageFile[] {
  const files: PackageFile[] = []
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, packed, name] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const start = at + 30 + name
    const body = bytes.subarray(start, start + packed)
    files.push({ path: bytes.toString('utf8', at + 30, start), bytes: method === 8 ? inflateRawSync(body) : body })
    at = start + packed
  }
  return files
}
