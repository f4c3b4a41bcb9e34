import type { ReadMail } from '../mail/index.js'
import type { Said } from '../words/table-faults.js'

/** Where a row stands: `row` counts as a spreadsheet does, the head is row 1; `place` is which mail it was. */
type Placed = { readonly row: number; readonly place?: string }
/** A row of a file, by the heads of its columns. */
export type ImportRow =
  | (Placed & { readonly cells: Readonly<Record<string, string>> } & Partial<ReadMail>)
  | (Placed & { readonly broken: string | Said })
