/** What the list at the end of a zip says of a file. */
export type Listed = {
  /** As text: kept as bytes, each would hold on to the block of memory that it was cut from. */
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  /** Sizes and sum stand behind its bytes: they were not known when its head was written. */
  readonly isToldBehind?: boolean
}

export const [stored, deflated] = [0, 8]
/** Names are UTF-8. */
const utf8Names = 0x0800
const toldBehind = 0x0008
/** 1980-01-01: a zip knows no earlier day, and none is said. */
const day = 0x21
const [version, version64] = [20, 45]
const [most16, most32] = [0xffff, 0xffffffff]

/** What stands before the bytes of a file. */
export function localHead(listed: Listed): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(version, 4)
  writeTraits(head, 6, listed)
  return Buffer.concat([head, Buffer.from(listed.name)])
}

/** What stands behind them where its head could not say it yet. */
export function toldAfter({ crc, packed, size }: Listed): Buffer {
  const told = Buffer.alloc(16)
  told.writeUInt32LE(0x08074b50, 0)
  told.writeUInt32LE(crc, 4)
  told.writeUInt32LE(packed, 8)
  told.writeUInt32LE(size, 12)
  return told
}

/** What the head of a file and its place in the list say alike. */
function writeTraits(head: Buffer, at: number, { name, method, crc, packed, size, isToldBehind }: Listed): void {
  head.writeUInt16LE(isToldBehind ? utf8Names | toldBehind : utf8Names, at)
  head.writeUInt16LE(method, at + 2)
  head.writeUInt16LE(0, at + 4)
  head.writeUInt16LE(day, at + 6)
  head.writeUInt32LE(crc, at + 8)
  head.writeUInt32LE(packed, at + 12)
  head.writeUInt32LE(size, at + 16)
  head.writeUInt16LE(Buffer.byteLength(name), at + 20)
}

/** The list of all files, which ends a zip; `start` is where it begins. */
export function listOf(list: readonly Listed[], start: number): Buffer {
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
