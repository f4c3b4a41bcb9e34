import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import { putCalendarOverlay, readCalendarOverlay } from '../offices.js'
import type { GovernmentId, JsonObject } from '../types.js'
import { changedMeanwhile } from './changed-meanwhile.js'
import type { CalendarChange, NewCalendarChange } from './types.js'

const columns = `id, at, account, kind, withdraws, name, first_on as "firstOn", last_on as "lastOn", reason, instrument`

export const listCalendarChanges = (query: Query, government: GovernmentId): Promise<CalendarChange[]> =>
  query(`select ${columns} from calendar_change where government = $1 order by id`, [government])

/** Those that hold: not taken back. */
export const holding = (changes: readonly CalendarChange[]): readonly CalendarChange[] => {
  const gone = new Set(changes.map(({ withdraws }) => withdraws))
  return changes.filter(({ kind, id }) => kind !== 'withdrawn' && !gone.has(id))
}

/** As they stand in another government: what holds there, and the days that follow from it. */
export async function putCalendar(
  query: Query,
  government: GovernmentId,
  { overlay, changes }: { readonly overlay: JsonObject; readonly changes: readonly CalendarChange[] },
): Promise<void> {
  for (const change of holding(changes)) await addChange(query, government, change)
  await putCalendarOverlay(query, government, overlay)
}

/** Records a change and makes the overlay from all that hold. `seen` is the last change the person saw (0: none). */
export async function addCalendarChange(
  query: Query,
  government: GovernmentId,
  change: NewCalendarChange,
  seen: number,
): Promise<void> {
  // One after the other, or two would each count from the same list.
  await query('select from government where government = $1 for update', [government])
  const before = await listCalendarChanges(query, government)
  changedMeanwhile({ revision: before.at(-1)?.id ?? 0 }, seen)
  await addChange(query, government, change)
  const overlay = await readCalendarOverlay(query, government)
  const after = await listCalendarChanges(query, government)
  await putCalendarOverlay(query, government, overlayWith(overlay, holding(after)))
}

/** What stood in the overlay by another way stays; what came from changes is made anew. */
export function overlayWith(overlay: JsonObject, changes: readonly CalendarChange[]): JsonObject {
  const written = Array.isArray(overlay.holidays) ? overlay.holidays : []
  const others = written.filter((each) => typeof each === 'object' && each !== null && !('change' in each))
  return { ...overlay, holidays: [...others, ...changes.map(holidayOf)] }
}

/** A day that is worked although it would be off is written as a make-up workday of itself. */
function holidayOf({ id, kind, name, firstOn, lastOn, instrument }: CalendarChange): JsonObject {
  const off = [firstOn ?? '', lastOn ?? firstOn ?? '']
  return { name, off, makeUp: kind === 'work' ? daysOf(off[0] ?? '', off[1] ?? '') : [], notice: instrument, change: id }
}

function daysOf(first: string, last: string): readonly string[] {
  const days: string[] = []
  for (let at = Date.parse(`${first}T00:00Z`); at <= Date.parse(`${last}T00:00Z`); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

async function addChange(query: Query, government: GovernmentId, change: NewCalendarChange): Promise<void> {
  const { at, account, kind, withdraws, name, firstOn, lastOn, reason, instrument } = change
  await query(
    `insert into calendar_change (government, at, account, kind, withdraws, name, first_on, last_on, reason, instrument)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [government, iso(at), account, kind, withdraws, name, firstOn, lastOn, reason, instrument],
  )
}
