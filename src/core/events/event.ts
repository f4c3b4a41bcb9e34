import type { Instant } from '../time/instant.js'
import type { Payload } from '../values/value.js'

/** Who acts: in which role, for which unit, as which person. A requester has neither unit nor account. */
export type Actor = {
  readonly role: string
  readonly unit: string | null
  readonly person: string | null
  /** 代. The absent person whose role a substitute wears. */
  readonly behalf?: string
}

/** The platform acting by rule: a consequence, a rung. */
export const platform: Actor = { role: 'system', unit: null, person: null }

/** 事件. An act done, recorded for ever. */
export type ActEvent = {
  readonly kind: 'act'
  /** 1, 2, 3 … within the matter. */
  readonly seq: number
  readonly act: string
  readonly by: Actor
  readonly at: Instant
  readonly with: Payload
  /** The assignment an act of an assignment is about. */
  readonly assignment: number | null
  /** The item an act of an item is about. */
  readonly item?: number
  /** Of the first event: the number of the matter from which this one was begun. */
  readonly from?: string
  /** Matters of other kinds that it began or joined, in the regulation's order. */
  readonly begun?: readonly Begun[]
  /** What it is that was heard of one of them. */
  readonly heard?: Heard
  /** The seq of the act it was done with in one go: as another of a usual run, or by rule right after it. */
  readonly doneWith?: number
  /** Other matters have heard of it, and hold what they heard. */
  readonly isHeard?: boolean
}

/** A matter that was begun or joined here; `number` is empty while it has none yet. */
export type Begun = { readonly kind: string; readonly number: string }

/** 回告. Of which begun matter, after which of its events, and whether it had ended by then. */
export type Heard = Begun & { readonly seq: number; readonly isEnded: boolean }

/** A rung of a duty's ladder took effect: recorded once, so that it is never done twice, not even after downtime. */
export type RungEvent = {
  readonly kind: 'rung'
  readonly seq: number
  readonly duty: string
  readonly key: string
  readonly rung: string
  readonly due: Instant
  /** When it was reached by law; `at` is when it was seen to, later after downtime. */
  readonly reachedAt: Instant
  readonly at: Instant
}

/** 撤销. What was just done is taken back by whoever did it: recorded for ever, and without effect from then on. */
export type UndoEvent = {
  readonly kind: 'undo'
  readonly seq: number
  readonly by: Actor
  readonly at: Instant
  /** What was taken back, in its order; it stands nowhere else among the events any more. */
  readonly acts: readonly ActEvent[]
}

export type MatterEvent = ActEvent | RungEvent | UndoEvent
