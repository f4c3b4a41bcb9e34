/** How numbers of a TIFF lie, and where its first directory begins. EXIF has the same form. Null for what is none. */
export type TiffHead = { readonly isLittle: boolean; readonly first: number }

/** Where a field stands in its directory, and where its value does. */
export type TiffField = { readonly at: number; readonly tag: number; readonly type: number; readonly count: number }

export function tiffHead(bytes: Buffer): TiffHead | null {
  const order = bytes.subarray(0, 2).toString('latin1')
  if (order !== 'II' && order !== 'MM') return null
  const isLittle = order === 'II'
  return number16(bytes, 2, isLittle) === 42 ? { isLittle, first: number32(bytes, 4, isLittle) } : null
}

export const number16 = (bytes: Buffer, at: number, isLittle: boolean): number =>
  isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)
export const number32 = (bytes: Buffer, at: number, isLittle: boolean): number =>
  isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)

/** The fields of one directory; twelve bytes each. */
export function tiffFields(bytes: Buffer, at: number, isLittle: boolean): readonly TiffField[] {
  return Array.from({ length: number16(bytes, at, isLittle) }, (_, index) => {
    const from = at + 2 + index * 12
    const [tag, type, count] = [
      number16(bytes, from, isLittle),
      number16(bytes, from + 2, isLittle),
      number32(bytes, from + 4, isLittle),
    ]
    return { at: from, tag, type, count }
  })
}

const orientationTag = 0x0112

/** Which way up, 1 to 8, as an EXIF block says; 1 where it says nothing that can be read. */
export function orientationOf(exif: Buffer): number {
  try {
    const head = tiffHead(exif)
    if (head === null) return 1
    const field = tiffFields(exif, head.first, head.isLittle).find(({ tag }) => tag === orientationTag)
    const way = field === undefined ? 1 : number16(exif, field.at + 8, head.isLittle)
    return way >= 1 && way <= 8 ? way : 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** An EXIF block that says which way up, and nothing else. */
export const orientationAlone = (way: number): Buffer =>
  Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0])
