import { addDays, dayAt, dayText, type Instant, type OfficeTime, type Program, readDay } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'

/** A version of the regulation, and the days on which the office worked under it. */
export type Era = { readonly program: Program; readonly time: OfficeTime }

/** Begins what the office owes under its regulation, from today on, once: nothing from before was ever owed here. Answers since when. */
export function beginRounds(deps: Deps, office: Office, { regulation }: Pick<Program, 'regulation'>): Promise<string> {
  const now = nowOf(deps, office)
  const since = dayText(dayAt(now, office.calendar.zone))
  return deps.store.rounds.begin(office.id, { regulation: regulation.id, since, lookAt: now })
}

/** A regulation as the office works under it, and its versions before, each up to the day before the next began. */
export async function erasOf(
  deps: Deps,
  { office, program, now }: { readonly office: Office; readonly program: Program; readonly now: Instant },
): Promise<readonly Era[]> {
  const { calendar } = office
  const since = readDay(await beginRounds(deps, office, program)) ?? dayAt(now, calendar.zone)
  const { id, version, effectiveFrom } = program.regulation
  const earlier = (deps.library.regulations.get(id) ?? [])
    .filter((each) => each.version !== version && effectiveFrom !== null && (each.effectiveFrom ?? '9') < effectiveFrom)
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
    .map((each) => office.programOf(each.id, each.version))
  const programs = [...earlier, program]
  return programs.map((each, index) => {
    const next = readDay(programs[index + 1]?.regulation.effectiveFrom ?? '')
    const until = next === null ? null : addDays(next, -1)
    return { program: each, time: { regulation: each.regulation, calendar, since, until, now } }
  })
}
