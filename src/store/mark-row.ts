import type { Instant } from './plain-types.js'

/** 标记. What an event meant to figures and lists; the act that opens a matter leaves none, it is `receivedAt`. */
export type MarkRow = {
  /** `4:accepted`: the event that made it, and the mark. */
  readonly key: string
  readonly mark: string
  readonly at: Instant
  readonly assignment: number | null
  /** The option that was given, where it is a rating. */
  readonly rating: string | null
  /** The unit that it is about, where it is not that of its share. */
  readonly unit: string | null
  /** So often does it count. */
  readonly times: number
}
