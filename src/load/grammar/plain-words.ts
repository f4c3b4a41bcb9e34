import type { AskedStatus, Cycle, Extend, Part, PeriodUnit } from '../../core/index.js'

/** Who a rule speaks of where it says "the viewer": whoever acts, or whoever looks. */
export type SayWho = 'acts' | 'looks'

/** What holds of one of several, in words, and whether it is said in several parts. */
export type Fitting = { readonly says: string; readonly isSeveral: boolean }
export type SuchItems = { readonly item: string; readonly where: string | null }

export type Bounds = { readonly atLeast: number | null; readonly atMost: number | null }

/** Words for conditions and facts in one language. Names come quoted; `isNot` asks for the contrary. */
export type PlainWords = {
  readonly and: (names: readonly string[]) => string
  readonly or: (names: readonly string[]) => string
  /** After "is not": no single one of them. */
  readonly noneOf: (names: readonly string[]) => string
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly comma: string
  readonly semicolon: string
  readonly identity: string
  readonly platform: string
  /** A role's name as it stands within a sentence. */
  readonly role: (name: string) => string
  /** What the format itself offers to choose from, and a parameter may hold. */
  readonly offered: Readonly<Record<'highest' | 'sum' | Cycle | Extend['asks'], string>>
  readonly parts: Readonly<Record<Part, string>>
  readonly statuses: Readonly<Record<AskedStatus, string>>
  readonly unit: (unit: PeriodUnit) => string
  readonly period: (amount: number, unit: PeriodUnit) => string
  readonly withPart: (unit: string, part: string) => string
  /** The first of several who signed. */
  readonly leads: (person: string) => string
  readonly condition: {
    readonly always: string
    readonly never: string
    readonly all: (parts: readonly string[]) => string
    readonly any: (parts: readonly string[]) => string
    readonly group: (text: string) => string
    readonly is: (field: string, values: string, isNot: boolean) => string
    readonly holds: (field: string, values: string, isNot: boolean) => string
    readonly between: (field: string, bounds: Bounds, isNot: boolean) => string
    readonly length: (field: string, bounds: Bounds, of: { readonly isText: boolean; readonly isNot: boolean }) => string
    readonly filled: (field: string, isFilled: boolean) => string
    readonly same: (field: string, other: string, isNot: boolean) => string
    readonly assigned: (part: string | null, field: string, isNot: boolean) => string
    readonly count: (act: string, bounds: Bounds, isNot: boolean) => string
    /** Doings nearer together than that count once. */
    readonly apart: (count: string, period: string) => string
    /** Done, and none of the others since. */
    readonly latest: (acts: string, since: string | null, isNot: boolean) => string
    readonly duty: (duty: string, statuses: string, isNot: boolean) => string
    /** Open or overdue. */
    readonly owed: (duty: string, isNot: boolean) => string
    readonly stage: (stages: string, isNot: boolean) => string
    readonly part: (parts: string, isNot: boolean) => string
    readonly shares: Readonly<
      Record<'every' | 'some' | 'none' | 'notEvery', (parts: string | null, stages: string | null) => string>
    >
    /** Items of a kind, of which something holds. */
    readonly items: Readonly<Record<'every' | 'some' | 'none' | 'notEvery', (such: SuchItems, stages: string | null) => string>>
    readonly itemCount: (such: SuchItems, stages: string | null, bounds: Bounds, isNot: boolean) => string
    /** Matters that were begun here; `matter` is what one of them is called. */
    readonly begun: Readonly<
      Record<'every' | 'some' | 'none' | 'notEvery' | 'everyIfAny', (matter: string | null, stands: boolean | Fitting) => string>
    >
    readonly first: (matter: string | null, field: string, where: Fitting | null, isNot: boolean) => string
    readonly asMany: (matter: string | null, field: string, where: Fitting | null, isNot: boolean) => string
    readonly half: (field: string, of: string, isNot: boolean) => string
    /** `of`: what the field holds: one person, several, or a unit, of which whoever acts or looks is one. */
    readonly viewer: (who: SayWho, field: string, of: 'person' | 'people' | 'unit', isNot: boolean) => string
    readonly signOff: (signOff: string, standings: string, isNot: boolean) => string
    readonly unitKind: (field: string, kinds: string, isNot: boolean) => string
    readonly actor: (who: SayWho, roles: string, isNot: boolean) => string
    readonly day: (field: string, side: 'from' | 'until' | 'on', isNot: boolean) => string
    readonly over: (field: string, period: string, act: string, isNot: boolean) => string
  }
  readonly fact: {
    readonly unknown: string
    readonly value: (value: string) => string
    readonly other: (value: string, other: string, found: string) => string
    readonly day: (value: string, today: string) => string
    readonly length: (length: number, isText: boolean) => string
    readonly times: (times: number) => string
    readonly latest: (act: string | null) => string
    readonly noDuty: string
    readonly statuses: (statuses: string) => string
    readonly stage: (stage: string) => string
    readonly part: (part: string | null) => string
    readonly share: (part: string, stages: string) => string
    readonly shares: (shares: readonly string[]) => string
    readonly items: (item: string, count: number, stages: string | null) => string
    /** `ended`: how many have ended, null where that is not what is asked. */
    readonly begun: (count: number, ended: number | null) => string
    readonly signOff: (standing: string) => string
    readonly role: (role: string | null) => string
    readonly unitKinds: (kinds: string | null) => string
  }
}
