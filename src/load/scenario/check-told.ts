import {
  beginningsOf,
  type DutyState,
  type Given,
  type MatterEvent,
  rungsToRecord,
  slipOf,
  type Telling,
  tellingsOf,
} from '../../core/index.js'
import { each } from '../grammar/reading.js'
import { type Difference, differs } from './difference.js'
import type { ExpectedRung, StepInput } from './schema-scenario.js'

/** As an example writes it: a role, a unit by its id, or `role@unit`. */
function nameOf({ role, unit, person }: Telling): string {
  const seat = unit === null ? role : role === 'unit' ? unit : `${role}@${unit}`
  return person === null ? seat : `${seat}#${person}`
}

const alike = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()

const listed = (written: string | readonly string[] | undefined): readonly string[] | undefined =>
  written === undefined ? undefined : alike(each(written, []).map(({ value }) => value))

/** Whether exactly those were told of what a step did, and got its paper, whom it names. `given` has its events. */
export function checkTold(
  { tells, slips, begins }: StepInput,
  given: Given,
  events: readonly MatterEvent[],
): readonly Difference[] {
  const [first] = events
  return [
    ...(tells === undefined ? [] : differs('tells', listed(tells), alike(tellingsOf(given, events).map(nameOf)))),
    ...(slips === undefined || first === undefined
      ? []
      : differs('slips', listed(slips), alike(slipOf(given, first.seq)?.units ?? []))),
    ...(begins === undefined
      ? []
      : differs(
          'begins',
          begins.map(({ kind, joins = null, with: carried = {} }) => ({ kind, joins, with: carried })),
          beginningsOf(given, events).map(({ kind, joins, with: carried }) => ({
            kind,
            joins: joins?.number ?? null,
            with: carried,
          })),
        )),
  ]
}

/** Whether a rung that was reached reminds and refers to exactly those whom an example names. */
export function checkReminded(
  { urges, refers, rung }: ExpectedRung,
  { key, duty }: DutyState,
  given: Given,
): readonly Difference[] {
  if (urges === undefined && refers === undefined) return []
  const events = rungsToRecord(given).filter((event) => event.key === key && event.rung === rung)
  const rule = given.program.regulation.duties[duty]?.ladder.find(({ id }) => id === rung)
  return [
    ...differs(`rungs.${duty}/${rung}.urges`, listed(urges), alike(tellingsOf(given, events).map(nameOf))),
    ...differs(`rungs.${duty}/${rung}.refers`, refers, rule?.refersTo ?? null),
  ]
}
