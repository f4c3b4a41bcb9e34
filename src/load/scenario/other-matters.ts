import {
  type Beginning,
  type Begun,
  beginningsOf,
  type Calendar,
  compile,
  decide,
  derive,
  type Given,
  type Instant,
  type MatterEvent,
  type MatterState,
  type Program,
  startingAct,
  withBegun,
} from '../../core/index.js'
import type { Library } from '../library/library.js'
import type { Difference } from './difference.js'
import type { Scenario } from './load-scenarios.js'

/** A matter of another kind, as an example plays it: known by its kind and its place among those of it. */
export type OtherMatter = {
  readonly number: string
  readonly program: Program
  readonly calendar: Calendar
  events: readonly MatterEvent[]
  now: Instant
  readonly state: MatterState
  readonly others: null
}

/** The matters that an example plays beside its own, and the programs they run under, by their kind. */
export type OtherMatters = {
  readonly programs: ReadonlyMap<string, Program>
  readonly calendar: Calendar
  matters: OtherMatter[]
}

const compiled = new WeakMap<Library, Map<string, Program>>()

/** None where the example names no other kind; a name that is not known is left out, and what would begin under it is a difference. */
export function othersFor({ others, steps }: Scenario, library: Library, calendar: Calendar): OtherMatters | null {
  if (others === undefined) return null
  const programs = Object.entries(others).flatMap(([kind, named]) => {
    const program = programNamed(named, steps[0]?.at ?? '', library)
    return program === null ? [] : [[kind, program] as const]
  })
  return { programs: new Map(programs), calendar, matters: [] }
}

function programNamed(named: string, at: string, library: Library): Program | null {
  const [id = '', version] = named.split(' ')
  const versions = library.regulations.get(id) ?? []
  const begun = versions.filter(({ effectiveFrom }) => (effectiveFrom ?? '') <= at)
  const found = version === undefined ? (begun.at(-1) ?? versions[0]) : versions.find((each) => each.version === version)
  if (found === undefined) return null
  const known = compiled.get(library) ?? new Map<string, Program>()
  compiled.set(library, known)
  const key = `${found.id} ${found.version}`
  const program = known.get(key) ?? compile(found)
  known.set(key, program)
  return program
}

/** Begins what these events begin; each act is given the numbers of what it began. What would not begin is a difference. */
export function beginOthers(
  others: OtherMatters,
  given: Given,
  events: readonly MatterEvent[],
): { readonly events: readonly MatterEvent[]; readonly differences: readonly Difference[] } {
  const differences: Difference[] = []
  const begun = new Map<number, Begun[]>()
  for (const beginning of beginningsOf(given, events)) {
    const { kind, seq, joins } = beginning
    const other =
      joins === null ? beginOne(others, given, beginning) : others.matters.find(({ number }) => number === joins.number)
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
  const place = others.matters.filter((each) => each.program === program).length + 1
  const matter = otherMatter(others, program, { number: `${kind}#${place}`, events: decision.events, now })
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
    return derive({ program, calendar, events: this.events, now: this.now })
  },
  others: null,
})

/** The matter meant: of this number, or the latest of this kind. */
export const meantBy = ({ matters }: OtherMatters, named: string): OtherMatter | null =>
  matters.find(({ number }) => number === named) ?? matters.findLast(({ number }) => number.startsWith(`${named}#`)) ?? null
