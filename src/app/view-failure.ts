import type { FieldProblemView, RefusalView } from '../contract/index.js'
import {
  type Actor,
  type Because,
  type ClauseRef,
  dayText,
  dueDay,
  type FieldProblem,
  type FieldType,
  type Given,
  isFilled,
  nameOfAct,
  type Payload,
  type Refusal,
  type Regulation,
  type Sight,
  shanghai,
  sightOf,
} from '../core/index.js'
import { becauseSentence, type SayFor, sayBecause, sayForAuthor } from '../load/index.js'
import { knownTo } from './matter/known-to.js'
import { clauseViews, dueMoment, named, stageNamed } from './matter/view-parts.js'
import type { Failure, FailureCode } from './outcome.js'
import { sayingFor } from './saying-for.js'
import type { Showing } from './showing.js'
import type { Words } from './words/index.js'

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

/** Which act was refused, where the matter stood, and who is told (null: an author, from whom nothing is kept). */
export type About = {
  readonly act: string
  readonly stage: string
  readonly reader: { readonly actor: Actor; readonly sight?: Sight; readonly stated?: Payload } | null
}

export function refusalView(showing: Showing, given: Given, refusal: Refusal, about: About): RefusalView {
  const { regulation } = given.program
  const until = refusal.until === null ? null : dueMoment(refusal.until, given.calendar.zone)
  const to = sayTo(given, about)
  const saying = sayingFor(showing)
  // Each is said once: of a matter with all its closed acts that is the dearest of what is told.
  const said = new Map(refusal.because.map((each) => [each, sayBecause(saying, [each], to)]))
  const saidOf = (meant: readonly Because[]) => meant.flatMap((each) => said.get(each) ?? [])
  const forbids = refusal.because.filter((each) => each.kind === 'forbids')
  const isConcealed = (each: Because): boolean => saidOf([each]).some((one) => one.isConcealed)
  const isMissingKnown = (id: string) => refusal.code === 'missing' || to.mayKnow({ op: 'filled', field: id, isFilled: true })
  const missing = refusal.missing
    .filter(isMissingKnown)
    .map((id) => (id === 'item' ? { id, name: showing.words.item } : named(showing, id, regulation.fields[id]?.name)))
  const sentence = showing.words.refusals[refusal.code]({
    act: named(showing, about.act, nameOfAct(regulation, about.act)).name,
    stage: about.stage === '' ? '' : stageNamed(showing, about.stage).name,
    missing: missing.map(({ name }) => name),
    until: until?.shown ?? null,
    isForbiddenByName: forbids.some((each) => !isConcealed(each)),
    because: becauseSentence(saying, saidOf(refusal.because)),
  })
  return {
    code: refusal.code,
    sentence,
    clauses: clauseViews(regulation, clausesTold(regulation, refusal, about.act, forbids, isConcealed)),
    missing,
    until,
    // Where it stands is said in the sentence; it asks nothing that somebody could change.
    because: saidOf(refusal.because.filter(({ kind }) => kind !== 'stage')).map(({ says, now, opens }) => ({
      says,
      now,
      opens: opens.map((act) => named(showing, act, regulation.acts[act]?.name)),
    })),
  }
}

/** A clause of a prohibition, like its name, may tell what is kept from the reader; where nothing else is left, the act's own stand there. */
function clausesTold(
  { prohibitions, acts }: Regulation,
  refusal: Refusal,
  act: string,
  forbids: readonly Extract<Because, { kind: 'forbids' }>[],
  isConcealed: (each: Because) => boolean,
): readonly ClauseRef[] {
  const clausesOf = (meant: typeof forbids): readonly ClauseRef[] =>
    meant.flatMap(({ prohibition }) => prohibitions.find(({ id }) => id === prohibition)?.clause ?? [])
  const known = clausesOf(forbids.filter((each) => !isConcealed(each)))
  const kept = clausesOf(forbids.filter(isConcealed)).filter((clause) => !known.includes(clause))
  const told = refusal.clause.filter((clause) => !kept.includes(clause))
  return told.length > 0 ? told : (acts[act]?.clause ?? [])
}

/** For whom something is said, and what they may know. */
export function sayTo(given: Given, { act, reader }: Omit<About, 'stage'>): SayFor {
  const { zone } = given.calendar
  if (reader === null) return sayForAuthor(act, zone)
  const { actor, sight, stated } = reader
  const states = Object.entries(stated ?? {}).flatMap(([field, value]) => (isFilled(value) ? [field] : []))
  const known = knownTo(given.program.regulation, { role: actor.role, sight: sight ?? sightOf(given, actor), states })
  return { act, zone, ...known }
}

/** 不能办, as an answer to an act that was tried. */
export function refusalFailure(showing: Showing, given: Given, refusal: Refusal, about: About): Failure {
  const { sentence, clauses, missing, because } = refusalView(showing, given, refusal, about)
  const problems = refusal.problems.map((each) => problemView(showing, each))
  return failure(showing.words, refusal.code, {
    detail: sentence,
    clauses,
    ...(missing.length > 0 ? { missing } : {}),
    ...(problems.length > 0 ? { problems } : {}),
    ...(because.length > 0 ? { because } : {}),
  })
}

export function problemView(showing: Showing, wrong: FieldProblem): FieldProblemView {
  const { field, code, limit, within } = wrong
  const rule = showing.program.regulation.fields[field]
  const own = field === 'item' ? showing.words.item : named(showing, field, rule?.name).name
  const name = within === undefined ? own : showing.words.ofItem(within.row + 1, own)
  return {
    field,
    name,
    code,
    limit,
    ...(within === undefined ? {} : { within }),
    sentence: problemSaid(showing.words, { ...wrong, name, type: rule?.type ?? (field === 'item' ? 'number' : 'text') }),
  }
}

type Wrong = Pick<FieldProblem, 'code' | 'limit' | 'bound'> & { readonly name: string; readonly type: FieldType }

/** What is wrong with one field, as people are told it. */
export const problemSaid = (words: Words, { code, name, limit, bound, type }: Wrong): string =>
  words.problems[code]({
    field: name,
    limit,
    bound: bound === undefined ? '' : dayText(dueDay(bound, shanghai)),
    written: words.written[type],
  })
