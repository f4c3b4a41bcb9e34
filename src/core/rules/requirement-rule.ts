import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'
import type { Condition } from './condition.js'

/** 要件. What must exist before an act that asks for it is done: a consultation closed, a review, a text short enough. */
export type Requirement = {
  readonly id: string
  readonly name: Name
  /** Asked for only in such a matter; null: always. */
  readonly when: Condition | null
  /** It exists when this holds. */
  readonly met: Condition
  readonly clause: readonly ClauseRef[]
}
