import { confirmSecondFactor, type FactorConfirmed, removeSecondFactor } from '../accounts/second-factor.js'
import type { Context } from '../context.js'
import { asEveryGovernment, asGovernment, asNoGovernment, elsewhere, type Query } from '../database/transaction.js'
import { type NewTemplate, putTemplate } from '../documents/own-templates.js'
import type { Keys } from '../keys/keys.js'
import { type Handing, hand } from '../notes/notes-store.js'
import { addGovernment, findAccount, putAccount, putUnits } from '../offices.js'
import { endSessionsOf } from '../sessions.js'
import type { Account, DayText, DueMatter, Government, GovernmentId, Instant, JsonObject, Page, PageOf, Unit } from '../types.js'
import { addAccountLink, findAccountLink, setPasswordHash, spendAccountLink } from './account-links.js'
import { accountRevision } from './account-revision.js'
import { addAudit, listAudit } from './audit.js'
import { addCalendarChange, listCalendarChanges, putCalendar } from './calendar-changes.js'
import { type Emblem, findEmblem, putEmblem } from './emblems.js'
import {
  becomeRehearsal,
  changeGovernment,
  chooseSettings,
  governmentRevision,
  governmentsAhead,
  isEmpty,
  leaveRehearsal,
  lookAgainFrom,
  moveAhead,
  patchSettings,
  takeDueIn,
} from './governments.js'
import { type LeftAsked, type LeftBy, leftBy } from './left-by.js'
import { cutLog, type ShippedEntry, shipLog } from './log-keeping.js'
import { discardRehearsal } from './rehearsals.js'
import { addStandardText, changeStandardText, listStandardTexts, removeStandardText } from './standard-texts.js'
import { addSubstitute, endSubstitute, listSubstitutes } from './substitutes.js'
import type {
  AccountLink,
  AuditFilter,
  AuditRow,
  CalendarChange,
  NewAccountLink,
  NewAudit,
  NewCalendarChange,
  NewPassword,
  NewStandardText,
  NewSubstitute,
  StandardText,
  Substitute,
} from './types.js'
import { addUnit, classifyUnit, mergeUnit, moveUnit, nameNumbers, openShares, renameUnit } from './units.js'
import { listWaysIn, vouchFor, type WayIn } from './ways-in.js'

/** What an administrator changes, inside one transaction with the entry that tells of it. */
export type Changing = {
  /** What somebody had in hand goes into another, together with what takes it from them. False: it was not in that hand. */
  hand(handing: Handing): Promise<boolean>
  addStandardText(text: NewStandardText): Promise<number>
  changeStandardText(text: StandardText): Promise<StandardText>
  removeStandardText(asked: Pick<StandardText, 'id' | 'revision'>): Promise<StandardText>
  putUnits(units: readonly Unit[]): Promise<void>
  addUnit(unit: Pick<Unit, 'unit' | 'name' | 'kind' | 'parent'>): Promise<boolean>
  renameUnit(asked: { unit: string; name: string; since: DayText }): Promise<void>
  mergeUnit(asked: { unit: string; successor: string | null; on: DayText | null }): Promise<boolean>
  moveUnit(asked: { unit: string; parent: string | null }): Promise<boolean>
  classifyUnit(asked: { unit: string; kind: string }): Promise<boolean>
  nameNumbers(asked: { unit: string; paperWords: string | null }): Promise<boolean>
  /** Throws where somebody else changed the account since it was seen. */
  accountAsSeen(account: string, revision: number): Promise<Account>
  putAccount(account: Account): Promise<void>
  addAccountLink(link: NewAccountLink): Promise<void>
  spendAccountLink(token: string, at: Instant): Promise<boolean>
  setPasswordHash(given: NewPassword): Promise<boolean>
  vouchFor(account: string): Promise<void>
  /** All of them, all but one, or one alone. */
  endSessionsOf(account: string, which?: { but?: number; only?: number }): Promise<void>
  confirmSecondFactor(given: FactorConfirmed): Promise<boolean>
  removeSecondFactor(account: string): Promise<boolean>
  addSubstitute(given: NewSubstitute): Promise<number>
  endSubstitute(id: number, at: Instant): Promise<boolean>
  addCalendarChange(change: NewCalendarChange, seen: number): Promise<void>
  changeGovernment(change: { name?: string; regulationVersion?: string; settings: JsonObject; revision: number }): Promise<void>
  chooseSettings(settings: JsonObject): Promise<boolean>
  putEmblem(emblem: Emblem | null): Promise<void>
  putTemplate(made: NewTemplate): Promise<void>
  putCalendar(given: { readonly overlay: JsonObject; readonly changes: readonly CalendarChange[] }): Promise<void>
  becomeRehearsal(): Promise<boolean>
  leaveRehearsal(): Promise<boolean>
  moveAhead(aheadMs: number): Promise<boolean>
  lookAgainFrom(from: Instant, at: Instant): Promise<void>
  /** A further government, with what is done in it first and the entry of its own log; null: its id or its prefix is taken. */
  addGovernment<T>(government: Government, work: (changing: Changing) => Promise<{ done: T; entry: NewAudit }>): Promise<T | null>
}

/** 管理. Every change is recorded with who made it, or not made. */
export type AdministrationStore = {
  /** `work` answers null where nothing was changed: then nothing is recorded either. */
  change<T extends object>(
    government: GovernmentId,
    work: (changing: Changing) => Promise<{ done: T; entry: NewAudit } | null>,
  ): Promise<T | null>
  /** For what is no change but must be known. */
  record(government: GovernmentId, entry: NewAudit): Promise<void>
  listAudit(government: GovernmentId, filter: AuditFilter, page?: Page): Promise<PageOf<AuditRow>>
  /** Up to `most` entries that the target does not have yet; how many it has taken. */
  shipLog(
    government: GovernmentId,
    asked: { target: string; most: number; send: (entries: readonly ShippedEntry[]) => Promise<void> },
  ): Promise<number>
  /** Removes what was kept for its time and what every target has; how many entries. */
  cutLog(government: GovernmentId, asked: { at: Instant; targets: readonly string[] }): Promise<number>
  listStandardTexts(government: GovernmentId, of?: { act?: string; field?: string }): Promise<readonly StandardText[]>
  accountRevisions(government: GovernmentId): Promise<ReadonlyMap<string, number>>
  listSubstitutes(government: GovernmentId): Promise<readonly Substitute[]>
  findAccountLink(token: string): Promise<AccountLink | null>
  listWaysIn(government: GovernmentId): Promise<readonly WayIn[]>
  listCalendarChanges(government: GovernmentId): Promise<readonly CalendarChange[]>
  governmentRevision(government: GovernmentId): Promise<number>
  leftBy(government: GovernmentId, asked: LeftAsked): Promise<LeftBy>
  openShares(government: GovernmentId): Promise<ReadonlyMap<string, number>>
  isEmpty(government: GovernmentId): Promise<boolean>
  findEmblem(government: GovernmentId): Promise<Emblem | null>
  patchSettings(government: GovernmentId, settings: JsonObject): Promise<void>
  governmentsAhead(): Promise<readonly { government: GovernmentId; aheadMs: number }[]>
  /** Throws away a rehearsal beside this office, whole; false: there is none of that name. */
  discardRehearsal(office: GovernmentId, asked: { rehearsal: GovernmentId; entry: NewAudit }): Promise<boolean>
  takeDueIn(asked: { government: GovernmentId; due: Instant; now: Instant; limit: number }): Promise<readonly DueMatter[]>
}

export function administrationMethods({ database, keys }: Pick<Context, 'database' | 'keys'>): AdministrationStore {
  const of = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    asGovernment(database, government, work)
  return {
    change: (government, work) =>
      of(government, async (query) => {
        const made = await work(changing(query, keys, government))
        if (made === null) return null
        await addAudit(query, government, made.entry)
        return made.done
      }),
    record: (government, entry) => of(government, (query) => addAudit(query, government, entry)),
    listAudit: (government, filter, page) => of(government, (query) => listAudit(query, government, filter, page)),
    shipLog: (government, asked) => of(government, (query) => shipLog(query, government, asked)),
    cutLog: (government, asked) => of(government, (query) => cutLog(query, government, asked)),
    listStandardTexts: (government, asked) => of(government, (query) => listStandardTexts(query, government, asked)),
    accountRevisions: (government) => of(government, (query) => accountRevision.all(query, government)),
    listSubstitutes: (government) => of(government, (query) => listSubstitutes(query, government)),
    findAccountLink: (token) => asNoGovernment(database, (query) => findAccountLink(query, token)),
    listWaysIn: (government) => of(government, (query) => listWaysIn(query, government)),
    listCalendarChanges: (government) => of(government, (query) => listCalendarChanges(query, government)),
    governmentRevision: (government) => of(government, (query) => governmentRevision(query, government)),
    leftBy: (government, asked) => of(government, (query) => leftBy(query, government, asked)),
    openShares: (government) => of(government, (query) => openShares(query, government)),
    findEmblem: (government) => of(government, (query) => findEmblem(query, government)),
    isEmpty: (government) => of(government, (query) => isEmpty(query, government)),
    patchSettings: (government, settings) => of(government, (query) => patchSettings(query, government, settings)),
    governmentsAhead: () => asEveryGovernment(database, governmentsAhead),
    discardRehearsal: (office, asked) => discardRehearsal(database, office, asked),
    takeDueIn: (asked) => of(asked.government, (query) => takeDueIn(query, asked)),
  }
}

const changing = (query: Query, keys: Keys, government: GovernmentId): Changing => ({
  hand: (handing) => hand({ query, keys, government }, handing),
  addStandardText: (text) => addStandardText(query, government, text),
  changeStandardText: (text) => changeStandardText(query, government, text),
  removeStandardText: (asked) => removeStandardText(query, government, asked),
  putUnits: (units) => putUnits(query, government, units),
  addUnit: (unit) => addUnit(query, government, unit),
  renameUnit: (asked) => renameUnit(query, government, asked),
  mergeUnit: (asked) => mergeUnit(query, government, asked),
  moveUnit: (asked) => moveUnit(query, government, asked),
  classifyUnit: (asked) => classifyUnit(query, government, asked),
  nameNumbers: (asked) => nameNumbers(query, government, asked),
  accountAsSeen: async (account, revision) => {
    await accountRevision.check(query, government, { account, revision })
    const found = await findAccount(query, government, { account })
    if (found === null) throw new Error(`no account ${account}`)
    return found
  },
  putAccount: (account) => putAccount(query, government, account),
  addAccountLink: (link) => addAccountLink(query, government, link),
  spendAccountLink: (token, at) => spendAccountLink(query, government, token, at),
  setPasswordHash: (given) => setPasswordHash(query, government, given),
  vouchFor: (account) => vouchFor(query, government, account),
  endSessionsOf: (account, which) => endSessionsOf(query, government, account, which),
  confirmSecondFactor: (given) => confirmSecondFactor(query, government, given),
  removeSecondFactor: (account) => removeSecondFactor(query, government, account),
  addSubstitute: (given) => addSubstitute(query, government, given),
  endSubstitute: (id, at) => endSubstitute(query, government, id, at),
  addCalendarChange: (change, seen) => addCalendarChange(query, government, change, seen),
  changeGovernment: (change) => changeGovernment(query, government, change),
  chooseSettings: (settings) => chooseSettings(query, government, settings),
  putEmblem: (emblem) => putEmblem(query, government, emblem),
  putTemplate: (made) => putTemplate(query, government, made),
  putCalendar: (given) => putCalendar(query, government, given),
  becomeRehearsal: () => becomeRehearsal(query, government),
  leaveRehearsal: () => leaveRehearsal(query, government),
  moveAhead: (aheadMs) => moveAhead(query, government, aheadMs),
  lookAgainFrom: (from, at) => lookAgainFrom(query, government, from, at),
  addGovernment: (added, work) =>
    elsewhere(query, { from: government, to: added.government }, async () => {
      if (!(await addGovernment(query, added))) return null
      const made = await work(changing(query, keys, added.government))
      await addAudit(query, added.government, made.entry)
      return made.done
    }),
})
