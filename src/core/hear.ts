import { consequences } from './decide.js'
import { derive } from './derive.js'
import { type ActEvent, type Heard, type MatterEvent, platform } from './event.js'
import { Folded } from './folded.js'
import type { Act, Hearing, Regulation } from './regulation.js'
import { isFilled, type Payload, type Value } from './value.js'
import { FactView, type Given, holds } from './working.js'

/** 回告. What happened in a matter that was begun elsewhere: what of it another matter may hear. */
export type News = {
  readonly kind: string
  readonly number: string
  /** The acts just done there. */
  readonly acts: readonly ActEvent[]
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
  return {
    kind: regulation.kind,
    number,
    acts: events.filter((event) => event.kind === 'act'),
    turned: was === is ? null : is ? 'ended' : 'open',
    isEnded: is,
    facts: factsIn(after),
  }
}

const isOver = (given: Given): boolean => given.program.regulation.stages[derive(given).stage]?.isEnd === true

/** Asked of the matter as a whole, what the lead unit stated counts too. */
function factsIn(given: Given): Payload {
  const { facts, assignments } = derive(given)
  const lead = assignments.find(({ part, endedAt }) => part !== 'assist' && endedAt === null)
  return { ...(lead ?? assignments.findLast(({ part }) => part !== 'assist'))?.facts, ...facts }
}

/** The fields by which a matter of this kind names those that hear of it, under a regulation. */
export const namingFields = ({ acts }: Regulation, kind: string): readonly string[] =>
  Object.values(acts).flatMap(({ hears }) => (hears?.kind === kind && hears.namedBy !== null ? [hears.namedBy] : []))

/** Whether anything under a regulation is heard of such matters. */
export const hearsOf = ({ acts }: Regulation, kind: string): boolean =>
  Object.values(acts).some(({ hears }) => hears?.kind === kind)

/**
 * What the platform records in a matter as it hears the news, in the regulation's order, with what follows by rule. `namedBy`: the field
 * by which that matter has just named this one; null where it was begun here.
 */
export function hear(given: Given, news: News, namedBy: string | null = null): readonly ActEvent[] {
  const found: ActEvent[] = []
  let standing = Folded.of(given)
  for (const act of Object.values(given.program.regulation.acts)) {
    const { hears } = act
    if (hears?.kind !== news.kind || (namedBy !== null && hears.namedBy !== namedBy)) continue
    for (const { seq, with: stated } of matching(hears, news)) {
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
