import { Logger, run } from 'graphile-worker'
import { type Database, deliveryJob } from './database.js'
import { deliverNext } from './deliver.js'
import { asGovernment } from './transaction.js'
import type { Instant, Sender } from './types.js'

export type JobLog = (level: string, message: string) => void

/**
 * Runs the job queue: woken by the database when a message waits, it sends; what failed it tries again, later and later.
 * The only file that knows the queue's library.
 */
export async function startDeliveries(
  database: Database,
  options: { sender: Sender; clock: () => Instant; log?: JobLog },
): Promise<{ stop(): Promise<void> }> {
  const { log = () => {} } = options
  const runner = await run({
    pgPool: database.owner,
    concurrency: 2,
    // Woken by LISTEN; this is only for when a wake-up call was lost, and for what is tried again.
    pollInterval: 30_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log(level, message)),
    taskList: {
      [deliveryJob]: async (payload) => deliverAll(database, governmentOf(payload), options),
    },
  })
  // A promise nobody waits for; without this, its failure would end the process.
  runner.promise.catch((error: unknown) => log('error', `job queue ended: ${error}`))
  return { stop: () => runner.stop() }
}

async function deliverAll(
  database: Database,
  government: string,
  { sender, clock }: { sender: Sender; clock: () => Instant },
): Promise<void> {
  let failed = 0
  for (let after = 0; ; ) {
    const next = await asGovernment(database, government, (query) => deliverNext(query, government, { after, sender, clock }))
    if (next.outcome === 'nothing') break
    if (next.outcome === 'failed') failed += 1
    after = next.id
  }
  // Thrown, so that the queue comes back to them.
  if (failed > 0) throw new Error(`${failed} messages of ${government} could not be sent`)
}

function governmentOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'government' in payload) return String(payload.government)
  throw new Error('a delivery names its government')
}
