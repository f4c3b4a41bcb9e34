import type { Instant, MatterId, QueuedDuty } from '../types.js'

/** 常用筛选. What somebody narrows the list to again and again. */
export type SavedView = {
  readonly id: number
  readonly account: string
  /** Whoever holds this role has it too; empty: nobody else. */
  readonly role: string
  readonly name: string
  /** As it stands in the address. */
  readonly query: string
}
export type NewSavedView = Omit<SavedView, 'id'> & { readonly createdAt: Instant }

/** 通知单. A paper numbered within its year, drawn with the act that issued it. */
export type Slip = {
  readonly act: string
  readonly year: number
  readonly number: number
  readonly matter: MatterId
  readonly eventSeq: number
  readonly unit: string
  readonly issuedAt: Instant
}

/** On which rung a matter stands with a unit: near its due time, past it without a mark, at an alert, or passed on. */
export type Standing = 'soon' | 'late' | 'alert' | 'referred'

/** How many matters stand on a rung: with one unit (`''`: with nobody's unit), or (null) in all. */
export type BoardCount = {
  readonly standing: Standing
  readonly alert: string | null
  readonly unit: string | null
  readonly count: number
}

/** The most pressing duty of a unit in a matter. */
export type StandingDuty = QueuedDuty & { readonly holder: string; readonly standing: Standing }

export type BoardMoment = {
  readonly now: Instant
  readonly soon: Instant
  /** Rungs by which a matter is passed on to another body, as `duty/rung`. */
  readonly referring: readonly string[]
  /** Duties that this viewer may not learn of, as `regulation duty`. */
  readonly kept: readonly string[]
}
