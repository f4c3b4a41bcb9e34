import type { FieldProblem } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActProgram } from '../fold/program.js'
import type { Working } from '../fold/working.js'
import { assignmentsIn } from '../values/value.js'

const wrong = (code: FieldProblem['code']): readonly FieldProblem[] => [{ field: 'assignments', code, limit: null }]

/** What is wrong with the shares that an act names. A unit has one share at a time, and a matter one lead. */
export function checkShares(working: Working, { rule }: ActProgram, request: ActRequest): readonly FieldProblem[] {
  const stated = assignmentsIn(request.with.assignments)
  const isBelow = rule.of === 'assignment'
  // What a share hands on goes to units below its own; nobody else names such.
  if (stated.some(({ part }) => (part === 'subordinate') !== isBelow)) return wrong('not-an-option')
  if (!isBelow && rule.parts.length > 0 && stated.some(({ part }) => !rule.parts.includes(part))) return wrong('not-an-option')
  if (isBelow && stated.some(({ unit }) => request.units?.get(unit)?.parent !== request.by.unit)) return wrong('not-below')
  const active = working.assignments.filter((each) => each.endedAt === null)
  const isStated = (unit: string): boolean => stated.some((each) => each.unit === unit)
  const held = active.filter(({ unit }) => isStated(unit))
  const isTwice = new Set(stated.map(({ unit }) => unit)).size !== stated.length
  const isAsBefore = held.some(({ unit, part }) => stated.some((each) => each.unit === unit && each.part === part))
  const leads = [...active.filter(({ unit }) => !isStated(unit)), ...stated].filter(({ part }) => part === 'lead')
  const needsLead = working.program.regulation.fields.assignments?.needsLead === true
  if (stated.length > 0 && needsLead && !isBelow && leads.length === 0) return wrong('no-lead')
  const isTaken = held.length > 0 && (!rule.changesPart || isAsBefore || held.some(({ above }) => above !== null))
  // Whoever is merely informed answers for nobody: not while a unit below has in hand what they handed on.
  const isInformed = (unit: string): boolean => stated.some((each) => each.unit === unit && each.part === 'copy')
  const isLeft = active.some(
    ({ above, stage }) => above !== null && above.endedAt === null && isInformed(above.unit) && stage.heldBy !== 'nobody',
  )
  if (isLeft) return wrong('has-below')
  return isTwice || isTaken || leads.length > 1 ? wrong('already-assigned') : []
}
