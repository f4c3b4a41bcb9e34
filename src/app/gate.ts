import {
  type Actor,
  type Condition,
  defaultSight,
  fieldsRead,
  type Given,
  hiddenFrom,
  type MatterSight,
  type MatterState,
  namesIn,
  type Payload,
  type Program,
  type Regulation,
  type Role,
  requestersOf,
  seesOf,
} from '../core/index.js'
import type { Gate } from '../store/index.js'

export const nothing: Gate = { scope: 'none', notHiddenFrom: [] }

/** The versions under which matters of a government run, as far as sight goes. What the first says plainly of a role is what no mark repeats. */
export type Runs = { readonly versions: readonly [Program, ...Program[]]; readonly roles: ReadonlyMap<string, Role> }

/**
 * 可见范围. Who may see which matters, as the store applies it to lists, search, counts, exports and reads alike.
 * Rules that hang on facts of a matter, and those of regulations that say otherwise than the government's first, are weighed when it is
 * projected (`gateMarks`) and met here by a mark: of the role, of its seat in a unit, of a person. What is said of the nearer one goes
 * before what is said of the wider one.
 */
export function gateOf(runs: Runs, actor: Actor): Gate {
  const role = runs.roles.get(actor.role)
  if (role === undefined || role.kind === 'system') return nothing
  if (role.kind === 'requester') return gateOfRequester(actor)
  if (role.kind === 'unit' && actor.unit === null) return nothing
  const { plain } = sightRulesOf(runs.versions[0].regulation, actor.role)
  const isMarked = runs.versions.some(({ regulation }) => isMarkedIn(regulation, actor.role, plain))
  const marks = isMarked ? marksFor(actor) : null
  const reached = [...(plain === 'assigned' && actor.unit !== null ? [actor.unit] : []), ...(marks?.all ?? [])]
  const names = [actor.unit, actor.person, actor.behalf ?? null].filter((name) => name !== null)
  return {
    scope: plain === 'all' ? 'all' : reached.length > 0 ? { units: reached } : 'none',
    notHiddenFrom: [...names, ...(marks?.ofPersons ?? [])],
    ...(marks === null ? {} : { exceptions: { from: marks.ofSeats, unless: marks.byName } }),
  }
}

/** A requester who is known by name sees the matters that name them. */
function gateOfRequester({ role, person }: Actor): Gate {
  return person === null ? nothing : { scope: { units: [personMark(role, null, person)] }, notHiddenFrom: [person] }
}

/** Whether matters under a regulation may bear marks of a role: where it is not answered alike for all of them, as the first does. */
function isMarkedIn(regulation: Regulation, role: string, plain: MatterSight['sees']): boolean {
  const own = sightRulesOf(regulation, role)
  return own.isConditional || own.plain !== plain || hasOtherRounds(regulation, role, plain)
}

/** Whether a role sees the matters that the calendar opens for the office; they say so themselves, whatever it sees beside them. */
export const seesRounds = ({ versions }: Runs, role: string): boolean =>
  versions.some(({ regulation }) =>
    Object.values(regulation.officeDuties).some(({ life }) => sightRulesOf(life, role).plain === 'all'),
  )

/** Whether some of those are answered otherwise than what people send in: then their marks decide. */
const hasOtherRounds = ({ officeDuties }: Regulation, role: string, plain: MatterSight['sees']): boolean =>
  Object.values(officeDuties).some(({ life }) => (sightRulesOf(life, role).plain === 'all') !== (plain === 'all'))

type SightRules = {
  readonly plain: MatterSight['sees']
  readonly conditional: readonly Condition[]
  readonly isConditional: boolean
}

/** What a role sees where no condition says otherwise, and the conditions that may: up to the first rule without one. */
function sightRulesOf(regulation: Regulation, role: string): SightRules {
  const rules = regulation.visibility.matters.filter((rule) => rule.to.includes(role))
  const end = rules.findIndex((rule) => rule.when === null)
  const deciding = end === -1 ? rules : rules.slice(0, end + 1)
  const conditional = deciding.flatMap(({ when }) => (when === null ? [] : [when]))
  const plain = end === -1 ? defaultSight(regulation, role) : (rules[end]?.sees ?? 'none')
  return { plain, conditional, isConditional: conditional.length > 0 }
}

type ViewerMarks = Readonly<Record<'all' | 'ofSeats' | 'ofPersons' | 'byName', readonly string[]>>

function marksFor({ role, unit, person, behalf }: Actor): ViewerMarks {
  const ofRole = seatMark(role, null)
  const seat = unit === null ? [] : [seatMark(role, unit)]
  const persons = [person, behalf ?? null].filter((each) => each !== null)
  const units = unit === null ? [null] : [null, unit]
  const ofPersons = persons.flatMap((each) => units.map((of) => personMark(role, of, each)))
  return { all: [ofRole, ...seat, ...ofPersons], ofSeats: [ofRole, ...seat], ofPersons, byName: [...seat, ...ofPersons] }
}

// None of these can be the id of a unit: ids hold no such signs.
const seatMark = (role: string, unit: string | null): string => `role:${role}${unit === null ? '' : `@${unit}`}`
const personMark = (role: string, unit: string | null, person: string): string => `${seatMark(role, unit)}#${person}`
export const isUnitName = (text: string): boolean => !text.startsWith('role:')

/** What is kept with a matter so that the gate can be applied without opening it: whom it reaches, and whom it is hidden from. */
export type GateMarks = { readonly units: readonly string[]; readonly hiddenFrom: readonly string[] }

export function gateMarks(given: Given, state: MatterState, first: Regulation): GateMarks {
  const { regulation, officeDuty } = given.program
  if (officeDuty !== null) return roundMarks(regulation, first)
  const sharing = [...new Set(state.assignments.map((each) => each.unit))]
  const marks = { units: new Set(sharing), hiddenFrom: new Set(hiddenFrom(given)) }
  for (const role of rolesIn(regulation, first)) {
    const own = sightRulesOf(regulation, role.id)
    const { plain } = sightRulesOf(first, role.id)
    if ((own.isConditional || own.plain !== plain) && role.kind !== 'requester' && role.kind !== 'system')
      markRole(given, marks, { role: role.id, plain, sharing, named: namedIn(own.conditional, regulation, state) })
  }
  const known = requestersOf(given)
  for (const { id, kind } of Object.values(regulation.roles))
    if (kind === 'requester') for (const person of known) marks.units.add(personMark(id, null, person))
  return { units: [...marks.units], hiddenFrom: [...marks.hiddenFrom] }
}

/** Roles of the matter's own regulation and of the first: one that it does not know must not see it either. */
const rolesIn = (own: Regulation, first: Regulation): readonly Role[] => Object.values({ ...first.roles, ...own.roles })

/** Of a matter that the calendar opened every role is marked: its rules are not those by which gates are made. */
function roundMarks(life: Regulation, first: Regulation): GateMarks {
  const roles = rolesIn(life, first).map(({ id }) => ({
    mark: seatMark(id, null),
    isSeer: sightRulesOf(life, id).plain === 'all',
  }))
  const marks = (isSeer: boolean) => roles.filter((role) => role.isSeer === isSeer).map(({ mark }) => mark)
  return { units: marks(true), hiddenFrom: marks(false) }
}

type Marks = { readonly units: Set<string>; readonly hiddenFrom: Set<string> }
type Named = { readonly units: readonly string[]; readonly persons: readonly string[] }
type RoleSeen = {
  readonly role: string
  /** What gates take for granted of the role. */
  readonly plain: MatterSight['sees']
  readonly sharing: readonly string[]
  readonly named: Named
}

/** A mark wherever the role, one of its seats or one person is answered otherwise than the wider mark would have it. */
function markRole(given: Given, marks: Marks, { role, plain, sharing, named }: RoleSeen): void {
  const sees = (unit: string | null, person: string | null) => seesOf(given, { role, unit, person }) !== 'none'
  const mark = (isSeen: boolean, isInferred: boolean, name: string) => {
    if (isSeen !== isInferred) (isSeen ? marks.units : marks.hiddenFrom).add(name)
  }
  const anywhere = sees(null, null)
  mark(anywhere, plain === 'all', seatMark(role, null))
  const seats = [...new Set([...sharing, ...named.units])].map((unit) => ({ unit, isSeen: sees(unit, null) }))
  for (const { unit, isSeen } of seats)
    mark(isSeen, anywhere || (plain === 'assigned' && sharing.includes(unit)), seatMark(role, unit))
  for (const person of named.persons) {
    const isSeen = sees(null, person)
    mark(isSeen, anywhere, personMark(role, null, person))
    for (const seat of seats) {
      const isSeenThere = sees(seat.unit, person)
      mark(isSeenThere, seat.isSeen || (!isSeenThere && isSeen), personMark(role, seat.unit, person))
    }
  }
}

/** Whom the fields that these conditions read name. */
function namedIn(conditions: readonly Condition[], regulation: Regulation, state: MatterState): Named {
  const read = new Set(conditions.flatMap(fieldsRead))
  const facts: readonly Payload[] = [state.facts, ...state.assignments.map((each) => each.facts)]
  const of = (type: string) =>
    [...read]
      .filter((id) => regulation.fields[id]?.type === type)
      .flatMap((id) => facts.flatMap((stated) => [stated[id], ...namesIn(stated[id])]))
      .filter((value): value is string => typeof value === 'string' && value !== '')
  return { units: [...new Set(of('unit'))], persons: [...new Set([...of('person'), ...of('people')])] }
}
