import {
  addDays,
  type Day,
  dayAt,
  dayText,
  type Instant,
  type OfficeDutyState,
  type OfficeEvent,
  type OfficeGiven,
  officeDutiesOf,
  type Program,
  readDay,
} from '../../core/index.js'
import type { Head } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { officeEvents } from './office-events.js'

/** 机构记录, opened: what the office did so far, and the versions of its regulation, each with the days on which it held. */
export type OfficeRecord = {
  readonly regulation: string
  readonly since: Day
  readonly head: Head
  readonly events: readonly OfficeEvent[]
  readonly now: Instant
  /** One for each version, oldest first; they share what happened. */
  readonly givens: readonly OfficeGiven[]
}

export const bindsOffice = ({ regulation }: Program): boolean => Object.keys(regulation.officeDuties).length > 0

/** Opens the record; begins it, from today on, where the office never looked before. */
export async function openOfficeRecord(deps: Deps, office: Office): Promise<OfficeRecord> {
  const regulation = office.program.regulation.id
  const now = nowOf(deps, office)
  const known = await deps.store.officeRecord.load(office.id, regulation)
  const loaded = known ?? { since: await begin(deps, office), head: { revision: 0, hash: '' }, events: [] }
  const since = readDay(loaded.since) ?? dayAt(now, office.calendar.zone)
  const events = officeEvents(loaded.events)
  const given = (era: Era): OfficeGiven => ({ ...era, calendar: office.calendar, events, since, now })
  return { regulation, since, head: loaded.head, events, now, givens: erasOf(deps, office).map(given) }
}

/** Begins the office's record under its regulation, once: nothing from before was ever owed here. */
export function begin(deps: Deps, office: Office): Promise<string> {
  const now = nowOf(deps, office)
  const since = dayText(dayAt(now, office.calendar.zone))
  return deps.store.officeRecord.begin(office.id, { regulation: office.program.regulation.id, since, lookAt: now })
}

type Era = { readonly program: Program; readonly until: Day | null }

/** The version the office works under, and those before it up to the day before the next began. */
function erasOf({ library }: Deps, office: Office): readonly Era[] {
  const { id, version, effectiveFrom } = office.program.regulation
  const earlier = (library.regulations.get(id) ?? [])
    .filter((each) => each.version !== version && effectiveFrom !== null && (each.effectiveFrom ?? '9') < effectiveFrom)
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
    .map((each) => office.programOf(each.id, each.version))
  const programs = [...earlier, office.program]
  return programs.map((program, index) => {
    const next = readDay(programs[index + 1]?.regulation.effectiveFrom ?? '')
    return { program, until: next === null ? null : addDays(next, -1) }
  })
}

/** A duty with the version it is owed under. */
export type Owed = { readonly given: OfficeGiven; readonly state: OfficeDutyState }

export const owedIn = ({ givens }: OfficeRecord): readonly Owed[] =>
  givens.flatMap((given) => officeDutiesOf(given).map((state) => ({ given, state })))
