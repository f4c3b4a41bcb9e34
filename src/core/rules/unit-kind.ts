import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/** 单位类别. What sort of unit a text speaks of (部门, 派出机构, 镇), and at which level it stands, 1 the highest; null where the text ranks none. */
export type UnitKind = {
  readonly id: string
  readonly name: Name
  readonly level: number | null
  readonly clause: readonly ClauseRef[]
}
