import { chownSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Places } from './places.js'
import { commandOf, startOf } from './processes.js'

const pidFile = ({ data }: Places): string => join(data, 'postmaster.pid')
const socketLock = ({ socket }: Places): string => join(socket, '.s.PGSQL.5432.lock')

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
 * Files that were left behind must not keep a server from starting. Their number may be another program's by now, or that of a dead process
 * which nobody has taken note of (in a container without an init that may be for ever), and PostgreSQL would take either for a server
 * that runs. What else the first says stays: by it PostgreSQL sees whether sessions of the dead server are still at work. After a power
 * cut a file may be there and empty.
 */
export async function freeLockFiles(places: Places): Promise<void> {
  if (runningServer(places) !== null) return
  for (const file of [pidFile(places), socketLock(places)]) await free(places, file)
}

async function free(places: Places, file: string): Promise<void> {
  const found = textOf(file)
  if (found === null) return
  const [pid = '', ...rest] = found.split('\n')
  const isNumber = /^[1-9]\d*$/.test(pid)
  if (!isNumber) await wait(writtenWithinMs)
  exchange(places, { file, found, text: isNumber ? [nobodysPid, ...rest].join('\n') : null })
}

type Exchange = { readonly file: string; readonly found: string; readonly text: string | null }

/** Takes the file out of the way first: what another process has put there meanwhile is put back, or left. Null: no file is left. */
function exchange({ user }: Places, { file, found, text }: Exchange): void {
  const taken = `${file}.${process.pid}`
  if (!unless('ENOENT', () => renameSync(file, taken))) return
  const isSame = textOf(taken) === found
  if (isSame && text !== null) writeFileSync(taken, text)
  if (user) chownSync(taken, user.uid, user.gid)
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
