import {
  type Because,
  dueText,
  type Explanation,
  fieldsRead,
  groundOf,
  type Hindrance,
  hindranceTo,
  type Period,
  type PlainCondition,
  unreachable,
  type Zone,
} from '../../core/index.js'
import { becauseWords } from './because-words.js'
import { openersOf } from './openers.js'
import { sayPlain } from './say-condition.js'
import { sayFact } from './say-fact.js'
import { sayPeriod } from './say-limit.js'
import { sayNeed } from './say-need.js'
import {
  actName,
  allOf,
  dutyName,
  itemName,
  itemStageName,
  nameOf,
  oneOf,
  partName,
  requirementName,
  roleName,
  type Saying,
  shareStageName,
  signOffName,
  stageName,
  standingName,
} from './saying.js'

/** One thing that stands in the way: what the rule asks, what is, and which acts would change it. Null `now`: it goes without saying. */
export type SaidBecause = {
  readonly says: string
  readonly now: string | null
  readonly opens: readonly string[]
  /** It rests on something the reader may not see, and says only that much. */
  readonly isConcealed: boolean
}

/** For whom it is said: which act they wanted, and what of the matter they may know. */
export type SayFor = {
  readonly act: string
  readonly zone: Zone
  /** Whether a condition rests on nothing that is kept from the reader. */
  readonly mayKnow: (condition: PlainCondition) => boolean
  /** Whether they may learn of an act. */
  readonly mayKnowAct: (act: string) => boolean
}

/** Somebody from whom nothing is kept: whoever writes and tries a regulation. */
export const sayForAuthor = (act: string, zone: Zone): SayFor => ({ act, zone, mayKnow: () => true, mayKnowAct: () => true })

/** Each thing that stands in the way, in words. */
export const sayBecause = (saying: Saying, because: readonly Because[], to: SayFor): readonly SaidBecause[] =>
  because.flatMap((each) => sayOne(saying, each, to))

/** The same as one sentence without its full stop; empty where there is nothing to say. */
export function becauseSentence(saying: Saying, said: readonly SaidBecause[]): string {
  const words = becauseWords[saying.lang]
  return words.join(said.map(({ says }) => says))
}

function sayOne(saying: Saying, because: Because, to: SayFor): readonly SaidBecause[] {
  const words = becauseWords[saying.lang]
  switch (because.kind) {
    case 'needs':
      return needed(saying, hindranceTo(because.explanation, true), { ...to, lead: words.needs })
    case 'bars':
      return barred(saying, because.explanation, to)
    case 'forbids':
      return [forbidden(saying, because, to)]
    case 'lifts':
      return needed(saying, hindranceTo(because.explanation, true), { ...to, lead: words.lifts })
    case 'disputed':
      return [plain(words.disputed(nameOf(saying, '', because.says), dueText(because.until, to.zone)))]
    case 'lacks':
      return [lacked(saying, because, to)]
    case 'turn':
      return [plain(words.turn(signOffName(saying, because.signOff), standingName(saying, because.now)))]
    case 'asks':
      return asked(saying, because, to)
    case 'roles':
      return [plain(words.roles(oneOf(saying, because.roles, roleName)))]
    case 'inPart':
      return [plain(words.inPart(oneOf(saying, because.parts, partName)))]
    case 'unchosen':
      return [plain(words.unchosen(because.by))]
    case 'noItem':
      return [plain(words.noItem(itemName(saying, because.item)))]
    case 'stage':
      return [plain(stageText(saying, because))]
    case 'times':
      return [plain(words.times(because.done, because.most))]
    case 'did':
      return [plain(words.did(allOf(saying, because.acts, actName)))]
    case 'declared':
      return [plain(words.declared)]
    case 'unowed':
      return [plain(words.unowed(allOf(saying, because.duties, dutyName)))]
    case 'pending':
    case 'unasked':
      return [plain(words[because.kind](dutyName(saying, because.duty)))]
    case 'extended':
      return [plain(words.extended(dutyName(saying, because.duty), because.done, because.most))]
    case 'total':
      return [plain(totalText(saying, because))]
    case 'cap':
      return [plain(words.cap(dutyName(saying, because.duty), dueText(because.until, to.zone), leftText(saying, because.left)))]
    default:
      return unreachable(because)
  }
}

const plain = (says: string): SaidBecause => ({ says, now: null, opens: [], isConcealed: false })

function totalText(saying: Saying, { duty, granted, most }: Extract<Because, { kind: 'total' }>): string {
  const left = leftText(saying, { amount: most.amount - granted.amount, unit: most.unit })
  return becauseWords[saying.lang].total(
    dutyName(saying, duty),
    granted.amount === 0 ? null : sayPeriod(saying, granted),
    sayPeriod(saying, most),
    left,
  )
}

const leftText = (saying: Saying, left: Period): string | null => (left.amount > 0 ? sayPeriod(saying, left) : null)

function stageText(saying: Saying, { of, now, from }: Extract<Because, { kind: 'stage' }>): string {
  const words = becauseWords[saying.lang]
  if (of === 'assignment') return words.shareStage(shareStageName(saying, now), oneOf(saying, from, shareStageName))
  if (of === 'item') return words.itemStage(itemStageName(saying, now), oneOf(saying, from, itemStageName))
  // Many stages to choose from say nothing.
  const isTold = from.length > 0 && from.length <= 4
  return words.stage(stageName(saying, now), isTold ? oneOf(saying, from, stageName) : null)
}

type Needing = SayFor & { readonly lead: (condition: string) => string }

/** What must be otherwise, each by itself; where one of several would do, these together. */
function needed(saying: Saying, hindrance: Hindrance | null, to: Needing): readonly SaidBecause[] {
  if (hindrance === null) return []
  if (hindrance.kind === 'each') return once(hindrance.of.flatMap((each) => needed(saying, each, to)))
  const telling = { ...to, told: new Set<string>() }
  if (hindrance.kind === 'plain') {
    const said = neededPlain(saying, hindrance, telling)
    return [said.isConcealed ? said : { ...said, says: to.lead(said.says) }]
  }
  return [together(partsIn(saying, hindrance, telling), becauseWords[saying.lang].oneOf)]
}

/** `told`: how it is with the facts that were named before in the same sentence, so that it is told once. */
type Telling = SayFor & { readonly told: Set<string> }

/** What would do, within a sentence: several things at once, or any of several. */
function sayPart(saying: Saying, hindrance: Hindrance, to: Telling): SaidBecause {
  if (hindrance.kind === 'plain') return neededPlain(saying, hindrance, to)
  const { condition: words } = saying.words
  return together(partsIn(saying, hindrance, to), hindrance.kind === 'one' ? words.any : words.all)
}

const partsIn = (saying: Saying, group: Exclude<Hindrance, PlainHindrance>, to: Telling): readonly SaidBecause[] =>
  once(
    partsOf(group).map((each) => {
      const said = sayPart(saying, each, to)
      // What is concealed is said in one way, wherever it stands.
      const isGroup = group.kind === 'each' && each.kind === 'one' && !said.isConcealed
      return isGroup ? { ...said, says: saying.words.condition.group(said.says) } : said
    }),
  )

/** What all of them say as one; concealed where every one is, and then said as the one that it is. */
function together(parts: readonly SaidBecause[], join: (texts: readonly string[]) => string): SaidBecause {
  const [first] = parts
  const isConcealed = parts.every((each) => each.isConcealed)
  if (first !== undefined && isConcealed) return first
  const opens = [...new Set(parts.flatMap((each) => each.opens))]
  return { says: join(parts.map(({ says }) => says)), now: null, opens, isConcealed }
}

/** One of several of which one is one of several: one of all these. */
const partsOf = ({ kind, of }: Exclude<Hindrance, PlainHindrance>): readonly Hindrance[] =>
  of.flatMap((each) => (each.kind === kind ? partsOf(each) : [each]))

/** That something is concealed is said once. */
const once = (said: readonly SaidBecause[]): readonly SaidBecause[] =>
  said.filter((each, at) => said.findIndex(({ says }) => says === each.says) === at)

type PlainHindrance = Extract<Hindrance, { kind: 'plain' }>

function neededPlain(saying: Saying, { wanted, found }: PlainHindrance, to: Telling): SaidBecause {
  const words = becauseWords[saying.lang]
  if (!to.mayKnow(found.condition)) return { says: words.concealed.needs, now: null, opens: [], isConcealed: true }
  const now = sayFact(saying, found.fact)
  const { how, acts } = openersOf(saying.regulation, found.condition, wanted)
  const known = acts.filter((act) => act !== to.act && to.mayKnowAct(act))
  // Many acts to choose from say nothing.
  const opens = known.length > 3 ? [] : known
  const beside = words.beside(now, opens.length === 0 ? null : { how, acts: oneOf(saying, opens, actName) })
  const fields = fieldsRead(found.condition)
  const fact = `${JSON.stringify(fields.length === 0 ? found.condition : fields.toSorted())} ${beside}`
  const isTold = to.told.has(fact)
  to.told.add(fact)
  return { says: `${sayPlain(saying, found.condition, !wanted)}${isTold ? '' : beside}`, now, opens, isConcealed: false }
}

/** What holds, and should not for this to be done; beside it the acts after which it would hold no longer. */
function barred(saying: Saying, explanation: Explanation, to: SayFor): readonly SaidBecause[] {
  const words = becauseWords[saying.lang]
  const found = plainsIn(hindranceTo(explanation, false))
  const known = found.filter((each) => to.mayKnow(each.found.condition))
  if (known.length < found.length) return [{ says: words.concealed.holds, now: null, opens: [], isConcealed: true }]
  if (known.length === 0) return []
  const said = known.map(({ wanted, found: each }) => {
    const { how, acts } = openersOf(saying.regulation, each.condition, wanted)
    // What was stated cannot be unsaid by stating it once more; many acts to choose from say nothing.
    const isStatedHere = fieldsRead(each.condition).some((field) => states(saying, to.act, field))
    const opens = how === 'done' && !isStatedHere ? acts.filter((act) => act !== to.act && to.mayKnowAct(act)) : []
    return { text: sayPlain(saying, asFound(each, wanted), wanted), opens: opens.length > 3 ? [] : opens }
  })
  const facts = said.map(({ text, opens }) =>
    opens.length === 0 ? text : words.barredUntil(text, oneOf(saying, opens, actName)),
  )
  return [{ says: words.holds(facts), now: null, opens: [...new Set(said.flatMap(({ opens }) => opens))], isConcealed: false }]
}

/** What is forbidden, in the regulation's words, and why that holds here. Its name may tell what is kept from the reader, too. */
function forbidden(saying: Saying, { prohibition, explanation }: Extract<Because, { kind: 'forbids' }>, to: SayFor): SaidBecause {
  const [why] = explanation === null ? [] : barred(saying, explanation, to)
  if (why?.isConcealed === true) return why
  const rule = saying.regulation.prohibitions.find(({ id }) => id === prohibition)
  const says = becauseWords[saying.lang].forbids(nameOf(saying, prohibition, rule?.name), why?.says ?? null)
  return { says, now: null, opens: why?.opens ?? [], isConcealed: false }
}

/** Whether an act itself states a field: then it is put right there, and by no other act. */
function states({ regulation }: Saying, act: string, field: string): boolean {
  const { needs = [], takes = [], needsWhen = [] } = regulation.acts[act] ?? {}
  return [...needs, ...takes, ...needsWhen.flatMap(({ fields }) => fields)].includes(field)
}

/** Of several that would do, the one that is. */
function asFound({ condition, fact }: PlainHindrance['found'], isNot: boolean): PlainCondition {
  if (isNot) return condition
  if (condition.op === 'duty' && fact.of === 'duty') return { ...condition, statuses: meeting(condition.statuses, fact.statuses) }
  if (condition.op === 'assignments' && condition.quantity === 'some' && fact.of === 'shares') {
    const meant = fact.shares.filter(({ part }) => condition.parts.length === 0 || condition.parts.some((each) => each === part))
    return {
      ...condition,
      stages: meeting(
        condition.stages,
        meant.map(({ stage }) => stage),
      ),
    }
  }
  if (condition.op === 'items' && condition.quantity === 'some' && fact.of === 'items') {
    const meant = fact.items.filter(({ isMeant }) => isMeant)
    return {
      ...condition,
      stages: meeting(
        condition.stages,
        meant.map(({ stage }) => stage),
      ),
    }
  }
  if (condition.op === 'is' && fact.of === 'value' && fact.value !== undefined && !Array.isArray(fact.value))
    return { ...condition, values: [fact.value] }
  return condition.op === 'stage' && fact.of === 'stage' ? { ...condition, stages: [fact.stage] } : condition
}

const meeting = <T>(asked: readonly T[], found: readonly T[]): readonly T[] => {
  const both = asked.filter((each) => found.includes(each))
  return both.length === 0 ? asked : both
}

const plainsIn = (hindrance: Hindrance | null): readonly PlainHindrance[] =>
  hindrance === null ? [] : hindrance.kind === 'plain' ? [hindrance] : hindrance.of.flatMap(plainsIn)

/** What must exist and does not, as one thing, with all that stands in its way. */
function lacked(saying: Saying, { requirement, explanation }: Extract<Because, { kind: 'lacks' }>, to: SayFor): SaidBecause {
  const words = becauseWords[saying.lang]
  const name = requirementName(saying, requirement)
  const why = needed(saying, hindranceTo(explanation, true), { ...to, lead: words.needs })
  if (why.some((each) => each.isConcealed)) return plain(words.lacks(name, null))
  const [only] = why
  return {
    says: words.lacks(name, becauseSentence(saying, why)),
    now: why.length === 1 && only !== undefined ? only.now : null,
    opens: [...new Set(why.flatMap(({ opens }) => opens))],
    isConcealed: false,
  }
}

/** Why these fields are needed now, as far as that may be known. */
function asked(saying: Saying, { fields, explanation }: Extract<Because, { kind: 'asks' }>, to: SayFor): readonly SaidBecause[] {
  return conditionsIn(explanation).every(to.mayKnow) ? [plain(sayNeed(saying, fields, groundOf(explanation)))] : []
}

const conditionsIn = (explanation: Explanation): readonly PlainCondition[] =>
  explanation.kind === 'plain' ? [explanation.condition] : explanation.parts.flatMap(conditionsIn)
