import { join } from 'node:path'
import { makeKeyFile, readKeyFile } from '../store/index.js'

/** What seals the portal's forms and cookies; several nodes share it with the folder of keys. */
export function portalSecret(folder: string): Uint8Array {
  const file = join(folder, 'portal.key')
  makeKeyFile(file)
  return readKeyFile(file)
}
