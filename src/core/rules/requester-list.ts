import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/**
 * 名单. A list of people who may bring in matters of this kind and are known by name: deputies, members. An administrator keeps it; a field of
 * type `requesters` names some of them, the first of whom leads. Each sees the matters that name them, and no other.
 */
export type RequesterList = { readonly id: string; readonly name: Name; readonly clause: readonly ClauseRef[] }
