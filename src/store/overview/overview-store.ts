import type { Database } from '../database/database.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import type { AccountRole, Gate, GovernmentId, MatterRow, Page, PageOf, QueuedDuty } from '../types.js'
import { type BoardAsked, type BoardPart, countBoard, listBoard } from './board.js'
import {
  countFollowed,
  countRatings,
  type FollowedAsked,
  type FollowedCount,
  type FollowedPart,
  listFollowed,
  type RatingCount,
} from './followed.js'
import { mattersNaming } from './linked-matters.js'
import { regulationsHeld } from './regulations-held.js'
import { listSavedViews, putSavedView, removeSavedView } from './saved-views.js'
import { findSlip, listSlips, type SlipFilter } from './slips.js'
import type { BoardCount, NewSavedView, SavedView, Slip, StandingDuty } from './types.js'

/** What the lists of matters and the supervision board ask of the database. */
export type OverviewStore = {
  listSavedViews(
    government: GovernmentId,
    holder: { account: string; roles: readonly AccountRole[] },
  ): Promise<readonly SavedView[]>
  /** Replaces one of the same name; null: the person has `most` already. */
  putSavedView(government: GovernmentId, view: NewSavedView, most: number): Promise<SavedView | null>
  removeSavedView(government: GovernmentId, account: string, id: number): Promise<boolean>

  /** The regulations that matters here run under. */
  regulationsHeld(government: GovernmentId): Promise<readonly string[]>
  mattersNaming(government: GovernmentId, asked: { number: string; gate: Gate; limit: number }): Promise<readonly MatterRow[]>

  countBoard(government: GovernmentId, asked: BoardAsked): Promise<readonly BoardCount[]>
  listBoard(government: GovernmentId, asked: BoardAsked & { part: BoardPart; page?: Page }): Promise<PageOf<StandingDuty>>

  /** What is owed, late, done and done late of a duty, by unit and year. */
  countFollowed(government: GovernmentId, asked: FollowedAsked): Promise<readonly FollowedCount[]>
  listFollowed(government: GovernmentId, asked: FollowedAsked & { part: FollowedPart; page?: Page }): Promise<PageOf<QueuedDuty>>
  countRatings(
    government: GovernmentId,
    asked: Omit<FollowedAsked, 'duty' | 'now'> & { year: number | null },
  ): Promise<readonly RatingCount[]>

  listSlips(government: GovernmentId, asked: { filter: SlipFilter; gate: Gate; page?: Page }): Promise<PageOf<Slip>>
  findSlip(government: GovernmentId, asked: Pick<Slip, 'act' | 'year' | 'number'>, gate: Gate): Promise<Slip | null>
}

export function overviewMethods(database: Database): OverviewStore {
  const read = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    readGovernment(database, government, work)
  const write = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    asGovernment(database, government, work)
  return {
    listSavedViews: (government, holder) => read(government, (query) => listSavedViews(query, government, holder)),
    putSavedView: (government, view, most) => write(government, (query) => putSavedView(query, government, view, most)),
    removeSavedView: (government, account, id) => write(government, (query) => removeSavedView(query, government, account, id)),
    regulationsHeld: (government) => read(government, (query) => regulationsHeld(query, government)),
    mattersNaming: (government, asked) => read(government, (query) => mattersNaming(query, government, asked)),
    countBoard: (government, asked) => read(government, (query) => countBoard(query, government, asked)),
    listBoard: (government, asked) => read(government, (query) => listBoard(query, government, asked)),
    countFollowed: (government, asked) => read(government, (query) => countFollowed(query, government, asked)),
    listFollowed: (government, asked) => read(government, (query) => listFollowed(query, government, asked)),
    countRatings: (government, asked) => read(government, (query) => countRatings(query, government, asked)),
    listSlips: (government, asked) => read(government, (query) => listSlips(query, government, asked)),
    findSlip: (government, asked, gate) => read(government, (query) => findSlip(query, government, asked, gate)),
  }
}
