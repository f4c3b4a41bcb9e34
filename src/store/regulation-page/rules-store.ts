import type { Database } from '../database/database.js'
import { type Query, readGovernment } from '../database/transaction.js'
import type { Gate, GovernmentId } from '../types.js'
import { countOwed, countShares, countStages, countVersions } from './count-version.js'
import { countReplay, replayBatch } from './replay-batch.js'
import type {
  OwedAsked,
  OwedCount,
  ReplayAsked,
  Replayable,
  ReplayPage,
  StageCount,
  UnderVersion,
  VersionCount,
} from './types.js'

/** What the page of a regulation asks of the database: figures through the gate, and matters to replay. Nothing is written. */
export type RulesStore = {
  countVersions(government: GovernmentId, gate: Gate): Promise<readonly VersionCount[]>
  countStages(government: GovernmentId, asked: UnderVersion): Promise<readonly StageCount[]>
  countShares(government: GovernmentId, asked: UnderVersion): Promise<readonly StageCount[]>
  countOwed(government: GovernmentId, asked: OwedAsked): Promise<readonly OwedCount[]>
  countReplay(government: GovernmentId, asked: ReplayAsked, most: number): Promise<number>
  replayBatch(government: GovernmentId, asked: ReplayAsked & ReplayPage): Promise<readonly Replayable[]>
}

export function rulesMethods(database: Database): RulesStore {
  const read = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    readGovernment(database, government, work)
  return {
    countVersions: (government, gate) => read(government, (query) => countVersions(query, government, gate)),
    countStages: (government, asked) => read(government, (query) => countStages(query, government, asked)),
    countShares: (government, asked) => read(government, (query) => countShares(query, government, asked)),
    countOwed: (government, asked) => read(government, (query) => countOwed(query, government, asked)),
    countReplay: (government, asked, most) => read(government, (query) => countReplay(query, government, asked, most)),
    replayBatch: (government, asked) => read(government, (query) => replayBatch(query, government, asked)),
  }
}
