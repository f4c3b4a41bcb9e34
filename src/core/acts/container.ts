import type { ActEvent } from '../events/event.js'
import { Folded } from '../fold/folded.js'
import { FactView, type Given, holds } from '../fold/working.js'
import { type Condition, type HeldFacts, isSuch, plainParts } from '../rules/condition.js'
import { statedBy } from '../rules/kept.js'
import type { Regulation } from '../rules/regulation.js'
import type { Instant } from '../time/instant.js'
import { numberTyped, type Payload } from '../values/value.js'

/** By which act a matter comes in, goes out, changes its place or is taken up, and the field that names it. */
export type ByField = { readonly act: string; readonly field: string }

/** 装着别的事项的事项. What a regulation says of the matters of one kind that its own hold. */
export type Container = {
  readonly kind: string
  readonly joins: readonly ByField[]
  readonly releases: readonly ByField[]
  /** `before`: the field that names the one before which it is put. */
  readonly orders: readonly (ByField & { readonly before: string })[]
  /** Only the first of those that are still to be dealt with may be taken up. */
  readonly calls: readonly ByField[]
  /** What holds of one that is still to be dealt with, as far as was heard of it; null: nothing says so. */
  readonly waits: Condition | null
}

/** The kinds of matter that a matter under this regulation may hold, each with its acts. */
export function containersIn(regulation: Regulation): readonly Container[] {
  const acts = Object.values(regulation.acts)
  const joined = acts.flatMap(({ id, begins }) =>
    begins.flatMap(({ kind, joins }) => (joins === null ? [] : [{ kind, act: id, field: joins }])),
  )
  return [...new Set(joined.map(({ kind }) => kind))].map((kind) => {
    const firsts = acts.flatMap(({ id, when }) => firstsIn(when, kind).map((each) => ({ act: id, ...each })))
    return {
      kind,
      joins: joined.filter((each) => each.kind === kind).map(({ act, field }) => ({ act, field })),
      releases: acts.flatMap(({ id, releases }) => (releases === null ? [] : [{ act: id, field: releases }])),
      orders: acts.flatMap(({ id, orders }) =>
        orders === null ? [] : [{ act: id, field: orders.member, before: orders.before }],
      ),
      calls: firsts.map(({ act, field }) => ({ act, field })),
      waits: firsts[0]?.where ?? null,
    }
  })
}

function firstsIn(when: Condition | null, kind: string): readonly { readonly field: string; readonly where: Condition | null }[] {
  const parts = when === null ? [] : plainParts(when)
  return parts.flatMap((part) =>
    part.op === 'begun' && part.quantity === 'first' && part.kind === kind && part.field !== null
      ? [{ field: part.field, where: part.where }]
      : [],
  )
}

/**
 * The fields that say something of one of those held and nothing of the matter itself: stated by the acts that treat one, or heard of one,
 * and by no other act. What stands in them last says nothing of the others.
 */
export function fieldsOfHeld({ acts }: Regulation, { kind, joins, releases, orders, calls }: Container): ReadonlySet<string> {
  const treating = new Set([...joins, ...releases, ...orders, ...calls].map(({ act }) => act))
  const [about, others]: [Set<string>, Set<string>] = [new Set(), new Set()]
  for (const act of Object.values(acts)) {
    const learned = Object.keys(act.hears?.learns ?? {})
    const isOfOne = act.hears === null ? treating.has(act.id) : act.hears.kind === kind && !act.hears.isOfHolder
    for (const field of [...statedBy(act), ...learned]) (isOfOne ? about : others).add(field)
  }
  return new Set([...about].filter((field) => !others.has(field)))
}

/** 所辖的一件. One of the matters that are held, in their order: what was stated as it came, what was heard of it, and how far it is. */
export type HeldState = {
  readonly number: string
  readonly isEnded: boolean
  /** The act by which it came. */
  readonly joined: ActEvent | null
  readonly learned: Payload
  /** Its turn has come, it is taken up now, or it has been dealt with. */
  readonly turn: 'ahead' | 'now' | 'dealt'
  /** When it was last taken up, and when what was heard of it meant that it no longer waits; null: not yet, or nothing tells. */
  readonly calledAt: Instant | null
  readonly dealtAt: Instant | null
}

/** The matters of that kind which a matter holds, first things first. */
export function heldStates(given: Given, { kind, calls, waits }: Container): readonly HeldState[] {
  const working = Folded.workingOf(given)
  const facts = new FactView(working, null, null)
  const acts = working.done
  const taking = acts.flatMap(({ act, at, with: stated }) => {
    const calling = calls.find((each) => each.act === act)
    return calling === undefined ? [] : [{ at, number: numberTyped(stated[calling.field]) }]
  })
  const taken = taking.at(-1)?.number
  return (working.begun ?? [])
    .filter((each) => each.kind === kind)
    .map((held) => {
      const { number, isEnded, facts: learned } = held
      const isWaiting = stillWaits(waits, facts, held)
      const joined = acts.findLast(({ begun }) => begun?.some((each) => each.number === number) === true) ?? null
      return {
        ...{ number, isEnded, joined, learned, turn: !isWaiting ? 'dealt' : number === taken ? 'now' : 'ahead' },
        calledAt: taking.findLast((each) => each.number === number)?.at ?? null,
        dealtAt: isWaiting ? null : (dealtBy(waits, facts, held, acts)?.at ?? null),
      }
    })
}

const stillWaits = (waits: Condition | null, facts: FactView, held: HeldFacts): boolean =>
  waits === null ? !held.isEnded : isSuch(waits, facts, held)

/** What was heard of it by which it no longer waited, from then on. */
function dealtBy(waits: Condition | null, facts: FactView, held: HeldFacts, acts: readonly ActEvent[]): ActEvent | null {
  const told = acts.filter(({ heard }) => heard?.number === held.number)
  // What was heard before it was let go and came again tells nothing of it any more.
  const since = told.slice(told.length - held.heard.length)
  const then = (count: number): HeldFacts => {
    const until = since.slice(0, count)
    const learned: Payload = Object.assign({}, ...until.map((event) => event.with))
    return { ...held, isEnded: until.at(-1)?.heard?.isEnded === true, heard: until.map(({ act }) => act), facts: learned }
  }
  const waited = since.findLastIndex((_, at) => stillWaits(waits, facts, then(at)))
  return since[waited] ?? null
}

/** 主持. The role that takes the chair as the matter stands; null: the regulation does not say. */
export function chairOf(given: Given): string | null {
  const working = Folded.workingOf(given)
  const facts = new FactView(working, null, null)
  const { chair } = working.program.regulation.meaning.container
  return chair.find(({ when }) => holds(when, facts))?.role ?? null
}

/** 过半数. A number, or how many a list names, that must be more than half of another before an act may be done. */
export type Quorum = {
  readonly act: string
  readonly present: string
  readonly of: string
  readonly clause: readonly string[]
}

/** The acts that ask for more than half, and which fields count. */
export function quorumsIn({ prohibitions, acts }: Regulation): readonly Quorum[] {
  const halves = (when: Condition | null) => (when === null ? [] : plainParts(when)).filter((part) => part.op === 'half')
  const forbidding = prohibitions.flatMap(({ acts: ids, when, clause }) =>
    halves(when).flatMap(({ field, of }) => ids.map((act) => ({ act, present: field, of, clause }))),
  )
  const permitting = Object.values(acts).flatMap(({ id, when, clause }) =>
    halves(when).map(({ field, of }) => ({ act: id, present: field, of, clause })),
  )
  return [...forbidding, ...permitting]
}
