import type { DayText, EventRow, Gate, GovernmentId, Instant, MatterId, QueuedDuty } from '../types.js'

/** A duty of the office in one of its rounds. */
export type RoundKey = { readonly officeDuty: string; readonly round: string }

/** Such a duty as the matter of its round has it. */
export type RoundRow = QueuedDuty & RoundKey & { readonly holder: string; readonly isLate: boolean }

/** What an office did before its rounds were matters: an event of the record that it kept apart, with its link in that chain. */
export type ApartEvent = Pick<EventRow, 'seq' | 'act' | 'kind' | 'by' | 'at' | 'recordedAt' | 'data' | 'hash'> & {
  readonly regulation: string
  readonly round: string
}

/** 期次. Since when an office owes its rounds under a regulation, when the next one opens, and those that have. */
export type RoundStore = {
  /** Begins, once; says since when it counts. */
  begin(government: GovernmentId, asked: { regulation: string; since: DayText; lookAt: Instant }): Promise<DayText>
  /** Offices where something opens by now, or was to be tried again: of every government, or of one whose clock runs ahead. */
  takeDue(asked: { government: GovernmentId | null; due: Instant; now: Instant }): Promise<readonly GovernmentId[]>
  /** When to open the next; null: never by itself. */
  lookAt(government: GovernmentId, regulation: string, at: Instant | null): Promise<void>
  nextLookAt(): Promise<Instant | null>
  /** Looks again at everything: the calendar or the regulation has changed. */
  lookAgain(government: GovernmentId, at: Instant): Promise<void>
  listOpened(government: GovernmentId, regulation: string): Promise<readonly RoundKey[]>
  /** Newest first. */
  listRounds(government: GovernmentId, query: { gate: Gate; limit: number }): Promise<readonly RoundRow[]>

  /** Whether anything is still kept apart. */
  isApart(): Promise<boolean>
  listApart(government: GovernmentId): Promise<readonly ApartEvent[]>
  /** Notices that told of it tell of the matter from now on. */
  moveNotice(
    government: GovernmentId,
    from: { regulation: string; seq: number },
    to: { matter: MatterId; seq: number },
  ): Promise<void>
  /** All of it stands in matters: the tables that kept it apart go. */
  endApart(): Promise<void>
}
