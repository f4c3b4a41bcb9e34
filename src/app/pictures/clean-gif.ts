const [extension, picture, trailer] = [0x21, 0x2c, 0x3b]
const [graphicControl, application] = [0xf9, 0xff]
const animations: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** Pictures and how they follow each other; comments, texts and blocks of programs go. */
export function cleanGif(bytes: Buffer): Buffer | null {
  if (!/^GIF8[79]a$/.test(bytes.subarray(0, 6).toString('latin1'))) return null
  const first = 13 + tableSize(bytes.readUInt8(10))
  const kept: Buffer[] = [bytes.subarray(0, first)]
  for (let at = first; at < bytes.length; ) {
    const kind = bytes[at]
    if (kind === trailer) break
    if (kind !== extension && kind !== picture) return null
    const data = kind === extension ? at + 2 : at + 11 + tableSize(bytes.readUInt8(at + 9))
    const end = endOfBlocks(bytes, data)
    const label = bytes[at + 1] ?? 0
    const isNeeded =
      kind === picture ||
      label === graphicControl ||
      (label === application && animations.has(bytes.subarray(at + 3, at + 14).toString('latin1')))
    if (isNeeded) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, Buffer.from([trailer])])
}

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += length + 1
  return at + 1
}
