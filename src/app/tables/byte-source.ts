import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** 字节. Bytes that can be read from any place on, as often as is asked, without being held. */
export type ByteSource = {
  readonly size: number
  /** From `from` up to before `to`, piece by piece. */
  chunks(from: number, to: number): AsyncIterable<Uint8Array>
}

const chunkLength = 1 << 16

/** A file on disk: opened for each reading, closed where it ends. */
export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path)
  return {
    size,
    chunks: (from, to) =>
      from >= to
        ? bytesSource(new Uint8Array()).chunks(0, 0)
        : createReadStream(path, { start: from, end: to - 1, highWaterMark: chunkLength }),
  }
}

/** Bytes that are at hand. */
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  async *chunks(from, to) {
    for (let at = from; at < to; at += chunkLength) yield bytes.subarray(at, Math.min(at + chunkLength, to))
  },
})

/** A few of them together; no more than there are. */
export async function bytesAt(source: ByteSource, from: number, to: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.chunks(Math.max(0, from), Math.min(to, source.size))) pieces.push(piece)
  return Buffer.concat(pieces)
}
