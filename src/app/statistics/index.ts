export { listCounted } from './list-counted.js'
export { readStatistics } from './read-statistics.js'
export type { StatisticsAsked } from './statistics-asked.js'
export { statisticsWorkbook } from './statistics-workbook.js'
