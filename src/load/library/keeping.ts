import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'

/** Where readings are kept, and what reads them: another reader may read the same texts otherwise. */
export type KeptIn = { readonly file: string; readonly reader: string }

/** 已读存档. What was read of texts, by the texts: a changed byte is read anew. A file that is missing or broken holds nothing. */
export type Keeping = {
  /** What was read of these texts before, else what `read` reads now; kept if it `isSound`. */
  reading<T>(texts: readonly string[], read: () => T, isSound: (value: T) => boolean): T
  /** Writes what this time was asked for, if that is not what the file holds. */
  finish(): void
}

/** Keeps nothing. */
export const noKeeping: Keeping = { reading: (_texts, read) => read(), finish: () => {} }

export function openKeeping({ file, reader }: KeptIn): Keeping {
  const before = readingsIn(file)
  const now = new Map<string, unknown>()
  return {
    reading: <T>(texts: readonly string[], read: () => T, isSound: (value: T) => boolean): T => {
      const name = hash(JSON.stringify([reader, ...texts]))
      // The name is a hash of the reader and the texts: what is kept under it is what this reader made of them.
      const value = before.has(name) ? (before.get(name) as T) : read()
      if (isSound(value)) now.set(name, value)
      return value
    },
    finish: () => {
      const isKept = now.size === before.size && [...now.keys()].every((name) => before.has(name))
      if (!isKept) writeReadings(file, now)
    },
  }
}

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const hashLength = 64

/** A file's hash stands before its content. */
function readingsIn(file: string): ReadonlyMap<string, unknown> {
  try {
    const bytes = readFileSync(file)
    const content = bytes.subarray(hashLength)
    const found: unknown = hash(content) === bytes.toString('latin1', 0, hashLength) ? deserialize(content) : null
    return found instanceof Map ? found : new Map()
  } catch {
    return new Map()
  }
}

/** Whole or not at all; where nothing may be written, the next start reads again. */
function writeReadings(file: string, readings: ReadonlyMap<string, unknown>): void {
  const unfinished = `${file}.${process.pid}`
  try {
    const content = serialize(readings)
    writeFileSync(unfinished, Buffer.concat([Buffer.from(hash(content), 'latin1'), content]))
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
