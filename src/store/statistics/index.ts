import type { Database } from '../database.js'
import { asGovernment, readGovernment } from '../transaction.js'
import type { Gate, GovernmentId, MatterRow, Page, PageOf } from '../types.js'
import { countFigures, findCounted, listCounted, listThese } from './count-figures.js'
import { findKeptFigures, hidesAny, type KeptFigures, keepFigures, listKeptFigures } from './kept-figures.js'
import type { CountAsked, CountedBy, FigureAsked, FigureCount } from './types.js'

/** 统计. Counts of a time span, and the matters behind each. */
export type StatisticsStore = {
  countFigures(government: GovernmentId, asked: CountAsked & { by: CountedBy | null }): Promise<readonly FigureCount[]>
  listCounted(government: GovernmentId, asked: CountAsked & { figure: FigureAsked; page?: Page }): Promise<PageOf<MatterRow>>
  /** All matters behind a figure, newest first, by what they are known by. */
  findCounted(government: GovernmentId, asked: CountAsked & { figure: FigureAsked }): Promise<readonly number[]>
  /** These, newest first, as far as the gate lets them be seen. */
  listThese(government: GovernmentId, asked: { gate: Gate; matters: readonly number[] }): Promise<readonly MatterRow[]>
  findKeptFigures(government: GovernmentId, key: string): Promise<KeptFigures | null>
  keepFigures(government: GovernmentId, kept: readonly KeptFigures[]): Promise<void>
  listKeptFigures(government: GovernmentId): Promise<readonly KeptFigures[]>
  hidesAny(government: GovernmentId, gate: Gate): Promise<boolean>
}

export const statisticsMethods = (database: Database): StatisticsStore => ({
  countFigures: (government, asked) => readGovernment(database, government, (query) => countFigures(query, government, asked)),
  listCounted: (government, asked) => readGovernment(database, government, (query) => listCounted(query, government, asked)),
  findCounted: (government, asked) => readGovernment(database, government, (query) => findCounted(query, government, asked)),
  listThese: (government, asked) => readGovernment(database, government, (query) => listThese(query, government, asked)),
  findKeptFigures: (government, key) => readGovernment(database, government, (query) => findKeptFigures(query, government, key)),
  keepFigures: (government, kept) => asGovernment(database, government, (query) => keepFigures(query, government, kept)),
  listKeptFigures: (government) => readGovernment(database, government, (query) => listKeptFigures(query, government)),
  hidesAny: (government, gate) => readGovernment(database, government, (query) => hidesAny(query, government, gate)),
})

export type { KeptFigures } from './kept-figures.js'
export * from './types.js'
