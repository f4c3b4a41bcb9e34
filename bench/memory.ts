import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const mebibyte = 1024 * 1024

/** What the process holds after its garbage was taken out, in bytes. */
export function heldMemory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().rss
}
