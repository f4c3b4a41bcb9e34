import type { Desk, DeskAsked } from '../desk/desk-types.js'
import type { MatterFilter } from '../overview/matter-filter.js'
import type { OverviewStore } from '../overview/overview-store.js'
import type { RecentAct } from '../recent-acts.js'
import type { RoundStore } from '../rounds/index.js'
import type { StatisticsStore } from '../statistics/index.js'
import type {
  CappedCount,
  DueWindow,
  DutyFilter,
  DutyQueue,
  ExportedMatter,
  Gate,
  GovernmentId,
  Instant,
  MatterProjection,
  MatterRow,
  MatterSort,
  Page,
  PageOf,
  QueueCounts,
  QueuedDuty,
  RecordedEvent,
} from '../types.js'

/** Lists that can be asked as they stand now, and as they stood. */
export type Lists = {
  exportMatters(government: GovernmentId, query: { filter?: MatterFilter; gate: Gate }): AsyncIterable<ExportedMatter>
  /** For ledgers, bulletins, assessments: every duty, met ones too. */
  exportDuties(government: GovernmentId, query: { filter?: DutyFilter; gate: Gate }): AsyncIterable<QueuedDuty>
  /** A page of a list of matters. */
  listMatters(
    government: GovernmentId,
    query: { filter?: MatterFilter; gate: Gate; sort?: MatterSort; page?: Page },
  ): Promise<PageOf<MatterRow>>
  /** A page of a list of matters with how many there are, from one moment. */
  countedMatters(
    government: GovernmentId,
    query: { filter?: MatterFilter; gate: Gate; sort?: MatterSort; page?: Page },
  ): Promise<PageOf<MatterRow> & { readonly total: CappedCount }>
  /** My desk: open duties of these holders, by due time, without one last. */
  dutyQueue(government: GovernmentId, query: DutyQueue & { due?: DueWindow; page?: Page }): Promise<PageOf<QueuedDuty>>
  /** A page of the to-do list with its counters, from one moment. */
  dutyDesk(
    government: GovernmentId,
    query: DutyQueue & { due?: DueWindow; page?: Page; now: Instant; tonight: Instant; soon: Instant },
  ): Promise<PageOf<QueuedDuty> & { readonly counts: QueueCounts }>
  /** Open duties of these holders in groups, in each by due time, then by how long they have waited. A page goes on with one group. */
  desk(government: GovernmentId, asked: DeskAsked): Promise<Desk>
  /** What a role outside the units did since a moment, newest first. */
  recentActsOfRole(
    government: GovernmentId,
    query: { role: string; since: Instant; gate: Gate; limit: number },
  ): Promise<readonly RecentAct[]>
  readonly rounds: Pick<RoundStore, 'listRounds'>
  readonly overview: Pick<
    OverviewStore,
    'countBoard' | 'listBoard' | 'mattersNaming' | 'countFollowed' | 'listFollowed' | 'countRatings'
  >
  readonly statistics: Pick<
    StatisticsStore,
    'countFigures' | 'listCounted' | 'findCounted' | 'listThese' | 'sumTaken' | 'listTaken' | 'findTaken' | 'listKeptFigures'
  >
}

/** What was recorded of a matter up to a moment. */
export type PastLife = {
  readonly regulation: string
  readonly regulationVersion: string
  readonly officeDuty: string | null
  readonly events: readonly RecordedEvent[]
}

export type PastAsked = {
  readonly asOf: Instant
  /** Today's: whoever may not see a matter now does not see its past. */
  readonly gate: Gate
  /** The rows of that moment, made by whoever knows the rules. */
  readonly project: (life: PastLife) => MatterProjection
  /** Nothing else is made anew; whoever asks looks at these alone. */
  readonly only?: readonly number[]
}

/** One of several moments. `goesOn`: the same days are known as at the one before, so that what nothing touched in between stands. */
export type PastMoment = Pick<PastAsked, 'asOf' | 'project'> & { readonly goesOn: boolean }

export type MomentsAsked = Pick<PastAsked, 'gate'> & { readonly moments: readonly PastMoment[] }
