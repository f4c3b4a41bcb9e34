import type { Said } from '../words/table-faults.js'

/** A row of cells as it lies in a file, before anybody knows which row holds the heads; `row` counts as a spreadsheet does. */
export type TableRecord = { readonly row: number; readonly cells: readonly string[]; readonly broken: Said | null }

/** 工作表. One table of a file; a text holds one without a name. */
export type TableSheet = { readonly name: string | null; readonly records: Iterable<TableRecord> }

export const mostRows = 200_000
export const mostColumns = 1_000
