import type { Database } from '../database/database.js'
import { asGovernment, readGovernment } from '../database/transaction.js'
import type { Gate, GovernmentId, Instant, MatterRow, Page, PageOf } from '../types.js'
import { countFigures } from './count-figures.js'
import { recount } from './day-counts.js'
import {
  findKeptFigures,
  hidesAny,
  type KeptFigures,
  type KeptPiece,
  keepFigures,
  listKeptFigures,
  listKeptMoments,
  touchedMoreThan,
} from './kept-figures.js'
import { findCounted, listCounted, listThese } from './list-counted.js'
import { findTaken, listTaken, sumTaken, type TakenCount, type TakenRow } from './points-taken.js'
import type { CountAsked, CountBasis, CountedApart, FigureAsked, FigureCount, Recounting } from './types.js'
import { countsDiffering } from './verify-counts.js'

/** 统计. Counts of a time span, and the matters behind each. */
export type StatisticsStore = {
  countFigures(government: GovernmentId, asked: CountAsked & { by: CountedApart | null }): Promise<readonly FigureCount[]>
  listCounted(government: GovernmentId, asked: CountAsked & { figure: FigureAsked; page?: Page }): Promise<PageOf<MatterRow>>
  /** All matters behind a figure, newest first, by what they are known by. */
  findCounted(government: GovernmentId, asked: CountAsked & { figure: FigureAsked }): Promise<readonly number[]>
  /** These, newest first, as far as the gate lets them be seen. */
  listThese(government: GovernmentId, asked: { gate: Gate; matters: readonly number[] }): Promise<readonly MatterRow[]>
  /** Points that rungs took of each unit. */
  sumTaken(government: GovernmentId, asked: CountAsked): Promise<readonly TakenCount[]>
  /** The duties that took them, the latest first. */
  listTaken(government: GovernmentId, asked: CountAsked & { page?: Page }): Promise<PageOf<TakenRow>>
  /** The matters of all of them. */
  findTaken(government: GovernmentId, asked: CountAsked): Promise<readonly number[]>
  findKeptFigures(government: GovernmentId, key: string): Promise<KeptFigures | null>
  keepFigures(government: GovernmentId, kept: readonly KeptFigures[]): Promise<void>
  listKeptMoments(government: GovernmentId): Promise<readonly Instant[]>
  listKeptFigures(government: GovernmentId, piece: KeptPiece): Promise<readonly KeptFigures[]>
  hidesAny(government: GovernmentId, gate: Gate): Promise<boolean>
  /** Whether more matters than this, as far as the gate lets them be seen, were written or moved by time since. */
  touchedMoreThan(
    government: GovernmentId,
    asked: { readonly gate: Gate; readonly since: Instant; readonly most: number },
  ): Promise<boolean>
  /** Brings what is kept by day up to what was written and what fell due until `now`; answers how many matters were counted. */
  recount(government: GovernmentId, basis: Recounting, now: Instant): Promise<number>
  /** Where what is kept by day is not what the rows say, each in words for an operator; `onProgress` hears of the matters that were counted. */
  countsDiffering(
    government: GovernmentId,
    asked: CountBasis & { readonly onProgress: (matters: number) => void },
  ): Promise<readonly string[]>
}

export const statisticsMethods = (database: Database): StatisticsStore => ({
  countFigures: (government, asked) => readGovernment(database, government, (query) => countFigures(query, government, asked)),
  listCounted: (government, asked) => readGovernment(database, government, (query) => listCounted(query, government, asked)),
  findCounted: (government, asked) => readGovernment(database, government, (query) => findCounted(query, government, asked)),
  listThese: (government, asked) => readGovernment(database, government, (query) => listThese(query, government, asked)),
  sumTaken: (government, asked) => readGovernment(database, government, (query) => sumTaken(query, government, asked)),
  listTaken: (government, asked) => readGovernment(database, government, (query) => listTaken(query, government, asked)),
  findTaken: (government, asked) => readGovernment(database, government, (query) => findTaken(query, government, asked)),
  findKeptFigures: (government, key) => readGovernment(database, government, (query) => findKeptFigures(query, government, key)),
  keepFigures: (government, kept) => asGovernment(database, government, (query) => keepFigures(query, government, kept)),
  listKeptMoments: (government) => readGovernment(database, government, (query) => listKeptMoments(query, government)),
  listKeptFigures: (government, piece) =>
    readGovernment(database, government, (query) => listKeptFigures(query, government, piece)),
  hidesAny: (government, gate) => readGovernment(database, government, (query) => hidesAny(query, government, gate)),
  touchedMoreThan: (government, asked) =>
    readGovernment(database, government, (query) => touchedMoreThan(query, government, asked)),
  recount: (government, basis, now) => recount(database, government, basis, now),
  // On the owner's connection, where nothing is cut off for taking long.
  countsDiffering: (government, asked) =>
    readGovernment({ ...database, app: database.owner }, government, (query) => countsDiffering(query, government, asked)),
})

export { addedUp } from './count-figures.js'
export { isKeptApart } from './count-kept.js'
export type { KeptFigures } from './kept-figures.js'
export type { TakenCount, TakenRow } from './points-taken.js'

export * from './terms.js'
export * from './types.js'
