import type { Clock } from '../clocks/clock.js'
import type { ActEvent, Actor, MatterEvent } from '../events/event.js'
import type { ClauseRef } from '../rules/clause.js'
import type { Mark } from '../rules/meaning.js'
import type { Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import type { Part, Payload } from '../values/value.js'

/** 承办. A unit's share in a matter. */
export type AssignmentState = {
  readonly id: number
  readonly unit: string
  readonly part: Part
  /** The share that was handed on to it. */
  readonly above: number | null
  readonly stage: string
  readonly since: Instant
  readonly endedAt: Instant | null
  readonly facts: Payload
}

/** Nothing is owed under it any more: done, over by silence, or cancelled. */
export type SettledStatus = 'met' | 'lapsed' | 'cancelled'

export type DutyStatus = 'open' | 'paused' | 'overdue' | SettledStatus

/** What a condition may ask of a duty: its status, or whether points stand on its holder's record for it. */
export type AskedStatus = DutyStatus | 'deducted'

export function isSettled(status: DutyStatus): status is SettledStatus {
  switch (status) {
    case 'met':
    case 'lapsed':
    case 'cancelled':
      return true
    case 'open':
    case 'paused':
    case 'overdue':
      return false
    default:
      return unreachable(status)
  }
}

/** 子项 as it stands. */
export type ItemState = {
  readonly id: number
  readonly kind: string
  readonly assignment: number | null
  /** The item below which it stands. */
  readonly above: number | null
  readonly stage: string
  readonly since: Instant
  /** The event that stated it. */
  readonly addedBy: number
  readonly endedAt: Instant | null
  readonly facts: Payload
}

/** A rung that was reached: at which moment, for which due time. */
export type ReachedRung = {
  readonly rung: string
  readonly at: Instant
  readonly due: Instant
  readonly isRecorded: boolean
  /** Known only by a day that was put right once the duty was done: it weighs on the record and asks nobody for anything. */
  readonly isHindsight: boolean
}

/** 义务 as it stands at the moment asked for. */
export type DutyState = {
  /** Unique within the matter: `conclude#1`, in the order they were opened. */
  readonly key: string
  readonly duty: string
  readonly holder: string
  /** The unit that owes it; null where the office or another owes it, even if in a unit's share. */
  readonly unit: string | null
  /** The person who alone owes it; null where everybody of the role does. */
  readonly person: string | null
  readonly assignment: number | null
  /** The item in which it is owed. */
  readonly item: number | null
  readonly status: DutyStatus
  readonly openedAt: Instant
  /** The event that opened it, or 0 where a due time or a rung did. */
  readonly openedBy: number
  /** Exclusive: 24:00 of the last day. Null: no time is stated, or the clock stands still. */
  readonly dueAt: Instant | null
  /** From when on it is late, unless it is met before; null where nothing makes it late: soft, held, paused, without a time, over. */
  readonly lateAt: Instant | null
  readonly isProvisional: boolean
  /** When it was met, or lapsed. */
  readonly metAt: Instant | null
  /** Met or not, the due time passed before it was met. */
  readonly isLate: boolean
  readonly workdaysLate: number
  /** A request for extension made in time is undecided: nothing is late meanwhile. */
  readonly isHeld: boolean
  readonly alert: string | null
  readonly reached: readonly ReachedRung[]
  /** Points taken from the holder's record. */
  readonly deducted: number
  /** What was reached until then weighs no more; null: nothing was forgiven. */
  readonly forgivenAt: Instant | null
  /** 通报批评. How often the holder is to be named in a bulletin. */
  readonly criticisms: number
  readonly extensions: number
  readonly clock: Clock
  /** Where several limits applied: the one that ended first, by its place in the rule. */
  readonly chosenLimit: number
  /** The clauses that it rests on as the facts stand: not those of an option that was not chosen. */
  readonly clause: readonly ClauseRef[]
}

/** Who had the matter in hand, at which stage of it, from when. */
export type Holding = {
  readonly by: 'requester' | 'office' | 'unit' | 'leader' | 'nobody'
  readonly unit: string | null
  readonly stage: string
  readonly from: Instant
}

/** How one level stands: signed (by nobody where silence did), passed over by one who signed later, asked now, still to come, or not asked of such a matter. */
export type LevelState =
  | {
      readonly level: string
      readonly standing: 'signed'
      readonly by: ActEvent | null
      readonly at: Instant
      readonly isJump: boolean
    }
  | { readonly level: string; readonly standing: 'passed' | 'waiting' | 'ahead' | 'unasked' }

/** 签批 as it stands: which level has it (or `unsent`, `returned`, `signed`), and how each stands. */
export type SignOffState = {
  readonly signOff: string
  readonly assignment: number | null
  readonly standing: string
  readonly levels: readonly LevelState[]
}

/** 事项 as it stands: the outcome of the arrow. */
export type MatterState = {
  readonly stage: string
  readonly facts: Payload
  readonly assignments: readonly AssignmentState[]
  readonly items: readonly ItemState[]
  readonly duties: readonly DutyState[]
  readonly holdings: readonly Holding[]
  readonly marks: readonly Mark[]
  /** Texts that are signed level by level, as far as they were sent up. */
  readonly signOffs: readonly SignOffState[]
  readonly lastSeq: number
  readonly lastAt: Instant | null
  /** Acts done, by name, with who did them: for limits by number and for a second pair of eyes. */
  readonly done: readonly { readonly act: string; readonly by: Actor; readonly at: Instant; readonly assignment: number | null }[]
  readonly events: readonly MatterEvent[]
}
