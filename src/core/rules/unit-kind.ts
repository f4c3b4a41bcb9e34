import type { Name } from '../values/name.js'
import type { Part } from '../values/value.js'
import type { ClauseRef } from './clause.js'

/** 单位类别. What sort of unit a text speaks of (部门, 派出机构, 镇), and at which level it stands, 1 the highest; null where the text ranks none. */
export type UnitKind = {
  readonly id: string
  readonly name: Name
  readonly level: number | null
  readonly clause: readonly ClauseRef[]
}

/** 承办方式的名称. What a text calls a unit's part in a matter, where it has a word of its own (牵头, 参与, 列席). */
export type PartName = { readonly id: string; readonly name: Name; readonly clause: readonly ClauseRef[] }

/** By part; a part that is not here has the common word. */
export type PartNames = Readonly<Partial<Record<Part, PartName>>>
