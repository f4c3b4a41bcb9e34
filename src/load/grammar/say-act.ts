import { type Act, type ActWindow, type Hearing, handlingParts, type Part, type Passage } from '../../core/index.js'
import type { StepHeard } from './rule-words.js'
import { begunName, sayCondition, sayWhen, valueNamed } from './say-condition.js'
import { sayWithin } from './say-limit.js'
import { sayNeed } from './say-need.js'
import {
  actName,
  allOf,
  fieldName,
  itemName,
  itemStageName,
  nameOf,
  oneOf,
  partName,
  quoted,
  requirementName,
  roleName,
  type Saying,
  shareStageName,
  stageName,
  stageNameIn,
} from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const isSame = (parts: readonly Part[], others: readonly Part[]): boolean =>
  parts.length === others.length && parts.every((part) => others.includes(part))

const told: Told<Act> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  by: (act, saying) => [whoAndWhere(act, saying)],
  of: 'said with by',
  item: 'said with by',
  starts: 'said with by',
  from: 'said with by',
  during: ({ during }, saying) =>
    unless(during.length === 0, () => saying.words.rule.act.during(oneOf(saying, during, stageName))),
  when: ({ when }, saying) => (when === null ? [] : [saying.words.rule.act.when(sayCondition(saying, when))]),
  requires: ({ requires }, saying) =>
    unless(requires.length === 0, () => saying.words.rule.act.requires(allOf(saying, requires, requirementName))),
  waives: ({ waives }, saying) => (waives === null ? [] : [saying.words.rule.act.waives(fieldName(saying, waives))]),
  within: 'said with a rule of its own, by its own clause',
  times: ({ times }, saying) => (times === null ? [] : [saying.words.rule.act.times(times)]),
  notBy: ({ notBy }, saying) => unless(notBy.length === 0, () => saying.words.rule.act.notBy(oneOf(saying, notBy, actName))),
  needs: ({ needs }, saying) => unless(needs.length === 0, () => saying.words.rule.act.needs(allOf(saying, needs, fieldName))),
  takes: ({ takes }, saying) => unless(takes.length === 0, () => saying.words.rule.act.takes(allOf(saying, takes, fieldName))),
  needsWhen: 'said with a rule of its own, by its own clause',
  to: (act, saying) => passages(act, saying),
  moves: ({ moves }, saying) =>
    moves === null
      ? []
      : [
          saying.words.rule.act.moves(
            moves.parts.length === 0 ? null : allOf(saying, moves.parts, partName),
            shareStageName(saying, moves.to),
          ),
        ],
  movesItems: ({ movesItems }, saying) =>
    movesItems.map(({ of, from, to }) =>
      saying.words.rule.act.movesItems(itemName(saying, of), oneOf(saying, from, itemStageName), itemStageName(saying, to)),
    ),
  movesShare: ({ movesShare }, saying) =>
    movesShare === null
      ? []
      : [
          saying.words.rule.act.movesShare(
            oneOf(saying, movesShare.from, shareStageName),
            movesShare.to
              .map(({ to, when }) => sayWhen(saying, when, saying.words.rule.act.to(shareStageName(saying, to))))
              .join(saying.words.semicolon),
          ),
        ],
  itemsFor: ({ itemsFor }, saying) =>
    itemsFor === null ? [] : [saying.words.rule.act.itemsFor(fieldName(saying, itemsFor.field), itemName(saying, itemsFor.of))],
  parts: ({ parts, of }, saying) =>
    unless(parts.length === 0 || (of !== 'matter' && isSame(parts, handlingParts)), () =>
      saying.words.rule.act[of === 'matter' ? 'namesAs' : 'ofParts'](oneOf(saying, parts, partName)),
    ),
  assigns: ({ assigns, of }, saying) =>
    assigns === null ? [] : [saying.words.rule.act[of === 'matter' ? 'assigns' : 'handsOn'](shareStageName(saying, assigns))],
  changesPart: ({ changesPart }, saying) => unless(!changesPart, () => saying.words.rule.act.changesPart),
  sets: ({ sets }, saying) =>
    unless(Object.keys(sets).length === 0, () =>
      saying.words.rule.act.sets(
        saying.words.condition.all(
          Object.entries(sets).map(([field, value]) =>
            saying.words.condition.is(fieldName(saying, field), valueNamed(saying, field, value), false),
          ),
        ),
      ),
    ),
  follows: ({ follows }, saying) =>
    follows.map(({ act, when }) => sayWhen(saying, when, saying.words.rule.act.follows(actName(saying, act)))),
  begins: ({ begins, needs }, saying) =>
    begins.flatMap(({ name, kind, when, carries, joins }) => {
      const said = quoted(nameOf(saying, kind, name))
      const fields = Object.values(carries)
      const carried = fields.length === 0 ? null : allOf(saying, fields, fieldName)
      const { act: words } = saying.words.rule
      if (joins === null) return [sayWhen(saying, when, words.begins(said, carried))]
      const isJoining = needs.includes(joins) && carried === null
      const joined = words.joins(said, fieldName(saying, joins), isJoining)
      return isJoining ? [sayWhen(saying, when, joined)] : [sayWhen(saying, when, words.begins(said, carried)), joined]
    }),
  orders: ({ orders }, saying) =>
    orders === null ? [] : [saying.words.rule.act.orders(fieldName(saying, orders.member), fieldName(saying, orders.before))],
  releases: ({ releases }, saying) => (releases === null ? [] : [saying.words.rule.act.releases(fieldName(saying, releases))]),
  hears: ({ hears }, saying) => {
    if (hears === null) return []
    const { act: words } = saying.words.rule
    const matter = begunName(saying, hears.kind)
    const fields = Object.keys(hears.learns)
    const learned = fields.length === 0 ? null : allOf(saying, fields, fieldName)
    const from = hears.namedBy === null ? [] : [words.namedBy(matter)]
    return [...from, words.hears(matter, stepHeard(hears, saying), learned, hears.isOfHolder)]
  },
  tells: ({ tells }, saying) => unless(tells.length === 0, () => saying.words.rule.act.tells(allOf(saying, tells, roleName))),
  keptFrom: ({ keptFrom }, saying) =>
    unless(keptFrom.length === 0, () => saying.words.rule.act.keptFrom(allOf(saying, keptFrom, roleName))),
  slip: ({ slip }, saying) =>
    slip === null
      ? []
      : [sayWhen(saying, slip.when, saying.words.rule.act.slip(quoted(nameOf(saying, slip.name.zh, slip.name))))],
  criticises: ({ criticises }, saying) =>
    criticises === null ? [] : [saying.words.rule.act.criticises(fieldName(saying, criticises))],
  commends: ({ commends }, saying) => (commends === null ? [] : [saying.words.rule.act.commends(fieldName(saying, commends))]),
  chosen: ({ chosen }, saying) =>
    chosen === null ? [] : [saying.words.rule.act.chosen(chosen.by, fieldName(saying, chosen.record))],
  corrects: ({ corrects }, saying) => unless(!corrects, () => saying.words.rule.act.corrects),
  empties: ({ empties }, saying) =>
    unless(empties.length === 0, () => saying.words.rule.act.empties(allOf(saying, empties, fieldName))),
  restates: ({ restates }, saying) =>
    unless(restates.length === 0, () => saying.words.rule.act.restates(allOf(saying, restates, fieldName))),
  needsForce: ({ needsForce }, saying) => unless(!needsForce, () => saying.words.rule.act.needsForce),
  clause: 'said with the clauses that stand beside the rule',
  note: 'not said: it is advice to whoever acts, and stands on the form',
}

/** The step there that is heard of: its acts by the names they bear there, as far as their regulation is at hand; else how many they are. */
function stepHeard({ kind, of }: Hearing, saying: Saying): StepHeard {
  if (!('acts' in of)) return of.turns
  const there = of.acts.flatMap((id) => saying.names.actThere(kind, id) ?? [])
  if (there.length < of.acts.length) return of.acts.length
  const names = there.map(({ id, name }) => quoted(nameOf(saying, id, name)))
  return { acts: saying.words.or([...new Set(names)]) }
}

/** What is heard is recorded everywhere; where the matter stands says whether it moves on, and whether it may come to be held by that step. */
function saysHeard(act: Act, hears: Hearing, saying: Saying): string {
  const isEverywhere = Object.keys(saying.regulation.stages).every((id) => act.from.includes(id))
  const ids = 'acts' in hears.of ? hears.of.acts : []
  const there = ids.map((id) => saying.names.actThere(hears.kind, id))
  const isByJoining = there.some((each) => each?.begins.some(({ joins }) => joins !== null) === true)
  const moves = act.to.length > 0
  // As long as that regulation is not at hand, the step may be the one that takes it in.
  const isAdmitted = hears.isOfHolder && (isByJoining || (!moves && (ids.length === 0 || there.includes(null))))
  const stages = isEverywhere || !(moves || isAdmitted) ? null : oneOf(saying, act.from, stageName)
  return saying.words.rule.act.heard(oneOf(saying, act.by, roleName), stages, { isAdmitted, moves })
}

function whoAndWhere(act: Act, saying: Saying): string {
  const { act: words } = saying.words.rule
  const by = oneOf(saying, act.by, roleName)
  if (act.starts) return words.starts(by)
  if (act.hears !== null) return saysHeard(act, act.hears, saying)
  if (act.of === 'assignment') return words.inShare(by, oneOf(saying, act.from, shareStageName))
  if (act.item !== null) return words.onItem(by, itemName(saying, act.item), oneOf(saying, act.from, itemStageName))
  const open = Object.values(saying.regulation.stages).filter(({ isEnd }) => !isEnd)
  const isAnywhere = act.from.length === open.length && open.every(({ id }) => act.from.includes(id))
  return isAnywhere ? words.anyStage(by) : words.inMatter(by, oneOf(saying, act.from, stageName))
}

/** Where it leads: the first passage that holds is taken, else nothing moves. */
function passages({ to, of, from }: Act, saying: Saying): readonly string[] {
  const { rule } = saying.words
  const said = to.map((each, at) => {
    const stays = from.length === 1 && from[0] === each.to
    const then = stays ? rule.act.stays : rule.act.to(stageNameIn[of](saying, each.to))
    return at > 0 ? rule.otherwise(sayWhen(saying, each.when, then)) : sayWhen(saying, each.when, then)
  })
  const isOpen = to.length > 0 && to.every(hasCondition)
  return isOpen ? [...said, rule.otherwise(rule.act.stays)] : said
}

const hasCondition = ({ when }: Passage): boolean => when !== null

const toldWindow: Told<ActWindow> = {
  limit: ({ limit, from }, saying) => [
    limit.kind === 'period' && limit.period.amount === 0 && limit.from === undefined
      ? saying.words.rule.act.on(sayWithin(saying, { ...limit, from: { on: 'act', act: from } }))
      : limit.kind === 'period'
        ? saying.words.rule.act.within(actName(saying, from), sayWithin(saying, limit), false)
        : saying.words.rule.act.within(actName(saying, from), sayWithin(saying, limit), true),
  ],
  from: 'said with limit',
  unless: (window, saying) => (window.unless === null ? [] : [saying.words.rule.unless(sayCondition(saying, window.unless))]),
  disputed: ({ from, disputed }, saying) =>
    disputed === null
      ? []
      : [
          saying.words.rule.act.disputed(
            actName(saying, from),
            sayWithin(saying, disputed.limit),
            nameOf(saying, '', disputed.says),
          ),
        ],
  clause: 'said with the clauses that stand beside the rule',
}

const toldNeed: Told<Act['needsWhen'][number]> = {
  fields: ({ fields, when }, saying) => [sayNeed(saying, fields, when)],
  when: 'said with fields',
  clause: 'said with the clauses that stand beside the rule',
}

/** An act: what it is, by when it is done, and what it needs in which case. */
export function sayAct(saying: Saying, act: Act): readonly SaidRule[] {
  const base = { kind: 'act' as const, name: nameOf(saying, act.id, act.name), duties: [] }
  const { within } = act
  return [
    { ...base, id: `act/${act.id}`, says: tell(told, act, saying), clauses: act.clause },
    ...(within === null
      ? []
      : [{ ...base, id: `act/${act.id}/within`, says: tell(toldWindow, within, saying), clauses: within.clause }]),
    ...act.needsWhen.map((each, at) => ({
      ...base,
      id: `act/${act.id}/needs/${at}`,
      says: tell(toldNeed, each, saying),
      clauses: each.clause,
    })),
  ]
}
