import type { QueueStore } from '../queue/queue-store.js'
import type { StatisticsStore } from '../statistics/index.js'
import type { Store } from '../store.js'
import type { Gate, Instant, MatterProjection, RecordedEvent } from '../types.js'

/** Lists that can be asked as they stand now, and as they stood. */
export type Lists = Pick<Store, 'dutyDesk' | 'countedMatters'> & {
  readonly queue: Pick<QueueStore, 'countBoard' | 'listBoard'>
  readonly statistics: StatisticsStore
}

/** What was recorded of a matter up to a moment. */
export type PastLife = {
  readonly regulation: string
  readonly regulationVersion: string
  readonly events: readonly RecordedEvent[]
}

export type PastAsked = {
  readonly asOf: Instant
  /** Today's: whoever may not see a matter now does not see its past. */
  readonly gate: Gate
  /** The rows of that moment, made by whoever knows the rules. */
  readonly project: (life: PastLife) => MatterProjection
}
