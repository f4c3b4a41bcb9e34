import type { AttachmentInfo } from './attachment-types.js'
import type { MarkRow } from './mark-row.js'
import type { Messages, OutboxRow } from './message-types.js'
import type { DayText, GovernmentId, Instant, Json, JsonObject, MatterId } from './plain-types.js'
import type { Indexed } from './search/indexed.js'

/**
 * What goes into the store and comes out: plain data, no knowledge of any regulation.
 * Every row belongs to a government (the tenant); every method that touches one takes its id first.
 */

export type { MarkRow } from './mark-row.js'
export type * from './message-types.js'
export type * from './plain-types.js'

// ---- who may see ----

/**
 * What a viewer may see, as data; applied in one place to lists, counts, search, duties, exports and reads.
 * A matter is shown when the scope reaches it, it is hidden from none of `notHiddenFrom` (whoever the viewer is by name), and from none of
 * `exceptions.from` (the viewer's role and seat) or else shown to one of `exceptions.unless` by name.
 */
export type Gate = {
  readonly scope: 'all' | 'none' | { readonly units: readonly string[] }
  readonly notHiddenFrom: readonly string[]
  readonly exceptions?: { readonly from: readonly string[]; readonly unless: readonly string[] }
  /** Rounds of what the office itself owes stand in no list of what people sent in unless asked for; what was destroyed is counted, not read. */
  readonly rounds?: 'beside' | 'only'
  readonly tombstones?: 'beside'
}

export const seesAll: Gate = { scope: 'all', notHiddenFrom: [] }

/** The projection of a matter: what lists show and sort by. Made by the app from the events; replaced as a whole. */
export type MatterProjection = {
  readonly regulation: string
  readonly regulationVersion: string
  /** The duty of the office and its round, of a matter that the calendar opened; null for what people sent in. */
  readonly officeDuty: string | null
  readonly round: string | null
  readonly stage: string
  /** What the requester is told it is at. */
  readonly shownState: string
  readonly category: string | null
  readonly channel: string | null
  readonly title: string
  readonly receivedAt: Instant
  readonly updatedAt: Instant
  /** When the arrow must run again although nobody acts. */
  readonly lookAt: Instant | null
  readonly nextDueAt: Instant | null
  readonly alert: string | null
  readonly alertRank: number
  readonly publishedAt: Instant | null
  /** Whom it reaches: units with a share, and viewers that a rule on its facts lets see it. */
  readonly units: readonly string[]
  /** Whom it is hidden from: a unit or person that must not know of it, and viewers that a rule on its facts shuts out. */
  readonly hiddenFrom: readonly string[]
  readonly facts: JsonObject
  /** What a full-text search finds the matter by; title and body, never the identity. */
  readonly searchText: string
  /** What anybody may read of it; empty while it is not published. */
  readonly publicText: string
  /** Numbers of other matters that this one names. */
  readonly links?: readonly string[]
  readonly assignments: readonly AssignmentRow[]
  readonly duties: readonly DutyRow[]
  readonly marks: readonly MarkRow[]
}

/** What the rows are made from that stand beside the matter's own: its shares, duties, marks, and the words it is found by. */
export type RowsBeside = Indexed & Pick<MatterProjection, 'assignments' | 'duties' | 'marks'>

export type AssignmentRow = {
  readonly id: number
  readonly unit: string
  readonly part: string
  readonly stage: string
  readonly since: Instant
  readonly endedAt: Instant | null
}

export type DutyStatus = 'open' | 'paused' | 'met' | 'lapsed' | 'overdue' | 'cancelled'

export type DutyRow = {
  /** Unique within the matter: `conclude#1`. */
  readonly key: string
  readonly duty: string
  /** The role that holds it. */
  readonly holder: string
  readonly unit: string | null
  /** The account of whoever alone owes it. */
  readonly person: string | null
  readonly assignment: number | null
  readonly itemName: string | null
  readonly status: DutyStatus
  readonly openedAt: Instant
  readonly dueAt: Instant | null
  /** From when on it is late unless it is met before; null where nothing makes it late. Whoever asks what is late compares this. */
  readonly lateAt: Instant | null
  readonly dueOn: DayText | null
  readonly isProvisional: boolean
  readonly metAt: Instant | null
  readonly isLate: boolean
  readonly workdaysLate: number
  readonly isHeld: boolean
  readonly alert: string | null
  readonly alertRank: number
  readonly deducted: number
  readonly criticisms: number
}

/** A matter as lists show it. */
export type MatterRow = Omit<MatterProjection, 'searchText' | 'publicText' | 'links' | 'assignments' | 'duties' | 'marks'> & {
  readonly government: GovernmentId
  readonly matter: MatterId
  /** Ten digits. */
  readonly number: string
  /** The seq of the last event. */
  readonly revision: number
  /** The person record of the requester, opened only through `openIdentity`. */
  readonly requester: number | null
  readonly destroyedAt: Instant | null
}

/** A matter of an export, with what an import kept of where it came from. */
export type ExportedMatter = MatterRow & { readonly origin: Json }

export type EventBy = {
  readonly role: string
  readonly unit?: string | null
  readonly account?: string | null
  readonly behalf?: string
}

export type NewEvent = {
  /** The act done (`dispatch`); for an event that is no act, what it is about (a rung, a deadline). */
  readonly act: string
  /** What is recorded (`dispatched`). */
  readonly kind: string
  readonly by: EventBy
  readonly at: Instant
  readonly recordedAt: Instant
  readonly data: JsonObject
}

/** An event as a matter is folded from it. */
export type RecordedEvent = NewEvent & { readonly seq: number }

export type EventRow = RecordedEvent & {
  readonly algorithm: string
  /** Hex of the hash of the event before; empty for the first. */
  readonly previous: string
  readonly hash: string
}

/** Where a matter's chain of events ends; hand it back to append. */
export type Head = { readonly revision: number; readonly hash: string }

export type LoadedMatter = {
  readonly row: MatterRow
  readonly head: Head
  readonly events: readonly RecordedEvent[]
  readonly files: readonly AttachmentInfo[]
  /** Who opened the requester's identity. */
  readonly openings: readonly AccessRecord[]
}

/** The person behind a matter, sealed before it reaches the database. Which fields there are is the app's affair. */
export type Identity = JsonObject

/** A matter id and its number, drawn before anything is written, so that events can be hashed. */
export type ReservedMatter = { readonly matter: MatterId; readonly number: string; readonly queryCode: string }

export type IdempotencyKey = {
  readonly key: string
  /** The request as received; a second request under the same key must be the same. */
  readonly request: string
  /** The answer to repeat. */
  readonly response: Json
}

export type Submission = Messages & {
  readonly reserved: ReservedMatter
  readonly events: readonly NewEvent[]
  readonly projection: MatterProjection
  readonly identity?: Identity
  /** Attachments uploaded before, now belonging to this matter. */
  readonly attachments?: readonly string[]
  readonly idempotency?: IdempotencyKey
  /** What other matters hear of it: all is written or nothing. */
  readonly hears?: readonly Append[]
  /** For imports: the source's own id of this matter. */
  readonly source?: { readonly source: string; readonly id: string }
  /** When it is written; the projection is as of this moment. */
  readonly at: Instant
}

export type SubmitOutcome =
  | { readonly kind: 'recorded'; readonly matter: MatterId; readonly number: string; readonly head: Head }
  /** The same key and request came before: this was the answer. */
  | { readonly kind: 'repeated'; readonly response: Json }
  /** The source's id was imported before. */
  | { readonly kind: 'alreadyImported'; readonly matter: MatterId }

/** A matter as it was found. */
export type Held = Pick<Append, 'matter' | 'expected'>

export type Append = Messages & {
  readonly matter: MatterId
  /** As loaded; when events came in between, `Conflict` is thrown. */
  readonly expected: Head
  /** May be empty: the projection is renewed, nothing happened (a new calendar, a passed due time). */
  readonly events: readonly NewEvent[]
  readonly projection: MatterProjection
  /** From what the rows beside it were made as far as is known: where that is so, only what differs is written. */
  readonly before?: RowsBeside
  readonly attachments?: readonly string[]
  /** What the requester adds to who they are; `by` opens what is known of them for it. Written with the events or not at all. */
  readonly identity?: { readonly more: Identity; readonly by: string }
  /** By which the answers in it are found by another that repeats one. */
  readonly pieces?: readonly string[]
  /** Matters that begin with it: all is written or nothing. */
  readonly begins?: readonly Submission[]
  /** What other matters hear of it, and matters that must stand as they were found: the same. */
  readonly hears?: readonly Append[]
  readonly holds?: readonly Held[]
  /** Written only where no paper that was issued of the matter since then stands: else `Conflict`. */
  readonly unlessOnPaperSince?: Instant
  /** What this person has begun to fill in for these acts is sent with it, and gone: in the same statement. */
  readonly sent?: { readonly by: string; readonly acts: readonly string[] }
  /** When it is written; the projection is as of this moment. */
  readonly at: Instant
}

// ---- lists ----

/** Newest received first, last changed first, or next due first (then only matters in which something is due). */
export type MatterSort = 'received' | 'updated' | 'due'

/** Which page: everything after the row the key names. The key is opaque; take it from the page before. */
export type Page = { readonly after?: string; readonly limit?: number }
export type PageOf<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** At most `cappedAt`: counting further costs more than anyone learns from it. */
export type CappedCount = { readonly count: number; readonly isCapped: boolean }

export type DutyHolder = { readonly role: string; readonly unit: string | null }

/** Whose duties: of these holders, those that anybody of them owes and those that one of these persons (accounts) alone owes. */
export type DutyQueue = {
  readonly holders: readonly DutyHolder[]
  readonly persons?: readonly string[]
  /** Whose keepers are told with the rows; where no house is named, nobody's. */
  readonly house?: string | null
  /** Only what this account of the house has in hand, beside what names one of the persons; where none is named, everything. */
  readonly keptBy?: string | null
  readonly gate: Gate
}

/** What lists show of a duty and of its matter. */
export type QueuedDuty = Pick<
  DutyRow,
  | ('key' | 'duty' | 'unit' | 'itemName' | 'status' | 'openedAt' | 'dueAt' | 'isProvisional' | 'metAt')
  | ('lateAt' | 'workdaysLate' | 'isHeld' | 'alert' | 'deducted' | 'criticisms')
> &
  Pick<
    MatterRow,
    ('matter' | 'number' | 'title' | 'category' | 'channel') | ('regulation' | 'regulationVersion' | 'officeDuty' | 'round')
  > & {
    /** Who of the house has the matter in hand; told where a house is named. */
    readonly keeper?: string | null
  }

/** Part of a queue: what is late by a moment and not by an earlier one, or what has no due time. */
export type DueWindow = { readonly lateAfter?: Instant; readonly lateBy: Instant } | 'undated' | 'all'

/** How many duties stand in a queue, late ones, those due later today, those without a time: each counted to a thousand and no further. */
export type QueueCounts = { readonly [each in 'open' | 'overdue' | 'today' | 'soon' | 'undated']: number }

export type DutyFilter = {
  readonly duties?: readonly string[]
  readonly holders?: readonly DutyHolder[]
  readonly units?: readonly string[]
  readonly statuses?: readonly DutyStatus[]
  readonly openedFrom?: Instant
  readonly openedBefore?: Instant
  readonly dueBefore?: Instant
  readonly isLate?: boolean
}

export type DueMatter = { readonly government: GovernmentId; readonly matter: MatterId; readonly lookAt: Instant }

// ---- offices and people ----

export type Government = {
  readonly government: GovernmentId
  readonly name: string
  /** Two digits at the head of every number of this government; unique. */
  readonly numberPrefix: number
  readonly regulation: string
  readonly regulationVersion: string
  readonly settings: JsonObject
  /** 演练. Whether its clock may run ahead. `rehearses`: of which government it is a copy to practise in. */
  readonly isRehearsal?: boolean
  readonly aheadMs?: number
  readonly rehearses?: GovernmentId | null
}

export type Unit = {
  readonly unit: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  /** Later names, each from its day. */
  readonly names?: readonly { readonly since: DayText; readonly name: string }[]
  /** The unit it was merged into, from a day. */
  readonly successor?: string | null
  readonly mergedOn?: DayText | null
  /** 机关代字. What the numbers of its own papers begin with; without it they are not numbered here. What is put anew keeps those it had. */
  readonly paperWords?: string | null
}

export type AccountRole = { readonly role: string; readonly unit: string | null }

export type Account = {
  readonly account: string
  readonly login: string
  readonly name: string
  /** As made by the password hasher; null: cannot sign in with a password. */
  readonly passwordHash: string | null
  readonly isAdmin: boolean
  readonly isDisabled: boolean
  readonly roles: readonly AccountRole[]
  /** 审计员. Reads the log, and nothing else by this. */
  readonly isAuditor?: boolean
  /** Where links of the account are sent, where anything can be sent. */
  readonly contact?: string
  /** Somebody else may know the password. */
  readonly mustChange?: boolean
  /** 名单. The list of known requesters on which they stand, and what they are there; absent or empty: one of the staff. */
  readonly list?: string
  readonly standing?: string
  /** As read; never written with the account. */
  readonly hasSecondFactor?: boolean
}

export type NewSession = {
  /** The opaque token given to the browser; only its hash is stored. */
  readonly token: string
  readonly account: string
  readonly csrf: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** Whence, and by which browser as it names itself; for the person alone. */
  readonly address?: string
  readonly agent?: string
}

export type Session = {
  readonly id: number
  readonly government: GovernmentId
  readonly account: string
  readonly csrf: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly seenAt: Instant
}

/** A session with the account that holds it. */
export type HeldSession = Session & { readonly holder: Account | null }

/** One of a person's own sessions, as they are shown it. */
export type OwnSession = Pick<Session, 'id' | 'createdAt' | 'seenAt'> & { readonly address: string; readonly agent: string }

export type IdentityOpening = {
  readonly matter: MatterId
  readonly account: string
  readonly at: Instant
  /** Which part was opened: `identity`, `phone`… */
  readonly what: string
  readonly reason: string
  /** What is opened stands in the events, too: it is recorded where nothing is sealed beside them. */
  readonly isInEvents?: boolean
}

export type AccessRecord = Omit<IdentityOpening, 'isInEvents'> & { readonly id: number }

// ---- sending ----

/** Sends one message out; must be able to recognise `key` as sent before. Throwing means: try again later. */
export type Sender = (message: OutboxRow & { readonly key: string }) => Promise<void>
