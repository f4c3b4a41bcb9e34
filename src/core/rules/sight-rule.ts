import type { ClauseRef } from './clause.js'
import type { Condition } from './condition.js'

/** Which matters a role sees. The first rule that fits the viewer decides. */
export type MatterSight = {
  readonly to: readonly string[]
  readonly sees: 'all' | 'assigned' | 'own' | 'none'
  readonly when: Condition | null
  readonly clause: readonly ClauseRef[]
}

/** How a role sees fields; `identity` names all fields of identity. The first rule that fits decides; without one, identity is hidden and the rest shown. */
export type FieldSight = {
  readonly fields: readonly string[]
  readonly to: readonly string[]
  readonly as: 'shown' | 'masked' | 'hidden' | 'onReason'
  readonly when: Condition | null
  readonly clause: readonly ClauseRef[]
}

export type Visibility = {
  readonly matters: readonly MatterSight[]
  readonly fields: readonly FieldSight[]
  /** A unit held in one of these fields must not know of the matter at all. */
  readonly hiddenFrom: readonly {
    readonly field: string
    readonly when: Condition | null
    readonly clause: readonly ClauseRef[]
  }[]
  readonly public: { readonly when: Condition; readonly fields: readonly string[]; readonly clause: readonly ClauseRef[] } | null
}
