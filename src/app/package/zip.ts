import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** A file on its way into a package. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array }

/** What the list at the end of a zip says of a file. */
type Listed = {
  /** As text: kept as bytes, each would hold on to the block of memory that it was cut from. */
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const deflate = promisify(deflateRaw)
const [stored, deflated] = [0, 8]
/** Names are UTF-8. */
const flags = 0x0800
/** 1980-01-01: a zip knows no earlier day, and none is said. */
const day = 0x21
const [version, version64] = [20, 45]
const [most16, most32] = [0xffff, 0xffffffff]

/**
 * A zip in the one spelling a package has: files one after the other with nothing between, of one day, the list at the end made from
 * them alone. `last` is made from the SM3 of every byte before it, and put in as it is.
 */
export async function* zipped(
  files: AsyncIterable<PackageFile>,
  last: (before: string) => Promise<PackageFile>,
): AsyncGenerator<Uint8Array, void> {
  const list: Listed[] = []
  const before = createHash('sm3')
  let offset = 0
  const put = async function* ({ path, bytes }: PackageFile, mayPack: boolean): AsyncGenerator<Uint8Array> {
    const packed = mayPack ? await deflate(bytes) : bytes
    const isPacked = packed.length < bytes.length
    const body = isPacked ? packed : bytes
    const method = isPacked ? deflated : stored
    const listed = { name: path, method, crc: crc32(bytes), packed: body.length, size: bytes.length, offset }
    list.push(listed)
    const head = localHead(listed)
    offset += head.length + body.length
    yield head
    yield body
  }
  for await (const file of files)
    for await (const piece of put(file, true)) {
      before.update(piece)
      yield piece
    }
  yield* put(await last(before.digest('hex')), false)
  yield listOf(list, offset)
}

function localHead(listed: Listed): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(version, 4)
  writeTraits(head, 6, listed)
  return Buffer.concat([head, Buffer.from(listed.name)])
}

/** What the head of a file and its place in the list say alike. */
function writeTraits(head: Buffer, at: number, { name, method, crc, packed, size }: Listed): void {
  head.writeUInt16LE(flags, at)
  head.writeUInt16LE(method, at + 2)
  head.writeUInt16LE(0, at + 4)
  head.writeUInt16LE(day, at + 6)
  head.writeUInt32LE(crc, at + 8)
  head.writeUInt32LE(packed, at + 12)
  head.writeUInt32LE(size, at + 16)
  head.writeUInt16LE(Buffer.byteLength(name), at + 20)
}

function listOf(list: readonly Listed[], start: number): Buffer {
  const lines = Buffer.concat(list.map(lineOf))
  const isLarge = list.length >= most16 || start >= most32 || lines.length >= most32
  return Buffer.concat([
    lines,
    ...(isLarge ? [largeEnd(list.length, start, lines.length)] : []),
    end(list.length, start, lines.length),
  ])
}

function lineOf(listed: Listed): Buffer {
  const isFar = listed.offset >= most32
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(isFar ? version64 : version, 4)
  line.writeUInt16LE(isFar ? version64 : version, 6)
  writeTraits(line, 8, listed)
  line.writeUInt16LE(isFar ? 12 : 0, 30)
  line.writeUInt32LE(isFar ? most32 : listed.offset, 42)
  if (!isFar) return Buffer.concat([line, Buffer.from(listed.name)])
  const far = Buffer.alloc(12)
  far.writeUInt16LE(1, 0)
  far.writeUInt16LE(8, 2)
  far.writeBigUInt64LE(BigInt(listed.offset), 4)
  return Buffer.concat([line, Buffer.from(listed.name), far])
}

/** For more files or bytes than a zip of old could hold. */
function largeEnd(count: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(version64, 12)
  end.writeUInt16LE(version64, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(start + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}

function end(count: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, most16), 8)
  end.writeUInt16LE(Math.min(count, most16), 10)
  end.writeUInt32LE(Math.min(length, most32), 12)
  end.writeUInt32LE(Math.min(start, most32), 16)
  return end
}
