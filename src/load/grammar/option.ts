import type { Condition, Limit, Value } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import type { Reading } from './reading.js'

/** Where an entry is read: what is known beside it, its own id, and its place. */
export type Here = { readonly reading: Reading; readonly id: string; readonly path: Path }

/** What an alteration may put in another's place. */
export type Among = {
  readonly stages: readonly string[]
  readonly assignmentStages: readonly string[]
  readonly itemStages: readonly string[]
  readonly roles: readonly string[]
}

/** A condition, where it stands, and what is sure to hold beside it whenever it is weighed. */
export type PlacedCondition = { readonly condition: Condition; readonly path: Path; readonly given: readonly Condition[] }

/** A limit, and where it stands. */
export type PlacedLimit = { readonly limit: Limit; readonly path: Path }

/** A field that a rule hangs on, and where the rule stands. */
export type FieldUse = { readonly field: string; readonly path: Path }

/** Whether such a part stands anywhere in it. Plain values hold no rules. */
type Holds<T, Part> = [Value] extends [T]
  ? false
  : T extends Part
    ? true
    : T extends Condition | Limit
      ? false
      : T extends readonly (infer Each)[]
        ? Holds<Each, Part>
        : T extends object
          ? string extends keyof T
            ? false
            : { [K in keyof T]: Holds<T[K], Part> }[keyof T]
          : false

type IfHeld<T, Part, Then> = true extends Holds<T, Part> ? Then : unknown

/**
 * One option of a record of rules: how it is read, how it could be written otherwise, and (where it holds any) its conditions and
 * limits. `Written` is what stands in the file, `Rule` the whole record, `K` the option.
 */
export type Option<Written, Rule, K extends keyof Rule> = {
  read(written: Written, here: Here): Rule[K]
  /** Ways in which it could be written otherwise; or why there are none. */
  readonly edits: ((written: Written, path: Path, among: Among) => readonly Edit[]) | Unaltered
  /** Fields it names that must be stated somewhere for it to mean anything; those of conditions and limits are found by themselves. */
  fields?(value: Rule[K], path: Path): readonly FieldUse[]
} & IfHeld<Rule[K], Condition, { conditions(value: Rule[K], path: Path, rule: Rule): readonly PlacedCondition[] }> &
  IfHeld<Rule[K], Limit, { limits(value: Rule[K], path: Path): readonly PlacedLimit[] }>

/** Why an option is not altered when the examples are tried. */
export type Unaltered =
  | 'a name: nothing hangs on its letters'
  | 'words: nothing hangs on them'
  | 'another option alters it'
  | 'it says only what a file holds, not what the rules do'
  | 'each act is altered where it stands: a run permits nothing by itself'

/** Every option of a record. One that is forgotten does not compile. */
export type Options<Written, Rule> = { readonly [K in keyof Rule]-?: Option<Written, Rule, K> }

type Loose = {
  read(written: unknown, here: Here): unknown
  readonly edits: ((written: unknown, path: Path, among: Among) => readonly Edit[]) | Unaltered
  fields?(value: unknown, path: Path): readonly FieldUse[]
  conditions?(value: unknown, path: Path, rule: unknown): readonly PlacedCondition[]
  limits?(value: unknown, path: Path): readonly PlacedLimit[]
}

// The one place where a table of options is walked without the types of each: the tables themselves are checked in full.
const entries = <Written, Rule>(options: Options<Written, Rule>): readonly (readonly [keyof Rule & string, Loose])[] =>
  Object.entries(options) as unknown as readonly (readonly [keyof Rule & string, Loose])[]

/** Reads a record option by option, in the table's order. */
export const readOptions = <Written, Rule>(options: Options<Written, Rule>, written: Written, here: Here): Rule =>
  Object.fromEntries(entries(options).map(([key, option]) => [key, option.read(written, here)])) as Rule

/** Every way in which a record could be written otherwise, one at a time. */
export const optionEdits = <Written, Rule>(
  options: Options<Written, Rule>,
  written: Written,
  path: Path,
  among: Among,
): readonly Edit[] => entries(options).flatMap(([, { edits }]) => (typeof edits === 'string' ? [] : edits(written, path, among)))

/** The conditions in a record. */
export const optionConditions = <Written, Rule>(
  options: Options<Written, Rule>,
  rule: Rule,
  path: Path,
): readonly PlacedCondition[] =>
  entries(options).flatMap(([key, option]) => option.conditions?.(rule[key], [...path, key], rule) ?? [])

/** The limits in a record. */
export const optionLimits = <Written, Rule>(options: Options<Written, Rule>, rule: Rule, path: Path): readonly PlacedLimit[] =>
  entries(options).flatMap(([key, option]) => option.limits?.(rule[key], [...path, key]) ?? [])

/** The fields a record names by itself. */
export const optionFields = <Written, Rule>(options: Options<Written, Rule>, rule: Rule, path: Path): readonly FieldUse[] =>
  entries(options).flatMap(([key, option]) => option.fields?.(rule[key], [...path, key]) ?? [])

/** A condition at its place; none where there is none. */
export const placed = (condition: Condition | null, path: Path, given: readonly Condition[] = []): readonly PlacedCondition[] =>
  condition === null ? [] : [{ condition, path, given }]
