import {
  type ActEvent,
  type Beginning,
  type Begun,
  beginningsOf,
  begun as begunOn,
  type Calendar,
  compile,
  decide,
  derive,
  type Given,
  hear,
  heldIn,
  type Instant,
  isNamedIn,
  type MatterEvent,
  type MatterState,
  newsOf,
  type Program,
  type Refusal,
  refusesToBeHeld,
  startingAct,
  withBegun,
} from '../../core/index.js'
import type { Library } from '../library/library.js'
import type { Difference } from './difference.js'
import type { Scenario } from './load-scenarios.js'

/** A matter as an example plays it. Its own is known as `here`, one of another kind by its kind and its place among those of it. */
export type Played = {
  readonly number: string
  readonly program: Program
  readonly calendar: Calendar
  events: readonly MatterEvent[]
  readonly state: MatterState | null
}
export const ownNumber = 'here'

export type OtherMatter = Played & { now: Instant }

/** The matters that an example plays beside its own, and the programs they run under, by their kind. */
export type OtherMatters = {
  readonly programs: ReadonlyMap<string, Program>
  readonly calendar: Calendar
  matters: OtherMatter[]
}

const compiled = new WeakMap<Library, Map<string, Program>>()

/** None where the example names no other kind; a name that is not known is left out, and what would begin under it is a difference. */
export function othersFor({ others, steps, inForce }: Scenario, library: Library, calendar: Calendar): OtherMatters | null {
  if (others === undefined) return null
  const programs = Object.entries(others).flatMap(([kind, named]) => {
    const program = programNamed(named, { at: steps[0]?.at ?? '', inForce }, library)
    return program === null ? [] : [[kind, program] as const]
  })
  return { programs: new Map(programs), calendar, matters: [] }
}

type Told = { readonly at: string; readonly inForce: string | undefined }

function programNamed(named: string, { at, inForce }: Told, library: Library): Program | null {
  const [id = '', version] = named.split(' ')
  const versions = library.regulations.get(id) ?? []
  const begun = versions.filter(({ effectiveFrom }) => (effectiveFrom ?? '') <= at)
  const found = version === undefined ? (begun.at(-1) ?? versions[0]) : versions.find((each) => each.version === version)
  if (found === undefined) return null
  const known = compiled.get(library) ?? new Map<string, Program>()
  compiled.set(library, known)
  const day = found.isForceAwaited ? inForce : undefined
  const key = `${found.id} ${found.version} ${day ?? ''}`
  const program = known.get(key) ?? compile(day === undefined ? found : begunOn(found, day))
  known.set(key, program)
  return program
}

/** The matters that an example plays, and where others begin. */
type Table = { readonly others: OtherMatters; readonly all: readonly Played[] }

/** Why a matter that these events join, or one held here that they name, does not take part in it, by its own regulation. */
export function refusedByHeld(
  all: readonly Played[],
  own: string,
  before: Given,
  events: readonly MatterEvent[],
): Refusal | null {
  const after = { ...before, events: [...before.events, ...events] }
  const news = newsOf(own, before, after, events)
  const joined = beginningsOf(after, events).map(({ joins }) => joins?.number)
  for (const each of all.filter(({ number }) => joined.includes(number) || isNamedIn(news, number))) {
    const refused = refusesToBeHeld(givenOf(each, before.now), news, each.number)
    if (refused !== null) return refused
  }
  return null
}

const givenOf = ({ program, calendar, events }: Played, now: Instant): Given => ({ program, calendar, events, now })

/** Lets every matter hear what was done in one, and what that makes of it in turn; answers what the first of them heard. */
export function hearAround(
  all: readonly Played[],
  from: Played,
  before: Given,
  events: readonly MatterEvent[],
): readonly ActEvent[] {
  const heardByFirst: ActEvent[] = []
  const changes = [{ of: from, before, events }]
  for (let next = changes.shift(); next !== undefined; next = changes.shift()) {
    const { of, before: was } = next
    const news = newsOf(of.number, was, { ...was, events: of.events }, next.events)
    // A matter hears nothing of itself, by whatever way.
    for (const other of all.filter((each) => each !== from && each !== of)) {
      const given = givenOf(other, before.now)
      const asHolder = heldIn(given).includes(of.number) ? hear(given, news) : []
      const asHeld = news.holds.includes(other.number) ? hear(given, news, { as: 'held', number: other.number }) : []
      const heard = [...asHolder, ...asHeld]
      if (heard.length === 0) continue
      other.events = [...other.events, ...heard]
      if (other === all[0]) heardByFirst.push(...heard)
      changes.push({ of: other, before: given, events: heard })
    }
  }
  return heardByFirst
}

/** Begins what these events begin; each act is given the numbers of what it began. What would not begin is a difference. */
export function beginOthers(
  { others, all }: Table,
  given: Given,
  events: readonly MatterEvent[],
): { readonly events: readonly MatterEvent[]; readonly differences: readonly Difference[] } {
  const differences: Difference[] = []
  const begun = new Map<number, Begun[]>()
  for (const beginning of beginningsOf(given, events)) {
    const { kind, seq, joins } = beginning
    const other = joins === null ? beginOne(others, given, beginning) : all.find(({ number }) => number === joins.number)
    if (other === undefined || typeof other === 'string')
      differences.push({ what: `begins ${kind}`, expected: 'begun', actual: other ?? joins?.number ?? 'unknown kind' })
    else begun.set(seq, [...(begun.get(seq) ?? []), { kind, number: other.number }])
  }
  return { events: withBegun(events, begun), differences }
}

function beginOne(others: OtherMatters, { now }: Given, { kind, by, with: stated }: Beginning): OtherMatter | string {
  const program = others.programs.get(kind)
  const act = program === undefined ? null : startingAct(program.regulation, by.role)
  if (program === undefined || act === null) return 'unknown kind or role'
  const decision = decide({ program, calendar: others.calendar, events: [], now }, { act: act.id, by, with: stated })
  if (!decision.ok) return `${decision.refusal.code} (${decision.refusal.clause.join(', ')})`
  const matter = putBeside(others, kind, program, now)
  matter.events = decision.events
  return matter
}

/** Another matter of a kind, in which nothing has been done yet. */
export function putBeside(others: OtherMatters, kind: string, program: Program, now: Instant): OtherMatter {
  const place = others.matters.filter((each) => each.program === program).length + 1
  const matter = otherMatter(others, program, { number: `${kind}#${place}`, events: [], now })
  others.matters = [...others.matters, matter]
  return matter
}

const otherMatter = (
  { calendar }: OtherMatters,
  program: Program,
  started: { readonly number: string; readonly events: readonly MatterEvent[]; readonly now: Instant },
): OtherMatter => ({
  ...started,
  program,
  calendar,
  get state() {
    return this.events.length === 0 ? null : derive({ program, calendar, events: this.events, now: this.now })
  },
})

/** The matter meant: of this number, or the latest of this kind. */
export const meantBy = ({ matters }: OtherMatters, named: string): OtherMatter | null =>
  matters.find(({ number }) => number === named) ?? matters.findLast(({ number }) => number.startsWith(`${named}#`)) ?? null
