import { type Box, boxesIn, boxOf, fullBox } from './heif-boxes.js'

/** The kind of each item by its number; null where there is no list of them. */
export function itemTypes(bytes: Buffer, meta: readonly Box[]): ReadonlyMap<number, string> | null {
  const list = boxOf(meta, 'iinf')
  if (list === undefined) return null
  const from = list.body + fullBox + (bytes[list.body] === 0 ? 2 : 4)
  const entries = boxesIn(bytes, from, list.end).filter(({ type }) => type === 'infe')
  return new Map(
    entries.map(({ body }) => {
      const isWide = bytes[body] === 3
      const id = isWide ? bytes.readUInt32BE(body + fullBox) : bytes.readUInt16BE(body + fullBox)
      const at = body + fullBox + (isWide ? 6 : 4)
      return [id, bytes.subarray(at, at + 4).toString('latin1')]
    }),
  )
}

/** A stretch of bytes of an item, in the file. */
export type Extent = { readonly item: number; readonly from: number; readonly end: number }

const most = 100_000

/** Where items lie (`iloc`); null where there is no such list. Throws `RangeError` for one that lies within another item. */
export function extentsOf(bytes: Buffer, meta: readonly Box[]): readonly Extent[] | null {
  const list = boxOf(meta, 'iloc')
  if (list === undefined) return null
  const within = boxOf(meta, 'idat')?.body
  const version = bytes.readUInt8(list.body)
  const sizes = [bytes.readUInt8(list.body + 4) >> 4, bytes.readUInt8(list.body + 4) & 15, bytes.readUInt8(list.body + 5) >> 4]
  const [offsetSize = 0, lengthSize = 0, baseSize = 0] = sizes
  const indexSize = version === 0 ? 0 : bytes.readUInt8(list.body + 5) & 15
  const read = reader(bytes, list.body + 6)
  const found: Extent[] = []
  for (let left = read(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const item = read(version < 2 ? 2 : 4)
    const way = version === 0 ? 0 : read(2) & 15
    read(2)
    const base = read(baseSize)
    for (let pieces = read(2); pieces > 0; pieces -= 1) {
      read(indexSize)
      const start = base + read(offsetSize) + startOf(way, within)
      const length = read(lengthSize)
      if (found.length > most) throw new RangeError('too many pieces')
      found.push({ item, from: start, end: length === 0 ? bytes.length : start + length })
    }
  }
  return found
}

function startOf(way: number, within: number | undefined): number {
  if (way === 0) return 0
  if (way === 1 && within !== undefined) return within
  throw new RangeError('lies within another item')
}

/** Numbers one after the other, of 0, 2, 4 or 8 bytes. */
function reader(bytes: Buffer, from: number): (size: number) => number {
  let at = from
  return (size) => {
    const start = at
    at += size
    if (size === 0) return 0
    return size === 8 ? Number(bytes.readBigUInt64BE(start)) : bytes.readUIntBE(start, size)
  }
}
