import type { MadeFile } from '../contract/index.js'
import type { RefusedRow } from './import-matters.js'
import { csvLine } from './tables/spreadsheet-cell.js'
import { workbookBytes } from './tables/workbook-file.js'

type Refused = {
  readonly rows: readonly RefusedRow[]
  /** What the table came as: it goes back so. */
  readonly kind: 'workbook' | 'text'
}

/** The rows that did not come in, as they were, each with its reason, to be put right and imported again. */
export async function refusedTable({ rows, kind }: Refused): Promise<Uint8Array> {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const heads = ['row', 'reason', ...columns]
  const lines = rows.map((each) => [
    each.place ?? String(each.row),
    each.reason,
    ...columns.map((column) => each.cells[column] ?? ''),
  ])
  if (kind === 'workbook') return workbookBytes([{ name: 'refused', heads, rows: lines, widths: [8, 40] }])
  return Buffer.from(`\uFEFF${[heads, ...lines].map(csvLine).join('')}`)
}

export const endingOf = (kind: Refused['kind']): MadeFile['ending'] => (kind === 'workbook' ? 'xlsx' : 'csv')

/** The same, as it goes to a browser; null where there are none. */
export async function refusedFile(refused: Refused): Promise<MadeFile | null> {
  if (refused.rows.length === 0) return null
  return { ending: endingOf(refused.kind), base64: Buffer.from(await refusedTable(refused)).toString('base64') }
}
