import { crc32, deflateRawSync } from 'node:zlib'
import { unpacked, type ZipEntry, zipEntries } from '../tables/zip-entries.js'

/** What becomes of one file of a zip: other content, the same, or none. */
export type Rewrite = (name: string, content: Buffer) => Buffer | 'same' | 'gone'

/** Unpacked, all together; what is larger is left alone. */
const mostUnpacked = 100 * 1024 * 1024

/** A zip with some of its files rewritten; the others as they are packed. Null where it cannot be read whole, or is too large. */
export function rewrittenZip(bytes: Uint8Array, isMeant: (name: string) => boolean, rewrite: Rewrite): Buffer | null {
  const entries = zipEntries(bytes)
  if (entries === null) return null
  const parts: Part[] = []
  let left = mostUnpacked
  for (const entry of entries) {
    if (!isMeant(entry.name)) {
      parts.push(asItIs(entry))
      continue
    }
    const content = unpacked(entry, left)
    if (typeof content === 'string') return null
    left -= content.length
    const changed = rewrite(entry.name, Buffer.from(content))
    if (changed === 'same') parts.push(asItIs(entry))
    else if (changed !== 'gone') parts.push(packedAnew(entry.name, changed))
  }
  return written(parts)
}

type Part = Pick<ZipEntry, 'name' | 'packed' | 'isDeflated' | 'size' | 'checksum'>

const asItIs = (entry: ZipEntry): Part => entry

const packedAnew = (name: string, content: Buffer): Part => ({
  name,
  packed: deflateRawSync(content),
  isDeflated: true,
  size: content.length,
  checksum: crc32(content),
})

const [localMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
const utf8Name = 0x0800
/** 1 January 1980: when it was written tells on nobody. */
const noDate = 0x0021

/** Without comments, dates and what programs add beside names. */
function written(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const head = headOf(part, name)
    const local = Buffer.concat([mark(localMark), head])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([mark(entryMark), Buffer.from([20, 0]), head, entry, name]))
    locals.push(local, name, Buffer.from(part.packed))
    at += local.length + name.length + part.packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, list, mark(endMark), end])
}

function headOf({ packed, isDeflated, size, checksum }: Part, name: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(utf8Name, 2)
  head.writeUInt16LE(isDeflated ? 8 : 0, 4)
  head.writeUInt16LE(noDate, 8)
  head.writeUInt32LE(checksum, 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
