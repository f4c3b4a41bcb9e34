import { createHash } from 'node:crypto'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import { lookAgain } from './run-timers.js'

/** Raised when rows are made in another way from the same events. */
const rowsVersion = 16

/** Works all due times out anew after the calendar, a local day off, a renewal or the regulation's data changed. Answers how many matters. */
export async function reprojectChanged(
  deps: Deps,
  onProgress: (government: string, done: number) => void = () => {},
): Promise<number> {
  let total = 0
  for (const office of await deps.offices.all()) {
    await markRequesters(deps, office)
    if (isProjected(office)) continue
    total += await reproject(deps, office, onProgress)
    await deps.store.rounds.lookAgain(office.id, deps.now())
    await markProjected(deps, office.id)
  }
  return total
}

/** Once for each government that was there before requesters were marked: what comes now is marked as it comes. */
async function markRequesters(deps: Deps, { id, settings }: Office): Promise<void> {
  if (settings.areRequestersMarked) return
  await deps.store.markRequesters(id)
  await deps.store.administration.patchSettings(id, { areRequestersMarked: true })
  deps.offices.forget(id)
}

/** Whether its rows are as its regulations and days off make them now. */
export const isProjected = (office: Office): boolean => office.settings.calendarMark === markOf(office)

/** Says that rows are as this version makes them: of a government just made, or just made anew. The next start then has nothing to do. */
export async function markProjected(deps: Deps, government: string): Promise<void> {
  deps.offices.forget(government)
  const office = await deps.offices.get(government)
  if (office !== null)
    await deps.store.administration.patchSettings(government, { calendarMark: markOf(office), areRequestersMarked: true })
  deps.offices.forget(government)
}

async function reproject(deps: Deps, office: Office, onProgress: (government: string, done: number) => void): Promise<number> {
  let done = 0
  for await (const { matter } of deps.store.exportMatters(office.id, { gate: { ...seesAll, rounds: 'beside' } })) {
    await lookAgain(deps, office.id, matter)
    done += 1
    if (done % 500 === 0) onProgress(office.id, done)
  }
  return done
}

/** Everything that a due time depends on besides the events. */
function markOf({ calendar, programs, settings }: Office): string {
  const parts = [
    rowsVersion,
    calendar.knownFrom,
    calendar.knownThrough,
    [...calendar.grounds],
    ...programs.map(({ regulation }) => regulation),
    settings.renewals,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
