import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'
import type { Condition } from './condition.js'

/** 引出. A matter of another kind that an act begins, as far as the condition holds. Which regulation that kind runs under is the government's. */
export type Begin = {
  readonly kind: string
  /** What such a matter is called here. */
  readonly name: Name
  readonly when: Condition | null
  /** By the field of the other kind: the field here whose value is carried into it. */
  readonly carries: Readonly<Record<string, string>>
  /** The field that names a matter of that kind which is there already: where it is filled, that one is joined and none begins. */
  readonly joins: string | null
  readonly clause: readonly ClauseRef[]
}

/** 回告. What is heard of a begun matter: that one of these acts was done there, or that it ended or was opened again. */
export type Hearing = {
  readonly kind: string
  /** What such a matter is called here; null: as by the act that begins it. */
  readonly name: Name | null
  /** The field there that names this matter: where it is filled that one comes from here, whoever starts it. Null: only what was begun here is heard of. */
  readonly namedBy: string | null
  readonly of: { readonly acts: readonly string[] } | { readonly turns: 'ended' | 'open' }
  /** What is heard is done in the matter that holds this one (began or joined it), not in one that this one holds. */
  readonly isOfHolder: boolean
  /** By the field here: the field of the other kind whose value is heard with it. */
  readonly learns: Readonly<Record<string, string>>
}
