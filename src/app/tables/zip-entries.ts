import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { type ByteSource, bytesAt } from './byte-source.js'

/** Where a file of a zip lies, and how large it says it is. */
type ZipPlace = {
  readonly name: string
  /** Of its head, before the bytes themselves. */
  readonly local: number
  readonly packedLength: number
  readonly isDeflated: boolean
  /** As the directory claims; only unpacking tells. */
  readonly size: number
  readonly checksum: number
}

/** One file of a zip that is at hand, with its bytes. */
export type ZipEntry = Omit<ZipPlace, 'local' | 'packedLength'> & { readonly packed: Uint8Array }

const endLength = 22
const longestComment = 0xffff
/** No workbook has so many parts that its directory is longer. */
const longestDirectory = 1 << 24

/** The directory of a zip, read without unpacking anything; null where it is cut or not to be understood. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const end = endIn(bytes)
  const places = end === null ? null : placesIn(bytes, end.from, end.count)
  const entries = places?.map(({ local, packedLength, ...place }) => {
    const head = bytes.subarray(local, local + headLength)
    const from = startOf(local, head)
    return from === null || from + packedLength > bytes.length
      ? null
      : { ...place, packed: bytes.subarray(from, from + packedLength) }
  })
  return entries === undefined || entries.includes(null) ? null : entries.filter((entry) => entry !== null)
}

/** The same of a zip that is not at hand: only its directory is read. */
export async function zipPlaces(source: ByteSource): Promise<readonly ZipPlace[] | null> {
  const from = Math.max(0, source.size - endLength - longestComment)
  const end = endIn(await bytesAt(source, from, source.size))
  if (end === null || end.from > source.size || source.size - end.from > longestDirectory) return null
  return placesIn(await bytesAt(source, end.from, source.size), 0, end.count)
}

function endIn(bytes: Uint8Array): { readonly from: number; readonly count: number } | null {
  const view = viewOf(bytes)
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50)
      return { from: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) }
  return null
}

function placesIn(bytes: Uint8Array, from: number, count: number): readonly ZipPlace[] | null {
  const view = viewOf(bytes)
  const found: ZipPlace[] = []
  for (let at = from, left = count; left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const isSealed = (view.getUint16(at + 8, true) & 1) === 1
    const method = view.getUint16(at + 10, true)
    if (isSealed || (method !== 0 && method !== 8)) return null
    found.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      local: view.getUint32(at + 42, true),
      packedLength: view.getUint32(at + 20, true),
      isDeflated: method === 8,
      size: view.getUint32(at + 24, true),
      checksum: view.getUint32(at + 16, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const headLength = 30
/** Where the bytes begin behind their head; null where no head lies there. */
function startOf(local: number, head: Uint8Array): number | null {
  if (head.length < headLength) return null
  const view = viewOf(head)
  return local + headLength + view.getUint16(26, true) + view.getUint16(28, true)
}

/** What lies at a place, unpacked piece by piece, and never more than so many bytes of it. */
export async function* unpackedPieces(
  source: ByteSource,
  place: ZipPlace,
  { most, tooLarge, damaged }: { readonly most: number; readonly tooLarge: () => Error; readonly damaged: () => Error },
): AsyncGenerator<Uint8Array, void> {
  const from = startOf(place.local, await bytesAt(source, place.local, place.local + headLength))
  if (from === null || from + place.packedLength > source.size) throw damaged()
  const packed = source.chunks(from, from + place.packedLength)
  const pieces = place.isDeflated ? Readable.from(packed, { objectMode: false }).compose(createInflateRaw()) : packed
  let left = most
  try {
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      left -= piece.length
      if (left < 0) throw tooLarge()
      yield piece
    }
  } catch (error) {
    throw isOfZlib(error) ? damaged() : error
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

/** Unpacked, if it can be and stays within so many bytes. */
export function unpacked({ packed, isDeflated }: ZipEntry, most: number): Uint8Array | 'too-large' | 'damaged' {
  if (!isDeflated) return packed.length > most ? 'too-large' : packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged'
  }
}
