import {
  type Calendar,
  type Day,
  doOfficeDuty,
  type Instant,
  type OfficeDutyState,
  type OfficeEvent,
  type OfficeGiven,
  officeDutiesOf,
  officeReceiptOf,
  type Program,
  type Refusal,
} from '../../core/index.js'
import { checkOfficeExpectation } from './check-office-expectation.js'
import type { Difference } from './difference.js'
import type { DutyChange } from './duty-change.js'
import { againstRefusal } from './run-refusal.js'
import { actorOf } from './scenario-actor.js'
import type { StepInput } from './schema-scenario.js'

/** What the office itself has on the table while a scenario runs. */
export type OfficeTable = {
  readonly program: Program
  readonly calendar: Calendar
  /** From this day on the office works under the regulation. */
  readonly since: Day
  events: readonly OfficeEvent[]
  states: readonly OfficeDutyState[]
}

export type OfficeStepRun = {
  readonly refusal: Refusal | null
  readonly changes: readonly DutyChange[]
  readonly differences: readonly Difference[]
}

/** Carries the office's own duties up to a step, does what the step says of them, and compares. */
export function runOfficeStep(table: OfficeTable, step: StepInput, now: Instant): OfficeStepRun {
  if (Object.keys(table.program.regulation.officeDuties).length === 0 && step.officeDuty === undefined) return nothing
  const given = (): OfficeGiven => ({ ...table, until: null, now })
  const done = step.officeDuty === undefined ? null : doStep(table, step, step.officeDuty, given())
  const before = table.states
  table.states = officeDutiesOf(given())
  return {
    refusal: done?.refusal ?? null,
    changes: table.states.filter((each) => isChanged(each, before)).map((each) => changeOf(each, before, given())),
    differences: [
      ...(done?.differences ?? []),
      ...(step.expect === undefined ? [] : checkOfficeExpectation(step.expect, table.states, table.calendar)),
    ],
  }
}

const nothing: OfficeStepRun = { refusal: null, changes: [], differences: [] }

function doStep(table: OfficeTable, step: StepInput, duty: string, given: OfficeGiven): Omit<OfficeStepRun, 'changes'> {
  const { regulation } = table.program
  const period = String(step.period)
  const by = actorOf(step.by ?? '', regulation, null, step.person ?? null)
  const decision = doOfficeDuty(given, { duty, period, by, with: step.with ?? {} })
  if (decision.ok) table.events = [...table.events, decision.event]
  const refusal = decision.ok ? null : decision.refusal
  return { refusal, differences: againstRefusal(`officeDuty ${duty}@${period}`, step, refusal, regulation) }
}

const sameKey = (one: OfficeDutyState, before: readonly OfficeDutyState[]): OfficeDutyState | undefined =>
  before.find(({ duty }) => duty.key === one.duty.key)

function isChanged(one: OfficeDutyState, before: readonly OfficeDutyState[]): boolean {
  const old = sameKey(one, before)
  return old === undefined || old.duty.status !== one.duty.status || old.duty.alert !== one.duty.alert
}

const changeOf = (one: OfficeDutyState, before: readonly OfficeDutyState[], given: OfficeGiven): DutyChange => ({
  duty: one.duty,
  isNew: sameKey(one, before) === undefined,
  receipt: officeReceiptOf(given, one),
})
