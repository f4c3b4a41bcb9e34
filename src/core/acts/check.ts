import { endOf, resolveLimit } from '../clocks/resolve-limit.js'
import type { Because } from '../conditions/because.js'
import { explain } from '../conditions/explain.js'
import { type FieldProblem, type Refusal, refusal } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActProgram } from '../fold/program.js'
import { isDoneAround, isDoneWithin, type Scope } from '../fold/scope.js'
import { unopened } from '../fold/stage-program.js'
import { countDone, FactView, type Given, holds, lastDone, type Working } from '../fold/working.js'
import { weigh } from '../rules/condition.js'
import { isInForce } from '../rules/in-force.js'
import type { Limit } from '../rules/limit.js'
import { dayAt, type Instant } from '../time/instant.js'
import { isFilled, numberTyped } from '../values/value.js'
import { checkBlamed } from './check-blamed.js'
import { checkAmounts, extension } from './check-extension.js'
import { checkForStaff } from './check-for-staff.js'
import { checkNamed } from './check-named.js'
import { checkPayload, citingFields, isOfForm } from './check-payload.js'
import { checkShares } from './check-shares.js'
import { forbidding, isAboutFields, ownFields } from './prohibitions.js'
import { recusedIn } from './recused.js'
import { lacking, together } from './requirements.js'
import { scopeMeant } from './scope-meant.js'
import { outOfTurn } from './sign-offs.js'
import { checkStatedAnew } from './stated-anew.js'
import { checkStatedDays } from './stated-days.js'

/** The share meant and the act, or the refusal. `withPayload` false asks only whether the act is open at all. */
export function check(
  working: Working,
  given: Given,
  request: ActRequest,
  withPayload: boolean,
): Refusal | { readonly act: ActProgram; readonly scope: Scope | null } {
  const act = working.program.acts.get(request.act)
  if (act === undefined) return refusal('unknown-act', ['*'])
  const clause = act.rule.clause
  if (!act.rule.by.includes(request.by.role))
    return refusal('wrong-role', clause, { because: [{ kind: 'roles', roles: act.rule.by }] })
  const out = recusedIn(working, request.by)
  if (out !== null) return out
  if (given.now < (given.events[given.events.length - 1]?.at ?? given.now)) return refusal('too-early', clause)
  const scope = scopeMeant(working, act, request)
  if (scope === 'none') return nothingMeant(act)
  if (scope === 'part') return refusal('not-permitted', clause, { because: [{ kind: 'inPart', parts: act.rule.parts }] })
  if (scope === 'unit' || scope === 'item') return refusal('missing', clause, { missing: [scope], problems: [unnamed(scope)] })
  if (!isInStage(working, act, scope)) return refusal('wrong-stage', clause, { because: whereItStands(working, act, scope) })
  if (act.rule.needsForce && !isInForce(working.program.regulation, dayAt(given.now, given.calendar.zone))) {
    return refusal('not-in-force', working.program.regulation.effectiveClause)
  }
  const found =
    tooLate(working, given, act, scope) ??
    reachedTimes(working, act, scope) ??
    recused(working, act, request, scope) ??
    outOfTurn(working, { act, request, scope }) ??
    extension(working, given, act, request, scope, withPayload) ??
    conditions(working, act, request, scope, withPayload)
  if (found !== null) return found
  const barred = forbidding(working, { act, request, scope }, withPayload)
  if (barred === null && withPayload && act.rule.chosen !== null && request.isChosen !== true) {
    return refusal('not-permitted', clause, { because: [{ kind: 'unchosen', by: act.rule.chosen.by }] })
  }
  const form = withPayload ? fields(working, given, act, request, scope) : null
  const lacks = lacking(working, { act, request, scope }, withPayload)
  return together([barred, lacks, form]) ?? { act, scope }
}

const nothingMeant = ({ rule: { item, clause } }: ActProgram): Refusal =>
  item === null ? refusal('wrong-unit', clause) : refusal('not-permitted', clause, { because: [{ kind: 'noItem', item }] })

const unnamed = (field: string): FieldProblem => ({ field, code: 'missing', limit: null })

function isInStage(working: Working, act: ActProgram, scope: Scope | null): boolean {
  if (act.rule.starts) return working.stage === unopened
  if (working.stage === unopened) return false
  if (scope === null) return act.rule.from.includes(working.stage.id)
  const isDuring = act.rule.during.length > 0 ? act.rule.during.includes(working.stage.id) : !working.stage.isEnd
  return isDuring && act.rule.from.includes(scope.stage.id)
}

/** Where the matter and the scope stand, as far as the act cannot be done there. */
function whereItStands(working: Working, { rule }: ActProgram, scope: Scope | null): readonly Because[] {
  const now = working.stage.id
  if (rule.starts || working.stage === unopened) return []
  if (scope === null) return [{ kind: 'stage', of: 'matter', now, from: rule.from }]
  const isDuring = rule.during.length > 0 ? rule.during.includes(now) : !working.stage.isEnd
  const { id } = scope.stage
  return [
    ...(isDuring ? [] : [{ kind: 'stage', of: 'matter', now, from: rule.during } as const]),
    ...(rule.from.includes(id) ? [] : [{ kind: 'stage', of: rule.of, now: id, from: rule.from } as const]),
  ]
}

function tooLate(working: Working, given: Given, act: ActProgram, scope: Scope | null): Refusal | null {
  const window = act.rule.within
  if (window === null) return null
  const facts = new FactView(working, scope, null)
  if (window.unless !== null && holds(window.unless, facts)) return null
  const until = windowEnd(working, act, scope)
  if (until === null || given.now < until) return null
  const lifts: readonly Because[] = window.unless === null ? [] : [{ kind: 'lifts', explanation: explain(window.unless, facts) }]
  const { disputed } = window
  const longer = disputed === null ? null : endOfWindow(working, act, scope, disputed.limit)
  const isDisputed = disputed !== null && longer !== null && given.now < longer
  const because = isDisputed ? [...lifts, { kind: 'disputed' as const, says: disputed.says, until: longer }] : lifts
  return refusal('too-late', window.clause, { until, because })
}

/** Until when an act may be done; null where no window is open. */
export const windowEnd = (working: Working, act: ActProgram, scope: Scope | null): Instant | null =>
  act.rule.within === null ? null : endOfWindow(working, act, scope, act.rule.within.limit)

function endOfWindow(working: Working, act: ActProgram, scope: Scope | null, limit: Limit): Instant | null {
  const window = act.rule.within
  if (window === null) return null
  // What an act created is counted from then, not from a later doing that created others.
  const start = scope !== null && isCreator(working, window.from, scope) ? scope.since : lastDone(working, window.from, scope)
  if (start === null) return null
  const facts = new FactView(working, scope, null)
  const resolved = resolveLimit(limit, start, facts)
  return resolved === null ? null : endOf(resolved, facts)
}

function isCreator({ program }: Working, id: string, scope: Scope): boolean {
  const act = program.acts.get(id)
  if (scope.is !== 'item') return typeof act?.rule.assigns === 'string'
  return act?.itemsFor?.kind === scope.kind || act?.adds.some(({ kind }) => kind === scope.kind) === true
}

function reachedTimes(working: Working, act: ActProgram, scope: Scope | null): Refusal | null {
  const { times, clause, id } = act.rule
  if (times === null) return null
  const done = countDone(working, id, scope)
  return done < times ? null : refusal('limit-reached', clause, { because: [{ kind: 'times', act: id, done, most: times }] })
}

function recused(working: Working, act: ActProgram, request: ActRequest, scope: Scope | null): Refusal | null {
  const { person } = request.by
  if (person === null || act.rule.notBy.length === 0) return null
  const did = working.done.filter(
    (each) =>
      act.rule.notBy.includes(each.act) &&
      each.by.person === person &&
      (scope === null || isDoneWithin(each, scope) || isDoneAround(each, scope)),
  )
  const acts = [...new Set(did.map((each) => each.act))]
  return acts.length === 0 ? null : refusal('recused', act.rule.clause, { because: [{ kind: 'did', acts }] })
}

/** The act's own condition. What hangs on fields not yet filled in is left open until they are. */
function conditions(
  working: Working,
  act: ActProgram,
  request: ActRequest,
  scope: Scope | null,
  withPayload: boolean,
): Refusal | null {
  const facts = new FactView(working, scope, request.with, request.by)
  const own = ownFields(act)
  if (act.rule.when !== null) {
    const answer = weigh(act.rule.when, facts)
    const because = (): readonly Because[] =>
      act.rule.when === null ? [] : [{ kind: 'needs', explanation: explain(act.rule.when, facts) }]
    if (answer === false && !isAboutFields(act.rule.when, own, withPayload))
      return refusal('not-permitted', act.rule.clause, { because: because() })
    // What the form asks for anyway is missing there, with all else that is.
    const asked = withPayload ? new Set(act.rule.needs) : own
    if (typeof answer === 'object' && !answer.missing.every((field) => asked.has(field))) {
      return refusal('fact-missing', act.rule.clause, { missing: answer.missing, because: because() })
    }
  }
  return null
}

/** What is let go or put in another place must be held here. */
function notHeld(working: Working, { releases, orders }: ActProgram['rule'], request: ActRequest): readonly FieldProblem[] {
  const named = [releases, ...(orders === null ? [] : [orders.member, orders.before])].filter((field) => field !== null)
  const isHeld = (field: string): boolean => {
    const number = numberTyped(request.with[field])
    return number === '' || (working.begun ?? []).some((each) => each.number === number)
  }
  return named.filter((field) => !isHeld(field)).map((field) => ({ field, code: 'not-held', limit: null }))
}

function fields(working: Working, given: Given, act: ActProgram, request: ActRequest, scope: Scope | null): Refusal | null {
  const { needs, takes, needsWhen, clause } = act.rule
  const { regulation } = working.program
  const facts = new FactView(working, scope, request.with, request.by)
  const also = needsWhen.filter((each) => weigh(each.when, facts) === true)
  const needed = [...needs, ...also.flatMap((each) => each.fields)]
  const missing = needed.filter((field) => !isFilled(request.with[field]))
  const unheld = missing.length === 0 ? notHeld(working, act.rule, request) : []
  if (unheld.length > 0) return refusal('invalid', clause, { problems: unheld })
  const asking = also.filter((each) => each.fields.some((field) => missing.includes(field)))
  const citing = asking.flatMap((each) => each.clause)
  const allowed = [...(act.rule.of === 'item' ? ['item'] : []), ...needs, ...takes, ...needsWhen.flatMap((each) => each.fields)]
  const stated = checkPayload(regulation, allowed, request.with).filter(
    ({ code }) => request.isTranscribed !== true || !isOfForm(code),
  )
  const problems = [
    ...stated,
    ...checkAmounts(working, act, request.with).filter(({ field }) => !stated.some((each) => each.field === field)),
    ...checkForStaff(regulation, request),
    ...checkNamed(regulation, request),
    ...checkStatedDays(working, given, request.with, scope),
    ...checkStatedAnew(given, act, request.with, scope),
    ...(act.rule.assigns === null ? [] : checkShares(working, act, request)),
    ...checkBlamed(act.rule, request, scope),
  ]
  if (missing.length > 0) {
    const asked = missing.map((field) => ({ field, code: 'missing' as const, limit: null }))
    const clauses = citing.length > 0 ? citing : clause
    return refusal('missing', citingFields(regulation, missing, clauses), {
      missing,
      problems: [...asked, ...problems],
      because: asking.map((each) => ({
        kind: 'asks',
        fields: each.fields.filter((field) => missing.includes(field)),
        explanation: explain(each.when, facts),
      })),
    })
  }
  const wrong = problems.map((each) => each.field)
  return problems.length > 0 ? refusal('invalid', citingFields(regulation, wrong, clause), { problems }) : null
}
