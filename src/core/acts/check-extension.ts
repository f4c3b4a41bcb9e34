import { dueAt, grantedBeyond } from '../clocks/clock.js'
import type { Because } from '../conditions/because.js'
import { explain } from '../conditions/explain.js'
import { type FieldProblem, type Refusal, refusal } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActProgram } from '../fold/program.js'
import type { RunningDuty } from '../fold/running-duty.js'
import { bearsOn, type Scope } from '../fold/scope.js'
import { FactView, type Given, holds, type Working } from '../fold/working.js'
import type { Period } from '../rules/limit.js'
import { mostOf } from '../rules/most-of.js'
import type { Extend } from '../rules/regulation.js'
import type { Payload, Value } from '../values/value.js'

/** Asks for more time, grants or refuses it. */
const isExtending = (effects: ActProgram['effects'][number]): boolean =>
  effects.some(({ effect }) => effect === 'asked' || effect === 'granted' || effect === 'refused')

/** More time is a whole number of days or months, one at least: less would take away, or part a day. */
const isAmount = (value: Value | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostGranted

const mostGranted = mostOf({ type: 'limit', most: null })

/** What is wrong with how much more time an act states, asked for or granted. */
export function checkAmounts({ program }: Working, { effects }: ActProgram, stated: Payload): readonly FieldProblem[] {
  const duties = [...program.duties.values()].filter(({ index }) => isExtending(effects[index] ?? []))
  const fields = new Set(duties.flatMap(({ rule: { extend } }) => extend?.amount ?? []))
  return [...fields].flatMap((field): readonly FieldProblem[] => {
    const value = stated[field]
    if (typeof value !== 'number' || isAmount(value)) return []
    if (value > mostGranted) return [{ field, code: 'too-large', limit: mostGranted }]
    return [value < 1 ? { field, code: 'too-small', limit: 1 } : { field, code: 'not-whole', limit: null }]
  })
}

/** What the duties an act would extend say of it: number, total, time, and what may never be extended. */
export function extension(
  working: Working,
  given: Given,
  act: ActProgram,
  request: ActRequest,
  scope: Scope | null,
  withPayload: boolean,
): Refusal | null {
  if (!act.effects.some(isExtending)) return null
  const facts = (duty: RunningDuty) => new FactView(working, duty.scope, request.with)
  const duties = working.duties.filter(
    (duty) =>
      isExtending(act.effects[duty.rule.index] ?? []) &&
      duty.isActive &&
      bearsOn(scope, duty.scope) &&
      holds(duty.rule.rule.appliesTo, facts(duty)),
  )
  if (duties.length === 0) return refusal('not-permitted', act.rule.clause, { because: [unowed(working, act)] })
  for (const duty of duties) {
    const found = extensionOf(duty, given, act, request, withPayload, facts(duty))
    if (found !== null) return found
  }
  return null
}

const unowed = ({ program }: Working, { effects }: ActProgram): Because => ({
  kind: 'unowed',
  duties: [...program.duties.values()].filter(({ index }) => isExtending(effects[index] ?? [])).map(({ id }) => id),
})

function extensionOf(
  duty: RunningDuty,
  given: Given,
  act: ActProgram,
  request: ActRequest,
  withPayload: boolean,
  facts: FactView,
): Refusal | null {
  const extend = duty.rule.rule.extend
  if (extend === null) return null
  const { id } = duty.rule
  const unasked = () => refusal('not-permitted', extend.clause, { because: [{ kind: 'unasked', duty: id }] })
  if (act.rule.id === extend.refused) return duty.asked === null ? unasked() : null
  const isAsking = act.rule.id === extend.asked
  if (extend.unless !== null && holds(extend.unless, facts)) {
    return refusal('not-permitted', extend.clause, { because: [{ kind: 'bars', explanation: explain(extend.unless, facts) }] })
  }
  if (isAsking && duty.asked !== null)
    return refusal('not-permitted', act.rule.clause, { because: [{ kind: 'pending', duty: id }] })
  if (extend.times !== null && duty.extensions >= extend.times) {
    const because: Because = { kind: 'extended', duty: id, done: duty.extensions, most: extend.times }
    return refusal('limit-reached', extend.clause, { because: [because] })
  }
  const isBound = isAsking ? extend.asks === 'before-due' : extend.asks === 'unasked'
  if (isBound && duty.dueAt !== null && given.now >= duty.dueAt) {
    return refusal('too-late', extend.clause, { until: duty.dueAt })
  }
  const more = request.with[extend.amount]
  const least = withPayload && isAmount(more) ? more : 1
  const beyond = beyondTotal(duty, extend, least, facts) ?? beyondCap(duty, given, extend, least)
  if (beyond !== null) return beyond
  return isAsking || extend.asks === 'unasked' || duty.asked !== null ? null : unasked()
}

function beyondTotal(duty: RunningDuty, extend: Extend, more: number, facts: FactView): Refusal | null {
  const bound = extend.totals.find((each) => holds(each.when, facts))
  if (bound === undefined) return null
  const granted = grantedBeyond(duty).reduce((sum, each) => sum + each.period.amount, 0)
  if (granted + more <= bound.total) return null
  const { unit } = extend
  const because: Because = {
    kind: 'total',
    duty: duty.rule.id,
    granted: { amount: granted, unit },
    most: { amount: bound.total, unit },
  }
  return refusal('limit-reached', bound.clause.length > 0 ? bound.clause : extend.clause, { because: [because] })
}

/** What would be granted ends after the cap: refused, or, where what the cap leaves may be granted, only once it leaves nothing. */
function beyondCap(duty: RunningDuty, given: Given, { unit, clips }: Extend, more: number): Refusal | null {
  const { rule, cap, dueAt: due } = duty
  if (rule.rule.notAfter === null || cap === null || isWithinCap(duty, given, { amount: more, unit })) return null
  if (clips && due !== null && due < cap) return null
  const left = { amount: mostWithinCap(duty, given, { amount: more, unit }), unit }
  return refusal('limit-reached', rule.rule.notAfter.clause, { because: [{ kind: 'cap', duty: rule.id, until: cap, left }] })
}

function isWithinCap(duty: RunningDuty, { calendar, program }: Given, more: Period): boolean {
  const { start, allowances, pauses, fixed, floor, cap } = duty
  const extended = { start, allowances: [...allowances, { period: more, event: 0 }], pauses, fixed, cap: null, floor }
  const due = dueAt(extended, calendar, program.regulation)
  return due === null || cap === null || due <= cap
}

/** How much of what is too much could be granted. The end grows with the amount, so halving finds it. */
function mostWithinCap(duty: RunningDuty, given: Given, { amount, unit }: Period): number {
  let least = 0
  for (let beyond = amount; beyond - least > 1; ) {
    const half = Math.floor((least + beyond) / 2)
    if (isWithinCap(duty, given, { amount: half, unit })) least = half
    else beyond = half
  }
  return least
}
