import type { Condition, PlainCondition, Value } from '../../core/index.js'
import type { Fitting } from './plain-words.js'
import { sayValue } from './say-value.js'
import {
  actName,
  anyOf,
  dutyName,
  fieldName,
  itemName,
  itemStageName,
  nameOf,
  oneOf,
  partName,
  quoted,
  roleName,
  type Saying,
  shareStageName,
  signOffName,
  stageName,
  standingName,
  unitKindName,
} from './saying.js'

/** A condition in words, as a clause that can stand after "where": “category” is “report” and … */
export const sayCondition = (saying: Saying, condition: Condition): string => say(saying, condition, false)

/** A plain condition, or its contrary. */
export const sayPlain = (saying: Saying, condition: PlainCondition, isNot: boolean): string => say(saying, condition, isNot)

/** The contrary of a group is said of its parts: "not (a and b)" reads worse than "not a or not b". */
function say(saying: Saying, condition: Condition, isNot: boolean): string {
  switch (condition.op) {
    case 'all':
    case 'any':
      return sayGroup(saying, condition.of, { isAll: (condition.op === 'all') !== isNot, isNot })
    case 'not':
      return say(saying, condition.of, !isNot)
    default:
      return plainly(saying, condition, isNot)
  }
}

function sayGroup(saying: Saying, parts: readonly Condition[], { isAll, isNot }: { isAll: boolean; isNot: boolean }): string {
  const { condition: words } = saying.words
  if (parts.length === 0) return isAll ? words.always : words.never
  const said = [...parts]
    .sort((one, other) => weightOf(one) - weightOf(other))
    .map((part) => {
      const text = say(saying, part, isNot)
      return parts.length > 1 && isMixed(part) ? words.group(text) : text
    })
  return isAll ? words.all(said) : words.any(said)
}

/** What a form says comes first, then what has happened, and last what is itself said in several parts: so it is read without going back. */
function weightOf(condition: Condition): number {
  if (isMixed(condition)) return 2
  if (condition.op === 'not') return weightOf(condition.of)
  return condition.op === 'is' || condition.op === 'between' || condition.op === 'filled' || condition.op === 'length' ? 0 : 1
}

/** Is said in several parts, whatever stands before it. */
const isMixed = (condition: Condition): boolean => {
  if (condition.op === 'not') return isMixed(condition.of)
  if (condition.op === 'latest') return condition.others.length > 0
  return (condition.op === 'all' || condition.op === 'any') && condition.of.length > 1
}

type Sayers = {
  readonly [Op in PlainCondition['op']]: (
    saying: Saying,
    condition: Extract<PlainCondition, { readonly op: Op }>,
    isNot: boolean,
  ) => string
}

function plainly<C extends PlainCondition>(saying: Saying, condition: C, isNot: boolean): string {
  const sayer = sayers[condition.op] as (saying: Saying, condition: C, isNot: boolean) => string
  return sayer(saying, condition, isNot)
}

const sayers: Sayers = {
  is: (saying, { field, values }, isNot) => {
    const { words, regulation } = saying
    const rule = regulation.fields[field]
    const [only] = values
    if (rule?.type === 'boolean' && values.length === 1 && typeof only === 'boolean')
      return words.condition.is(fieldName(saying, field), quoted(only === isNot ? words.no : words.yes), false)
    const names = values.map((value) => valueNamed(saying, field, value))
    const named = isNot && values.length > 1 ? words.noneOf(names) : words.or(names)
    const isList = rule?.type === 'choices' || rule?.type === 'assignments'
    return words.condition[isList ? 'holds' : 'is'](fieldName(saying, field), named, isNot)
  },
  between: (saying, { field, atLeast, atMost }, isNot) =>
    saying.words.condition.between(fieldName(saying, field), { atLeast, atMost }, isNot),
  filled: (saying, { field, isFilled }, isNot) => {
    const { words, regulation } = saying
    const isWanted = isFilled !== isNot
    if (regulation.fields[field]?.type === 'boolean')
      return words.condition.is(fieldName(saying, field), quoted(words.yes), !isWanted)
    return words.condition.filled(fieldName(saying, field), isWanted)
  },
  length: (saying, { field, part, atLeast, atMost }, isNot) => {
    const { words, regulation } = saying
    const type = regulation.fields[field]?.type
    const of = part === null ? fieldName(saying, field) : words.withPart(fieldName(saying, field), partName(saying, part))
    return words.condition.length(of, { atLeast, atMost }, { isText: type === 'text' || type === 'longText', isNot })
  },
  same: (saying, { field, other, part }, isNot) => {
    const { words, regulation } = saying
    if (part === null && regulation.fields[field]?.type !== 'assignments')
      return words.condition.same(fieldName(saying, field), fieldName(saying, other), isNot)
    return words.condition.assigned(part === null ? null : partName(saying, part), fieldName(saying, other), isNot)
  },
  count: (saying, { act, atLeast, atMost, apart }, isNot) => {
    const { condition: words, period } = saying.words
    const said = words.count(actName(saying, act), { atLeast, atMost }, isNot)
    const isHours = apart % 60 === 0
    return apart === 0 ? said : words.apart(said, period(isHours ? apart / 60 : apart, isHours ? 'hours' : 'minutes'))
  },
  latest: (saying, { is, others }, isNot) =>
    saying.words.condition.latest(oneOf(saying, is, actName), others.length === 0 ? null : oneOf(saying, others, actName), isNot),
  duty: (saying, { duty, statuses }, isNot) => {
    const { condition: words } = saying.words
    const isOwed = statuses.length === 2 && statuses.includes('open') && statuses.includes('overdue')
    if (isOwed) return words.owed(dutyName(saying, duty), isNot)
    return words.duty(dutyName(saying, duty), anyOf(saying, statuses, statusName, isNot), isNot)
  },
  stage: (saying, { stages }, isNot) => saying.words.condition.stage(anyOf(saying, stages, stageName, isNot), isNot),
  part: (saying, { parts }, isNot) => saying.words.condition.part(oneOf(saying, parts, partName), isNot),
  assignments: (saying, { parts, stages, quantity }, isNot) => {
    const key = isNot ? ({ every: 'notEvery', some: 'none', none: 'some' } as const)[quantity] : quantity
    return saying.words.condition.shares[key](
      parts.length === 0 ? null : oneOf(saying, parts, partName),
      stages.length === 0 ? null : oneOf(saying, stages, shareStageName),
    )
  },
  items: (saying, { of, where, stages, quantity }, isNot) => {
    const { condition: words } = saying.words
    const such = { item: itemName(saying, of), where: where === null ? null : sayCondition(saying, where) }
    const at = stages.length === 0 ? null : oneOf(saying, stages, itemStageName)
    if (typeof quantity === 'object') return words.itemCount(such, at, quantity, isNot)
    const key = isNot ? ({ every: 'notEvery', some: 'none', none: 'some' } as const)[quantity] : quantity
    return words.items[key](such, at)
  },
  half: (saying, { field, of }, isNot) => saying.words.condition.half(fieldName(saying, field), fieldName(saying, of), isNot),
  begun: (saying, { kind, isEnded, where, quantity, field }, isNot) => {
    const { condition: words } = saying.words
    const matter = kind === null ? null : begunName(saying, kind)
    const fits = where === null ? null : fitting(saying, where, false)
    if (quantity === 'first') return words.first(matter, field === null ? '' : fieldName(saying, field), fits, isNot)
    if (quantity === 'asMany') return words.asMany(matter, field === null ? '' : fieldName(saying, field), fits, isNot)
    const key = isNot ? ({ every: 'notEvery', some: 'none', none: 'some' } as const)[quantity] : quantity
    // That none has not yet done something is told as: all have.
    if (key === 'none' && where !== null && isContrary(where)) return words.begun.everyIfAny(matter, fitting(saying, where, true))
    return words.begun[key](matter, fits ?? isEnded ?? false)
  },
  viewer: (saying, { field }, isNot) => {
    const type = saying.regulation.fields[field]?.type
    const of = type === 'unit' ? 'unit' : type === 'people' || type === 'requesters' ? 'people' : 'person'
    return saying.words.condition.viewer(saying.who, fieldName(saying, field), of, isNot)
  },
  signOff: (saying, { signOff, standings }, isNot) =>
    saying.words.condition.signOff(signOffName(saying, signOff), anyOf(saying, standings, standingName, isNot), isNot),
  unitKind: (saying, { field, kinds }, isNot) =>
    saying.words.condition.unitKind(fieldName(saying, field), oneOf(saying, kinds, unitKindName), isNot),
  actor: (saying, { roles }, isNot) => saying.words.condition.actor(saying.who, anyOf(saying, roles, roleName, isNot), isNot),
  day: (saying, { field, isFromToday, isUntilToday, over }, isNot) => {
    const { condition: words, period } = saying.words
    const name = fieldName(saying, field)
    const side = isFromToday && isUntilToday ? 'on' : isFromToday ? 'from' : 'until'
    const today = isFromToday || isUntilToday ? [words.day(name, side, isNot)] : []
    const length = over === null ? '' : period(over.period.amount, over.period.unit)
    const apart = over === null ? [] : [words.over(name, length, actName(saying, over.from), isNot)]
    const said = [...apart, ...today]
    return said.length === 0 ? words.filled(name, !isNot) : (isNot ? words.any : words.all)(said)
  },
}

const fitting = (saying: Saying, where: Condition, isNot: boolean): Fitting => ({
  says: say(saying, where, isNot),
  isSeveral: isMixed(where),
})

/** Says that something is not so. */
function isContrary(condition: Condition): boolean {
  if (condition.op === 'not') return !isContrary(condition.of)
  if (condition.op === 'filled') return !condition.isFilled
  return condition.op === 'count' && condition.atLeast === null && condition.atMost === 0
}

/** What a matter of another kind is called here, by the act that begins it. */
export function begunName(saying: Saying, kind: string): string {
  const acts = Object.values(saying.regulation.acts)
  const named = [...acts.flatMap(({ begins }) => begins), ...acts.flatMap(({ hears }) => hears ?? [])]
  return quoted(nameOf(saying, kind, named.find((each) => each.kind === kind && each.name !== null)?.name ?? undefined))
}

/** A value that a rule names, quoted. */
export function valueNamed(saying: Saying, field: string, value: Value): string {
  const rule = saying.regulation.fields[field]
  return quoted(rule === undefined ? String(value) : sayValue(saying, rule, value))
}

export const statusName = (saying: Saying, status: string): string => {
  const { statuses } = saying.words
  return quoted(status in statuses ? statuses[status as keyof typeof statuses] : status)
}

/** A sentence that holds only under a condition, if there is one. */
export const sayWhen = (saying: Saying, condition: Condition | null, then: string): string =>
  condition === null ? then : saying.words.rule.when(sayCondition(saying, condition), then)
