import type { Said } from '../words/table-faults.js'

/** A row of cells as it lies in a file, before anybody knows which row holds the heads; `row` counts as a spreadsheet does. */
export type TableRecord = { readonly row: number; readonly cells: readonly string[]; readonly broken: Said | null }

/** 工作表. One table of a file; a text holds one without a name. Its rows are read from the file each time they are asked for. */
export type TableSheet = { readonly name: string | null; records(): AsyncIterable<TableRecord> }

/** What a sheet of a spreadsheet can hold. */
export const mostRows = 1_048_576
export const mostColumns = 1_000
/** Characters of one row. */
export const longestRecord = 1 << 24
