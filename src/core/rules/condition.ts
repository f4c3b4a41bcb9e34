import type { Day } from '../time/day.js'
import { dayOf, shanghai } from '../time/instant.js'
import { seenLength } from '../values/shown-text.js'
import { unreachable } from '../values/unreachable.js'
import {
  amountIn,
  assignmentsIn,
  handlingParts,
  isFilled,
  numberTyped,
  type Part,
  type Payload,
  type Value,
} from '../values/value.js'
import type { Period } from './limit.js'

/** 条件. A small structure, not a language: a machine can check it, explain it, alter it, and say which fact is missing. */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  /** A field holds one of these values; for a field that holds a list, one of its entries does. */
  | { readonly op: 'is'; readonly field: string; readonly values: readonly Value[] }
  | { readonly op: 'between'; readonly field: string; readonly atLeast: number | null; readonly atMost: number | null }
  /** 超过半数. A number, or how many a list names, is more than half of another. */
  | { readonly op: 'half'; readonly field: string; readonly of: string }
  | { readonly op: 'filled'; readonly field: string; readonly isFilled: boolean }
  /** How long a text is, in characters as people count them, or how many entries a list holds (of assignments: in this part, if one is said). */
  | {
      readonly op: 'length'
      readonly field: string
      readonly part: Part | null
      readonly atLeast: number | null
      readonly atMost: number | null
    }
  /** Two fields hold the same, or one of the assignments stated (of one part, where `part` is said) names the unit that a field holds. */
  | { readonly op: 'same'; readonly field: string; readonly other: string; readonly part: Part | null }
  /** How often an act was done: in the assignment for an act of an assignment, else in the matter. */
  | {
      readonly op: 'count'
      readonly act: string
      readonly atLeast: number | null
      readonly atMost: number | null
      /** Doings nearer together than so many minutes count as one. */
      readonly apart: number
    }
  /** Of several acts, the one done last is among `is`, none of the `others`. */
  | { readonly op: 'latest'; readonly is: readonly string[]; readonly others: readonly string[] }
  | { readonly op: 'duty'; readonly duty: string; readonly statuses: readonly string[] }
  | { readonly op: 'stage'; readonly stages: readonly string[] }
  | { readonly op: 'part'; readonly parts: readonly Part[] }
  /** How many active assignments there are, in these parts (empty: those that have it in hand) and stages (empty: any). */
  | {
      readonly op: 'assignments'
      readonly parts: readonly Part[]
      readonly stages: readonly string[]
      readonly quantity: 'every' | 'some' | 'none'
    }
  /** How many items there are of a kind, of which something holds, in these stages; `every` and `none` of those of which it holds. */
  | {
      readonly op: 'items'
      readonly of: string
      readonly where: Condition | null
      readonly stages: readonly string[]
      readonly quantity: 'every' | 'some' | 'none' | { readonly atLeast: number | null; readonly atMost: number | null }
    }
  /**
   * How the matters stand that are held here (begun or joined), of one kind (null: of any): such that have ended or have not (null: either)
   * and of which what was heard fits `where`. `first`: the one that a field names is the first such, in the order in which they came.
   * `asMany`: there are as many such as the number in a field says.
   */
  | {
      readonly op: 'begun'
      readonly kind: string | null
      readonly isEnded: boolean | null
      readonly where: Condition | null
      readonly quantity: 'every' | 'some' | 'none' | 'first' | 'asMany'
      /** The field of `first` and `asMany`. */
      readonly field: string | null
    }
  /** A text that is signed level by level stands so: a level has it, or it is `unsent`, `returned`, `signed`. */
  | { readonly op: 'signOff'; readonly signOff: string; readonly standings: readonly string[] }
  /** One of the units that a field names is of one of these kinds. */
  | { readonly op: 'unitKind'; readonly field: string; readonly kinds: readonly string[] }
  /** The viewer or actor is the unit or person that a field holds, or among the known requesters that it names. */
  | { readonly op: 'viewer'; readonly field: string }
  /** Who acts or looks does so in one of these roles. */
  | { readonly op: 'actor'; readonly roles: readonly string[] }
  /** The day that a field holds lies not before, or not after, the present day, or so long after an act was last done, and more. */
  | {
      readonly op: 'day'
      readonly field: string
      readonly isFromToday: boolean
      readonly isUntilToday: boolean
      readonly over: { readonly period: Period; readonly from: string } | null
    }

/** What a condition asks of the matter at the moment it is weighed. */
export type Facts = {
  /** The value of a field, or undefined where nobody has stated it and it has no default. */
  value(field: string): Value | undefined
  /** Doings that lie less than `apart` minutes after the one counted before count as one with it. */
  count(act: string, apart: number): number
  /** Which of these and those acts was done last: in the assignment or of the matter; asked of the matter, anywhere. Null: none was. */
  latest(acts: readonly string[], others: readonly string[]): string | null
  dutyStatuses(duty: string): readonly string[]
  readonly stage: string
  readonly part: Part | null
  assignments(): readonly { readonly part: Part; readonly stage: { readonly id: string } }[]
  signOff(id: string): string
  /** Of which kinds the units were that a field names, as far as they had one; undefined where it names none. */
  unitKinds(field: string): readonly string[] | undefined
  /** The items of a kind, each with the facts as they look from it. */
  items(of: string): readonly { readonly stage: string; readonly facts: Facts }[]
  begun(): readonly HeldFacts[]
  readonly viewer: Viewer
  readonly today: Day
  /** Whether a day lies after the end of a period that is counted from the latest doing of an act; not done: no. */
  isOver(on: Day, period: Period, act: string): boolean
}

/** 所辖. A matter that is held here (begun or joined), as far as this one has heard of it. */
export type HeldFacts = {
  readonly kind: string
  readonly number: string
  readonly isEnded: boolean
  /** The acts by which it was heard of, as they came, and what was learned with them, by the fields here. */
  readonly heard: readonly string[]
  readonly facts: Payload
}

/** Who acts or looks, perhaps in an absent person's stead; `role` is null where nobody does. */
export type Viewer = {
  readonly role: string | null
  readonly unit: string | null
  readonly person: string | null
  readonly behalf?: string
}

/** Yes, no, or: cannot be said until these fields are stated. */
export type Answer = true | false | { readonly missing: readonly string[] }

/** Weighs a condition. A missing fact matters only where the answer hangs on it. */
export function weigh(condition: Condition, facts: Facts): Answer {
  switch (condition.op) {
    case 'all':
      return combine(condition.of, facts, false)
    case 'any':
      return combine(condition.of, facts, true)
    case 'not': {
      const answer = weigh(condition.of, facts)
      return typeof answer === 'boolean' ? !answer : answer
    }
    case 'is': {
      const value = facts.value(condition.field)
      if (value === undefined) return { missing: [condition.field] }
      return Array.isArray(value) ? isSomeAmong(value, condition.values) : condition.values.includes(value)
    }
    case 'between': {
      const value = facts.value(condition.field)
      if (typeof value !== 'number') return { missing: [condition.field] }
      return isBetween(value, condition)
    }
    case 'half':
      return weighHalf(condition, facts)
    case 'filled':
      return saysSomething(facts.value(condition.field)) === condition.isFilled
    case 'length':
      return isBetween(lengthOf(facts.value(condition.field), condition.part), condition)
    case 'same':
      return isSame(facts.value(condition.field), facts.value(condition.other), condition.part)
    case 'count':
      return isBetween(facts.count(condition.act, condition.apart), condition)
    case 'latest':
      return isLatest(facts.latest(condition.is, condition.others), condition.is)
    case 'duty':
      return isSomeAmong(facts.dutyStatuses(condition.duty), condition.statuses)
    case 'stage':
      return condition.stages.includes(facts.stage)
    case 'part':
      return facts.part !== null && condition.parts.includes(facts.part)
    case 'assignments':
      return weighAssignments(condition, facts)
    case 'items':
      return weighItems(condition, facts)
    case 'begun':
      return weighBegun(condition, facts)
    case 'signOff':
      return condition.standings.includes(facts.signOff(condition.signOff))
    case 'unitKind':
      return weighUnitKind(condition, facts)
    case 'actor':
      return facts.viewer.role !== null && condition.roles.includes(facts.viewer.role)
    case 'day':
      return weighDay(condition, facts)
    case 'viewer':
      return isViewer(facts.value(condition.field), facts.viewer)
    default:
      return unreachable(condition)
  }
}

function weighDay({ field, isFromToday, isUntilToday, over }: Extract<Condition, { op: 'day' }>, facts: Facts): Answer {
  const on = dayIn(facts.value(field))
  if (on === null) return { missing: [field] }
  if (over !== null && !facts.isOver(on, over.period, over.from)) return false
  return (!isFromToday || on >= facts.today) && (!isUntilToday || on <= facts.today)
}

function weighHalf({ field, of }: Extract<Condition, { op: 'half' }>, facts: Facts): Answer {
  const [value, whole] = [amountIn(facts.value(field)), amountIn(facts.value(of))]
  if (value !== null && whole !== null) return value * 2 > whole
  return { missing: [field, of].filter((each) => amountIn(facts.value(each)) === null) }
}

function weighUnitKind({ field, kinds }: Extract<Condition, { op: 'unitKind' }>, facts: Facts): Answer {
  const found = facts.unitKinds(field)
  return found === undefined ? { missing: [field] } : isSomeAmong(found, kinds)
}

const isViewer = (value: Value | undefined, viewer: Viewer): boolean => {
  if (value === undefined || value === null) return false
  if (Array.isArray(value)) return value.some((each: Value) => isViewer(each, viewer))
  const { unit, person, behalf } = viewer
  return value === unit || value === person || value === behalf
}

// Closures stand apart from `weigh`: it is asked so often that what they capture would cost.
const isSomeAmong = (some: readonly Value[], values: readonly Value[]): boolean => some.some((each) => values.includes(each))

/** All (`settles` false) or any (`settles` true): one settling answer decides, whatever is missing elsewhere. */
function combine(parts: readonly Condition[], facts: Facts, settles: boolean): Answer {
  let missing: string[] | null = null
  for (const part of parts) {
    const answer = weigh(part, facts)
    if (answer === settles) return settles
    if (typeof answer !== 'boolean') missing = [...(missing ?? []), ...answer.missing]
  }
  return missing === null ? !settles : { missing }
}

const isBetween = (value: number, bounds: { readonly atLeast: number | null; readonly atMost: number | null }): boolean =>
  (bounds.atLeast === null || value >= bounds.atLeast) && (bounds.atMost === null || value <= bounds.atMost)

const isLatest = (latest: string | null, is: readonly string[]): boolean => latest !== null && is.includes(latest)

/** No is nothing said. */
const saysSomething = (value: Value | undefined): boolean => value !== false && isFilled(value)

/** What nobody stated has no length. */
export function lengthOf(value: Value | undefined, part: Part | null): number {
  if (typeof value === 'string') return seenLength(value)
  if (part !== null) return assignmentsIn(value).filter((each) => each.part === part).length
  return Array.isArray(value) ? value.length : 0
}

function isSame(value: Value | undefined, other: Value | undefined, part: Part | null): boolean {
  if (value === undefined || value === null || other === undefined || other === null) return false
  if (part !== null) return assignmentsIn(value).some((each) => each.part === part && each.unit === other)
  if (!Array.isArray(value)) return value === other
  return value.some(
    (each: Value) => each === other || (typeof each === 'object' && each !== null && 'unit' in each && each.unit === other),
  )
}

/** The day in a field of type date or time. */
export const dayIn = (value: Value | undefined): Day | null => (typeof value === 'string' ? dayOf(value, shanghai) : null)

function weighAssignments(condition: Extract<Condition, { op: 'assignments' }>, facts: Facts): boolean {
  let chosen = 0
  let inStage = 0
  for (const { part, stage } of facts.assignments()) {
    if (!(condition.parts.length > 0 ? condition.parts : handlingParts).includes(part)) continue
    chosen += 1
    if (condition.stages.length === 0 || condition.stages.includes(stage.id)) inStage += 1
  }
  if (condition.quantity === 'none') return inStage === 0
  return condition.quantity === 'some' ? inStage > 0 : chosen > 0 && inStage === chosen
}

function weighItems({ of, where, stages, quantity }: Extract<Condition, { op: 'items' }>, facts: Facts): boolean {
  let chosen = 0
  let inStage = 0
  for (const { stage, facts: own } of facts.items(of)) {
    if (where !== null && weigh(where, own) !== true) continue
    chosen += 1
    if (stages.length === 0 || stages.includes(stage)) inStage += 1
  }
  if (typeof quantity === 'object') return isBetween(inStage, quantity)
  if (quantity === 'none') return inStage === 0
  return quantity === 'some' ? inStage > 0 : chosen > 0 && inStage === chosen
}

function weighBegun({ kind, isEnded, where, quantity, field }: Extract<Condition, { op: 'begun' }>, facts: Facts): Answer {
  const meant = facts.begun().filter((each) => kind === null || each.kind === kind)
  const such = meant.filter(
    (each) => (isEnded === null || each.isEnded === isEnded) && (where === null || isSuch(where, facts, each)),
  )
  switch (quantity) {
    case 'none':
      return such.length === 0
    case 'some':
      return such.length > 0
    case 'every':
      return meant.length > 0 && such.length === meant.length
    case 'first':
      return field !== null && such[0] !== undefined && such[0].number === numberTyped(facts.value(field))
    case 'asMany':
      return weighAsMany(such.length, field, facts)
    default:
      return unreachable(quantity)
  }
}

function weighAsMany(found: number, field: string | null, facts: Facts): Answer {
  const wanted = field === null ? null : amountIn(facts.value(field))
  return wanted === null ? { missing: field === null ? [] : [field] } : found === wanted
}

/** Whether a condition holds of one matter that is held. */
export const isSuch = (condition: Condition, facts: Facts, held: HeldFacts): boolean =>
  weigh(condition, factsOfHeld(facts, held)) === true

/** What is known here of one matter that is held: what was heard with it, and nothing else. */
const factsOfHeld = ({ viewer, today }: Facts, { facts, heard }: HeldFacts): Facts => ({
  value: (field) => facts[field],
  count: (act) => heard.filter((each) => each === act).length,
  latest: (acts, others) => heard.findLast((act) => acts.includes(act) || others.includes(act)) ?? null,
  dutyStatuses: () => [],
  stage: '',
  part: null,
  assignments: () => [],
  begun: () => [],
  items: () => [],
  signOff: () => '',
  unitKinds: () => [],
  viewer,
  today,
  isOver: () => false,
})

/** A condition made of others. */
export type GroupCondition = Extract<Condition, { readonly op: 'all' | 'any' | 'not' }>
/** A condition that asks one thing of the matter. */
export type PlainCondition = Exclude<Condition, GroupCondition>

/** All that a condition asks, one by one, however it is put together. */
export function plainParts(condition: Condition): readonly PlainCondition[] {
  if (condition.op === 'all' || condition.op === 'any') return condition.of.flatMap(plainParts)
  return condition.op === 'not' ? plainParts(condition.of) : [condition]
}

/** Whether the answer hangs on the shares alone, so that it can change only when a share does. */
export const isAboutShares = (condition: Condition): boolean => plainParts(condition).every(({ op }) => op === 'assignments')
