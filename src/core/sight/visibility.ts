import type { Because } from '../conditions/because.js'
import { explain } from '../conditions/explain.js'
import type { ActEvent, Actor, MatterEvent } from '../events/event.js'
import { fold } from '../fold/fold.js'
import { Folded } from '../fold/folded.js'
import type { Program } from '../fold/program.js'
import { unopened } from '../fold/stage-program.js'
import { FactView, type Given, holds, viewOf, type Working } from '../fold/working.js'
import type { ClauseRef } from '../rules/clause.js'
import type { Field, Regulation } from '../rules/regulation.js'
import type { FieldSight } from '../rules/sight-rule.js'
import type { Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import { namesIn, type Payload, type Value } from '../values/value.js'
import { keptAtStage } from './kept-at-stage.js'

/** How one field looks to a viewer, and which clause says so (none: the default). */
export type FieldLook = { readonly as: FieldSight['as']; readonly clause: readonly ClauseRef[] }

/** What one viewer may see of one matter. */
export type Sight = {
  readonly sees: 'all' | 'assigned' | 'own' | 'none'
  readonly clause: readonly ClauseRef[]
  readonly fields: Readonly<Record<string, FieldLook>>
  /** Of a requester to whom several units answer, each in its own time: the fields as each share states them, by its id. */
  readonly shares?: ReadonlyMap<number, Sight['fields']>
}

/** As what is stated, or begun, in a share looks (null: in the matter as a whole). */
export const sightWithin = (sight: Sight, share: number | null): Sight =>
  share === null ? sight : { ...sight, fields: sight.shares?.get(share) ?? sight.fields }

/** 可见范围. Which matters and which fields a viewer sees. One answer for lists, search, counts, exports and reads. */
export function sightOf(given: Given, viewer: Actor): Sight {
  const working = Folded.workingOf(given)
  const { regulation } = given.program
  const facts = eyesOf(working, viewer)
  const { sees, clause } = matterSight(working, regulation, viewer, facts)
  const looks = (eyes: FactView): Sight['fields'] =>
    Object.fromEntries(Object.values(regulation.fields).map((field) => [field.id, fieldLook(given.program, field, viewer, eyes)]))
  const isAnsweredByEach = regulation.roles[viewer.role]?.kind === 'requester' && working.assignments.length > 1
  if (!isAnsweredByEach) return { sees, clause, fields: looks(facts) }
  const inShare = (share: (typeof working.assignments)[number]) => looks(new FactView(working, share, null, viewer))
  return { sees, clause, fields: looks(facts), shares: new Map(working.assignments.map((share) => [share.id, inShare(share)])) }
}

/** Whether a viewer sees the matter at all, and as what. */
export function seesOf(given: Given, viewer: Actor): Sight['sees'] {
  const working = Folded.workingOf(given)
  return matterSight(working, given.program.regulation, viewer, eyesOf(working, viewer)).sees
}

/** The matter as one viewer's rules weigh it: a unit's by its own share. */
const eyesOf = (working: Working, viewer: Actor): FactView =>
  new FactView(working, working.assignments.findLast((each) => each.unit === viewer.unit) ?? null, null, viewer)

function matterSight(working: Working, regulation: Regulation, viewer: Actor, facts: FactView): Omit<Sight, 'fields'> {
  const hiding = clausesHiding(working, regulation, viewer)
  if (hiding !== null) return { sees: 'none', clause: hiding }
  const rule = regulation.visibility.matters.find((each) => each.to.includes(viewer.role) && holds(each.when, facts))
  const sees = rule?.sees ?? defaultSight(regulation, viewer.role)
  return { sees: isTheirs(sees, working, viewer) ? sees : 'none', clause: rule?.clause ?? [] }
}

/** Whether the matter is among those that a rule lets the viewer see: shares are a unit's, an own matter is a requester's. */
function isTheirs(sees: Sight['sees'], working: Working, { role, unit, person }: Actor): boolean {
  const { assignments, program } = working
  switch (sees) {
    case 'all':
      return true
    case 'assigned':
      return assignments.some((each) => each.unit === unit)
    case 'own':
      if (program.regulation.roles[role]?.kind !== 'requester') return false
      // Nobody in particular came by number and code: what they opened is theirs.
      return person === null || knownRequesters(working).includes(person)
    case 'none':
      return false
    default:
      return unreachable(sees)
  }
}

/** Known requesters whose matter it is, as the fields name them that hold some. */
const knownRequesters = (working: Working): readonly string[] =>
  Object.values(working.program.regulation.fields)
    .filter(({ type }) => type === 'requesters')
    .flatMap(({ id }) => namesIn(viewOf(working, null).value(id)))

/** The same of a matter that is opened: they see it, and are to find it. */
export const requestersOf = (given: Given): readonly string[] => [...new Set(knownRequesters(Folded.workingOf(given)))]

/** Whether anybody outside brings such matters in, or has anything to do with them: else nobody there has one of their own to ask for. */
export const hasRequester = ({ acts, roles }: Regulation): boolean =>
  Object.values(acts).some(({ by }) => by.some((role) => roles[role]?.kind === 'requester'))

/** Which matters a role sees where the regulation is silent: office and leaders all, units their own shares, requesters their own. */
export function defaultSight(regulation: Regulation, role: string): Sight['sees'] {
  const kind = regulation.roles[role]?.kind
  switch (kind) {
    case 'office':
    case 'leader':
      return 'all'
    case 'unit':
      return 'assigned'
    case 'requester':
      return hasRequester(regulation) ? 'own' : 'none'
    case 'outside':
    case 'system':
    case undefined:
      return 'none'
    default:
      return unreachable(kind)
  }
}

/** The clauses that keep a matter from a unit or a person altogether; null where none does. */
function clausesHiding(working: Working, regulation: Regulation, { unit, person, behalf }: Actor): readonly ClauseRef[] | null {
  // Neither the substitute nor whom they stand in for may be the one it is kept from.
  const viewers: readonly unknown[] = [unit, person, behalf]
  const isViewer = (value: Value | undefined) => typeof value === 'string' && value !== '' && viewers.includes(value)
  const facts = new FactView(working, null, null)
  const rule = regulation.visibility.hiddenFrom.find((each) => isViewer(facts.value(each.field)) && holds(each.when, facts))
  return rule?.clause ?? null
}

/** Units and persons that must not know of the matter. Kept with the matter, so that lists and counts leave it out too. */
export function hiddenFrom(given: Given): readonly string[] {
  const working = Folded.workingOf(given)
  const facts = new FactView(working, null, null)
  const units = given.program.regulation.visibility.hiddenFrom
    .filter((each) => holds(each.when, facts))
    .map((each) => facts.value(each.field))
  return [...new Set(units.filter((unit): unit is string => typeof unit === 'string' && unit !== ''))]
}

/** An act, or a rung of a duty, that is kept from a role: it learns of it neither in its timeline nor by a notice. */
export function isKeptFrom(given: Given, event: MatterEvent, role: string): boolean {
  switch (event.kind) {
    case 'act':
      return rolesKept(given, event).includes(role)
    case 'rung':
      return isDutyKeptFrom(given.program, event.duty, role)
    case 'undo':
      return event.acts.every((act) => isKeptFrom(given, act, role))
    default:
      return unreachable(event)
  }
}

/** An act, or a rung, that is kept from anybody: nothing of it stands where everybody reads the same. */
export function isKept(given: Given, event: MatterEvent): boolean {
  switch (event.kind) {
    case 'act':
      return rolesKept(given, event).length > 0
    case 'rung':
      return isDutyKept(given.program, event.duty)
    case 'undo':
      return event.acts.some((act) => isKept(given, act))
    default:
      return unreachable(event)
  }
}

const rolesKept = (given: Given, event: ActEvent): readonly string[] => [
  ...(given.program.regulation.acts[event.act]?.keptFrom ?? []),
  ...keptAtStage(given, event),
]

/** A duty that would tell a role of what is kept from it. */
export const isDutyKeptFrom = ({ kept }: Program, duty: string, role: string): boolean =>
  kept.duties.get(role)?.has(duty) === true

/** A duty that would tell somebody so: nothing of it stands where everybody reads the same. */
export const isDutyKept = ({ kept }: Program, duty: string): boolean => [...kept.duties.values()].some((each) => each.has(duty))

function fieldLook(
  { regulation, kept }: Program,
  { id: field, isIdentity, type }: Field,
  viewer: Actor,
  facts: FactView,
): FieldLook {
  if (kept.fields.get(viewer.role)?.has(field) === true) return { as: 'hidden', clause: [] }
  const rule = regulation.visibility.fields.find(
    (each) =>
      each.to.includes(viewer.role) &&
      (each.fields.includes(field) || (isIdentity && each.fields.includes('identity'))) &&
      holds(each.when, facts),
  )
  if (rule !== undefined) return { as: rule.as, clause: rule.clause }
  const isOwn = regulation.roles[viewer.role]?.kind === 'requester'
  const tellsWho = isIdentity || type === 'requesters'
  return { as: tellsWho && !isOwn ? 'hidden' : 'shown', clause: [] }
}

/** The public page of a matter: the fields anyone may read; null while there is none. Built from a list, so nothing else can slip in. */
export function publicView(given: Given): Readonly<Record<string, Value>> | null {
  const working = Folded.workingOf(given)
  return isPublic(working) ? publicValues(given.program.regulation, new FactView(working, null, null)) : null
}

function isPublic(working: Working): boolean {
  const rule = working.program.regulation.visibility.public
  return rule !== null && working.stage !== unopened && holds(rule.when, new FactView(working, null, null))
}

/** Since which event there has been such a page without a break; null where there is none. Folds once more, looking on its way. */
export function publicSince(given: Given): Instant | null {
  if (!isPublic(Folded.workingOf(given))) return null
  let since: Instant | null = null
  fold(given, (working) => {
    since = isPublic(working) ? (since ?? working.time) : null
  })
  return since
}

/** Why there is no public page: which part of its condition is not met; empty where there is one, or never can be. */
export function whyNotPublic(given: Given): readonly Because[] {
  const working = Folded.workingOf(given)
  const rule = given.program.regulation.visibility.public
  if (rule === null || working.stage === unopened) return []
  const explanation = explain(rule.when, new FactView(working, null, null))
  return explanation.answer === true ? [] : [{ kind: 'needs', explanation }]
}

/** What that page would show with what is being written, whether or not it is published yet; null where nothing ever is. */
export function publicDraft(given: Given, stated: Payload): Readonly<Record<string, Value>> | null {
  const { regulation } = given.program
  return regulation.visibility.public === null
    ? null
    : publicValues(regulation, new FactView(Folded.workingOf(given), null, stated))
}

function publicValues(regulation: Regulation, facts: FactView): Readonly<Record<string, Value>> {
  const listed = regulation.visibility.public?.fields ?? []
  const shown = listed.filter((id) => {
    const field = regulation.fields[id]
    return field?.isIdentity !== true && field?.type !== 'requesters'
  })
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = facts.value(field)
      return value === undefined ? [] : [[field, value]]
    }),
  )
}
