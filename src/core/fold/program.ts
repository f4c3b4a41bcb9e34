import { isNoFact } from '../conditions/no-fact.js'
import { type Alternatives, alternativesAmong } from '../rules/clauses-that-apply.js'
import type { Condition } from '../rules/condition.js'
import { type Kept, keptIn } from '../rules/kept.js'
import { fieldsOfLimit, isCountedFromStatement, type Period } from '../rules/limit.js'
import { marksMadeBy } from '../rules/meaning.js'
import type { Act, Duty, Effect, Field, OfficeDuty, Opening, Regulation } from '../rules/regulation.js'
import { ruleFields } from '../rules/rule-fields.js'
import type { SignOff } from '../rules/sign-off-rule.js'
import { unreachable } from '../values/unreachable.js'
import type { Part, Value } from '../values/value.js'
import { mayApplyByAct } from './comes-to-apply.js'
import type { DutyProgram, MarkMade, Opened } from './duty-program.js'
import { outOfReach } from './out-of-reach.js'
import { type PassageProgram, passagesTo, type StageProgram, type Stages, stageNamed, stagePrograms } from './stage-program.js'

export type { DutyProgram, MarkMade, Opened } from './duty-program.js'

export type DutyEffect =
  | 'met'
  | 'reopened'
  | 'cancelled'
  | 'paused'
  | 'resumed'
  | 'forgiven'
  | 'tightened'
  | 'asked'
  | 'granted'
  | 'refused'

/** An act with what it does, in one shape. */
export type ActProgram = {
  readonly rule: Act
  /** Of its clauses, which stand for which option of what it states. */
  readonly alternatives: readonly Alternatives[]
  /** Where it leads whatever the facts; null where it leads nowhere or the passages must be weighed. */
  readonly leadsTo: StageProgram | null
  readonly passages: readonly PassageProgram[]
  readonly moves: { readonly to: StageProgram; readonly parts: readonly Part[] } | null
  readonly movesItems: readonly { readonly of: string; readonly from: readonly string[]; readonly to: StageProgram }[]
  readonly movesShare: { readonly from: readonly string[]; readonly to: readonly PassageProgram[] } | null
  readonly itemsFor: AddedItems | null
  readonly assigns: StageProgram | null
  readonly adds: readonly AddedItems[]
  /** What it states that some rule reads, each with the slot it is kept in. */
  readonly states: readonly Stated[]
  readonly sets: readonly SetFact[]
  readonly opens: readonly Opened[]
  readonly marks: readonly MarkMade[]
  /** Texts that are signed, which it sends up, changes, signs or sends back. */
  readonly signOffs: readonly SignOffProgram[]
  /** By the duty's index; empty where the act touches none at all. */
  readonly effects: readonly (readonly { readonly effect: DutyEffect; readonly when: Condition | null }[])[]
  /** By the duty's index, whether it may bring one to apply that counts from then; empty where it can none at all. */
  readonly mayApply: readonly boolean[]
}

/** A kind of items, with where it begins and what of it some rule reads. */
export type ItemProgram = {
  readonly id: string
  /** The field by which it is told from others. */
  readonly first: string
  readonly begins: StageProgram
  readonly states: readonly Stated[]
}
export type AddedItems = { readonly field: string; readonly kind: ItemProgram }

/** Where the value of a field that some rule reads is kept while folding, and what silence means. */
export type Slot = {
  readonly index: number
  readonly default: Value | undefined
  /** Where it matters who stated it and when: the field, of which the statement itself is kept. */
  readonly kept: Field | null
}

/** A field that some rule reads, and where its value is kept while folding. */
export type Stated = { readonly field: string; readonly slot: number; readonly kept: Field | null }
export type SetFact = { readonly slot: number; readonly value: Value }

/** A regulation made ready to run. It holds the same rules, only sorted by what triggers them. */
export type Program = {
  readonly regulation: Regulation
  readonly acts: ReadonlyMap<string, ActProgram>
  readonly duties: ReadonlyMap<string, DutyProgram>
  readonly signOffs: ReadonlyMap<string, SignOffProgram>
  /** Where the value of each field that some rule reads is kept. */
  readonly slots: ReadonlyMap<string, Slot>
  readonly items: ReadonlyMap<string, ItemProgram>
  /** The kind of what a field states, of fields that state items. */
  readonly itemFields: ReadonlyMap<string, ItemProgram>
  readonly kept: Kept
  /** The duty of the office whose rounds such matters are; null for the matters that people send in. */
  readonly officeDuty: OfficeDuty | null
  /** What the calendar opens, by the duty of the office. */
  readonly officeDuties: ReadonlyMap<string, Program>
}

/** A sign-off with its levels found once. */
export type SignOffProgram = { readonly rule: SignOff; readonly levels: readonly DutyProgram[] }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Sorts a regulation's rules by their triggers. Pure; keep the result, it serves every matter under this version. */
export function compile(regulation: Regulation, officeDuty: OfficeDuty | null = null): Program {
  const duties = new Map<string, Mutable<DutyProgram>>()
  const fields = Object.values(regulation.fields)
  for (const rule of Object.values(regulation.duties)) {
    const isOwedByUnit = regulation.roles[rule.holder]?.kind === 'unit'
    duties.set(rule.id, dutyProgram(rule, duties.size, { isOwedByUnit, alternatives: alternativesAmong(rule.clause, fields) }))
  }
  const onAct = new Map<string, Opened[]>()
  const onStage = new Map<string, Opened[]>()
  for (const duty of duties.values()) {
    for (const opening of duty.rule.opens) file(opening, duty, duties, onAct, onStage)
  }
  const stages = stagePrograms(
    regulation.stages,
    onStage,
    (stage) => marksMadeBy(regulation.meaning, 'stage', stage),
    outOfReach(regulation),
  )
  const assignmentStages = stagePrograms(regulation.assignmentStages, new Map(), () => [])
  const signOffs = new Map(Object.values(regulation.signOffs).map((rule) => [rule.id, signOffProgram(rule, duties)]))
  const acts = new Map<string, ActProgram>()
  const slots = new Map([...ruleFields(regulation)].map((id, index) => [id, slotOf(regulation, id, index)]))
  const itemStages = stagePrograms(regulation.itemStages, new Map(), () => [])
  const items = itemPrograms(regulation, itemStages, slots)
  const itemFields = fieldsOfItems(regulation, items)
  const effects = effectsByAct(regulation)
  const mayApply = mayApplyByAct(regulation, duties.values())
  const names = { stages, assignmentStages, itemStages, slots, items, itemFields }
  for (const rule of Object.values(regulation.acts)) {
    const does = {
      alternatives: alternativesAmong(rule.clause, fieldsOfAct(rule, regulation)),
      opens: onAct.get(rule.id) ?? [],
      marks: marksMadeBy(regulation.meaning, 'act', rule.id),
      signOffs: touching(rule, signOffs),
      effects: effects.get(rule.id) ?? [],
      mayApply: mayApply.get(rule.id) ?? [],
    }
    acts.set(rule.id, actProgram(rule, names, does))
  }
  return {
    regulation,
    acts,
    duties,
    signOffs,
    slots,
    items,
    itemFields,
    kept: keptIn(regulation),
    officeDuty,
    officeDuties: new Map(Object.values(regulation.officeDuties).map((each) => [each.id, compile(each.life, each)])),
  }
}

function itemNamed(items: Program['items'], id: string): ItemProgram {
  const item = items.get(id)
  if (item === undefined) throw new Error(`the regulation has no item ${id}`)
  return item
}

/** One duty in the shape a fold asks of it. */
export const dutyProgram = (
  rule: Duty,
  index: number,
  { isOwedByUnit, alternatives }: { readonly isOwedByUnit: boolean; readonly alternatives: readonly Alternatives[] },
): DutyProgram => ({
  rule,
  id: rule.id,
  keys: [],
  index,
  isOfShare: rule.of === 'assignment',
  item: rule.item,
  isOwedByUnit,
  holder: rule.holder,
  parts: rule.parts,
  from: rule.from,
  isSoft: rule.isSoft,
  lapses: rule.lapses,
  within: rule.within,
  cap: rule.notAfter?.limit ?? null,
  appliesTo: rule.appliesTo,
  rungs: rule.ladder,
  isLeftAlone: rule.reopenedBy.length === 0 && rule.forgivenBy.length === 0,
  hasEarlyRungs: rule.ladder.some((rung) => rung.moment.kind !== 'late'),
  period: plainPeriod(rule),
  holdsPending: rule.extend?.holds === true,
  watchesApplying: rule.appliesTo !== null && rule.appliesFrom.kind !== 'opening',
  hangsOn: new Set([...fieldsOfLimit(rule.within), ...fieldsOfLimit(rule.notAfter?.limit ?? null)]),
  alternatives,
  readsFacts: rule.named !== null || alternatives.length > 0,
  opensOnDue: [],
  opensOnRung: new Map(),
})

function slotOf({ fields, duties }: Regulation, id: string, index: number): Slot {
  const field = fields[id]
  const isDated = Object.values(duties).some(
    ({ within, notAfter }) => isCountedFromStatement(within, id) || isCountedFromStatement(notAfter?.limit ?? null, id),
  )
  const isKept = field !== undefined && (isDated || field.stands.kind !== 'latest')
  return { index, default: field?.default, kept: isKept ? field : null }
}

/** A period that counts from the opening. */
function plainPeriod({ within }: Duty): Period | null {
  if (within?.kind !== 'period') return null
  return within.from === undefined && within.receivedBy === undefined && within.plus === undefined ? within.period : null
}

const slotted = <T>(slots: ReadonlyMap<string, Slot>, field: string, make: (slot: Slot) => T): readonly T[] => {
  const slot = slots.get(field)
  return slot === undefined ? [] : [make(slot)]
}

function itemPrograms({ items }: Regulation, itemStages: Stages, slots: Program['slots']): ReadonlyMap<string, ItemProgram> {
  return new Map(
    Object.values(items).map(({ id, begins, needs, takes }) => {
      const states = [...needs, ...takes].flatMap((field) => statedIn(slots, field))
      return [id, { id, first: needs[0] ?? '', begins: stageNamed(itemStages, begins), states }]
    }),
  )
}

const fieldsOfItems = ({ fields }: Regulation, items: Program['items']): Program['itemFields'] =>
  new Map(
    Object.values(fields).flatMap((field) => {
      const kind = field.items === null ? undefined : items.get(field.items)
      return kind === undefined ? [] : [[field.id, kind] as const]
    }),
  )

const statedIn = (slots: Program['slots'], field: string): readonly Stated[] =>
  slotted(slots, field, ({ index, kept }) => ({ field, slot: index, kept }))

/** Every field that an act knows. */
const fieldsKnown = (rule: Act): readonly string[] => [
  ...new Set([...rule.needs, ...rule.takes, ...rule.needsWhen.flatMap((each) => each.fields)]),
]

const fieldsOfAct = (rule: Act, { fields }: Regulation): readonly Field[] => fieldsKnown(rule).flatMap((id) => fields[id] ?? [])

type Names = Pick<Program, 'slots' | 'items' | 'itemFields'> & {
  readonly stages: Stages
  readonly assignmentStages: Stages
  readonly itemStages: Stages
}

/** The stages that an act of a matter, a share or an item moves among. */
function stagesOf({ of }: Act, { stages, assignmentStages, itemStages }: Names): Stages {
  switch (of) {
    case 'matter':
      return stages
    case 'assignment':
      return assignmentStages
    case 'item':
      return itemStages
    default:
      return unreachable(of)
  }
}

function actProgram(
  rule: Act,
  names: Names,
  does: Pick<ActProgram, 'opens' | 'marks' | 'effects' | 'mayApply' | 'signOffs'> & {
    readonly alternatives: readonly Alternatives[]
  },
): ActProgram {
  const { assignmentStages, itemStages, slots, items, itemFields } = names
  const passages = passagesTo(stagesOf(rule, names), rule.to)
  const known = fieldsKnown(rule)
  const [first] = passages
  const leadsTo = first !== undefined && first.when === null ? first.to : null
  return {
    rule,
    leadsTo,
    passages: leadsTo === null ? passages : [],
    moves: rule.moves === null ? null : { to: stageNamed(assignmentStages, rule.moves.to), parts: rule.moves.parts },
    movesItems: rule.movesItems.map((each) => ({ ...each, to: stageNamed(itemStages, each.to) })),
    movesShare:
      rule.movesShare === null ? null : { from: rule.movesShare.from, to: passagesTo(assignmentStages, rule.movesShare.to) },
    itemsFor: rule.itemsFor === null ? null : { field: rule.itemsFor.field, kind: itemNamed(items, rule.itemsFor.of) },
    assigns: rule.assigns === null ? null : stageNamed(assignmentStages, rule.assigns),
    adds: known.flatMap((field) => {
      const kind = itemFields.get(field)
      return kind === undefined ? [] : [{ field, kind }]
    }),
    states: known.filter((field) => !isNoFact(field, rule.of, itemFields)).flatMap((field) => statedIn(slots, field)),
    sets: Object.entries(rule.sets).flatMap(([field, value]) => slotted(slots, field, ({ index }) => ({ slot: index, value }))),
    ...does,
  }
}

function file(
  opening: Opening,
  duty: DutyProgram,
  duties: ReadonlyMap<string, Mutable<DutyProgram>>,
  onAct: Map<string, Opened[]>,
  onStage: Map<string, Opened[]>,
): void {
  const opened: Opened = { duty, when: opening.when, parts: opening.on === 'act' ? opening.parts : [] }
  switch (opening.on) {
    case 'act':
      onAct.set(opening.act, [...(onAct.get(opening.act) ?? []), opened])
      return
    // Whose turn it is, the sign-off itself says.
    case 'turn':
      return
    case 'stage':
      onStage.set(opening.stage, [...(onStage.get(opening.stage) ?? []), opened])
      return
    case 'due': {
      const other = duties.get(opening.duty)
      if (other) other.opensOnDue = [...other.opensOnDue, opened]
      return
    }
    case 'rung': {
      const other = duties.get(opening.duty)
      if (!other) return
      const rungs = new Map(other.opensOnRung)
      other.opensOnRung = rungs.set(opening.rung, [...(rungs.get(opening.rung) ?? []), opened])
    }
  }
}

const signOffProgram = (rule: SignOff, duties: ReadonlyMap<string, DutyProgram>): SignOffProgram => ({
  rule,
  levels: rule.levels.flatMap((id) => duties.get(id) ?? []),
})

/** The sign-offs an act has to do with: it sends up, states what is signed, sends back, jumps, or meets the duty of a level. */
const touching = (act: Act, signOffs: ReadonlyMap<string, SignOffProgram>): readonly SignOffProgram[] =>
  [...signOffs.values()].filter(({ rule: { sentBy, text, sentBack, jumpedBy }, levels }) => {
    const named = [...sentBy, sentBack?.act, jumpedBy, ...levels.flatMap(({ rule }) => rule.metBy.map((each) => each.act))]
    return named.includes(act.id) || fieldsKnown(act).some((field) => text.includes(field))
  })

const effectOf = (act: string | null | undefined): readonly Effect[] => (act == null ? [] : [{ act, when: null }])

type EffectHere = ActProgram['effects'][number][number]

/** What each act does to each duty, by the act: meets, reopens, cancels, pauses, resumes or extends it. Acts that do nothing to any are left out. */
function effectsByAct(regulation: Regulation): ReadonlyMap<string, ActProgram['effects']> {
  const duties = Object.values(regulation.duties)
  const found = new Map<string, EffectHere[][]>()
  for (const [index, duty] of duties.entries()) {
    const lists: readonly (readonly [DutyEffect, readonly Effect[]])[] = [
      ['met', duty.metBy],
      ['reopened', duty.reopenedBy],
      ['cancelled', duty.cancelledBy],
      ['paused', duty.pausedBy],
      ['resumed', duty.resumedBy],
      ['forgiven', duty.forgivenBy],
      ['tightened', duty.tightenedBy],
      ['asked', effectOf(duty.extend?.asked)],
      ['granted', effectOf(duty.extend?.granted)],
      ['refused', effectOf(duty.extend?.refused)],
    ]
    for (const [effect, list] of lists) {
      for (const { act, when } of list) {
        const ofAct = found.get(act) ?? duties.map(() => [])
        ofAct[index]?.push({ effect, when })
        found.set(act, ofAct)
      }
    }
  }
  return found
}
