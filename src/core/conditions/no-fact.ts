import type { Within } from '../rules/item-kind.js'

/** Shares and items become what they are, and the unit or the item that an act is about is only named: none is a fact. */
export const isNoFact = (field: string, of: Within, itemFields: ReadonlyMap<string, unknown>): boolean =>
  field === 'assignments' ||
  (field === 'unit' && of === 'assignment') ||
  (field === 'item' && of === 'item') ||
  itemFields.has(field)
