import type { RefusalView } from '../../contract/index.js'
import { type OfficeDuty, type OfficeGiven, opensAt, type Refusal, readRound } from '../../core/index.js'
import type { Failure } from '../outcome.js'
import type { Showing } from '../showing.js'
import { failure, problemView } from '../view-failure.js'
import { clauseViews, moment, named } from '../view-parts.js'
import { officeWords } from '../words/office-duties.js'
import { periodName } from './period-name.js'

type About = { readonly rule: OfficeDuty | undefined; readonly duty: string; readonly period: string }

/** 不能办, said of a duty of the office. */
export function officeRefusalView(
  showing: Showing,
  given: Pick<OfficeGiven, 'program' | 'calendar'>,
  refusal: Refusal,
  about: About,
): RefusalView {
  const { regulation } = given.program
  const { rule, duty } = about
  const round = rule === undefined ? null : readRound(about.period, rule.every)
  const missing = refusal.missing.map((id) => named(showing, id, regulation.fields[id]?.name))
  const told = {
    duty: named(showing, duty, rule?.name).name,
    period: rule === undefined || round === null ? about.period : periodName(showing, round, rule.every),
    opens: rule === undefined || round === null ? '' : moment(opensAt(rule, round, given.calendar), given.calendar.zone).shown,
  }
  const own = officeWords[showing.lang].refusals[refusal.code]
  const plain = {
    act: told.duty,
    stage: '',
    missing: missing.map(({ name }) => name),
    until: null,
    prohibition: null,
    because: '',
  }
  const sentence = own?.(told) ?? showing.words.refusals[refusal.code](plain)
  return { code: refusal.code, sentence, clauses: clauseViews(regulation, refusal.clause), missing, until: null, because: [] }
}

export function officeRefusalFailure(showing: Showing, given: OfficeGiven, refusal: Refusal, about: About): Failure {
  const { sentence, clauses, missing } = officeRefusalView(showing, given, refusal, about)
  const problems = refusal.problems.map((each) => problemView(showing, each))
  return failure(showing.words, refusal.code, {
    detail: sentence,
    clauses,
    ...(missing.length > 0 ? { missing } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  })
}
