import {
  type Act,
  type ClauseRef,
  type Condition,
  type Duty,
  fieldsRead,
  meaningOf,
  type Regulation,
  unreachable,
} from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { fieldsOfAct } from '../grammar/fields-used.js'
import { conditionsIn } from '../grammar/regulation.js'
import { type Reachable, reachableAfter } from './reachable.js'
import type { RuleCheck } from './rule-check.js'

/** What stands before an act: its own condition, or a prohibition. */
type Gate = {
  readonly path: Path
  readonly acts: readonly Act[]
  readonly when: Condition
  readonly clauses: readonly ClauseRef[]
}

function gatesIn({ acts, prohibitions }: Regulation): readonly Gate[] {
  const own = Object.values(acts).flatMap((act) =>
    act.when === null ? [] : [{ path: ['acts', act.id, 'when'], acts: [act], when: act.when, clauses: act.clause }],
  )
  const forbidding = prohibitions.flatMap(({ when, acts: ids, clause }, index) => {
    if (when === null) return []
    const forbidden = ids.flatMap((id) => acts[id] ?? [])
    const clauses = [...clause, ...forbidden.flatMap((act) => act.clause)]
    return [{ path: ['prohibitions', index, 'when'], acts: forbidden, when, clauses }]
  })
  return [...own, ...forbidding]
}

const meet = (some: readonly ClauseRef[], others: readonly ClauseRef[]): boolean => some.some((each) => others.includes(each))

/** What a matter is, every clause may ask: title, category, channel, rating are no findings of one of them. */
const isCommon = (regulation: Regulation, field: string): boolean =>
  meaningOf(regulation, field) !== 'other' || regulation.meaning.rating?.field === field

/** A fact under one clause opens an act under another, which has no fact of its own; or one field holds the findings of both. */
const otherClause: RuleCheck = ({ regulation }) =>
  gatesIn(regulation).flatMap(({ path, acts, when, clauses }) =>
    [...new Set(fieldsRead(when))]
      .filter((field) => !isCommon(regulation, field) && !acts.every((act) => act.needs.includes(field)))
      .flatMap((field) => {
        const stating = Object.values(regulation.acts).filter((act) => fieldsOfAct(act).includes(field))
        const foreign = foreignTo(clauses, stating, clausesOfField(regulation, field))
        return foreign === undefined
          ? []
          : [{ code: 'fact-of-another-clause', path, args: { field, act: foreign.id, clause: foreign.clause.join(', ') } }]
      }),
  )

/** The act of another clause on whose word the gate opens; none where the field is said to serve the gate's clause too. */
function foreignTo(gate: readonly ClauseRef[], stating: readonly Act[], field: readonly ClauseRef[]): Act | undefined {
  const foreign = stating.filter((act) => !meet(act.clause, gate))
  if (foreign.length < stating.length) return foreign.find((act) => meet(act.clause, field) && meet(gate, field))
  return meet(gate, field) ? undefined : foreign[0]
}

function clausesOfField({ fields }: Regulation, id: string): readonly ClauseRef[] {
  const field = fields[id]
  return field === undefined ? [] : [...field.clause, ...field.options.flatMap((option) => option.clause)]
}

/** What stands before acts and is stated only once they can no longer be done: forbidden is nothing, and what must exist never does. */
const tooLate: RuleCheck = ({ regulation, reachable }) => {
  const { prohibitions, requirements } = regulation
  const forbidding = prohibitions.flatMap(({ when, acts }, index) =>
    when === null ? [] : [{ code: 'prohibition-too-late', when, acts, path: ['prohibitions', index, 'when'] }],
  )
  const asking = Object.values(requirements).map(({ id, met }) => ({
    code: 'requirement-too-late',
    when: met,
    acts: Object.values(regulation.acts).flatMap((act) => (act.requires.includes(id) ? [act.id] : [])),
    path: ['requirements', id, 'met'],
  }))
  return [...forbidding, ...asking].flatMap(({ code, when, acts, path }) =>
    [...new Set(fieldsRead(when))]
      .filter((field) => acts.length > 0 && isStatedTooLate(field, acts, regulation, reachable))
      .map((field) => ({ code, path, args: { field, act: acts.join(', ') } })),
  )
}

function isStatedTooLate(field: string, acts: readonly string[], regulation: Regulation, all: Reachable): boolean {
  const stating = Object.values(regulation.acts).filter((act) => all.acts.has(act.id) && fieldsOfAct(act).includes(field))
  // What no act states at all has a finding of its own.
  if (stating.length === 0) return false
  const shared = stagesWithShares(regulation, all)
  return stating.every((act) => {
    const after = reachableAfter(stagesAfter(act, shared), regulation, all)
    return !acts.some((each) => each === act.id || after.acts.has(each))
  })
}

function stagesAfter(act: Act, shared: readonly string[]): readonly string[] {
  if (act.of === 'matter') return act.to.length > 0 ? act.to.map(({ to }) => to) : act.from
  return act.during.length > 0 ? act.during : shared
}

/** Where a matter can stand while units have shares in it. */
function stagesWithShares(regulation: Regulation, all: Reachable): readonly string[] {
  const assigning = Object.values(regulation.acts).filter((act) => act.assigns !== null)
  const first = assigning.flatMap((act) => (act.to.length > 0 ? act.to.map(({ to }) => to) : act.from))
  return [...reachableAfter(first, regulation, all).stages]
}

/** `open` is not `overdue`: what asks for the one alone stops the moment the duty is late. A note says that this is meant. */
const lapsesWhenOverdue: RuleCheck = ({ regulation }) =>
  conditionsIn(regulation)
    .filter(({ path }) => !isNoted(regulation, path))
    .flatMap(({ condition, path }) =>
      dutiesAsked(condition)
        .filter(({ statuses }) => statuses.includes('open') && !statuses.includes('overdue'))
        .map(({ duty }) => regulation.duties[duty])
        .filter((duty): duty is Duty => duty !== undefined && duty.within !== null && !duty.isSoft)
        .map((duty) => ({ code: 'open-lapses-when-overdue', path, args: { duty: duty.id } })),
    )

function isNoted({ acts, duties }: Regulation, [table, id]: Path): boolean {
  const rule = table === 'acts' ? acts[String(id)] : table === 'duties' ? duties[String(id)] : undefined
  return rule !== undefined && rule.note !== null && rule.note !== ''
}

/** A matter moves on as acts are done: what time alone makes true moves it with the next act, whatever that is, and no sooner. */
const movedByTime: RuleCheck = ({ regulation }) =>
  Object.values(regulation.stages).flatMap((stage) =>
    stage.next
      .flatMap(({ when }) => (when === null ? [] : dutiesAsked(when)))
      .filter(({ statuses }) => statuses.includes('lapsed') || statuses.includes('overdue'))
      .map(({ duty }) => ({ code: 'stage-moved-by-time', path: ['stages', stage.id, 'next'], args: { stage: stage.id, duty } })),
  )

/** What a condition asks of how duties stand. */
function dutiesAsked(condition: Condition): readonly Extract<Condition, { readonly op: 'duty' }>[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(dutiesAsked)
    case 'duty':
      return [condition]
    case 'not':
    case 'is':
    case 'between':
    case 'half':
    case 'filled':
    case 'length':
    case 'same':
    case 'count':
    case 'latest':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'items':
    case 'begun':
    case 'signOff':
    case 'unitKind':
    case 'viewer':
    case 'actor':
    case 'day':
      return []
    default:
      return unreachable(condition)
  }
}

export const factChecks: readonly RuleCheck[] = [otherClause, tooLate, lapsesWhenOverdue, movedByTime]
