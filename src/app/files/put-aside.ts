import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** 暂存. Works with a folder of its own that nobody else reads; it is gone afterwards, whatever happens. */
export async function withFolderAside<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Pieces put on disk as they come, to be read again from there: whatever makes them is free before the first is sent to somebody, and they
 * are not held. The file has no name any more by then: it is gone once nobody reads it.
 */
export const putAside = (pieces: AsyncIterable<string | Uint8Array>): Promise<AsyncIterable<Uint8Array>> =>
  withFolderAside(async (folder) => {
    const path = join(folder, 'pieces')
    await pipeline(pieces, createWriteStream(path, { mode: 0o600 }))
    return (await open(path)).createReadStream()
  })
