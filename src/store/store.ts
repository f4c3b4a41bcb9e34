import type { AccountsStore } from './accounts/accounts-store.js'
import type { AdministrationStore } from './administration/index.js'
import type { AttachmentInfo, NewAttachment, StoredFile } from './attachment-types.js'
import type { Written } from './context.js'
import type { Desk, DeskAsked } from './desk/desk-types.js'
import type { UnheldAsked, UnheldRole } from './desk/unheld-roles.js'
import type { DocumentsStore } from './documents/documents-store.js'
import type { DraftsStore } from './drafts/drafts-store.js'
import type { NotesStore } from './notes/notes-store.js'
import type { Reader } from './notices.js'
import type { FirstGovernment } from './offices.js'
import type { MatterFilter } from './overview/matter-filter.js'
import type { OverviewStore } from './overview/overview-store.js'
import type { PackagesStore } from './packages/packages-store.js'
import type { Lists, MomentsAsked, PastAsked } from './past/types.js'
import type { PatternsStore } from './patterns/index.js'
import type { VerifyOptions, VerifyReport, Witness } from './proof/verification-types.js'
import type { AlikeActs, RecentAct } from './recent-acts.js'
import type { RulesStore } from './regulation-page/rules-store.js'
import type { ReportsStore } from './reports/reports-store.js'
import type { CodeRenewal, NamesAsked, RequesterNamed, Sought } from './requester.js'
import type { RetentionStore } from './retention/retention-store.js'
import type { RoundStore } from './rounds/index.js'
import type { SelectionsStore } from './selections/selections-store.js'
import type { StatisticsStore } from './statistics/index.js'
import type {
  Account,
  AccountRole,
  Append,
  CappedCount,
  DueMatter,
  DutyFilter,
  ExportedMatter,
  Gate,
  Government,
  GovernmentId,
  Head,
  HeldSession,
  Identity,
  IdentityOpening,
  Instant,
  JsonObject,
  LoadedMatter,
  MatterId,
  MatterRow,
  NewNotice,
  NewSession,
  NoticeRow,
  Page,
  PageOf,
  QueuedDuty,
  ReservedMatter,
  Sender,
  Submission,
  SubmitOutcome,
  Unit,
} from './types.js'

/** Everything the app can ask of the database. */
export type Store = {
  /** What administrators change; each change with its entry in the log. */
  readonly administration: AdministrationStore
  /** Second factors, and sessions as their person sees them. */
  readonly accounts: AccountsStore
  /** Saved views, matters that name each other, the supervision board and its slips. */
  readonly overview: OverviewStore
  readonly drafts: DraftsStore
  /** What colleagues tell each other about a matter, and who has it in hand. */
  readonly notes: NotesStore
  readonly documents: DocumentsStore
  /** What leaves the house as proof of a matter. */
  readonly packages: PackagesStore
  /** Which matters were chosen for an act, among which. */
  readonly selections: SelectionsStore
  /** What may go after its term, what was decided of it, and what holds it back. */
  readonly retention: RetentionStore
  /** Counts of a span of days, and the matters behind each. */
  readonly statistics: StatisticsStore
  readonly patterns: PatternsStore
  /** Reports that people keep, and those made on a schedule. */
  readonly reports: ReportsStore
  /** Figures of a regulation's page, and matters to replay. */
  readonly rules: RulesStore
  /** When the calendar opens what the office itself owes. */
  readonly rounds: RoundStore

  // matters: writing
  reserveMatter(government: GovernmentId): Promise<ReservedMatter>
  submit(government: GovernmentId, submission: Submission): Promise<SubmitOutcome>
  /** Throws `Conflict` when the matter has moved on since it was loaded. */
  append(government: GovernmentId, append: Append): Promise<Head>

  // matters: reading. Without a gate nothing is read; a matter outside the gate is not there.
  loadMatter(government: GovernmentId, matter: MatterId, gate: Gate): Promise<LoadedMatter | null>
  findByNumber(government: GovernmentId, number: string, gate: Gate): Promise<MatterRow | null>
  findByNumbers(government: GovernmentId, numbers: readonly string[], gate: Gate): Promise<readonly MatterRow[]>
  findImported(government: GovernmentId, source: string, id: string): Promise<MatterId | null>
  readonly listMatters: Lists['listMatters']
  readonly countedMatters: Lists['countedMatters']
  countMatters(government: GovernmentId, query: { filter?: MatterFilter; gate: Gate }): Promise<CappedCount>
  exportMatters(government: GovernmentId, query: { filter?: MatterFilter; gate: Gate }): AsyncIterable<ExportedMatter>
  /** What the public may read: published matters, newest first. */
  searchPublished(government: GovernmentId, query: { text?: string; category?: string; page?: Page }): Promise<PageOf<MatterRow>>
  /** Open duties of these holders by due time: the to-do list. */
  readonly dutyQueue: Lists['dutyQueue']
  readonly dutyDesk: Lists['dutyDesk']
  /** The same lists as they stood at a moment; `work` must not keep them. */
  asOf<T>(government: GovernmentId, asked: PastAsked, work: (lists: Lists) => Promise<T>): Promise<T>
  /** At each of several moments in their order; what nothing touched between two of them is worked out once. */
  asOfEach(government: GovernmentId, asked: MomentsAsked, work: (lists: Lists, asOf: Instant) => Promise<void>): Promise<void>
  /** Open duties of these holders in groups, in each by due time, then by how long they have waited. A page goes on with one group. */
  desk(government: GovernmentId, asked: DeskAsked): Promise<Desk>
  /** Seats on whose desk duties lie and that nobody who can sign in holds. */
  listUnheld(government: GovernmentId, asked: UnheldAsked): Promise<readonly UnheldRole[]>
  /** For ledgers, bulletins, assessments: every duty, met ones too. */
  exportDuties(government: GovernmentId, query: { filter?: DutyFilter; gate: Gate }): AsyncIterable<QueuedDuty>

  /** What was stated by these acts in matters whose answers share pieces with a text, and by a unit in those that moved last. */
  actsAlike(government: GovernmentId, asked: AlikeActs): Promise<readonly RecentAct[]>
  /** What a role outside the units did since a moment, newest first. */
  readonly recentActsOfRole: Lists['recentActsOfRole']
  /** In how many matters an account has acted since a moment, and has not taken it back. */
  countActedOn(government: GovernmentId, query: { account: string; since: Instant; gate: Gate }): Promise<number>

  // time
  /** Takes up to `limit` matters whose time to look again has come; nobody else gets them until `lease` milliseconds later. */
  takeDue(now: Instant, limit: number, lease?: number): Promise<readonly DueMatter[]>
  nextLookAt(): Promise<Instant | null>
  /** Tells of every write of this process: when to look next, what changed. Returns how to stop listening. */
  onWritten(listener: (written: Written) => void): () => void

  // requester
  /** Takes as long, and writes as little, whether there is such a number or not. Who may ask is counted before. */
  isQueryCode(government: GovernmentId, number: string, code: string): Promise<boolean>
  /** Opens the requester's identity and records who did, in one transaction. Null: none is stored. */
  openIdentity(government: GovernmentId, opening: IdentityOpening): Promise<Identity | null>
  /** Gives a new query code in place of all before it, and records who did, in one transaction. Answers the code: it is kept nowhere. */
  renewCode(government: GovernmentId, renewal: CodeRenewal): Promise<string>
  /** When a code was last given in place of a lost one; null: never. */
  codeRenewedAt(government: GovernmentId, matter: MatterId): Promise<Instant | null>
  /** The matters of whoever has this whole name or number, the latest first; no identity is opened for it. */
  mattersOfRequester(
    government: GovernmentId,
    asked: { readonly who: string; readonly gate: Gate; readonly most: number },
  ): Promise<readonly MatterId[]>
  /** Those of these names by which somebody wrote, but not the excepted matter, each with the latest matters of theirs; no identity is opened for it. */
  requestersNamed(government: GovernmentId, asked: NamesAsked): Promise<readonly RequesterNamed[]>
  /** Notes in the log that it was asked who wrote, and with each of these matters that it was found so. */
  recordSought(government: GovernmentId, sought: Sought): Promise<void>
  /** Marks the requesters of matters from before there were such marks. */
  markRequesters(government: GovernmentId): Promise<number>

  // attachments
  addAttachment(government: GovernmentId, attachment: NewAttachment): Promise<AttachmentInfo>
  readAttachment(government: GovernmentId, attachment: string, gate: Gate): Promise<StoredFile | null>
  filesNamed(government: GovernmentId, matter: MatterId, attachments: readonly string[]): Promise<readonly AttachmentInfo[]>
  openSealedFile(government: GovernmentId, opening: IdentityOpening & { readonly attachment: string }): Promise<Uint8Array | null>
  /** Bytes of files that belong to nothing yet. */
  unclaimedBytes(government: GovernmentId): Promise<number>
  /** Removes files that belong to nothing and came before; answers how many. */
  removeUnclaimed(before: Instant): Promise<number>

  // governments, units, accounts, sessions
  listGovernments(): Promise<readonly Government[]>
  findGovernment(government: GovernmentId): Promise<Government | null>
  putGovernment(government: Government): Promise<void>
  listUnits(government: GovernmentId): Promise<readonly Unit[]>
  putUnits(government: GovernmentId, units: readonly Unit[]): Promise<void>
  listAccounts(government: GovernmentId): Promise<readonly Account[]>
  findAccount(government: GovernmentId, by: { account: string } | { login: string }): Promise<Account | null>
  /** Creates or replaces, roles included. */
  putAccount(government: GovernmentId, account: Account): Promise<void>
  setRoles(government: GovernmentId, account: string, roles: readonly AccountRole[]): Promise<void>
  createSession(government: GovernmentId, session: NewSession): Promise<void>
  findSession(token: string, now: Instant): Promise<HeldSession | null>
  endSession(token: string): Promise<void>
  endSessionsOf(government: GovernmentId, account: string): Promise<void>
  createSetupLink(token: string, at: Instant): Promise<void>
  /** Whether it was given out and serves still. */
  isSetupLink(token: string): Promise<boolean>
  /** The first government and who administers it, all or nothing; true once and only once for a link. */
  setUp(first: FirstGovernment): Promise<boolean>
  hasAnyAccount(): Promise<boolean>

  // notices
  addNotices(government: GovernmentId, notices: readonly NewNotice[], at: Instant): Promise<void>
  listNotices(government: GovernmentId, reader: Reader, page?: Page): Promise<PageOf<NoticeRow>>
  countUnread(government: GovernmentId, reader: Reader): Promise<CappedCount>
  markRead(government: GovernmentId, reader: Reader, ids: readonly number[]): Promise<void>

  // calendar: local days off of one government
  readCalendarOverlay(government: GovernmentId): Promise<JsonObject>
  putCalendarOverlay(government: GovernmentId, days: JsonObject): Promise<void>

  // operation
  /** Removes what has lapsed: sessions, idempotency keys older than a week, counted tries. Run it now and then. */
  tidy(now: Instant): Promise<void>
  verify(options?: VerifyOptions): Promise<VerifyReport>
  /** Witnesses what was written since the last time, in every government; the new ones. */
  witness(at: Instant): Promise<readonly Witness[]>
  startDeliveries(sender: Sender, clock: () => Instant): { stop(): Promise<void> }
  /** Throws `StoreUnavailable` when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
