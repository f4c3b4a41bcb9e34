import type { Database } from '../database.js'
import { readGovernment } from '../transaction.js'
import type { GovernmentId, MatterRow, Page, PageOf } from '../types.js'
import { countFigures, listCounted } from './count-figures.js'
import type { CountAsked, CountedBy, FigureAsked, FigureCount } from './types.js'

/** 统计. Counts of a period, and the matters behind each. */
export type StatisticsStore = {
  countFigures(government: GovernmentId, asked: CountAsked & { by: CountedBy | null }): Promise<readonly FigureCount[]>
  listCounted(government: GovernmentId, asked: CountAsked & { figure: FigureAsked; page?: Page }): Promise<PageOf<MatterRow>>
}

export const statisticsMethods = (database: Database): StatisticsStore => ({
  countFigures: (government, asked) => readGovernment(database, government, (query) => countFigures(query, government, asked)),
  listCounted: (government, asked) => readGovernment(database, government, (query) => listCounted(query, government, asked)),
})

export * from './types.js'
