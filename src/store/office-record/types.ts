import type { NewAudit } from '../administration/types.js'
import type { AttachmentInfo, StoredFile } from '../attachment-types.js'
import type { DayText, EventRow, GovernmentId, Head, Instant, NewEvent, NewNotice } from '../types.js'

/** What an office did, or let pass, under one regulation; `act` is the duty, `data.period` says for which of its rounds. */
export type LoadedOfficeRecord = {
  readonly since: DayText
  readonly head: Head
  readonly events: readonly EventRow[]
}

export type OfficeAppend = {
  readonly regulation: string
  /** As loaded; where somebody was faster, nothing is written. */
  readonly expected: Head
  readonly events: readonly NewEvent[]
  readonly notices: readonly NewNotice[]
  readonly audit: NewAudit | null
  /** Files uploaded before, now belonging to this record. */
  readonly attachments: readonly string[]
  readonly lookAt: Instant | null
  readonly at: Instant
}

export type OfficeDue = { readonly government: GovernmentId; readonly regulation: string }

/** 机构记录. The office's own record: one chain for each regulation it works under. */
export type OfficeRecordStore = {
  /** Begins the record, once; says since when it counts. */
  begin(government: GovernmentId, asked: { regulation: string; since: DayText; lookAt: Instant }): Promise<DayText>
  load(government: GovernmentId, regulation: string): Promise<LoadedOfficeRecord | null>
  /** Null: somebody was faster. */
  append(government: GovernmentId, append: OfficeAppend): Promise<Head | null>
  /** Takes what is due: of every government, or of one whose clock runs ahead. */
  takeDue(asked: {
    government: GovernmentId | null
    due: Instant
    now: Instant
    limit: number
    lease?: number
  }): Promise<readonly OfficeDue[]>
  nextLookAt(): Promise<Instant | null>
  /** Looks again at everything: the calendar or the regulation has changed. */
  lookAgain(government: GovernmentId, at: Instant): Promise<void>
  listFiles(government: GovernmentId, regulation: string): Promise<readonly AttachmentInfo[]>
  readFile(government: GovernmentId, regulation: string, attachment: string): Promise<StoredFile | null>
}
