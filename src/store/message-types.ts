import type { GovernmentId, Instant, JsonObject, MatterId } from './plain-types.js'

export type NewOutbox = {
  /** Which of the events this tells of (its seq). */
  readonly eventSeq: number
  readonly kind: string
  /** A reference (`requester`, a unit, an account), never a name, a telephone number or an address: those stay sealed. */
  readonly recipient: string
  readonly payload: JsonObject
}

export type OutboxRow = NewOutbox & {
  readonly government: GovernmentId
  readonly id: number
  readonly matter: MatterId
  readonly createdAt: Instant
  readonly attempts: number
}

/** Who reads a notice: one account, whoever serves in a unit, or whoever has a role (in a unit, when one is named). */
export type NoticeTo =
  | { readonly account: string }
  | { readonly unit: string; readonly role?: string }
  | { readonly role: string }
export type NewNotice = { readonly to: NoticeTo; readonly kind: string; readonly body: JsonObject }
export type NoticeRow = {
  readonly id: number
  readonly matter: MatterId | null
  readonly kind: string
  readonly body: JsonObject
  readonly createdAt: Instant
  readonly readAt: Instant | null
}

/** What a writing carries for those who are told of it. */
export type Messages = {
  readonly outbox?: readonly NewOutbox[]
  readonly notices?: readonly NewNotice[]
  /** For how many milliseconds nobody is told yet. */
  readonly heldFor?: number
  /** Of these events, by their seq, nobody is told any more. */
  readonly takesBack?: readonly number[]
}
