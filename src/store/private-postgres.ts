import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { moveUnlessThere, postgresBinaries } from './private-postgres-binaries.js'
import { mayEnter, type ServerUser, serverUser } from './private-postgres-user.js'

export type PrivatePostgres = {
  readonly connection: pg.PoolConfig
  /** It was running already: left behind by a process that was killed, or in use by another one. */
  readonly adopted: boolean
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

type Places = {
  readonly data: string
  readonly socket: string
  readonly users: string
  readonly log: string
  readonly user: ServerUser
}

const startWithinMs = 60_000

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
]

/** Starts the product's own PostgreSQL in `dataFolder`, or takes over the one that runs there. Speaks on a Unix socket only. */
export async function startPrivatePostgres(options: { dataFolder: string; fsync?: boolean }): Promise<PrivatePostgres> {
  const places = preparePlaces(resolve(options.dataFolder))
  const connection = { host: places.socket, port: 5432, user: 'huiyin', database: 'postgres' }
  writeFileSync(join(places.users, String(process.pid)), '')
  const found = runningServer(places)
  const adopted = found !== null && (await answers(connection, places.data))
  if (!adopted) await startServer(places, { fsync: options.fsync ?? true, stalePid: found?.pid ?? 0 })
  return { connection, adopted, stop: () => stopServer(places) }
}

function preparePlaces(dataFolder: string): Places {
  const user = serverUser(dataFolder)
  const home = mayEnter(prepareFolder(dataFolder), user) ? join(dataFolder, 'postgres') : elsewhere(dataFolder)
  const socket = join(home, 'socket')
  // A Unix socket's path is cut off at about 100 characters.
  const places = {
    data: join(home, 'data'),
    socket: socket.length < 80 ? socket : `/tmp/huiyin-${shortHash(home)}`,
    users: join(home, 'users'),
    log: join(home, 'log'),
    user,
  }
  for (const folder of [home, places.socket, places.users]) {
    prepareFolder(folder, 0o700)
    if (user) chownSync(folder, user.uid, user.gid)
  }
  return places
}

function prepareFolder(folder: string, mode = 0o755): string {
  mkdirSync(folder, { recursive: true, mode })
  return folder
}

/** The data folder lies where the server's user may not go (under /root): the database lies in /var/lib, and a note says so. */
function elsewhere(dataFolder: string): string {
  const home = `/var/lib/huiyin/${shortHash(dataFolder)}`
  prepareFolder('/var/lib/huiyin')
  writeFileSync(join(dataFolder, 'postgres-lies-in.txt'), `${home}\n`)
  return home
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const hasBegun = (data: string): boolean => existsSync(join(data, 'PG_VERSION'))

async function startServer(places: Places, { fsync, stalePid }: { fsync: boolean; stalePid: number }): Promise<void> {
  const { initdb, postgres } = postgresBinaries(places.user)
  if (!hasBegun(places.data)) await createCluster(initdb, places, fsync)
  const log = openSync(places.log, 'a', 0o600)
  const settings = [...serverSettings]
  if (!fsync) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const server = spawn(postgres, ['-D', places.data, '-k', places.socket, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: places.data,
    // Its own session: a Ctrl-C meant for us must not reach it, and it may outlive us.
    detached: true,
    stdio: ['ignore', log, log],
    ...places.user,
  })
  const ended = new Promise<'ended'>((done) => {
    server.once('exit', () => done('ended'))
    server.once('error', () => done('ended'))
  })
  server.unref()
  await readiness(places, ended, stalePid)
}

/** Made beside and renamed when whole: a folder left half-made by a power cut would never open. */
async function createCluster(initdb: string, places: Places, fsync: boolean): Promise<void> {
  const unfinished = `${places.data}.${process.pid}`
  prepareFolder(unfinished, 0o700)
  if (places.user) chownSync(unfinished, places.user.uid, places.user.gid)
  const args = ['-D', unfinished, '-U', 'huiyin', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
  await promisify(execFile)(initdb, fsync ? args : [...args, '--no-sync'], { cwd: unfinished, ...places.user })
  moveUnlessThere(unfinished, places.data)
}

/** Waits until the server says `ready` in its own file; a server that ended may have lost to another one, which then serves us. */
async function readiness(places: Places, ended: Promise<'ended'>, stalePid: number): Promise<void> {
  for (let waited = 0; waited < startWithinMs; waited += 10) {
    const server = runningServer(places)
    if (server?.isReady && server.pid !== stalePid) return
    if ((await Promise.race([ended, wait(10)])) === 'ended' && runningServer(places) === null) break
  }
  throw new Error(`the private PostgreSQL does not start; its log (${places.log}) ends:\n${tail(places.log)}`)
}

const tail = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-12).join('\n')

/** The server removes its file when it stops: it may go between looking and reading. */
function linesOf(file: string): readonly string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** What `postmaster.pid` says, if its process lives. */
function runningServer({ data }: Places): { pid: number; isReady: boolean } | null {
  const lines = linesOf(join(data, 'postmaster.pid'))
  if (lines === null) return null
  const pid = Number(lines[0])
  return pid > 0 && isAlive(pid) ? { pid, isReady: lines[7]?.trim() === 'ready' } : null
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Alive, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process id may have been given to another program since: only a server that names our folder is ours. */
async function answers(connection: pg.PoolConfig, data: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new pg.Client(connection)
    try {
      await client.connect()
      const { rows } = await client.query("select current_setting('data_directory') as folder")
      return rows[0]?.folder === data
    } catch (error) {
      // 57P03: it is starting up or recovering; anything else means that nobody is there.
      if (!(error instanceof Error && 'code' in error && error.code === '57P03')) return false
      await wait(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

async function stopServer(places: Places): Promise<void> {
  rmSync(join(places.users, String(process.pid)), { force: true })
  const others = readdirSync(places.users).filter((pid) => isAlive(Number(pid)))
  const server = runningServer(places)
  if (others.length > 0 || !server) return
  process.kill(server.pid, 'SIGINT')
  while (runningServer(places)?.pid === server.pid) await wait(5)
}
