import type { DutyQueue, Instant, Page, PageOf, QueueCounts, QueuedDuty } from '../types.js'

/** A duty by its id, of matters under one regulation or (null) under whichever. */
export type SortedDuty = { readonly duty: string; readonly regulation: string | null }

/** What a desk is asked for: whose duties, and which of them belong together. */
export type DeskAsked = DutyQueue & {
  /** By the name of a group, the duties in it. */
  readonly groups: Readonly<Record<string, readonly SortedDuty[]>>
  /** Rows of one group alone; counted is everything. */
  readonly shown?: string
  /** Only what runs under one of these; where none are named, everything. */
  readonly regulations?: readonly string[]
  readonly now: Instant
  readonly tonight: Instant
  readonly soon: Instant
  readonly page?: Page
}

/** One group of a desk: its first rows, and of all in it (counted to a thousand) how many there are, how many are late, and since when the longest waits that has no time. */
export type DeskGroup = PageOf<QueuedDuty> & {
  readonly group: string
  readonly count: number
  readonly late: number
  readonly waitingSince: Instant | null
  readonly alert: Pick<QueuedDuty, 'alert' | 'regulation' | 'regulationVersion' | 'officeDuty'> | null
}

/** All groups that were asked for, in their order, and what stands in them together. */
export type Desk = { readonly groups: readonly DeskGroup[]; readonly counts: QueueCounts }
