import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { deflated, type Listed, listOf, localHead, stored } from '../tables/zip-records.js'

/** A file on its way into a package. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array }

const deflate = promisify(deflateRaw)

/**
 * A zip in the one spelling a package has: files one after the other with nothing between, of one day, the list at the end made from
 * them alone. `last` is made from the SM3 of every byte before it, and put in as it is.
 */
export async function* zipped(
  files: AsyncIterable<PackageFile>,
  last: (before: string) => Promise<PackageFile>,
): AsyncGenerator<Uint8Array, void> {
  const list: Listed[] = []
  const before = createHash('sm3')
  let offset = 0
  const put = async function* ({ path, bytes }: PackageFile, mayPack: boolean): AsyncGenerator<Uint8Array> {
    const packed = mayPack ? await deflate(bytes) : bytes
    const isPacked = packed.length < bytes.length
    const body = isPacked ? packed : bytes
    const method = isPacked ? deflated : stored
    const listed = { name: path, method, crc: crc32(bytes), packed: body.length, size: bytes.length, offset }
    list.push(listed)
    const head = localHead(listed)
    offset += head.length + body.length
    yield head
    yield body
  }
  for await (const file of files)
    for await (const piece of put(file, true)) {
      before.update(piece)
      yield piece
    }
  yield* put(await last(before.digest('hex')), false)
  yield listOf(list, offset)
}
