import { number32, type TiffField, tiffFields, tiffHead } from './tiff-fields.js'

/** Bytes of one value, by type. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** What the points are read by: sizes, strips, tiles, colours, predictors, pages, which way up. */
const drawn: ReadonlySet<number> = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284],
  ...[290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 333, 334, 336, 338, 339],
  ...[340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675],
])

const mostPages = 2000

/** In place: fields that nothing is drawn from are emptied, with all they point to. */
export function cleanTiff(bytes: Buffer): Buffer | null {
  const head = tiffHead(bytes)
  if (head === null) return null
  const { isLittle } = head
  const seen = new Set<number>()
  for (let at = head.first; at !== 0; ) {
    if (seen.has(at) || seen.size > mostPages) return null
    seen.add(at)
    const fields = tiffFields(bytes, at, isLittle)
    const next = number32(bytes, at + 2 + fields.length * 12, isLittle)
    for (const field of fields) if (!drawn.has(field.tag)) emptyField(bytes, field, { isLittle, depth: 0 })
    at = next
  }
  return bytes
}

const directories: ReadonlySet<number> = new Set([330, 34665, 34853, 40965])

/** The tag stays, so that nothing moves; what it said does not. */
function emptyField(bytes: Buffer, { at, tag, type, count }: TiffField, given: { isLittle: boolean; depth: number }): void {
  const length = (sizes[type] ?? 1) * count
  const value = at + 8
  const place = length > 4 ? number32(bytes, value, given.isLittle) : value
  if (directories.has(tag) && given.depth < 4) {
    for (const from of length > 4 ? numbersAt(bytes, place, count, given.isLittle) : [number32(bytes, value, given.isLittle)])
      emptyDirectory(bytes, from, { ...given, depth: given.depth + 1 })
  }
  if (place + length > bytes.length) throw new RangeError('points behind the end')
  bytes.fill(0, place, place + length)
  bytes.fill(0, value, value + 4)
  // No value of a known type and none at all: readers pass over it.
  bytes.fill(0, at + 4, at + 8)
}

const numbersAt = (bytes: Buffer, at: number, count: number, isLittle: boolean): readonly number[] =>
  Array.from({ length: Math.min(count, 64) }, (_, index) => number32(bytes, at + index * 4, isLittle))

function emptyDirectory(bytes: Buffer, at: number, given: { isLittle: boolean; depth: number }): void {
  const fields = tiffFields(bytes, at, given.isLittle)
  for (const field of fields) emptyField(bytes, field, given)
  bytes.fill(0, at, at + 2 + fields.length * 12)
}
