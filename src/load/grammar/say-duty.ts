import {
  answeringParts,
  type ClauseRef,
  clausesOfLimit,
  type Duty,
  type Effect,
  type Extend,
  type Opening,
  type Part,
  unreachable,
} from '../../core/index.js'
import { sayCondition, sayWhen } from './say-condition.js'
import { sayRungs } from './say-ladder.js'
import { sayPeriod, sayWithin, startsItself } from './say-limit.js'
import { sayMoment } from './say-moment.js'
import {
  actName,
  dutyName,
  fieldName,
  itemName,
  nameOf,
  oneOf,
  partName,
  roleName,
  type Saying,
  signOffName,
  stageName,
} from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const effects =
  (list: (duty: Duty) => readonly Effect[], words: (saying: Saying) => (act: string) => string) =>
  (duty: Duty, saying: Saying): readonly string[] =>
    alike(list(duty)).map(({ acts, when }) => sayWhen(saying, when, words(saying)(oneOf(saying, acts, actName))))

/** Acts that do the same under the same condition are said in one sentence. */
function alike(effects: readonly Effect[]): readonly { readonly acts: readonly string[]; readonly when: Effect['when'] }[] {
  const found = new Map<string, { acts: string[]; when: Effect['when'] }>()
  for (const { act, when } of effects) {
    const key = JSON.stringify(when)
    found.set(key, { acts: [...(found.get(key)?.acts ?? []), act], when })
  }
  return [...found.values()]
}

const told: Told<Duty> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  within: ({ within, holder, named }, saying) => {
    const { duty } = saying.words.rule
    const role = roleName(saying, holder)
    const by =
      named === null
        ? role
        : holder === 'unit'
          ? duty.namedUnit(fieldName(saying, named.field))
          : duty.named(role, fieldName(saying, named.field))
    return [within === null ? duty.undated(by) : duty.owes(by, sayWithin(saying, within))]
  },
  holder: 'said with within',
  named: 'said with within',
  discretion: (duty, saying) => sayDiscretion(saying, duty),
  of: ({ of, item, parts, holder }, saying) => {
    const { duty } = saying.words.rule
    if (item !== null) return [duty.forItems(itemName(saying, item))]
    const isUnit = saying.regulation.roles[holder]?.kind === 'unit'
    if (of === 'assignment') return [duty[isUnit ? 'parts' : 'forParts'](oneOf(saying, partsHere(saying, parts), partName))]
    // That the office owes it once goes without saying.
    return unless(!isUnit, () => duty.inMatter)
  },
  item: 'said with of',
  parts: 'said with of',
  claimant: ({ claimant }, saying) => (claimant === null ? [] : [saying.words.rule.duty.claimant(roleName(saying, claimant))]),
  opens: ({ opens, within, from }, saying) => {
    const isStart = within !== null && !startsItself(within) && from === null
    return [...sayOpenings(saying, opens, isStart ? 'starts' : 'arises'), ...sayUnstarted(saying, within, opens)]
  },
  appliesTo: ({ appliesTo }, saying) =>
    appliesTo === null ? [] : [saying.words.rule.duty.appliesTo(sayCondition(saying, appliesTo))],
  appliesFrom: ({ appliesFrom }, saying) => sayAppliesFrom(saying, appliesFrom),
  from: ({ from }, saying) => (from === null ? [] : [saying.words.rule.duty.from(actName(saying, from))]),
  notAfter: 'said with a rule of its own, by its own clause',
  tightenedBy: effects(
    ({ tightenedBy }) => tightenedBy,
    ({ words }) => words.rule.duty.tightenedBy,
  ),
  isSoft: ({ isSoft }, saying) => unless(!isSoft, () => saying.words.rule.duty.soft),
  lapses: ({ lapses, metBy, isInternal }, saying) =>
    unless(!lapses, () => saying.words.rule.duty.lapses[metBy.length === 0 || isInternal ? 'unmet' : 'answered']),
  metBy: effects(
    ({ metBy }) => metBy,
    ({ words }) => words.rule.duty.metBy,
  ),
  reopenedBy: effects(
    ({ reopenedBy }) => reopenedBy,
    ({ words }) => words.rule.duty.reopenedBy,
  ),
  cancelledBy: effects(
    ({ cancelledBy }) => cancelledBy,
    ({ words }) => words.rule.duty.cancelledBy,
  ),
  pausedBy: effects(
    ({ pausedBy }) => pausedBy,
    ({ words }) => words.rule.duty.pausedBy,
  ),
  resumedBy: effects(
    ({ resumedBy }) => resumedBy,
    ({ words }) => words.rule.duty.resumedBy,
  ),
  forgivenBy: effects(
    ({ forgivenBy }) => forgivenBy,
    ({ words }) => words.rule.duty.forgivenBy,
  ),
  extend: 'said with a rule of its own, by its own clause',
  ladder: 'said with a rule for each rung, by its own clause',
  isInternal: ({ isInternal }, saying) => unless(!isInternal, () => saying.words.rule.duty.internal),
  clause: 'said with the clauses that stand beside the rule',
  note: 'not said: it is a remark of the authors',
}

/** From when it counts where it comes to apply later; from the opening goes without saying. */
function sayAppliesFrom(saying: Saying, appliesFrom: Duty['appliesFrom']): readonly string[] {
  const words = saying.words.rule.duty.appliesFrom
  switch (appliesFrom.kind) {
    case 'opening':
      return []
    case 'now':
      return [words.now]
    case 'atLeast':
      return [words.atLeast(sayPeriod(saying, appliesFrom.period))]
    default:
      return unreachable(appliesFrom)
  }
}

/** Where the parts are those that owe as a rule: of them those that the text hands out. */
function partsHere({ regulation }: Saying, parts: readonly Part[]): readonly Part[] {
  if (parts.length !== answeringParts.length || !answeringParts.every((part) => parts.includes(part))) return parts
  const named = Object.values(regulation.fields).filter(({ type }) => type === 'assignments')
  const given = parts.filter((part) => named.some((field) => field.parts.length === 0 || field.parts.includes(part)))
  return given.length === 0 ? parts : given
}

/** Where the day from which it counts may be left unsaid as it opens, it counts from then. */
function sayUnstarted(saying: Saying, within: Duty['within'], opens: readonly Opening[]): readonly string[] {
  if (within?.kind !== 'period' || within.from?.on !== 'field') return []
  const { field } = within.from
  const { acts } = saying.regulation
  const silent = opens.filter((each) => each.on !== 'act' || acts[each.act]?.needs.includes(field) !== true)
  const { rule, condition } = saying.words
  return sayOpenings(saying, silent, 'starts').map((text) => rule.when(condition.filled(fieldName(saying, field), false), text))
}

/** The vague word of the text, or that it says nothing of when, and who weighs it. */
export function sayDiscretion(saying: Saying, { discretion, within }: Pick<Duty, 'discretion' | 'within'>): readonly string[] {
  const found = discretion === null ? undefined : saying.regulation.discretions[discretion]
  if (found === undefined) return []
  const { judged, left } = saying.words.rule
  const judge = roleName(saying, found.judge)
  if (found.words === null) return [left[within === null ? 'when' : 'howLong'](judge)]
  return [judged(nameOf(saying, found.id, found.words), judge)]
}

/** What opens it, said together where the condition is the same. */
function sayOpenings(saying: Saying, opens: readonly Opening[], how: 'starts' | 'arises'): readonly string[] {
  const found = new Map<string, { causes: string[]; when: Opening['when'] }>()
  for (const opening of opens) {
    const key = JSON.stringify(opening.when)
    found.set(key, { causes: [...(found.get(key)?.causes ?? []), causeOf(saying, opening)], when: opening.when })
  }
  return [...found.values()].map(({ causes, when }) =>
    sayWhen(saying, when, saying.words.rule.duty.opens[how](saying.words.or(causes))),
  )
}

function causeOf(saying: Saying, opening: Opening): string {
  const { cause } = saying.words.rule.duty
  switch (opening.on) {
    case 'act': {
      const { act, parts } = opening
      return cause.act(actName(saying, act), parts.length === 0 ? null : oneOf(saying, parts, partName))
    }
    case 'due':
      return cause.due(dutyName(saying, opening.duty))
    case 'rung': {
      const found = saying.regulation.duties[opening.duty]?.ladder.find(({ id }) => id === opening.rung)
      return cause.rung(dutyName(saying, opening.duty), found === undefined ? opening.rung : sayMoment(saying, found.moment))
    }
    case 'turn':
      return cause.turn(signOffName(saying, opening.signOff))
    case 'stage':
      return cause.stage(stageName(saying, opening.stage))
    default:
      return unreachable(opening)
  }
}

const toldExtend: Told<Extend> = {
  asked: ({ asked, granted, refused }, saying) => [
    saying.words.rule.extend.how(
      actName(saying, granted),
      asked === null ? null : actName(saying, asked),
      refused === null ? null : actName(saying, refused),
    ),
  ],
  granted: 'said with asked',
  refused: 'said with asked',
  amount: ({ amount, unit }, saying) => [saying.words.rule.extend.amount(fieldName(saying, amount), saying.words.unit(unit))],
  unit: 'said with amount',
  times: ({ times }, saying) => (times === null ? [] : [saying.words.rule.extend.times(times)]),
  totals: ({ totals, unit }, saying) =>
    totals.map(({ total, when }, at) => {
      const then = saying.words.rule.extend.total(sayPeriod(saying, { amount: total, unit }))
      return at > 0 ? saying.words.rule.otherwise(sayWhen(saying, when, then)) : sayWhen(saying, when, then)
    }),
  asks: ({ asks }, saying) => [saying.words.rule.extend.asks[asks]],
  holds: ({ holds }, saying) => [saying.words.rule.extend.holds[holds ? 'yes' : 'no']],
  clips: ({ clips }, saying) => (clips ? [saying.words.rule.extend.clips] : []),
  unless: (extend, saying) => (extend.unless === null ? [] : [sayWhen(saying, extend.unless, saying.words.rule.extend.unless)]),
  clause: 'said with the clauses that stand beside the rule',
}

const distinct = (clauses: readonly ClauseRef[]): readonly ClauseRef[] => [...new Set(clauses)]

/** A duty: what is owed, how it is extended, how late it can be at most, and what happens by itself. */
export function sayDuty(saying: Saying, duty: Duty): readonly SaidRule[] {
  const base = { kind: 'duty' as const, name: nameOf(saying, duty.id, duty.name), duties: [duty.id] }
  const { extend, notAfter } = duty
  return [
    {
      ...base,
      id: `duty/${duty.id}`,
      says: tell(told, duty, saying),
      clauses: distinct([...duty.clause, ...clausesOfLimit(duty.within)]),
    },
    ...(extend === null
      ? []
      : [
          {
            ...base,
            id: `duty/${duty.id}/extend`,
            says: tell(toldExtend, extend, saying),
            clauses: distinct([...extend.clause, ...extend.totals.flatMap(({ clause }) => clause)]),
          },
        ]),
    ...(notAfter === null
      ? []
      : [
          {
            ...base,
            id: `duty/${duty.id}/notAfter`,
            says: [saying.words.rule.duty.notAfter(sayWithin(saying, notAfter.limit))],
            clauses: notAfter.clause,
          },
        ]),
    ...sayRungs(saying, { ...base, id: `rung/${duty.id}` }, duty.ladder),
  ]
}
