import type { Refusal } from '../conditions/refusal.js'
import type { ActEvent, Actor } from '../events/event.js'
import { Folded } from '../fold/folded.js'
import { itemOf, type Scope, shareOf } from '../fold/scope.js'
import { unopened } from '../fold/stage-program.js'
import { FactView, type Given, type Working } from '../fold/working.js'
import type { ClauseRef } from '../rules/clause.js'
import { weigh } from '../rules/condition.js'
import type { Act, UsualRun } from '../rules/regulation.js'
import { type Instant, instant } from '../time/instant.js'
import { hasCause, meetsNow } from './cause.js'
import { check, windowEnd } from './check.js'
import { consequences } from './decide.js'
import { type RequirementState, requirementsOf } from './requirements.js'
import { itemsMeant } from './scope-meant.js'

/** An act as a viewer finds it: open, with the form's fields, or closed, with the reason and its clause. */
export type ActOffer = {
  readonly act: string
  readonly clause: readonly ClauseRef[]
  readonly refusal: Refusal | null
  readonly needs: readonly string[]
  readonly takes: readonly string[]
  /** Fields that become needed by what is filled in. */
  readonly needsWhen: Act['needsWhen']
  /** What it asks to exist, and whether it does. */
  readonly requirements: readonly RequirementState[]
  /** The share it is about; several units can be meant where there are several offers of one act. */
  readonly assignment: number | null
  readonly unit: string | null
  /** The item it is about. */
  readonly item: number | null
  /** Until when it can be done; null: no end is stated. */
  readonly until: Instant | null
  /** The keys of what is owed now that it may meet. */
  readonly meets: readonly string[]
  /** Something asks for it now. A screen offers no other. */
  readonly hasCause: boolean
}

/** The usual runs that are open to the viewer from the first act to the last, in the regulation's order. */
export function permittedRuns(given: Given, by: Actor): readonly ActOffer[] {
  const runs = Object.values(given.program.regulation.usualRuns).filter(({ acts }) => acts.length > 0)
  const opened = runs.length === 0 ? null : Folded.of(given)
  return opened === null ? [] : runs.flatMap((run) => runOffer(opened, run, by))
}

/** A run is offered as one act: what its acts need, taken together. Each is looked for where the one before would leave the matter. */
function runOffer(given: Folded, run: UsualRun, by: Actor): readonly ActOffer[] {
  const offers: ActOffer[] = []
  let standing = given
  for (const act of run.acts) {
    const working = Folded.workingOf(standing)
    const rule = working.program.acts.get(act)?.rule
    const open = rule?.by.includes(by.role) === true ? offersOf(standing, working, rule, by) : []
    const offer = open.find(({ refusal }) => refusal === null)
    if (offer === undefined) return []
    offers.push(offer)
    standing = standing.followedBy(imagined(working, offer, by, given.now))
  }
  const needs = [...new Set(offers.flatMap((offer) => offer.needs))]
  const until = offers.flatMap((offer) => offer.until ?? [])
  return [
    {
      act: run.id,
      clause: [...new Set([...run.clause, ...offers.flatMap((offer) => offer.clause)])],
      refusal: null,
      needs,
      takes: [...new Set(offers.flatMap((offer) => offer.takes))].filter((field) => !needs.includes(field)),
      needsWhen: offers.flatMap((offer) => offer.needsWhen),
      requirements: offers.flatMap((offer) => offer.requirements),
      assignment: offers.find(({ assignment }) => assignment !== null)?.assignment ?? null,
      unit: offers.find(({ unit }) => unit !== null)?.unit ?? null,
      item: offers.find(({ item }) => item !== null)?.item ?? null,
      until: until.length === 0 ? null : instant(Math.min(...until)),
      // What a later act meets may not be owed before the first was done.
      meets: [...new Set(offers.flatMap((offer) => offer.meets))].filter((key) => isOwed(given, key)),
      hasCause: true,
    },
  ]
}

const isOwed = (given: Folded, key: string): boolean =>
  Folded.workingOf(given).duties.some((duty) => duty.key === key && duty.isActive)

/** The act as if it were done with nothing stated, and what follows from it. */
function imagined(working: Working, { act, assignment, item }: ActOffer, by: Actor, at: Instant): readonly ActEvent[] {
  const event: ActEvent = {
    kind: 'act',
    seq: working.lastSeq + 1,
    act,
    by,
    at,
    with: {},
    assignment,
    ...(item === null ? {} : { item }),
  }
  return [event, ...consequences(working, event)]
}

/** 权限. Every act of the viewer's role, open or closed, in the regulation's order. Screens show these and decide nothing. */
export function permittedActs(given: Given, by: Actor): readonly ActOffer[] {
  const working = Folded.workingOf(given)
  const offers: ActOffer[] = []
  for (const act of working.program.acts.values()) {
    if (!act.rule.by.includes(by.role) || act.rule.starts !== (working.stage === unopened)) continue
    offers.push(...offersOf(given, working, act.rule, by))
  }
  return offers
}

const offersOf = (given: Given, working: Working, act: Act, by: Actor): readonly ActOffer[] =>
  namesMeant(working, act, by).map((named) => {
    const found = check(working, given, { act: act.id, by, with: named }, false)
    const outcome = 'code' in found ? { refusal: found, scope: null } : { refusal: null, scope: found.scope }
    return offer({ working, given }, by, act, named, outcome)
  })

/** How whoever does the act names what it is about: each item in a fitting stage, each unit whose share is; else nothing need be named. */
function namesMeant(working: Working, act: Act, by: Actor): readonly Named[] {
  if (act.of === 'item') {
    const fitting = itemsMeant(working, act, by).filter(({ stage }) => act.from.includes(stage.id))
    return fitting.length === 0 ? [{}] : fitting.map(({ id }) => ({ item: id }))
  }
  return unitsMeant(working, act, by).map((unit) => (unit === null ? {} : { unit }))
}

/** What names the share or the item an act is about. */
type Named = { readonly unit?: string; readonly item?: number }

/** For an act of an assignment by another than the unit: each unit whose share is in a fitting stage. */
function unitsMeant(working: Working, act: Act, by: Actor): readonly (string | null)[] {
  if (act.of === 'matter' || by.unit !== null) return [null]
  const fitting = working.assignments.filter(
    ({ endedAt, stage, part }) => endedAt === null && act.from.includes(stage.id) && act.parts.includes(part),
  )
  return fitting.length === 0 ? [null] : [...new Set(fitting.map((each) => each.unit))]
}

function offer(
  { working, given }: { readonly working: Working; readonly given: Given },
  by: Actor,
  act: Act,
  named: Named,
  found: { readonly refusal: Refusal | null; readonly scope: Scope | null },
): ActOffer {
  const program = working.program.acts.get(act.id)
  const now = new FactView(working, found.scope, null, by)
  const already = act.needsWhen.filter((each) => weigh(each.when, now) === true)
  return {
    act: act.id,
    clause: act.clause,
    refusal: found.refusal,
    needs: [...new Set([...act.needs, ...already.flatMap((each) => each.fields)])],
    takes: act.takes,
    needsWhen: act.needsWhen,
    requirements:
      program === undefined
        ? []
        : requirementsOf(working, { act: program, request: { act: act.id, by, with: {} }, scope: found.scope }),
    assignment: shareOf(found.scope)?.id ?? null,
    unit: shareOf(found.scope)?.unit ?? named.unit ?? null,
    item: itemOf(found.scope)?.id ?? named.item ?? null,
    until: program === undefined || found.refusal !== null ? null : windowEnd(working, program, found.scope),
    meets: program === undefined || found.refusal !== null ? [] : meetsNow(working, program, found.scope, by),
    hasCause: program !== undefined && found.refusal === null && hasCause(working, given, program, found.scope),
  }
}
