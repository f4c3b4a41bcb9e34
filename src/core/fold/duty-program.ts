import type { Alternatives } from '../rules/clauses-that-apply.js'
import type { Condition } from '../rules/condition.js'
import type { Limit, Period } from '../rules/limit.js'
import type { MarkName } from '../rules/mark-name.js'
import type { Duty, Rung } from '../rules/regulation.js'
import type { Part } from '../values/value.js'

/** A duty with what a fold asks of it most often worked out once, in one shape (the rules themselves come in many). */
export type DutyProgram = {
  readonly rule: Duty
  readonly id: string
  /** `conclude#1`, `conclude#2` …, as far as some matter has come. */
  readonly keys: string[]
  /** Its place among the regulation's duties. */
  readonly index: number
  readonly isOfShare: boolean
  /** The kind of items it is owed of; null: of none. */
  readonly item: string | null
  /** Owed by a unit (or a role within it), not by the office in the unit's share. */
  readonly isOwedByUnit: boolean
  readonly holder: string
  readonly parts: Duty['parts']
  readonly from: string | null
  readonly isSoft: boolean
  readonly lapses: boolean
  readonly within: Limit | null
  readonly cap: Limit | null
  readonly appliesTo: Condition | null
  readonly rungs: readonly Rung[]
  /** Once it is met no act touches it: meeting it cannot be undone, nor what it brought forgiven. */
  readonly isLeftAlone: boolean
  /** Some rung lies before the due time. */
  readonly hasEarlyRungs: boolean
  /** The limit where it is a plain period, the same for every matter. */
  readonly period: Period | null
  /** While a request for extension made in time is undecided nothing is late. */
  readonly holdsPending: boolean
  /** Whether it must be asked after each act if it has come to apply. */
  readonly watchesApplying: boolean
  /** Fields its limit and its cap hang on. */
  readonly hangsOn: ReadonlySet<string>
  /** By what was chosen, which of its clauses applies. */
  readonly alternatives: readonly Alternatives[]
  /** Whom a field names, or what was chosen, is told where it is shown. */
  readonly readsFacts: boolean
  /** Duties that open when this one passes its due time, or reaches a rung. */
  readonly opensOnDue: readonly Opened[]
  readonly opensOnRung: ReadonlyMap<string, readonly Opened[]>
}

/** A duty that something opens, and under which condition. */
export type Opened = { readonly duty: DutyProgram; readonly when: Condition | null; readonly parts: readonly Part[] }

/** What an act, or a stage as it is entered, means to figures and lists. */
export type MarkMade = { readonly mark: MarkName; readonly when: Condition | null }
