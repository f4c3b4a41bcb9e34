/** A box of an ISO media file: where it begins, where its body does, where it ends. */
export type Box = { readonly type: string; readonly at: number; readonly body: number; readonly end: number }

/** Version and flags, before the body of some. */
export const fullBox = 4

const most = 10_000

/** Throws `RangeError` where they do not fit. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at)
    const isLong = size === 1
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size
    const body = at + (isLong ? 16 : 8)
    if (length < body - at || at + length > to || found.length > most) throw new RangeError('a box does not fit')
    found.push({ type: bytes.subarray(at + 4, at + 8).toString('latin1'), at, body, end: at + length })
    at += length
  }
  return found
}

export const boxOf = (boxes: readonly Box[], type: string): Box | undefined => boxes.find((box) => box.type === type)
