import { execFile, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { keepNames, makeDurableFolder } from '../keys/durable-file.js'
import { serverRole, writeAccess } from './access.js'
import { moveUnlessThere, postgresBinaries } from './binaries.js'
import { freeLockFiles, runningServer } from './pid-file.js'
import type { Places } from './places.js'

/** After a hard end it first reads what it had not written yet: as long as its process lives, it is waited for. */
const startWithinMs = 600_000
const mostTries = 30
const betweenTries = 500

const serverSettings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=100',
  // Our queries are short: compiling them costs more than it saves.
  'jit=off',
  // After an import the planner should not work for a minute with what it knew before.
  'autovacuum_naptime=10s',
  // A week of logs, each day writing over the one of the week before.
  'logging_collector=on',
  'log_filename=postgresql-%a.log',
  'log_rotation_age=1d',
  'log_truncate_on_rotation=on',
  'log_file_mode=0600',
]

/** For pages of the database: a sixteenth of what this machine, or this container, has; 128 MB at least, 1 GB at most. */
function pageMemory(): string {
  const megabytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 1_048_576
  return `shared_buffers=${Math.floor(Math.min(Math.max(megabytes / 16, 128), 1024))}MB`
}

const hasBegun = (data: string): boolean => existsSync(join(data, 'PG_VERSION'))

/** Starts it, and returns when it serves; another process may have been faster, and its server then serves us too. */
export async function startServer(places: Places, fsync: boolean): Promise<void> {
  const { initdb, postgres } = postgresBinaries(places.user)
  if (!hasBegun(places.data)) await createCluster(initdb, places, fsync)
  for (let tries = 1; ; tries += 1) {
    await freeLockFiles(places)
    if (await serves(places, launch(postgres, places, fsync))) return
    if (tries === mostTries || !isHeldByOrphans(places)) throw new Error(doesNotStart(places))
    await wait(betweenTries)
  }
}

/** Answers when the process has ended. */
function launch(postgres: string, places: Places, fsync: boolean): Promise<'ended'> {
  const log = openSync(places.log, 'w', 0o600)
  const settings = [...serverSettings, `log_directory=${places.logs}`, ...writeAccess(places)]
  if (fsync) settings.push(pageMemory())
  else settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const server = spawn(postgres, ['-D', places.data, '-k', places.socket, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: places.data,
    // Its own session: a Ctrl-C meant for us must not reach it, and it may outlive us.
    detached: true,
    stdio: ['ignore', log, log],
    ...places.user,
  })
  closeSync(log)
  server.unref()
  return new Promise((done) => {
    server.once('exit', () => done('ended'))
    server.once('error', () => done('ended'))
  })
}

/** Made beside and renamed when whole: a folder left half-made by a power cut would never open. */
async function createCluster(initdb: string, places: Places, fsync: boolean): Promise<void> {
  const unfinished = `${places.data}.${process.pid}`
  makeDurableFolder(unfinished, 0o700)
  if (places.user) chownSync(unfinished, places.user.uid, places.user.gid)
  const args = ['-D', unfinished, '-U', serverRole, '--auth=peer', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
  await promisify(execFile)(initdb, fsync ? args : [...args, '--no-sync'], { cwd: unfinished, ...places.user })
  moveUnlessThere(unfinished, places.data)
  keepNames(places.home)
}

/** Waits until the server says `ready` in its own file; a server that ended may have lost to another one, which then serves us. */
async function serves(places: Places, ended: Promise<'ended'>): Promise<boolean> {
  for (let waited = 0; waited < startWithinMs; waited += 10) {
    if (runningServer(places)?.isReady === true) return true
    if ((await Promise.race([ended, wait(10)])) === 'ended' && runningServer(places) === null) return false
  }
  return false
}

/** What a killed server has left behind (its sessions) holds its memory until each has noticed; it must not be started beside them. */
const isHeldByOrphans = ({ log }: Places): boolean => readFileSync(log, 'utf8').includes('shared memory block')

const doesNotStart = (places: Places): string =>
  `the private PostgreSQL does not start; its log (${places.log}, ${places.logs}) ends:\n${lastWords(places)}`

function lastWords({ log, logs }: Places): string {
  const daily = readdirSync(logs).map((name) => join(logs, name))
  const newest = daily.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1)
  return [log, ...(newest === undefined ? [] : [newest])]
    .map((file) => readFileSync(file, 'utf8').split('\n').slice(-12).join('\n'))
    .join('\n')
}

const quietly = 6000
const roughly = 8000

/** Asks it to stop, then harder: what was acknowledged is in its log and comes back at the next start. */
export async function endServer(places: Places): Promise<void> {
  const server = runningServer(places)
  if (server === null) return
  process.kill(server.pid, 'SIGINT')
  for (let waited = 0; runningServer(places)?.pid === server.pid; waited += 5) {
    if (waited === quietly) process.kill(server.pid, 'SIGQUIT')
    if (waited === roughly) process.kill(server.pid, 'SIGKILL')
    await wait(5)
  }
}
