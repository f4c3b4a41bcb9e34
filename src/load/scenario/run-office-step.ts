import {
  type Calendar,
  type Day,
  decide,
  derive,
  type Given,
  type Instant,
  isOwed,
  type MatterEvent,
  type OfficeDuty,
  type OfficeTime,
  opensAt,
  type Program,
  platform,
  type Refusal,
  type Round,
  readRound,
  receiptOf,
  refusal,
  roundsOpened,
} from '../../core/index.js'
import { checkOfficeExpectation } from './check-office-expectation.js'
import type { Difference } from './difference.js'
import type { DutyChange } from './duty-change.js'
import type { RoundMatter } from './round-matter.js'
import { againstRefusal } from './run-refusal.js'
import { actorOf } from './scenario-actor.js'
import type { StepInput } from './schema-scenario.js'

/** What the office itself has on the table while a scenario runs. */
export type OfficeTable = {
  readonly program: Program
  readonly calendar: Calendar
  /** From this day on the office works under the regulation. */
  readonly since: Day
  matters: readonly RoundMatter[]
}

export type OfficeStepRun = {
  readonly refusal: Refusal | null
  readonly changes: readonly DutyChange[]
  readonly differences: readonly Difference[]
}

/** Opens what the calendar opens up to a step, does what the step says of the office's own duties, and compares. */
export function runOfficeStep(table: OfficeTable, step: StepInput, now: Instant): OfficeStepRun {
  if (table.program.officeDuties.size === 0 && step.officeDuty === undefined) return nothing
  const before = table.matters
  table.matters = mattersOn(table, now)
  const done = step.officeDuty === undefined ? null : doStep(table, step, step.officeDuty, now)
  return {
    refusal: done?.refusal ?? null,
    changes: table.matters.flatMap((each) => changeOf(each, before, table)),
    differences: [
      ...(done?.differences ?? []),
      ...(step.expect === undefined
        ? []
        : checkOfficeExpectation(step.expect, table.matters, {
            calendar: table.calendar,
            givenOf: (one) => givenIn(table, one.rule, one.events, now),
          })),
    ],
  }
}

const nothing: OfficeStepRun = { refusal: null, changes: [], differences: [] }

const timeOf = ({ program, calendar, since }: OfficeTable, now: Instant): OfficeTime => ({
  regulation: program.regulation,
  calendar,
  since,
  until: null,
  now,
})

/** Those that are open already, with what has come since; each as it stands now. */
function mattersOn(table: OfficeTable, now: Instant): readonly RoundMatter[] {
  return Object.values(table.program.regulation.officeDuties).flatMap((rule) =>
    roundsOpened(rule, timeOf(table, now)).map((round) => {
      const before = table.matters.find((each) => each.rule.id === rule.id && each.round.id === round.id)
      return standing(table, { rule, round, events: before?.events ?? opened(table, rule, round) }, now)
    }),
  )
}

function opened(table: OfficeTable, rule: OfficeDuty, round: Round): readonly MatterEvent[] {
  const given = givenIn(table, rule, [], opensAt(rule, round, table.calendar))
  const decision = decide(given, { act: rule.opening, by: platform, with: {} })
  if (!decision.ok) throw new Error(`${rule.id}@${round.id} does not open: ${decision.refusal.code}`)
  return decision.events
}

function givenIn({ program, calendar }: OfficeTable, { id }: OfficeDuty, events: readonly MatterEvent[], now: Instant): Given {
  const life = program.officeDuties.get(id)
  if (life === undefined) throw new Error(`no duty of the office ${id}`)
  return { program: life, calendar, events, now }
}

function standing(table: OfficeTable, { rule, round, events }: Omit<RoundMatter, 'duty'>, now: Instant): RoundMatter {
  const duty = derive(givenIn(table, rule, events, now)).duties.find((each) => each.duty === rule.id)
  if (duty === undefined) throw new Error(`${rule.id}@${round.id} owes nothing`)
  return { rule, round, events, duty }
}

/** Without an act beside it, the duty itself is done. */
function doStep(table: OfficeTable, step: StepInput, id: string, now: Instant): Omit<OfficeStepRun, 'changes'> {
  const { regulation } = table.program
  const period = String(step.period)
  const by = actorOf(step.by ?? '', regulation, null, step.person ?? null)
  const matter = table.matters.find(({ rule, round }) => rule.id === id && round.id === period)
  const found = matter === undefined ? null : givenIn(table, matter.rule, matter.events, now)
  const act = step.act ?? id
  const decision =
    found === null
      ? { ok: false as const, refusal: whyNone(table, regulation.officeDuties[id], { period, role: by.role, now }) }
      : decide(found, { act, by, with: step.with ?? {} })
  if (decision.ok && matter !== undefined) {
    const moved = standing(table, { ...matter, events: [...matter.events, ...decision.events] }, now)
    table.matters = table.matters.map((each) => (each === matter ? moved : each))
  }
  const refused = decision.ok ? null : decision.refusal
  return { refusal: refused, differences: againstRefusal(`officeDuty ${act}@${period}`, step, refused, regulation) }
}

/** Why there is no such matter: no such period, none that is owed, or not yet. */
function whyNone(
  table: OfficeTable,
  rule: OfficeDuty | undefined,
  { period, role, now }: { readonly period: string; readonly role: string; readonly now: Instant },
): Refusal {
  const duty = rule?.life.duties[rule.id]
  if (rule === undefined || duty === undefined) return refusal('unknown-act', ['*'])
  const round = readRound(period, rule.every)
  if (round === null) {
    return refusal('invalid', duty.clause, { problems: [{ field: 'period', code: 'wrong-type', limit: null }] })
  }
  if (role !== duty.holder) return refusal('wrong-role', duty.clause)
  const isSome = isOwed(rule, round, timeOf(table, now))
  return isSome ? refusal('too-early', duty.clause) : refusal('not-in-force', table.program.regulation.effectiveClause)
}

function changeOf(one: RoundMatter, before: readonly RoundMatter[], { calendar }: OfficeTable): readonly DutyChange[] {
  const { duty, rule, round } = one
  const old = before.find((each) => each.rule.id === rule.id && each.round.id === round.id)?.duty
  const isSame = old !== undefined && old.status === duty.status && old.alert === duty.alert && old.dueAt === duty.dueAt
  const owed = rule.life.duties[rule.id]
  if (isSame || owed === undefined) return []
  const receipt = receiptOf(duty, owed, calendar, rule.life.movesToWorkday)
  return [{ duty, isNew: old === undefined, receipt, of: { rule, round } }]
}
