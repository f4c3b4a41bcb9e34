import {
  type Actor,
  type Condition,
  defaultSight,
  derive,
  fieldsRead,
  type Given,
  hiddenFrom,
  type MatterSight,
  type MatterState,
  type Regulation,
  seesOf,
} from '../core/index.js'
import type { Gate } from '../store/index.js'

export const nothing: Gate = { scope: 'none', notHiddenFrom: [] }

/**
 * 可见范围. Who may see which matters, as the store applies it to lists, search, counts, exports and reads alike.
 * Rules that hang on facts of a matter are weighed when it is projected (`gateMarks`) and met here by a mark.
 */
export function gateOf(regulation: Regulation, actor: Actor): Gate {
  const role = regulation.roles[actor.role]
  if (role === undefined || role.kind === 'requester' || role.kind === 'system') return nothing
  if (role.kind === 'unit' && actor.unit === null) return nothing
  const rules = rulesFor(regulation, actor.role)
  const last = rules.at(-1)
  const sees = last !== undefined && last.when === null ? last.sees : defaultSight(regulation, actor.role)
  const marks = rules.some((rule) => rule.when !== null && rule.sees !== 'none') ? [roleMark(actor.role)] : []
  const units = sees === 'assigned' && actor.unit !== null ? [actor.unit] : []
  return {
    scope: sees === 'all' ? 'all' : units.length + marks.length > 0 ? { units: [...units, ...marks] } : 'none',
    notHiddenFrom: notHiddenFrom(actor),
  }
}

function notHiddenFrom({ role, unit, person, behalf }: Actor): readonly string[] {
  const marks = [roleMark(role)]
  if (unit !== null) marks.push(unit, unitMark(role, unit))
  if (person !== null) marks.push(personMark(role, person))
  if (behalf !== undefined) marks.push(personMark(role, behalf))
  return marks
}

// None of these can be the id of a unit: ids hold no such signs.
const roleMark = (role: string): string => `role:${role}`
const unitMark = (role: string, unit: string): string => `role:${role}@${unit}`
const personMark = (role: string, person: string): string => `role:${role}#${person}`
export const isUnitName = (text: string): boolean => !text.startsWith('role:')

/** The rules that may decide for a role: up to the first one without a condition. */
function rulesFor(regulation: Regulation, role: string): readonly MatterSight[] {
  const rules = regulation.visibility.matters.filter((rule) => rule.to.includes(role))
  const end = rules.findIndex((rule) => rule.when === null)
  return end === -1 ? rules : rules.slice(0, end + 1)
}

/** What is kept with a matter so that the gate can be applied without opening it: whom it reaches, and whom it is hidden from. */
export function gateMarks(
  given: Given,
  state: MatterState,
): { readonly units: readonly string[]; readonly hiddenFrom: readonly string[] } {
  const { regulation } = given.program
  const units = new Set(state.assignments.map((each) => each.unit))
  const hidden = new Set(hiddenFrom(given))
  for (const role of Object.values(regulation.roles)) {
    const conditional = rulesFor(regulation, role.id).filter((rule) => rule.when !== null)
    if (conditional.length === 0) continue
    const persons = new Set(conditional.flatMap((rule) => personsIn(rule.when, regulation, state)))
    const shares = role.kind === 'unit' ? [...units].filter(isUnitName) : []
    const sees = (unit: string | null, person: string | null) => seesOf(given, { role: role.id, unit, person })
    const plain = sees(null, null)
    if (plain === 'all') units.add(roleMark(role.id))
    else if (role.kind !== 'unit') hidden.add(roleMark(role.id))
    for (const unit of shares) if (sees(unit, null) === 'none') hidden.add(unitMark(role.id, unit))
    for (const person of persons) if (sees(shares[0] ?? null, person) === 'none') hidden.add(personMark(role.id, person))
  }
  return { units: [...units], hiddenFrom: [...hidden] }
}

/** Whom the fields that a condition reads name. */
function personsIn(condition: Condition | null, regulation: Regulation, state: MatterState): readonly string[] {
  if (condition === null) return []
  const fields = fieldsRead(condition).filter((id) => regulation.fields[id]?.type === 'person')
  const facts = [state.facts, ...state.assignments.map((each) => each.facts)]
  return fields.flatMap((id) => facts.map((stated) => stated[id])).filter((value) => typeof value === 'string')
}

/** For tests of the gate itself: the marks of a matter as it stands. */
export const marksOf = (given: Given): ReturnType<typeof gateMarks> => gateMarks(given, derive(given))
