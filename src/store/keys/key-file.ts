import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { isEmptyFile, makeDurableFile } from './durable-file.js'

export const keyBytes = 32

/** Makes a key where there is none. Only for what nothing has been sealed with yet: an empty file is replaced. */
export function makeKeyFile(file: string): void {
  if (isEmptyFile(file)) rmSync(file)
  if (!existsSync(file)) makeDurableFile(file, randomBytes(keyBytes).toString('hex'))
}

export function readKeyFile(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== keyBytes) throw new Error(`${file}: not a key of ${keyBytes} bytes in hexadecimal`)
  return key
}
