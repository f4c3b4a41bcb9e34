import type { DutyStatus, FieldProblem, FieldType, NotInForce, Part, RefusalCode } from '../../core/index.js'
import type { FailureCode } from '../outcome.js'

/** A day as sentences need it: `month` 1 to 12, `weekday` 0 Sunday; `year` is null where it goes without saying. */
export type DayWords = { readonly year: number | null; readonly month: number; readonly day: number; readonly weekday: number }

export type RefusalWords = {
  readonly act: string
  readonly stage: string
  readonly missing: readonly string[]
  /** Until when it could have been done, as people write it. */
  readonly until: string | null
  /** Some prohibition may be named to the reader. */
  readonly isForbiddenByName: boolean
  /** What stands in the way, as one sentence without its full stop; empty where there is nothing to add. */
  readonly because: string
}

/** What is said of one field: its name, the bound that was missed, as a number or as a day, and how its kind is written. */
export type ProblemSaid = {
  readonly field: string
  readonly limit: number | null
  readonly bound: string
  readonly written: string
}

/** Every sentence the product makes itself, in one language. The regulation brings its own words. */
export type Words = {
  readonly refusals: Readonly<Record<RefusalCode, (args: RefusalWords) => string>>
  readonly problems: Readonly<Record<FieldProblem['code'], (said: ProblemSaid) => string>>
  /** How what a field holds is written, with an example. */
  readonly written: Readonly<Record<FieldType, string>>
  readonly failures: Readonly<Record<FailureCode, string>>
  readonly receipt: {
    readonly day: (on: DayWords) => string
    readonly startedDays: (on: string, act: string) => string
    readonly startedTime: (at: string, act: string) => string
    readonly startedByItself: string
    readonly holidayOff: (name: string, days: number) => string
    readonly weekendOff: (days: number) => string
    readonly makeUp: (on: string, number: number | null) => string
    readonly paused: (from: string, to: string | null, days: number) => string
    readonly extended: (period: string) => string
    readonly moved: (days: number) => string
    readonly due: (on: string, time: string) => string
    readonly fixed: Readonly<Record<'text' | 'before' | 'statement', (on: string) => string>>
    readonly capped: string
    readonly soft: string
    readonly provisional: (from: string, through: string) => string
    readonly standsStill: string
    readonly noLimit: string
  }
  readonly statuses: Readonly<Record<DutyStatus, string>>
  readonly parts: Readonly<Record<Part, string>>
  readonly holders: Readonly<Record<'requester' | 'office' | 'unit' | 'leader' | 'nobody', string>>
  /** What is asked for where an act could be about several items; and a field of one of them. */
  readonly item: string
  readonly ofItem: (place: number, field: string) => string
  readonly platform: string
  readonly formerPerson: string
  /** An act that was done more than once: when last, and how often. */
  readonly timesDone: (last: string, times: number) => string
  readonly yes: string
  readonly no: string
  readonly comma: string
  /** A colleague gave a matter into one's hand, with their word for it or none. */
  readonly handedToYou: (text: string) => string
  readonly withPart: (unit: string, part: string) => string
  /** When a rung was recorded, where that was later than it was reached. */
  readonly seenTo: string
  readonly rung: (duty: string, reached: RungSaid) => string
  /** What was just done was taken back by whoever did it. */
  readonly undone: (acts: readonly string[]) => string
  /** What stands for the title of a matter whose title is not public. */
  readonly untitled: (matter: string, number: string) => string
  /** Why nothing can be submitted under a text today. */
  readonly notInForce: (title: string, force: NotInForce) => string
  /** What an office has recorded of a text: the document, from when, until when. */
  readonly recordedForce: (force: {
    readonly instrument: string
    readonly from: string | null
    readonly to: string | null
  }) => string
  readonly kindMissing: (matter: string) => string
  readonly unknownParameter: (name: string, known: readonly string[]) => string
  /** Where in what was sent; with what may stand there. */
  readonly unknownKey: (at: string, known: readonly string[]) => string
  readonly kindNotBegun: (matter: string) => string
  readonly tryAgain: (seconds: number) => string
  readonly triesLeft: (count: number) => string
  readonly columns: Readonly<Record<LedgerColumn, string>>
  /** What is wrong with a layout of a ledger. */
  readonly layouts: {
    readonly name: (most: number) => string
    readonly tooMany: (most: number) => string
    readonly noSuchColumn: (column: string) => string
    readonly twice: string
    readonly gone: (name: string) => string
  }
  /** What a ledger is called, as a sheet and as a file. */
  readonly ledgers: Readonly<Record<'matters' | 'duties', string>>
}

/** What a rung that was reached did, in names. */
export type RungSaid = {
  readonly alert: string | null
  readonly urged: readonly string[]
  readonly deducted: number
  readonly criticisms: number
  readonly referred: string | null
}

/** Columns of an exported ledger. */
export type LedgerColumn =
  | 'number'
  | 'title'
  | 'category'
  | 'channel'
  | 'stage'
  | 'receivedAt'
  | 'updatedAt'
  | 'units'
  | 'alert'
  | 'nextDueAt'
  | 'publishedAt'
  | 'source'
  | 'sourceNumber'
  | 'writtenAt'
  | 'duty'
  | 'unit'
  | 'status'
  | 'openedAt'
  | 'dueAt'
  | 'metAt'
  | 'workdaysLate'
  | 'deducted'
  | 'criticisms'
