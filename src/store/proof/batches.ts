import type { Query } from '../database/transaction.js'
import { dutyBatch } from '../desk/list-duties.js'
import type { MatterFilter } from '../overview/matter-filter.js'
import { matterBatch } from '../search/list-matters.js'
import type { DutyFilter, ExportedMatter, Gate, GovernmentId, QueuedDuty } from '../types.js'

/** Each batch is read by itself: in a transaction of its own, or in the one that stands. */
type Reads = <T>(work: (query: Query) => Promise<T>) => Promise<T>

/** Every matter that the gate lets through. */
export const exportMatters = (
  reads: Reads,
  government: GovernmentId,
  wanted: { readonly filter?: MatterFilter; readonly gate: Gate },
): AsyncIterable<ExportedMatter> =>
  batches(
    0,
    (after) => reads((query) => matterBatch(query, government, wanted, after)),
    (row) => row.matter,
  )

const firstDuty: readonly [number, string] = [0, '']

/** Every duty of such a matter. */
export const exportDuties = (
  reads: Reads,
  government: GovernmentId,
  wanted: { readonly filter?: DutyFilter; readonly gate: Gate },
): AsyncIterable<QueuedDuty> =>
  batches(
    firstDuty,
    (after) => reads((query) => dutyBatch(query, government, wanted, after)),
    (row) => [row.matter, row.key] as const,
  )

/**
 * Reads on until a batch comes back empty. What was read is let go before the next is asked for: else one answer of the database keeps the one before it
 * from being taken out with the young, and a million rows stay in memory until all of it is looked through.
 */
async function* batches<Row, Key>(
  first: Key,
  read: (after: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row> {
  let after = first
  for (;;) {
    const rows = await read(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = keyOf(last)
    rows.length = 0
  }
}
