import type { Actor } from './event.js'
import type { Instant } from './instant.js'
import type { Payload } from './value.js'

/** A duty of the office was done for one of its rounds. */
export type OfficeDone = {
  readonly kind: 'done'
  /** 1, 2, 3 … within the office's record under one regulation. */
  readonly seq: number
  readonly duty: string
  /** The round it was done for: `2025-Q1`. */
  readonly period: string
  readonly by: Actor
  readonly at: Instant
  readonly with: Payload
}

/** A rung of its ladder took effect; recorded once, as in a matter. */
export type OfficeRung = {
  readonly kind: 'rung'
  readonly seq: number
  readonly duty: string
  readonly period: string
  readonly rung: string
  readonly due: Instant
  readonly reachedAt: Instant
  readonly at: Instant
}

/** 机构记录. What happened to the duties of the office itself. */
export type OfficeEvent = OfficeDone | OfficeRung
