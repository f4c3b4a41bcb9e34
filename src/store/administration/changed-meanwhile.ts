import { ChangedMeanwhile } from '../database/faults.js'

/** The row as it was when the person looked; else somebody else was faster, and they are told. */
export function changedMeanwhile<Row extends { readonly revision: number }>(row: Row | undefined, seen: number): Row {
  if (row === undefined || row.revision !== seen) throw new ChangedMeanwhile('changed by somebody else')
  return row
}
