import type { Calendar } from './calendar.js'
import { type Round, roundAfter, roundOn } from './cycle.js'
import { addDays, addMonths, type Day, dayText } from './day.js'
import { isInForce } from './in-force.js'
import { dayAt, endOfDay, type Instant, startOfDay } from './instant.js'
import type { Limit } from './limit.js'
import type { OfficeDone, OfficeEvent } from './office-event.js'
import { dutyProgram, type Program } from './program.js'
import { type Receipt, receiptOf } from './receipt.js'
import type { Duty, OfficeDuty, Regulation } from './regulation.js'
import { type Resolved, resolveLimit } from './resolve-limit.js'
import { RunningDuty, rungKey } from './running-duty.js'
import type { DutyState } from './state.js'

/** The inputs of the arrow, for what the office itself owes. */
export type OfficeGiven = {
  readonly program: Program
  readonly calendar: Calendar
  readonly events: readonly OfficeEvent[]
  /** The first and the last day on which the office works under this regulation, as far as it is not the regulation that says so. */
  readonly since: Day
  readonly until: Day | null
  readonly now: Instant
}

/** A duty of the office in one of its rounds, as it stands. Its key is `bulletin@2025-Q1`. */
export type OfficeDutyState = {
  readonly period: Round
  readonly duty: DutyState
  /** How it was done; null where it was not yet. */
  readonly done: OfficeDone | null
}

/** 机构义务 round by round: every round whose duty has opened, each once, oldest first, duty by duty. */
export const officeDutiesOf = (given: OfficeGiven): readonly OfficeDutyState[] => {
  const recorded = recordedRungs(given)
  return running(given).map(({ duty, round, done }) => ({
    period: round,
    duty: duty.present(given.now, given.calendar, recorded, given.program.regulation.points),
    done,
  }))
}

/** Rungs reached by now that have not taken effect yet, as events to record. */
export function officeRungsToRecord(given: OfficeGiven): readonly OfficeEvent[] {
  const lastSeq = given.events.at(-1)?.seq ?? 0
  return officeDutiesOf(given)
    .flatMap(({ duty, period }) =>
      duty.reached.filter((each) => !each.isRecorded).map((each) => ({ ...each, duty: duty.duty, period: period.id })),
    )
    .map(({ duty, period, rung, due, at }, index) => {
      return { kind: 'rung', seq: lastSeq + index + 1, duty, period, rung, due, reachedAt: at, at: given.now }
    })
}

/** When to look again: the next round that opens, due time that passes, or rung that is reached. Null: never by itself. */
export function officeLookAgainAt(given: OfficeGiven): Instant | null {
  const moments = running(given).map(({ duty }) => duty.nextLook(given.calendar))
  const openings = Object.values(given.program.regulation.officeDuties).map((rule) => nextOpening(rule, given))
  return [...moments, ...openings].reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null)
}

/** How a due time came to be. Worked out only when somebody asks. */
export function officeReceiptOf({ program, calendar }: OfficeGiven, { period, duty }: OfficeDutyState): Receipt {
  const { regulation } = program
  const rule = regulation.officeDuties[duty.duty]
  if (rule === undefined) throw new Error(`no duty of the office ${duty.duty}`)
  return receiptOf(duty, asDuty(rule, shownLimit(rule, period)), calendar, regulation.movesToWorkday)
}

/** The day on which the regulation must hold for a round to count: its last, or its first where the duty lies within it. */
export const dayThatCounts = ({ opens }: OfficeDuty, round: Round): Day => (opens === 'period-end' ? round.last : round.first)

/** When a round's duty opens: 24:00 of its last day, or 00:00 of its first. */
export const opensAt = ({ opens }: OfficeDuty, round: Round, { zone }: Calendar): Instant =>
  opens === 'period-end' ? endOfDay(round.last, zone) : startOfDay(round.first, zone)

/** Whether the office owes a round at all: it worked under the regulation then, and that was in force. */
export function isOwed(rule: OfficeDuty, round: Round, { program, since, until }: OfficeGiven): boolean {
  const on = dayThatCounts(rule, round)
  return on >= since && (until === null || on <= until) && isInForce(program.regulation, on)
}

type Running = { readonly duty: RunningDuty; readonly round: Round; readonly done: OfficeDone | null }

const running = (given: OfficeGiven): readonly Running[] =>
  Object.values(given.program.regulation.officeDuties).flatMap((rule) =>
    roundsOpened(rule, given).map((round) => runningDuty(rule, round, given)),
  )

function roundsOpened(rule: OfficeDuty, given: OfficeGiven): readonly Round[] {
  const found: Round[] = []
  let round = roundOn(given.since, rule.every)
  for (; opensAt(rule, round, given.calendar) <= given.now; round = roundAfter(round, rule.every)) {
    if (isOwed(rule, round, given)) found.push(round)
  }
  return found
}

function nextOpening(rule: OfficeDuty, given: OfficeGiven): Instant | null {
  let round = roundOn(given.since, rule.every)
  while (opensAt(rule, round, given.calendar) <= given.now || dayThatCounts(rule, round) < given.since) {
    round = roundAfter(round, rule.every)
  }
  return isOwed(rule, round, given) ? opensAt(rule, round, given.calendar) : null
}

function runningDuty(rule: OfficeDuty, round: Round, given: OfficeGiven): Running {
  const { calendar, program, events, now } = given
  const { regulation } = program
  const opened = opensAt(rule, round, calendar)
  const done = doneFor(rule.id, round.id, events)
  const shape = { ...dutyProgram(asDuty(rule, shownLimit(rule, round)), 0, false), keys: [`${rule.id}@${round.id}`] }
  const limit = resolved(rule, round, calendar, regulation)
  const start = limit?.start ?? opened
  const duty = new RunningDuty(shape, 1, null, { at: opened, seq: 0, with: null }, start)
  if (limit?.period != null) duty.allowances = [{ period: limit.period, event: 0 }]
  duty.fixed = limit?.fixed ?? null
  duty.reckon(opened, calendar, regulation)
  letPass(duty, done?.at ?? now, calendar)
  duty.metAt = done?.at ?? null
  return { duty, round, done }
}

const doneFor = (duty: string, period: string, events: readonly OfficeEvent[]): OfficeDone | null =>
  events.find((each): each is OfficeDone => each.kind === 'done' && each.duty === duty && each.period === period) ?? null

function letPass(duty: RunningDuty, until: Instant, calendar: Calendar): void {
  for (let turn = duty.upcoming(until, calendar); turn !== null; turn = duty.upcoming(until, calendar)) duty.take(turn, false)
}

function recordedRungs({ events }: OfficeGiven): ReadonlySet<string> {
  const rungs = events.flatMap((each) => (each.kind === 'rung' ? [each] : []))
  return new Set(rungs.map(({ duty, period, rung, due }) => rungKey(`${duty}@${period}`, rung, due)))
}

/**
 * The day that ends as the duty opens is the starting day, which does not count (Civil Code art. 201): the first day
 * after a quarter is day one. A month from there is the month that follows.
 */
function resolved(rule: OfficeDuty, round: Round, calendar: Calendar, { movesToWorkday }: Regulation): Resolved | null {
  if (rule.within === null) return null
  const first = dayAt(opensAt(rule, round, calendar), calendar.zone)
  const start = startOfDay(addDays(first, -1), calendar.zone)
  return resolveLimit(countable(rule, rule.within, round, first), start, {
    calendar,
    movesToWorkday,
    value: () => undefined,
    statedAt: () => null,
    lastDone: () => null,
  })
}

function countable(rule: OfficeDuty, within: NonNullable<OfficeDuty['within']>, round: Round, first: Day): Limit {
  if (within.kind === 'periods') return { kind: 'on', day: dayText(lastRound(rule, round, within.periods).last) }
  if (within.kind === 'yearly' || within.period.unit !== 'months') return within
  const days = addMonths(first, within.period.amount) - first
  return { kind: 'period', period: { unit: 'calendarDays', amount: days } }
}

/** The limit as it is shown: the end of a round is a fixed day. */
function shownLimit(rule: OfficeDuty, round: Round): Limit | null {
  const { within } = rule
  if (within?.kind !== 'periods') return within
  return { kind: 'on', day: dayText(lastRound(rule, round, within.periods).last) }
}

/** One round from the end of a round is the next; one from its start is itself. */
const lastRound = ({ opens, every }: OfficeDuty, round: Round, count: number): Round =>
  roundAfter(round, every, opens === 'period-end' ? count : count - 1)

/** In the shape of a matter's duty, so that one clock, one ladder and one receipt serve both. */
const asDuty = (rule: OfficeDuty, within: Limit | null): Duty => ({
  id: rule.id,
  name: rule.name,
  holder: rule.holder,
  named: null,
  claimant: null,
  of: 'matter',
  parts: [],
  opens: [],
  appliesTo: null,
  appliesFrom: { kind: 'opening' },
  within,
  countFrom: null,
  notAfter: null,
  tightenedBy: [],
  isSoft: false,
  discretion: rule.discretion,
  metBy: [],
  reopenedBy: [],
  cancelledBy: [],
  pausedBy: [],
  resumedBy: [],
  extend: null,
  ladder: rule.ladder,
  isInternal: false,
  clause: rule.clause,
  note: rule.note,
})
