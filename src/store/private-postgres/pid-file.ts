import { chownSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Places } from './places.js'
import { commandOf, startOf } from './processes.js'

const pidFile = ({ data }: Places): string => join(data, 'postmaster.pid')

/** The server removes its file when it stops: it may go between looking and reading. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** What `postmaster.pid` says, if the process of that number is a server of our folder. */
export function runningServer(places: Places): { pid: number; isReady: boolean } | null {
  const lines = textOf(pidFile(places))?.split('\n')
  if (lines === undefined) return null
  const pid = Number(lines[0])
  return isOurServer(pid, places) ? { pid, isReady: lines[7]?.trim() === 'ready' } : null
}

const isOurServer = (pid: number, { data }: Places): boolean =>
  startOf(pid) !== null && commandOf(pid)?.includes(` -D ${data} `) === true

/** No process ever has it: Linux ends at four million, others before. */
const nobodysPid = 2_147_483_646
/** Between making the file and writing into it a server needs far less. */
const writtenWithinMs = 1000

/**
 * A file that was left behind must not keep a server from starting. Its number may be another program's by now, or that of a dead process
 * which nobody has taken note of (in a container without an init that may be for ever), and PostgreSQL would take either for a server
 * that runs. What else the file says stays: by it PostgreSQL sees whether sessions of the dead server are still at work. After a power
 * cut the file may be there and empty.
 */
export async function freePidFile(places: Places): Promise<void> {
  const file = pidFile(places)
  const found = textOf(file)
  if (found === null || runningServer(places) !== null) return
  const [pid = '', ...rest] = found.split('\n')
  if (/^[1-9]\d*$/.test(pid)) return exchange(places, found, [nobodysPid, ...rest].join('\n'))
  await wait(writtenWithinMs)
  if (textOf(file) === found) exchange(places, found, null)
}

/** Takes the file out of the way first: what another process has put there meanwhile is put back, or left. Null: no file is left. */
function exchange(places: Places, found: string, text: string | null): void {
  const [file, taken] = [pidFile(places), `${pidFile(places)}.${process.pid}`]
  if (!unless('ENOENT', () => renameSync(file, taken))) return
  const isSame = textOf(taken) === found
  if (isSame && text !== null) writeFileSync(taken, text)
  if (places.user) chownSync(taken, places.user.uid, places.user.gid)
  if (!isSame || text !== null) unless('EEXIST', () => linkSync(taken, file))
  rmSync(taken)
}

/** False where it failed for this reason, which is no failure here. */
function unless(code: string, work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return false
    throw error
  }
}
