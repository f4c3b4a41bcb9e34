import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { type Database, deliveryJob } from './database/database.js'
import { asEveryGovernment, asGovernment } from './database/transaction.js'
import { deliverNext } from './deliver.js'
import { listGovernments } from './offices.js'
import type { Instant, Sender } from './types.js'

export type JobLog = (level: string, message: string) => void

type Delivering = { readonly sender: Sender; readonly clock: () => Instant; readonly log?: JobLog }

/** Between the end of the jobs and their next beginning. */
const beforeNext = 500

/**
 * Runs the jobs: woken by the database when a message waits, it sends; what failed it tries again, later and later. What
 * ended (jobs that cannot be put away when they are done end) begins again. The only file that knows their library.
 */
export function startDeliveries(database: Database, options: Delivering): { stop(): Promise<void> } {
  const { log = () => {} } = options
  const stopped = new AbortController()
  let runner: Runner | null = null
  const once = async (): Promise<void> => {
    await askForAll(database)
    const begun = await beginQueue(database, options)
    runner = begun
    // Its library remembers some failures for ever: one that could not look for work starts afresh.
    begun.events.on('worker:getJob:error', () => void end(begun))
    if (stopped.signal.aborted) await end(begun)
    await begun.promise
  }
  const forEver = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await once().catch((error: unknown) => log('error', `the jobs ended: ${error}`))
      await wait(beforeNext, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }
  const running = forEver()
  return {
    stop: async () => {
      stopped.abort()
      if (runner !== null) await end(runner)
      await running
    },
  }
}

/** It may be ending by itself. */
const end = (runner: Runner): Promise<void> => runner.stop().catch(() => undefined)

const beginQueue = (database: Database, options: Delivering): Promise<Runner> =>
  run({
    pgPool: givenBackOnce(database.owner),
    concurrency: 2,
    // Woken by LISTEN; this is only for when a wake-up call was lost, and for what is tried again.
    pollInterval: 30_000,
    noHandleSignals: true,
    // Put away in its own time, a job whose end cannot be written ends them all; else that would be a promise nobody waits for.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => options.log?.(level, message)),
    taskList: {
      [deliveryJob]: async (payload) => deliverAll(database, governmentOf(payload), options),
    },
  })

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void

/** The library gives the connection it listens on back twice where listening fails as it ends; that would end the process. */
function givenBackOnce(pool: pg.Pool): pg.Pool {
  const connect = (callback?: Connected) => {
    if (callback === undefined) return pool.connect()
    return pool.connect((error, client, done) => {
      let isBack = false
      callback(error, client, (release) => {
        if (!isBack) done(release)
        isBack = true
      })
    })
  }
  return new Proxy(pool, {
    get: (of, key) => {
      const own: unknown = key === 'connect' ? connect : Reflect.get(of, key)
      return typeof own === 'function' ? own.bind(of) : own
    },
  })
}

/** A job that somebody held who died is held for hours: what waits is asked for anew. */
async function askForAll(database: Database): Promise<void> {
  for (const { government } of await asEveryGovernment(database, listGovernments)) {
    const waiting = 'exists (select from outbox where government = $1 and delivered_at is null)'
    await asGovernment(database, government, (query) => query(`select request_delivery($1) where ${waiting}`, [government]))
  }
}

async function deliverAll(database: Database, government: string, { sender, clock }: Delivering): Promise<void> {
  let failed = 0
  for (let after = 0; ; ) {
    const next = await asGovernment(database, government, (query) => deliverNext(query, government, { after, sender, clock }))
    if (next.outcome === 'nothing') break
    if (next.outcome === 'failed') failed += 1
    after = next.id
  }
  // Thrown, so that the jobs come back to them.
  if (failed > 0) throw new Error(`${failed} messages of ${government} could not be sent`)
}

function governmentOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'government' in payload) return String(payload.government)
  throw new Error('a delivery names its government')
}
