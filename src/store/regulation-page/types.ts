import type { EventRow, Gate, Instant, MatterId, MatterRow } from '../types.js'

/** What is asked of the matters that run under one version of a regulation, as one viewer sees them. */
export type UnderVersion = { readonly gate: Gate; readonly regulation: string; readonly version: string }

/** Duties counted together, under a name. */
export type DutyGroup = { readonly key: string; readonly duties: readonly string[] }

export type OwedAsked = UnderVersion & {
  readonly groups: readonly DutyGroup[]
  readonly now: Instant
}

/** Matters in which one of the duties is owed, and those in which one is late. */
export type OwedCount = { readonly key: string; readonly matters: number; readonly late: number }

export type VersionCount = { readonly regulation: string; readonly version: string; readonly matters: number }
export type StageCount = { readonly stage: string; readonly count: number }

export type ReplayAsked = UnderVersion & { readonly from: Instant; readonly before: Instant }

/** A matter to be replayed: its row, and all that happened. */
export type Replayable = { readonly row: MatterRow; readonly events: readonly EventRow[] }

export type ReplayPage = { readonly after: MatterId; readonly limit: number }
