import type { FieldProblemView, RefusalView } from '../contract/index.js'
import { dayText, dueDay, type FieldProblem, type Given, type Refusal, shanghai } from '../core/index.js'
import type { Failure, FailureCode } from './outcome.js'
import type { Showing } from './showing.js'
import { clauseViews, dueMoment, named, stageNamed } from './view-parts.js'
import { nameIn, type Words } from './words/index.js'

/** A failure that has nothing to do with a regulation. */
export const failure = (words: Words, code: FailureCode, more: Partial<Failure> = {}): Failure => ({
  title: words.failures[code],
  detail: words.failures[code],
  ...more,
  code,
})

export const failed = (
  words: Words,
  code: FailureCode,
  more: Partial<Failure> = {},
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: failure(words, code, more),
})

type About = { readonly act: string; readonly stage: string }

export function refusalView(showing: Showing, given: Given, refusal: Refusal, about: About): RefusalView {
  const { regulation } = given.program
  const until = refusal.until === null ? null : dueMoment(refusal.until, given.calendar.zone)
  const missing = refusal.missing.map((id) => named(showing, id, regulation.fields[id]?.name))
  const prohibition = regulation.prohibitions.find((each) => each.id === refusal.prohibition)
  const sentence = showing.words.refusals[refusal.code]({
    act: named(showing, about.act, regulation.acts[about.act]?.name).name,
    stage: about.stage === '' ? '' : stageNamed(showing, about.stage).name,
    missing: missing.map(({ name }) => name),
    until: until?.shown ?? null,
    prohibition: prohibition === undefined ? null : nameIn(showing.lang, prohibition.name),
  })
  return { code: refusal.code, sentence, clauses: clauseViews(regulation, refusal.clause), missing, until }
}

/** 不能办, as an answer to an act that was tried. */
export function refusalFailure(showing: Showing, given: Given, refusal: Refusal, about: About): Failure {
  const { sentence, clauses, missing } = refusalView(showing, given, refusal, about)
  const problems = refusal.problems.map((each) => problemView(showing, each))
  return failure(showing.words, refusal.code, {
    detail: sentence,
    clauses,
    ...(missing.length > 0 ? { missing } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  })
}

export function problemView(showing: Showing, { field, code, limit, bound }: FieldProblem): FieldProblemView {
  const rule = showing.program.regulation.fields[field]
  const name = named(showing, field, rule?.name).name
  const isText = rule?.type === 'text' || rule?.type === 'longText'
  return {
    field,
    name,
    code,
    limit,
    sentence: showing.words.problems[code](name, limit, isText, bound === undefined ? '' : dayText(dueDay(bound, shanghai))),
  }
}
