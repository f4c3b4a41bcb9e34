import type { ActEvent } from '../events/event.js'
import type { Facts } from '../rules/condition.js'
import type { Instant } from '../time/instant.js'
import type { Payload, Value } from '../values/value.js'
import type { ItemProgram } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import type { StageProgram } from './stage-program.js'

/** 子项 while it runs, inside one fold. */
export type RunningItem = {
  readonly is: 'item'
  /** Among all items of the matter, from 1. */
  readonly id: number
  readonly kind: ItemProgram
  /** The share in which it was stated; null: of the matter itself. */
  readonly share: RunningAssignment | null
  /** The item whose act stated it; null: none's did. */
  readonly above: RunningItem | null
  readonly since: Instant
  /** The event that stated it. */
  readonly addedBy: number
  /** As it was stated at first. */
  readonly stated: Payload
  stage: StageProgram
  endedAt: Instant | null
  /** How it looks to a rule that nobody's act has set off. */
  view: Facts | null
  /** The facts that some rule reads. */
  readonly facts: (Value | undefined)[]
  /** The statements that stand, of fields where it matters who made them and when. */
  readonly statements: (ActEvent | undefined)[]
}
