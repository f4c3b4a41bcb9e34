import type { EventRow, GovernmentId, Instant, MatterId, MatterProjection, MatterRow } from '../types.js'

export type Finding = {
  readonly government: GovernmentId
  readonly matter: MatterId
  readonly seq?: number
  readonly code:
    | ('hash' | 'previous' | 'gap' | 'revision' | 'algorithm' | 'projection' | 'unreadable' | 'orphan')
    | ('missing' | 'changed' | 'unseen' | 'witness' | 'log' | 'attachment' | 'anchor' | 'figures' | 'selection')
    | 'destroyed'
  /** For an operator, in English; names the field where a projection differs. */
  readonly detail: string
}

export type Replayed = {
  readonly matter: MatterId
  readonly row: MatterRow
  readonly events: readonly EventRow[]
  /** The moment the stored projection was made for: project for this one to get the same. */
  readonly projectedAt: Instant
}

export type VerifyOptions = {
  /** What the projection of these events should be; without it only the chains are checked. */
  readonly project?: (government: GovernmentId, replayed: Replayed) => MatterProjection
  /** `files`, `witnesses`: how many of these were looked at, once the matters of a government are through. */
  readonly onProgress?: (done: {
    readonly government: GovernmentId
    readonly matters: number
    readonly events: number
    readonly files?: number
    readonly witnesses?: number
  }) => void
  /** Witnesses as they were told outside the database; each must still be there. */
  readonly anchors?: readonly Witness[]
}

export type VerifyReport = {
  readonly governments: number
  readonly matters: number
  readonly events: number
  readonly findings: readonly Finding[]
  /** The last witness of each government: to be kept where nobody who can write here can write. */
  readonly heads: readonly Witness[]
}

/** 存证. What had been written until then, and where the logs ended; chained, one chain a government. */
export type Witness = {
  readonly government: GovernmentId
  readonly seq: number
  readonly at: Instant
  /** Hex. */
  readonly hash: string
}
