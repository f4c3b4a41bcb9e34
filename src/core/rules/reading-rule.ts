import type { Name } from '../values/name.js'
import type { Value } from '../values/value.js'
import type { ClauseRef } from './clause.js'

/** A reading taken where the text leaves a choice; rules name it as `$id`. */
export type Parameter = {
  readonly id: string
  readonly value: Value
  readonly asks: Name
  readonly alternatives: readonly Value[]
  readonly clause: readonly ClauseRef[]
}

/** 裁量. Words such as 及时 that a person weighs; we never put a number in their place. */
export type Discretion = {
  readonly id: string
  /** The text's own; null: it says nothing of when. */
  readonly words: Name | null
  readonly judge: string
  readonly clause: readonly ClauseRef[]
}
