import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a small file that is there whole or not at all, whatever happens to the machine. Of two processes that make it at once one
 * wins, and the other finds what the winner wrote. Readable by us alone.
 */
export function makeDurableFile(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.new`
  rmSync(unfinished, { force: true })
  const opened = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  try {
    // A link, as a rename would write over what somebody else has made meanwhile.
    linkSync(unfinished, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(unfinished)
  }
  keepNames(dirname(file))
}

/** A folder that is still there after a power cut, and so are those above it that had to be made. */
export function makeDurableFolder(folder: string, mode: number): void {
  const topmost = mkdirSync(folder, { recursive: true, mode })
  if (topmost === undefined) return
  for (let made = folder; made.startsWith(topmost); made = dirname(made)) keepNames(dirname(made))
}

/** What is called how in a folder survives a power cut only when the folder itself has been written. */
export function keepNames(folder: string): void {
  // Windows opens no folders, and writes names at once.
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** As a power cut may leave a file that was not written with care. */
export const isEmptyFile = (file: string): boolean => existsSync(file) && statSync(file).size === 0
