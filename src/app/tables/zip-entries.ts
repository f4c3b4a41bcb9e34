import { inflateRawSync } from 'node:zlib'

/** One file of a zip: where its bytes lie, and how large it says it is. */
export type ZipEntry = {
  readonly name: string
  readonly packed: Uint8Array
  readonly isDeflated: boolean
  /** As the directory claims; only unpacking tells. */
  readonly size: number
  readonly checksum: number
}

const endLength = 22
const longestComment = 0xffff

/** The directory of a zip, read without unpacking anything; null where it is cut or not to be understood. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const found: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const entry = entryAt(bytes, view, at, nameLength)
    if (entry === null) return null
    found.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry | null {
  const isSealed = (view.getUint16(at + 8, true) & 1) === 1
  const method = view.getUint16(at + 10, true)
  const packedLength = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (isSealed || (method !== 0 && method !== 8) || local + 30 > view.byteLength) return null
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packedLength > view.byteLength) return null
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    packed: bytes.subarray(from, from + packedLength),
    isDeflated: method === 8,
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
  }
}

/** Unpacked, if it can be and stays within so many bytes. */
export function unpacked({ packed, isDeflated }: ZipEntry, most: number): Uint8Array | 'too-large' | 'damaged' {
  if (!isDeflated) return packed.length > most ? 'too-large' : packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged'
  }
}
