import { showsSomething } from './shown-text.js'

/** A unit's share as the dispatcher states it: which unit, in which part. */
export type AssignmentRequest = { readonly unit: string; readonly part: Part }

/**
 * 承办方式. In which part a unit has its share: lead 主办, assist 协办, separate 分办, joint 会办 (no single lead); subordinate 下办, to whom a
 * unit that answers for it has handed on its share; copy 抄送, who is to know and owes nothing.
 */
export type Part = 'lead' | 'assist' | 'separate' | 'joint' | 'subordinate' | 'copy'
export const allParts: readonly Part[] = ['lead', 'assist', 'separate', 'joint', 'subordinate', 'copy']

/** Parts that have the matter in hand: rules that name no part mean these. */
export const handlingParts: readonly Part[] = ['lead', 'assist', 'separate', 'joint']

/** Parts whose word is the matter's: what an assisting, a subordinate or an informed unit states is not the answer. */
export const answeringParts: readonly Part[] = ['lead', 'separate', 'joint']

export const isAnswering = (part: Part): boolean => answeringParts.includes(part)

/** What a field of an act may hold. Plain data, so that an event can be stored and hashed as it is. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** What an act states: field by field. */
export type Payload = Readonly<Record<string, Value>>

/** Whether a field says anything: a text of signs that nobody sees says nothing. */
export const isFilled = (value: Value | undefined): boolean =>
  typeof value === 'string'
    ? showsSomething(value)
    : value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** Reads a field's value as the items it states, each a record of fields; entries of another shape are left out. */
export const recordsIn = (value: Value | undefined): readonly Payload[] =>
  Array.isArray(value)
    ? value.filter((each: Value): each is Payload => typeof each === 'object' && each !== null && !Array.isArray(each))
    : []

/** Reads a field's value as the names it lists; entries of another shape are left out. */
export const namesIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each: Value): each is string => typeof each === 'string') : []

/** How many a field's value says there are: a number as it is, a list by its entries; null where it says no number. */
export function amountIn(value: Value | undefined): number | null {
  if (typeof value === 'number') return value
  return Array.isArray(value) ? value.length : null
}

/**
 * Reads a field's value as the list of assignments it states; entries of another shape are left out. Events that were recorded while the
 * part was still written `role` say so for ever.
 */
export function assignmentsIn(value: Value | undefined): readonly AssignmentRequest[] {
  const found: AssignmentRequest[] = []
  if (!Array.isArray(value)) return found
  for (const entry of value as readonly Value[]) {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) continue
    const { unit, part, role } = entry as { readonly unit?: Value; readonly part?: Value; readonly role?: Value }
    const known = allParts.find((each) => each === (part ?? role ?? 'lead'))
    if (typeof unit === 'string' && known !== undefined) found.push({ unit, part: known })
  }
  return found
}

/** What was typed as another matter's number, with what a keyboard adds taken away. */
export const numberTyped = (value: Value | undefined): string =>
  typeof value === 'string' ? value.normalize('NFKC').replaceAll(/\s/g, '') : ''
