import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Which user PostgreSQL runs as; it refuses to run as root. Undefined: as whoever runs Node. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined

const nobody = 65534

/** The owner of the data folder where Node runs as root; where that is root too, nobody. */
export function serverUser(dataFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  mkdirSync(dataFolder, { recursive: true })
  const { uid, gid } = statSync(dataFolder)
  return uid === 0 ? { uid: nobody, gid: nobody } : { uid, gid }
}

/** Whether a user may pass through every folder on the way to `path`: a checkout under /root may not be entered by others. */
export function mayEnter(path: string, user: ServerUser): boolean {
  if (!user) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & needed) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
