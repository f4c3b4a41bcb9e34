import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'
import type { Condition } from './condition.js'

/** For how many whole years after the one in which the matter moved last; for ever; or as the office sets it. */
export type Keep = number | 'permanent' | 'set-by-office'

/** 保管期限. A class of matters that are kept alike. A matter is of the first class whose condition holds for it. */
export type RetentionClass = {
  readonly id: string
  readonly name: Name
  readonly when: Condition | null
  readonly keep: Keep
  readonly clause: readonly ClauseRef[]
}
