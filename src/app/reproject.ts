import { createHash } from 'node:crypto'
import { seesAll } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Office } from './office.js'
import { lookAgain } from './run-timers.js'

/** Raised when rows are made in another way from the same events. */
const rowsVersion = 4

/** Works all due times out anew after the calendar, a local day off, a renewal or the regulation's data changed. Answers how many matters. */
export async function reprojectChanged(
  deps: Deps,
  onProgress: (government: string, done: number) => void = () => {},
): Promise<number> {
  let total = 0
  for (const office of await deps.offices.all()) {
    const mark = markOf(office)
    if (office.settings.calendarMark === mark) continue
    total += await reproject(deps, office, onProgress)
    await deps.store.officeRecord.lookAgain(office.id, deps.now())
    await deps.store.administration.patchSettings(office.id, { calendarMark: mark })
    deps.offices.forget(office.id)
  }
  return total
}

async function reproject(deps: Deps, office: Office, onProgress: (government: string, done: number) => void): Promise<number> {
  let done = 0
  for await (const { matter } of deps.store.exportMatters(office.id, { gate: seesAll })) {
    await lookAgain(deps, office.id, matter)
    done += 1
    if (done % 500 === 0) onProgress(office.id, done)
  }
  return done
}

/** Everything that a due time depends on besides the events. */
export function markOf({ calendar, program, settings }: Office): string {
  const parts = [
    rowsVersion,
    calendar.knownFrom,
    calendar.knownThrough,
    [...calendar.grounds],
    program.regulation,
    settings.renewals,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
