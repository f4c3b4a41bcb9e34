import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Three numbers a dot, row by row from above. */
export type Picture = { readonly width: number; readonly height: number; readonly dots: Uint8Array }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG as browsers write it: eight bits a colour, with or without transparency, not interlaced. */
export function readPng(bytes: Buffer): Picture {
  const data: Buffer[] = []
  let head: Buffer = Buffer.alloc(13)
  for (let at = signature.length; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') head = body
    if (name === 'IDAT') data.push(body)
    at += length + 12
  }
  const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3]
  if (head[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0) throw new Error('a PNG of another kind')
  const rows = unfiltered(inflateSync(Buffer.concat(data)), { height, stride: width * step, step })
  if (step === 3) return { width, height, dots: rows }
  const dots = new Uint8Array(width * height * 3)
  for (let dot = 0; dot < width * height; dot += 1) dots.set(rows.subarray(dot * 4, dot * 4 + 3), dot * 3)
  return { width, height, dots }
}

type Rows = { readonly height: number; readonly stride: number; readonly step: number }

function unfiltered(data: Buffer, { height, stride, step }: Rows): Uint8Array {
  const rows = new Uint8Array(height * stride)
  for (let y = 0; y < height; y += 1) {
    const kind = data[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const left = x < step ? 0 : (rows[y * stride + x - step] ?? 0)
      const above = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0)
      const corner = x < step || y === 0 ? 0 : (rows[(y - 1) * stride + x - step] ?? 0)
      const guessed = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][kind] ?? 0
      rows[y * stride + x] = (data[y * (stride + 1) + 1 + x] ?? 0) + guessed
    }
  }
  return rows
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** A part of a picture, from a corner. */
export function cut(
  { width, dots }: Picture,
  from: { readonly x: number; readonly y: number },
  size: Omit<Picture, 'dots'>,
): Picture {
  const rows = Array.from({ length: size.height }, (_, y) => {
    const begin = ((from.y + y) * width + from.x) * 3
    return dots.subarray(begin, begin + size.width * 3)
  })
  return { ...size, dots: new Uint8Array(Buffer.concat(rows)) }
}

/** Pictures beside each other on grey, as high as the highest. */
export function beside(pictures: readonly Picture[]): Picture {
  const height = Math.max(...pictures.map((each) => each.height))
  const width = pictures.reduce((sum, each) => sum + each.width + gap, -gap)
  const dots = new Uint8Array(width * height * 3).fill(0x99)
  let left = 0
  for (const each of pictures) {
    for (let y = 0; y < each.height; y += 1)
      dots.set(each.dots.subarray(y * each.width * 3, (y + 1) * each.width * 3), (y * width + left) * 3)
    left += each.width + gap
  }
  return { width, height, dots }
}
const gap = 8

/** The same as a PNG. */
export function writePng({ width, height, dots }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y += 1) rows.set(dots.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
