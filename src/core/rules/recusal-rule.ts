import type { ClauseRef } from './clause.js'

/** 回避. Whoever has an interest, by their own word or another's, may do no act of the matter any more. */
export type Recusal = {
  readonly declared: readonly string[]
  /** The person meant; where it is left empty, whoever declares. */
  readonly field: string
  readonly lifted: readonly string[]
  readonly clause: readonly ClauseRef[]
}
