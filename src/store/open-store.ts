import type pg from 'pg'
import { accountsMethods } from './accounts/accounts-store.js'
import { administrationMethods } from './administration/index.js'
import { calledByNobody } from './caller.js'
import type { Context, Written } from './context.js'
import { type Database, openDatabase } from './database/database.js'
import { fault } from './database/fault.js'
import { StoreUnavailable, type Unavailable } from './database/faults.js'
import { gather } from './database/gather.js'
import { migrate } from './database/migrate.js'
import { movePastOtherCopies } from './database/numbers-after-restore.js'
import { openReadiness, refuseOtherRole } from './database/readiness.js'
import { asEveryGovernment } from './database/transaction.js'
import { documentMethods } from './documents/documents-store.js'
import { draftMethods } from './drafts/drafts-store.js'
import { type JobLog, startDeliveries } from './jobs.js'
import { checkedKeys } from './keys/checked-keys.js'
import { matterMethods } from './matter-methods.js'
import { noteMethods } from './notes/notes-store.js'
import { officeMethods } from './office-methods.js'
import { overviewMethods } from './overview/overview-store.js'
import { packageMethods } from './packages/packages-store.js'
import { patternsMethods } from './patterns/index.js'
import { verify } from './proof/verify.js'
import { witnessAll } from './proof/witness.js'
import { recordAll, recordingOf } from './record.js'
import { rulesMethods } from './regulation-page/rules-store.js'
import { reportsMethods } from './reports/reports-store.js'
import { openReserves } from './reserve.js'
import { retentionMethods } from './retention/retention-store.js'
import { roundMethods } from './rounds/index.js'
import { selectionMethods } from './selections/selections-store.js'
import { statisticsMethods } from './statistics/index.js'
import type { Store } from './store.js'
import { nextLookAt, takeDue } from './take-due.js'

export type StoreConfig = {
  /** Of the private server, or `{ connectionString }` of another one. */
  readonly connection: pg.PoolConfig
  /** Where the owner comes in, if not by the same address. */
  readonly ownerConnection?: pg.PoolConfig
  /** Where the keys lie (`HUIYIN_DATA/keys`): back it up apart from the database. */
  readonly keysFolder: string
  readonly poolSize?: number
  /** Asked while the database cannot be reached; null where nothing more is known. */
  readonly whyAway?: () => Promise<Unavailable | null>
  readonly onError?: (error: Error) => void
  readonly log?: JobLog
}

const leaseMs = 60_000
/** What comes while a batch is under way goes with the next: larger batches share more, and two at once were no faster. */
const together = {
  atOnce: 1,
  most: 32,
  // Sent again to a database that has gone, each would wait its time out, and might have been written the first time.
  isForAll: (error: unknown) => error instanceof StoreUnavailable && error.why !== 'busy',
}

/** Opens the database, bringing it up to date first. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const database = openDatabase(config.connection, config)
  try {
    await migrate(database)
    await refuseOtherRole(database)
    await movePastOtherCopies(database)
    return await storeOver(database, config)
  } catch (error) {
    await database.close()
    return fault(error)
  }
}

async function storeOver(database: Database, { keysFolder, whyAway, log }: StoreConfig): Promise<Store> {
  const keys = await checkedKeys(database, keysFolder)
  const listeners = new Set<(written: Written) => void>()
  const written = (what: Written): void => {
    for (const listener of listeners) calledByNobody(() => listener(what))
  }
  const recordNew = gather(
    (government, batch: readonly string[]) => calledByNobody(() => recordAll(database, government, batch)),
    together,
  )
  const context: Context = { database, keys, reserves: openReserves(database), recordNew, record: recordingOf(database), written }

  return {
    ...matterMethods(context),
    ...officeMethods(database),
    administration: administrationMethods(context),
    accounts: accountsMethods(context),
    overview: overviewMethods(database),
    drafts: draftMethods(context),
    notes: noteMethods(context),
    documents: documentMethods(context),
    packages: packageMethods(context),
    selections: selectionMethods(context),
    retention: retentionMethods(context),
    statistics: statisticsMethods(database),
    patterns: patternsMethods(database),
    reports: reportsMethods(database),
    rules: rulesMethods(database),
    rounds: roundMethods(database),

    takeDue: (now, limit, lease = leaseMs) => asEveryGovernment(database, (query) => takeDue(query, now, limit, lease)),
    nextLookAt: () => asEveryGovernment(database, nextLookAt),
    onWritten: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    verify: (options) => verify(database, options),
    witness: (at) => witnessAll(database, at),
    startDeliveries: (sender, clock) => startDeliveries(database, { sender, clock, ...(log ? { log } : {}) }),
    ping: openReadiness(database, whyAway),
    close: async () => {
      await context.reserves.giveBack().catch(() => {})
      await database.close()
    },
  }
}
