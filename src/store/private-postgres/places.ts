import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDurableFolder } from '../keys/durable-file.js'
import { mayEnter, type ServerUser, serverUser } from './server-user.js'

/** Where everything of the private server lies, below one folder. */
export type Places = {
  readonly home: string
  readonly data: string
  readonly socket: string
  /** One file for each process that uses the server: its number is the name, when it began the content. */
  readonly users: string
  /** What the server says while it starts. */
  readonly log: string
  /** What it says afterwards, a file for each day of the week. */
  readonly logs: string
  readonly user: ServerUser
}

export function preparePlaces(dataFolder: string): Places {
  const user = serverUser(dataFolder)
  makeDurableFolder(dataFolder, 0o755)
  const home = mayEnter(dataFolder, user) ? join(dataFolder, 'postgres') : elsewhere(dataFolder)
  const socket = join(home, 'socket')
  const places = {
    home,
    data: join(home, 'data'),
    // A Unix socket's path is cut off at about 100 characters.
    socket: socket.length < 80 ? socket : `/tmp/huiyin-${shortHash(home)}`,
    users: join(home, 'users'),
    log: join(home, 'log'),
    logs: join(home, 'logs'),
    user,
  }
  for (const folder of [home, places.socket, places.users, places.logs]) ownFolder(folder, user)
  return places
}

/** Nobody else may enter, whoever made it. A name in /tmp may have been taken by somebody else before us. */
function ownFolder(folder: string, user: ServerUser): void {
  if (existsSync(folder)) {
    const found = lstatSync(folder)
    const owners = [process.getuid?.(), user?.uid]
    if (!found.isDirectory() || !owners.includes(found.uid))
      throw new Error(`${folder} belongs to somebody else: remove it, or choose another HUIYIN_DATA`)
  }
  makeDurableFolder(folder, 0o700)
  chmodSync(folder, 0o700)
  if (user) chownSync(folder, user.uid, user.gid)
}

/** The data folder lies where the server's user may not go (under /root): the database lies in /var/lib, and a note says so. */
function elsewhere(dataFolder: string): string {
  const home = `/var/lib/huiyin/${shortHash(dataFolder)}`
  makeDurableFolder('/var/lib/huiyin', 0o755)
  writeFileSync(join(dataFolder, 'postgres-lies-in.txt'), `${home}\n`)
  return home
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
