import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/** What an act or a duty is of: the matter as a whole, each unit's share in it, or each item of a kind. */
export type Within = 'matter' | 'assignment' | 'item'

/**
 * 子项. A kind of record inside a matter that runs by itself: a promise until it is kept, a milestone, a point of a letter with its answer.
 * A field of type `items` states some of them, one record each; from then on each has its stage, its acts and its duties.
 */
export type ItemKind = {
  readonly id: string
  readonly name: Name
  /** The fields that each must state, the first of which names it to whoever reads, and those that it may state. */
  readonly needs: readonly string[]
  readonly takes: readonly string[]
  /** The stage of an item in which it begins. */
  readonly begins: string
  readonly clause: readonly ClauseRef[]
}
