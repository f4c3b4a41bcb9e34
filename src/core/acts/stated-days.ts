import { endOfStated } from '../clocks/resolve-limit.js'
import type { FieldProblem } from '../conditions/refusal.js'
import { bearsOn, type Scope } from '../fold/scope.js'
import { FactView, type Given, holdsFor, lastDone, type Working } from '../fold/working.js'
import { dayIn } from '../rules/condition.js'
import type { DayBound } from '../rules/day-bound.js'
import type { Field } from '../rules/regulation.js'
import { dayAt, endOfDay, type Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import { type Payload, recordsIn } from '../values/value.js'

/** Days and limits that lie outside what the regulation allows to be stated: a receipt before its dispatch, a limit after the due day. */
export function checkStatedDays(working: Working, given: Given, stated: Payload, scope: Scope | null): readonly FieldProblem[] {
  const { now, calendar, program } = given
  const { fields, movesToWorkday } = program.regulation
  return Object.entries(stated).flatMap(([id, value]): readonly FieldProblem[] => {
    const field = fields[id]
    if (field !== undefined && field.items !== null) {
      return recordsIn(value).flatMap((item, row) =>
        checkStatedDays(working, given, item, scope).map((each) => ({ ...each, within: { field: id, row } })),
      )
    }
    if (field === undefined || (field.notBefore === null && field.notAfter === null)) return []
    const end = endOfStated(value, now, { calendar, movesToWorkday })
    if (end === null) return []
    const facts = new FactView(working, scope, stated)
    const at = (bound: DayBound | null) => (bound === null ? null : boundAt(bound, field, { working, facts, now, scope }))
    const [first, last] = [at(field.notBefore), at(field.notAfter)]
    if (first !== null && end < first) {
      return [{ field: id, code: 'day-too-early', limit: null, bound: first }]
    }
    return last !== null && end > last ? [{ field: id, code: 'day-too-late', limit: null, bound: last }] : []
  })
}

type Asked = {
  readonly working: Working
  readonly facts: FactView
  readonly now: Instant
  readonly scope: Scope | null
}

/** The moment a bound comes to: of a day its 24:00, of a duty its due time. Null: there is nothing yet that bounds. */
function boundAt(bound: DayBound, field: Field, { working, facts, now, scope }: Asked): Instant | null {
  const { zone } = working.calendar
  switch (bound.on) {
    case 'today':
      return endOfDay(dayAt(now, zone), zone)
    case 'act': {
      const at = lastDone(working, bound.act, scope)
      return at === null ? null : endOfDay(dayAt(at, zone), zone)
    }
    case 'field': {
      const on = bound.field === field.id ? null : dayIn(facts.value(bound.field))
      return on === null ? null : endOfDay(on, zone)
    }
    case 'duty':
      return firstDue(working, bound.duties, { now, scope })
    default:
      return unreachable(bound)
  }
}

/** When the first of these duties is due that is owed here and applies; a due time that has passed bounds nothing any more. */
function firstDue(working: Working, duties: readonly string[], { now, scope }: Omit<Asked, 'working' | 'facts'>): Instant | null {
  let first: Instant | null = null
  for (const duty of working.live) {
    const isMeant = duties.includes(duty.rule.id) && bearsOn(scope, duty.scope)
    if (!isMeant || !duty.isActive || duty.dueAt === null || duty.dueAt <= now || (first !== null && duty.dueAt >= first))
      continue
    if (holdsFor(duty.rule.appliesTo, working, duty.scope, null)) first = duty.dueAt
  }
  return first
}
