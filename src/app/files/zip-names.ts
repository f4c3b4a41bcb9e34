const [endMark, entryMark] = [0x06054b50, 0x02014b50]
const endLength = 22
const longestComment = 65_535
const most = 10_000

/** Names of what a zip holds, by its list at the end; nothing is unpacked. Empty where there is no such list. */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  const end = endOf(zip)
  if (end < 0) return names
  for (let at = zip.readUInt32LE(end + 16); at + 46 <= end && names.length < most; ) {
    if (zip.readUInt32LE(at) !== entryMark) break
    const length = zip.readUInt16LE(at + 28)
    names.push(zip.toString('latin1', at + 46, at + 46 + length))
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return names
}

function endOf(zip: Buffer): number {
  const least = Math.max(0, zip.length - endLength - longestComment)
  for (let at = zip.length - endLength; at >= least; at -= 1) if (zip.readUInt32LE(at) === endMark) return at
  return -1
}
