import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Unavailable } from '../database/faults.js'
import { serverRole } from './access.js'
import { whyNothingIsTaken } from './disk.js'
import { runningServer } from './pid-file.js'
import { type Places, preparePlaces } from './places.js'
import { startOf } from './processes.js'
import { endServer, startServer } from './server.js'
import { keepRunning } from './watch.js'

export type PrivatePostgres = {
  readonly connection: pg.PoolConfig
  /** It was running already: left behind by a process that was killed, or in use by another one. */
  readonly adopted: boolean
  /** What of its disk keeps it from running; null when that is not it. */
  whyAway(): Promise<Unavailable | null>
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

export type PrivatePostgresOptions = {
  readonly dataFolder: string
  readonly fsync?: boolean
  /** Told when the server had died and was started again, or could not be. */
  readonly onTrouble?: (text: string) => void
}

/**
 * Starts the product's own PostgreSQL in `dataFolder`, or takes over the one that runs there; starts it again when it dies. Speaks on
 * a Unix socket only.
 */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const { fsync = true, onTrouble = () => {} } = options
  const places = preparePlaces(resolve(options.dataFolder))
  const connection = { host: places.socket, port: 5432, user: serverRole, database: 'postgres' }
  writeFileSync(ownMark(places), startOf(process.pid) ?? '')
  const adopted = runningServer(places) !== null && (await answers(connection, places))
  if (!adopted) await startServer(places, fsync)
  const watch = keepRunning({
    isRunning: () => runningServer(places) !== null,
    start: () => startServer(places, fsync),
    onTrouble,
  })
  const stop = async (): Promise<void> => {
    await watch.stop()
    rmSync(ownMark(places), { force: true })
    if (usersOf(places).length === 0) await endServer(places)
  }
  return { connection, adopted, whyAway: () => whyNothingIsTaken(places.home), stop }
}

const ownMark = ({ users }: Places): string => join(users, String(process.pid))

/** Those that still live. A mark left by a process whose number another one has now counts for nobody. */
const usersOf = ({ users }: Places): readonly string[] =>
  readdirSync(users).filter((pid) => startOf(Number(pid)) === readFileSync(join(users, pid), 'utf8'))

/** False when it has gone meanwhile; one that is there and says nothing is left for the operator to look at. */
async function answers(connection: pg.PoolConfig, places: Places): Promise<boolean> {
  let unheard = 0
  for (let tries = 0; runningServer(places) !== null; tries += 1) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      return true
    } catch (error) {
      // 57P03: it is starting up or recovering.
      if (tries >= 100 && !(error instanceof Error && 'code' in error && error.code === '57P03')) throw hung(places, error)
      await wait(100)
      // Whoever was busy for as long hears the clock before the answer: once is no sign.
      if (error instanceof Error && /timeout/.test(error.message)) unheard += 1
      if (unheard > 1) throw hung(places, error)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

const hung = (places: Places, cause: unknown): Error =>
  new Error(
    `the private PostgreSQL (process ${runningServer(places)?.pid ?? '?'}) runs and does not answer; its log: ${places.logs}`,
    { cause },
  )
