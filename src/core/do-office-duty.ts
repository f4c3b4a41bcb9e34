import { checkPayload, citingFields } from './check-payload.js'
import { readRound } from './cycle.js'
import type { Actor } from './event.js'
import { isOwed, type OfficeGiven, opensAt } from './office-duty.js'
import type { OfficeDone } from './office-event.js'
import { type Refusal, refusal } from './refusal.js'
import type { OfficeDuty, Regulation } from './regulation.js'
import { isFilled, type Payload } from './value.js'

/** What somebody of the office states as done: which duty, for which of its rounds. */
export type OfficeRequest = {
  readonly duty: string
  readonly period: string
  readonly by: Actor
  readonly with: Payload
}

export type OfficeDecision = { readonly ok: true; readonly event: OfficeDone } | { readonly ok: false; readonly refusal: Refusal }

/** Decides one doing of a duty of the office at `given.now`. Pure: nothing is recorded here. */
export function doOfficeDuty(given: OfficeGiven, request: OfficeRequest): OfficeDecision {
  const rule = given.program.regulation.officeDuties[request.duty]
  if (rule === undefined) return { ok: false, refusal: refusal('unknown-act', ['*']) }
  const found =
    officeRefusal(given, rule, request.period, request.by) ?? wrongFields(given.program.regulation, rule, request.with)
  if (found !== null) return { ok: false, refusal: found }
  const seq = (given.events.at(-1)?.seq ?? 0) + 1
  return { ok: true, event: { kind: 'done', seq, ...request, at: given.now } }
}

/** Why a round cannot be done by this actor now, whatever is filled in; null where it can. */
export function officeRefusal(given: OfficeGiven, rule: OfficeDuty, period: string, by: Actor): Refusal | null {
  const round = readRound(period, rule.every)
  if (round === null) return refusal('invalid', rule.clause, { problems: [{ field: 'period', code: 'wrong-type', limit: null }] })
  if (by.role !== rule.holder) return refusal('wrong-role', rule.clause)
  if (!isOwed(rule, round, given)) return refusal('not-in-force', given.program.regulation.effectiveClause)
  if (given.now < opensAt(rule, round, given.calendar)) return refusal('too-early', rule.clause)
  const isDone = given.events.some((each) => each.kind === 'done' && each.duty === rule.id && each.period === period)
  return isDone ? refusal('limit-reached', rule.clause) : null
}

function wrongFields(regulation: Regulation, { needs, takes, clause }: OfficeDuty, stated: Payload): Refusal | null {
  const missing = needs.filter((field) => !isFilled(stated[field]))
  const problems = checkPayload(regulation, [...needs, ...takes], stated)
  const asked = missing.map((field) => ({ field, code: 'missing' as const, limit: null }))
  if (missing.length > 0) {
    return refusal('missing', citingFields(regulation, missing, clause), { missing, problems: [...asked, ...problems] })
  }
  const wrong = problems.map((each) => each.field)
  return problems.length > 0 ? refusal('invalid', citingFields(regulation, wrong, clause), { problems }) : null
}
