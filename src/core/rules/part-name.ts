import type { Name } from '../values/name.js'
import type { Part } from '../values/value.js'
import type { ClauseRef } from './clause.js'

/** 承办方式的名称. What a text calls a unit's part in a matter, where it has a word of its own (牵头, 参与, 列席). */
export type PartName = { readonly id: string; readonly name: Name; readonly clause: readonly ClauseRef[] }

/** By part; a part that is not here has the common word. */
export type PartNames = Readonly<Partial<Record<Part, PartName>>>
