import type { ActEvent } from '../events/event.js'
import type { Facts } from '../rules/condition.js'
import type { Instant } from '../time/instant.js'
import type { Part, Value } from '../values/value.js'
import type { StageProgram } from './stage-program.js'

/** 承办 while it runs, inside one fold. */
export type RunningAssignment = {
  readonly is: 'share'
  readonly id: number
  readonly unit: string
  part: Part
  since: Instant
  /** The share that was handed on to it, which answers for it. */
  readonly above: RunningAssignment | null
  stage: StageProgram
  endedAt: Instant | null
  /** How it looks to a rule that nobody's act has set off. */
  view: Facts | null
  /** The facts that some rule reads. */
  readonly facts: (Value | undefined)[]
  /** The statements that stand, of fields where it matters who made them and when. */
  readonly statements: (ActEvent | undefined)[]
}
