import type { Instant, JsonObject } from '../types.js'

/** 报表. What somebody counts again and again; `asked` is the app's. */
export type StoredReport = {
  readonly id: number
  readonly account: string
  /** The seat it was kept in. */
  readonly role: string
  readonly unit: string | null
  readonly name: string
  readonly asked: JsonObject
  readonly sharedWith: readonly string[]
  readonly every: string | null
  readonly nextAt: Instant | null
}
export type NewReport = Omit<StoredReport, 'id'> & { readonly createdAt: Instant }

/** 定期报表. A report as it was made on a schedule. */
export type MadeReport = {
  readonly id: number
  readonly report: number
  readonly dueAt: Instant
  readonly madeAt: Instant
  /** What its owner counted of. */
  readonly reach: string
  /** By language; null: it could not be made, and why. */
  readonly content: JsonObject | null
  readonly problem: string | null
}
