import type { ClauseRef } from '../rules/clause.js'
import type { Instant } from '../time/instant.js'
import type { Because } from './because.js'

/** Why an act was not done. Wording is looked up by code; nothing matches on prose. */
export type RefusalCode =
  | 'unknown-act'
  | 'wrong-role'
  | 'wrong-unit'
  | 'wrong-stage'
  | 'not-in-force'
  | 'too-late'
  | 'too-early'
  | 'limit-reached'
  | 'not-permitted'
  | 'fact-missing'
  | 'forbidden'
  | 'recused'
  | 'incomplete'
  | 'missing'
  | 'invalid'

/** What is wrong with one field: `code` is a word for the wording table, `limit` the bound that was missed. */
export type FieldProblem = {
  readonly field: string
  readonly code:
    | 'missing'
    | 'unknown-field'
    | 'for-staff'
    | 'wrong-type'
    | 'not-text'
    | 'not-an-option'
    | 'no-telephone'
    | 'no-email'
    | 'too-short'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'not-whole'
    | 'already-assigned'
    | 'no-lead'
    | 'not-below'
    | 'has-below'
    | 'not-this-share'
    | 'too-few'
    | 'day-too-early'
    | 'day-too-late'
    | 'not-joined'
    | 'not-held'
    | 'not-emptied'
    | 'one-of'
  readonly limit: number | null
  /** Of a field of an item: the field that states the items, and which of them it is, from 0. */
  readonly within?: { readonly field: string; readonly row: number }
  /** The moment that bounds what was stated, for `day-too-early` and `day-too-late`. */
  readonly bound?: Instant
}

/** 不能办. A refusal names the clause that forbids it and what is missing; it changes nothing. */
export type Refusal = {
  readonly code: RefusalCode
  readonly clause: readonly [ClauseRef, ...ClauseRef[]]
  /** Fields that are empty or facts nobody stated. */
  readonly missing: readonly string[]
  readonly problems: readonly FieldProblem[]
  /** Until when it could have been done, for `too-late`. */
  readonly until: Instant | null
  /** What stands in the way, fact by fact; empty where the code says it all. */
  readonly because: readonly Because[]
}

/** A refusal by these clauses; by the regulation as a whole where a rule names none. */
export function refusal(code: RefusalCode, clause: readonly ClauseRef[], rest: Partial<Refusal> = {}): Refusal {
  const [first = '*', ...others] = clause
  return { code, missing: [], problems: [], until: null, because: [], ...rest, clause: [first, ...others] }
}
