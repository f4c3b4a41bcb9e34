import type { Calendar } from '../time/calendar.js'
import { type Round, roundAfter, roundOn } from '../time/cycle.js'
import { addDays, type Day } from '../time/day.js'
import { dayAt, endOfDay, type Instant, startOfDay } from '../time/instant.js'
import { isInForce } from './in-force.js'
import type { OfficeDuty, Regulation } from './regulation.js'

/** The days on which an office works under a version of its regulation, as far as it is not the regulation that says so. */
export type OfficeTime = {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly since: Day
  readonly until: Day | null
  readonly now: Instant
}

/** When a round's matter opens: 24:00 of its last day, or 00:00 of its first. */
export const opensAt = ({ edge }: OfficeDuty, round: Round, { zone }: Calendar): Instant =>
  edge === 'period-end' ? endOfDay(round.last, zone) : startOfDay(round.first, zone)

/** The round of a matter that opened at this moment. */
export function roundOpenedAt({ every, edge }: OfficeDuty, at: Instant, { zone }: Calendar): Round {
  const on = dayAt(at, zone)
  return roundOn(edge === 'period-end' ? addDays(on, -1) : on, every)
}

/** The day on which the regulation must hold for a round to count: its last, or its first where the matter opens as it begins. */
const dayThatCounts = ({ edge }: OfficeDuty, round: Round): Day => (edge === 'period-end' ? round.last : round.first)

/** Whether the office owes a round at all: it worked under the regulation then, and that was in force. */
export function isOwed(rule: OfficeDuty, round: Round, { regulation, since, until }: OfficeTime): boolean {
  const on = dayThatCounts(rule, round)
  return on >= since && (until === null || on <= until) && isInForce(regulation, on)
}

/** Every round whose matter has opened by now, each once, oldest first. */
export function roundsOpened(rule: OfficeDuty, time: OfficeTime): readonly Round[] {
  const found: Round[] = []
  for (let round = roundOn(time.since, rule.every); opensAt(rule, round, time.calendar) <= time.now; ) {
    if (isOwed(rule, round, time)) found.push(round)
    round = roundAfter(round, rule.every)
  }
  return found
}

/** When the next round's matter opens; null where none will be owed. */
export function nextOpening(rule: OfficeDuty, time: OfficeTime): Instant | null {
  let round = roundOn(time.since, rule.every)
  while (opensAt(rule, round, time.calendar) <= time.now || dayThatCounts(rule, round) < time.since) {
    round = roundAfter(round, rule.every)
  }
  return isOwed(rule, round, time) ? opensAt(rule, round, time.calendar) : null
}
