import type { RefusedRow } from './import-matters.js'
import { csvLine } from './tables/spreadsheet-cell.js'

/** The rows that did not come in, as they were, each with its reason, to be put right and imported again. */
export function refusedCsv(rows: readonly RefusedRow[]): string {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const lines = rows.map(({ row, place, reason, cells }) =>
    csvLine([place ?? String(row), reason, ...columns.map((column) => cells[column] ?? '')]),
  )
  return `\uFEFF${[csvLine(['row', 'reason', ...columns]), ...lines].join('')}`
}
