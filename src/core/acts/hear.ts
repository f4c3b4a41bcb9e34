import { explain } from '../conditions/explain.js'
import { type Refusal, refusal } from '../conditions/refusal.js'
import { type ActEvent, type Heard, type MatterEvent, platform } from '../events/event.js'
import { derive } from '../fold/derive.js'
import { Folded } from '../fold/folded.js'
import { FactView, type Given, holds } from '../fold/working.js'
import type { Hearing } from '../rules/begin-rule.js'
import type { Act, Regulation } from '../rules/regulation.js'
import { isAnswering, isFilled, numberTyped, type Payload, type Value } from '../values/value.js'
import { consequences } from './decide.js'

/** 回告. What happened in a matter that was begun elsewhere: what of it another matter may hear. */
export type News = {
  readonly kind: string
  readonly number: string
  /** The acts just done there. */
  readonly acts: readonly ActEvent[]
  /** By the act's event: of the matters that are held there, those that it names. It is heard by them alone; any other act, by all. */
  readonly named: ReadonlyMap<number, readonly string[]>
  /** The matters held there, before or after. */
  readonly holds: readonly string[]
  /** Where it has just ended or been opened again; null: neither. */
  readonly turned: 'ended' | 'open' | null
  readonly isEnded: boolean
  /** Everything stated there, of the matter as a whole. */
  readonly facts: Payload
}

/** News of a matter: as it stood before these events, and after them. */
export function newsOf(number: string, before: Given, after: Given, events: readonly MatterEvent[]): News {
  const { regulation } = after.program
  const [was, is] = [isOver(before), isOver(after)]
  const acts = events.filter((event) => event.kind === 'act')
  const holds = [...new Set([...heldIn(before), ...heldIn(after)])]
  return {
    kind: regulation.kind,
    number,
    acts,
    named: new Map(acts.map((event) => [event.seq, namedBy(regulation, event).filter((each) => holds.includes(each))])),
    holds,
    turned: was === is ? null : is ? 'ended' : 'open',
    isEnded: is,
    facts: factsIn(after),
  }
}

/** Whether an act just done there names this one of those that it holds. */
export const isNamedIn = ({ named }: News, number: string): boolean => [...named.values()].some((each) => each.includes(number))

/** The numbers of the matters that are held here: begun or joined, and not released. */
export const heldIn = (given: Given): readonly string[] => (Folded.workingOf(given).begun ?? []).map(({ number }) => number)

const namedBy = ({ fields }: Regulation, { with: stated }: ActEvent): readonly string[] =>
  Object.entries(stated).flatMap(([id, value]) => (fields[id]?.type === 'matter' ? [numberTyped(value)] : []))

const isOver = (given: Given): boolean => given.program.regulation.stages[derive(given).stage]?.isEnd === true

/** Asked of the matter as a whole, what the lead unit stated counts too. */
function factsIn(given: Given): Payload {
  const { facts, assignments } = derive(given)
  const lead = assignments.find(({ part, endedAt }) => isAnswering(part) && endedAt === null)
  return { ...(lead ?? assignments.findLast(({ part }) => isAnswering(part)))?.facts, ...facts }
}

/** The fields by which a matter of this kind names those that hear of it, under a regulation. */
export const namingFields = ({ acts }: Regulation, kind: string): readonly string[] =>
  Object.values(acts).flatMap(({ hears }) => (hears?.kind === kind && hears.namedBy !== null ? [hears.namedBy] : []))

/** Whether anything under a regulation is heard of such matters: of those held here, or of those that hold one. */
export const hearsOf = ({ acts }: Regulation, kind: string, isOfHolder?: boolean): boolean =>
  Object.values(acts).some(({ hears }) => hears?.kind === kind && (isOfHolder === undefined || hears.isOfHolder === isOfHolder))

/**
 * In what relation a matter hears the news of another: it began or joined that one; that one has just named it by a field; or that one
 * holds it, and knows it by its number.
 */
export type Ear =
  | { readonly as: 'holder' }
  | { readonly as: 'named'; readonly by: string }
  | { readonly as: 'held'; readonly number: string }

/** What the platform records in a matter as it hears the news, in the regulation's order, with what follows by rule. */
export function hear(given: Given, news: News, ear: Ear = { as: 'holder' }): readonly ActEvent[] {
  const found: ActEvent[] = []
  let standing = Folded.of(given)
  // What was released is heard of no more.
  if (ear.as === 'holder' && !heldIn(standing).includes(news.number)) return found
  for (const act of Object.values(given.program.regulation.acts)) {
    const { hears } = act
    if (hears?.kind !== news.kind || !isFor(hears, ear)) continue
    for (const { seq, with: stated } of matching(hears, news).filter((event) => concerns(news, event, ear))) {
      const heard = { kind: news.kind, number: news.number, seq, isEnded: news.isEnded }
      const events = heardAs(
        standing,
        act,
        heard,
        learned(hears.learns, (field) => stated[field] ?? news.facts[field]),
      )
      found.push(...events)
      standing = standing.followedBy(events)
    }
  }
  return found
}

const isFor = ({ isOfHolder, namedBy: field }: Hearing, ear: Ear): boolean =>
  ear.as === 'held' ? isOfHolder : !isOfHolder && (ear.as === 'holder' || field === ear.by)

/** An act of the holder that names some of what it holds is heard by them alone. */
function concerns({ named }: News, { seq }: ActEvent, ear: Ear): boolean {
  const meant = named.get(seq) ?? []
  return ear.as !== 'held' || meant.length === 0 || meant.includes(ear.number)
}

/**
 * 受纳. Why a matter does not take part in what the one that holds it has just done with it (taken it in, called it up, taken it off): its
 * regulation hears of that act, and not where this matter stands, or not under these conditions. Null: it does, or its regulation says
 * nothing of it.
 */
export function refusesToBeHeld(given: Given, news: News, number: string): Refusal | null {
  const standing = Folded.workingOf(given)
  const hearing = Object.values(given.program.regulation.acts).flatMap((act) => {
    const { hears } = act
    if (hears?.kind !== news.kind || !hears.isOfHolder) return []
    const [event] = matching(hears, news).filter((each) => concerns(news, each, { as: 'held', number }))
    return event === undefined ? [] : [{ act, stated: learned(hears.learns, (field) => event.with[field] ?? news.facts[field]) }]
  })
  const refusals = hearing.map(({ act, stated }): Refusal | null => {
    if (!act.from.includes(standing.stage.id)) {
      const because = [{ kind: 'stage' as const, of: 'matter' as const, now: standing.stage.id, from: act.from }]
      return refusal('wrong-stage', act.clause, { because })
    }
    const facts = new FactView(standing, null, stated, platform)
    if (act.when === null || holds(act.when, facts)) return null
    return refusal('not-permitted', act.clause, { because: [{ kind: 'needs', explanation: explain(act.when, facts) }] })
  })
  return refusals.includes(null) ? null : (refusals[0] ?? null)
}

/** The events there of which a hearing is. */
function matching({ of }: Hearing, { acts, turned }: News): readonly ActEvent[] {
  if ('acts' in of) return acts.filter(({ act }) => of.acts.includes(act))
  return turned === of.turns ? acts.slice(-1) : []
}

function learned(learns: Readonly<Record<string, string>>, value: (field: string) => Value | undefined): Payload {
  const stated = Object.entries(learns).flatMap(([here, there]) => {
    const found = value(there)
    return found === undefined || !isFilled(found) ? [] : [[here, found] as const]
  })
  return Object.fromEntries(stated)
}

/** The act by which something is heard, and what follows from it; nothing where its condition does not hold. */
export function heardAs(given: Given, act: Act, heard: Heard, stated: Payload): readonly ActEvent[] {
  const working = Folded.workingOf(given)
  if (!holds(act.when, new FactView(working, null, stated, platform))) return []
  const { id } = act
  const seq = working.lastSeq + 1
  const { kind, number } = heard
  const isKnown = working.begun?.some((each) => each.number === number) === true
  // A matter that names this one comes from here from then on.
  const comes = act.hears?.namedBy != null && !isKnown ? { begun: [{ kind, number }] } : {}
  const told: ActEvent = { kind: 'act', seq, act: id, by: platform, at: given.now, with: stated, assignment: null, heard }
  const event = { ...told, ...comes }
  return [event, ...consequences(working, event)]
}
