import {
  begun,
  type Calendar,
  compile,
  derive,
  type Given,
  type Instant,
  type MatterState,
  type Program,
  type Regulation,
  readInstant,
} from '../../core/index.js'
import type { Library } from '../library/library.js'
import { checkExpectation } from './check-expectation.js'
import type { Scenario } from './load-scenarios.js'
import { othersFor, ownNumber } from './other-matters.js'
import { type OfficeTable, runOfficeStep } from './run-office-step.js'
import { doAct, requestersIn, sinceOf, standingIn, type Table, unitsIn } from './run-scenario.js'
import type { StepInput } from './schema-scenario.js'

/** A regulation as the scenarios run it: compiled once for each day on which it is said to begin. */
export function programsOf(regulation: Regulation): (inForce: string | undefined) => Program {
  const made = new Map<string, Program>()
  return (inForce) => {
    const found = made.get(inForce ?? '') ?? compile(inForce === undefined ? regulation : begun(regulation, inForce))
    made.set(inForce ?? '', found)
    return found
  }
}

/** Whether a scenario that holds under the regulation fails under this one. Stops at the first step that does. */
export function notices(scenario: Scenario, program: Program, library: Library): boolean {
  const calendar = library.calendar(scenario.overlay)
  const table = tableOf(program, calendar, {
    others: othersFor(scenario, library, calendar),
    units: unitsIn(scenario),
    ...requestersIn(scenario),
  })
  const office = isAboutOffice(scenario) ? { program, calendar, since: sinceOf(scenario), matters: [] } : null
  return scenario.steps.some((step) => stepFails(table, step) || (office !== null && officeStepFails(office, step)))
}

/** The office's own duties are worked out only where an example speaks of them. */
const isAboutOffice = ({ steps }: Scenario): boolean =>
  steps.some(({ officeDuty, expect }) => (officeDuty ?? expect?.officeDuties ?? expect?.noOfficeDuties) !== undefined)

function officeStepFails(table: OfficeTable, step: StepInput): boolean {
  const now = readInstant(step.at, table.calendar.zone)
  return now !== null && runOfficeStep(table, step, now).differences.length > 0
}

type Moving = Table & { now: Instant | null }

/** The state is worked out only where something asks for it. */
function tableOf(program: Program, calendar: Calendar, beside: Pick<Table, 'others' | 'units' | 'requesters'>): Moving {
  let seen: { readonly events: Table['events']; readonly now: Instant | null; readonly state: MatterState | null } | null = null
  const table: Moving = {
    number: ownNumber,
    program,
    calendar,
    events: [],
    now: null,
    ...beside,
    get state() {
      const { events, now } = table
      if (now === null) return null
      if (seen?.events !== events || seen.now !== now) seen = { events, now, state: derive(givenAt(table, now)) }
      return seen.state
    },
  }
  return table
}

const givenAt = ({ program, calendar, events }: Table, now: Instant): Given => ({ program, calendar, events, now })

function stepFails(table: Moving, step: StepInput): boolean {
  const now = readInstant(step.at, table.calendar.zone)
  if (now === null) throw new Error(`not a time: ${step.at}`)
  // Who acts is read from the matter as the step before left it.
  if (step.act !== undefined && step.officeDuty === undefined && doAct(table, step, givenAt(table, now)).differences.length > 0)
    return true
  table.now = now
  if (step.expect === undefined) return false
  const given = givenAt(table, now)
  const { state } = table
  return state !== null && checkExpectation(step.expect, standingIn(table, step, { given, state })).length > 0
}
