import {
  type Act,
  begun,
  compile,
  type Day,
  dayAt,
  decide,
  derive,
  type Given,
  heardAs,
  type Instant,
  instant,
  type MatterEvent,
  type MatterState,
  type Payload,
  type Program,
  type Refusal,
  type Regulation,
  readDay,
  readInstant,
  receiptOf,
  refusal,
  shanghai,
  type UnitKnown,
} from '../../core/index.js'
import { each } from '../grammar/reading.js'
import type { Library } from '../library/library.js'
import { checkExpectation } from './check-expectation.js'
import { checkTold } from './check-told.js'
import { type Difference, differs } from './difference.js'
import type { DutyChange } from './duty-change.js'
import type { Scenario } from './load-scenarios.js'
import {
  beginOthers,
  hearAround,
  meantBy,
  type OtherMatter,
  type OtherMatters,
  othersFor,
  ownNumber,
  type Played,
  putBeside,
  refusedByHeld,
} from './other-matters.js'
import { type OfficeTable, runOfficeStep } from './run-office-step.js'
import { againstRefusal } from './run-refusal.js'
import { actorOf, isBlind } from './scenario-actor.js'
import { unknownNames } from './scenario-names.js'
import type { StepInput } from './schema-scenario.js'

/** One step as it went. */
export type StepRun = {
  readonly line: number
  readonly at: Instant
  readonly step: StepInput
  readonly refusal: Refusal | null
  readonly events: readonly MatterEvent[]
  readonly stage: string
  readonly changes: readonly DutyChange[]
}

export type Failure = Difference & { readonly file: string; readonly line: number; readonly at: string | null }

/** 推演. How a scenario went; it holds where there are no failures. */
export type ScenarioRun = {
  readonly scenario: Scenario
  readonly regulation: Regulation | null
  readonly steps: readonly StepRun[]
  readonly failures: readonly Failure[]
}

/** Runs a scenario step by step under its regulation and calendar. Pure but for what the library read before. */
export function runScenario(scenario: Scenario, library: Library): ScenarioRun {
  const found = regulationFor(scenario, library)
  if (found === null) return { scenario, regulation: found, steps: [], failures: [notFound(scenario, library)] }
  const regulation = scenario.inForce === undefined ? found : inForceFrom(found, scenario.inForce)
  if (scenario.overlay !== undefined && !library.overlays().includes(scenario.overlay)) {
    const difference = { what: 'overlay', expected: library.overlays(), actual: scenario.overlay }
    return { scenario, regulation, steps: [], failures: [{ ...difference, file: scenario.file, line: scenario.line, at: null }] }
  }
  const named = unknownNames(scenario, regulation)
  const failures: Failure[] = named.map((each) => ({ ...each, file: scenario.file, at: null }))
  const [program, calendar] = [programOf(regulation), library.calendar(scenario.overlay)]
  const office: OfficeTable = { program, calendar, since: sinceOf(scenario), matters: [] }
  const others = othersFor(scenario, library, calendar)
  const table: Running = {
    number: ownNumber,
    program,
    calendar,
    events: [],
    state: null,
    office,
    others,
    units: unitsIn(scenario),
    ...requestersIn(scenario),
  }
  const steps = scenario.steps.map((step, index) => {
    const line = scenario.lines[index] ?? scenario.line
    const { run, differences } = runStep(table, step, line)
    failures.push(...differences.map((each) => ({ ...each, file: scenario.file, line, at: step.at })))
    return run
  })
  return { scenario, regulation, steps, failures }
}

const begunFrom = new WeakMap<Regulation, Map<string, Regulation>>()

/** A text whose day of force an example states, made once for all that state the same. */
function inForceFrom(found: Regulation, from: string): Regulation {
  const known = begunFrom.get(found) ?? new Map<string, Regulation>()
  const regulation = known.get(from) ?? begun(found, from)
  begunFrom.set(found, known.set(from, regulation))
  return regulation
}

const programs = new WeakMap<Regulation, Program>()

/** Compiled once for all its examples. */
function programOf(regulation: Regulation): Program {
  const program = programs.get(regulation) ?? compile(regulation)
  programs.set(regulation, program)
  return program
}

/** What an example says of units. */
export const unitsIn = ({ units = {} }: Scenario): ReadonlyMap<string, UnitKnown> =>
  new Map(Object.entries(units).map(([unit, { above, kind }]) => [unit, { parent: above ?? null, kind: kind ?? '' }]))

/** Who stands on which list, if the example says so. */
export const requestersIn = ({ requesters }: Scenario): Pick<Table, 'requesters'> =>
  requesters === undefined ? {} : { requesters: new Map(Object.entries(requesters)) }

/** From when the office's own duties count: as it is said, or from the first step on. */
export const sinceOf = ({ since, steps }: Scenario): Day =>
  readDay(since ?? '') ?? dayAt(readInstant(steps[0]?.at ?? '', shanghai) ?? instant(0), shanghai)

/** With what ties it to the kinds that the example names. */
function regulationFor(scenario: Scenario, library: Library): Regulation | null {
  const found = versionFor(scenario, library)
  if (found === null || scenario.tied === undefined) return found
  const kinds = each(scenario.tied, []).map(({ value }) => value)
  return library.find(found.id, found.version, kinds)
}

/** The version named; else the one in force at the first step; else the latest that had begun; else the first there is. */
function versionFor(scenario: Scenario, library: Library): Regulation | null {
  if (scenario.version !== undefined) return library.find(scenario.regulation, scenario.version)
  const first = readInstant(scenario.steps[0]?.at ?? '', shanghai)
  const inForce = first === null ? null : library.versionInForce(scenario.regulation, dayAt(first, shanghai))
  const versions = library.regulations.get(scenario.regulation) ?? []
  const before = versions.filter((each) => (each.effectiveFrom ?? '') <= (scenario.steps[0]?.at ?? ''))
  return inForce ?? before.at(-1) ?? versions[0] ?? null
}

function notFound(scenario: Scenario, library: Library): Failure {
  const versions = library.regulations.get(scenario.regulation)?.map((each) => each.version)
  const isVersion = versions !== undefined
  return {
    file: scenario.file,
    line: scenario.line,
    at: null,
    what: isVersion ? 'version' : 'regulation',
    expected: isVersion ? versions : [...library.regulations.keys()],
    actual: isVersion ? (scenario.version ?? null) : scenario.regulation,
  }
}

/** What lies on the table while a scenario runs: the matter of its own, */
export type Table = Played & {
  /** The matters that begin here; null where the example plays none of them. */
  readonly others: OtherMatters | null
  /** The units that the example says something of. */
  readonly units: ReadonlyMap<string, UnitKnown>
  /** The lists on which the example says somebody stands. */
  readonly requesters?: ReadonlyMap<string, string>
}

type Running = Table & { state: MatterState | null; readonly office: OfficeTable }

function runStep(table: Running, step: StepInput, line: number): { run: StepRun; differences: readonly Difference[] } {
  const now = readInstant(step.at, table.calendar.zone)
  if (now === null) throw new Error(`not a time: ${step.at}`)
  const given = (): Given => ({ program: table.program, calendar: table.calendar, events: table.events, now })
  const before = table.state
  const acted = step.act === undefined || step.officeDuty !== undefined ? null : doAct(table, step, given())
  const state = derive(given())
  table.state = state
  const office = runOfficeStep(table.office, step, now)
  const differences = [
    ...(acted?.differences ?? []),
    ...(step.expect === undefined ? [] : checkExpectation(step.expect, standingIn(table, step, { given: given(), state }))),
    ...office.differences,
  ]
  const run: StepRun = {
    line,
    at: now,
    step,
    refusal: acted?.refusal ?? office.refusal,
    events: acted?.events ?? [],
    stage: state.stage,
    changes: [...changesOf(before, state, table), ...office.changes],
  }
  return { run, differences }
}

type Acted = {
  readonly refusal: Refusal | null
  readonly events: readonly MatterEvent[]
  readonly differences: readonly Difference[]
}

/** The matter that a step compares: this one, or one that was begun here. */
export function standingIn(table: Table, { in: named }: StepInput, own: Compared): Compared {
  const other = named === undefined || table.others === null ? null : meantBy(table.others, named)
  if (other === null) return own
  other.now = own.given.now
  const { program, calendar, events, now, state } = other
  return state === null ? own : { given: { program, calendar, events, now }, state }
}

type Compared = { readonly given: Given; readonly state: MatterState }

/** An act in a matter beside this one, and what this one hears of it. An act that starts such a matter puts another there. */
function doElsewhere(table: Table, { in: named = '', hears, ...step }: StepInput, { now }: Given): Acted {
  const { others } = table
  const other = others === null ? null : (startedBeside(others, named, step, now) ?? meantBy(others, named))
  if (other === null)
    return { refusal: null, events: [], differences: [{ what: 'in', expected: 'a matter beside this one', actual: named }] }
  other.now = now
  const known = table.events.length
  const acted = doOwn(table, other, step)
  const heard = table.events.slice(known).filter((event) => event.kind === 'act')
  const names = heard.filter((event) => event.heard !== undefined).map(({ act }) => act)
  const expected = hears === undefined ? null : each(hears, []).map(({ value }) => value)
  const differences = expected === null ? [] : differs('hears', expected, names)
  return { refusal: acted.refusal, events: heard, differences: [...acted.differences, ...differences] }
}

function startedBeside(others: OtherMatters, named: string, { act }: StepInput, now: Instant): OtherMatter | null {
  const program = others.programs.get(named)
  return program?.regulation.acts[act ?? '']?.starts === true ? putBeside(others, named, program, now) : null
}

/** What is heard of a matter that the example does not play: it is said to have come so far. */
function hearStated(table: Table, step: StepInput, given: Given, { hears, id, when }: Act): Acted {
  const rule = table.program.regulation.acts[id]
  const isEnded = hears !== null && 'turns' in hears.of ? hears.of.turns === 'ended' : false
  const events =
    rule === undefined ? [] : heardAs(given, rule, { kind: hears?.kind ?? '', number: '', seq: 0, isEnded }, step.with ?? {})
  const refused = events.length === 0 && when !== null ? refusal('not-permitted', rule?.clause ?? []) : null
  const differences = againstRefusal(`act ${id}`, step, refused, table.program.regulation)
  table.events = [...table.events, ...events]
  return {
    refusal: refused,
    events,
    differences: [...differences, ...checkTold(step, { ...given, events: table.events }, events)],
  }
}

/** Does what the step says, as far as the regulation lets it; tells where that is not what the step expects. */
export function doAct(table: Table, step: StepInput, given: Given): Acted {
  if (step.in !== undefined) return doElsewhere(table, step, given)
  const rule = table.program.regulation.acts[step.act ?? '']
  if (rule !== undefined && rule.hears !== null) return hearStated(table, step, given, rule)
  return doOwn(table, table, step, given.now)
}

const listedIn = ({ requesters }: Pick<Table, 'requesters'>) => (requesters === undefined ? {} : { requesters })

/** An act in one of the matters that lie on the table, and what the others hear of it. */
function doOwn(table: Table, own: Played & { readonly now?: Instant }, step: StepInput, at?: Instant): Acted {
  const { program, calendar, number } = own
  const { regulation } = program
  const now = at ?? own.now ?? instant(0)
  const given: Given = { program, calendar, events: own.events, now }
  const all = [table, ...(table.others?.matters ?? [])]
  const by = actorOf(step.by ?? '', regulation, own.state, step.person ?? null)
  const decision = decide(given, {
    act: step.act ?? '',
    by,
    with: step.with ?? {},
    isChosen: step.chosen === true,
    units: table.units,
    ...listedIn(table),
  })
  const byHeld = decision.ok ? refusedByHeld(all, number, given, decision.events) : null
  const refusal = decision.ok ? byHeld : decision.refusal
  const differences = againstRefusal(`act ${step.act}`, step, refusal, regulation)
  if (!decision.ok || byHeld !== null) return { refusal, events: [], differences }
  // In the product nobody acts on what they do not see.
  const blind =
    given.events.length > 0 && isBlind(given, by) ? [{ what: `act ${step.act}: sees`, expected: true, actual: false }] : []
  // Identity never stands in an event: it is kept apart from the matter.
  const apart = decision.events.map((event) => ({ ...event, with: withoutIdentity(event.with, regulation) }))
  const { events, differences: unbegun } =
    table.others === null
      ? { events: apart, differences: [] }
      : beginOthers({ others: table.others, all }, { ...given, events: [...own.events, ...apart] }, apart)
  own.events = [...own.events, ...events]
  const told = checkTold(step, { ...given, events: own.events }, events)
  if (all.length > 1) hearAround(all, own, given, events)
  return { refusal: null, events, differences: [...differences, ...blind, ...unbegun, ...told] }
}

const withoutIdentity = (stated: Payload, regulation: Regulation): Payload =>
  Object.fromEntries(Object.entries(stated).filter(([field]) => regulation.fields[field]?.isIdentity !== true))

/** Duties that are new, or stand otherwise than before the step. */
function changesOf(before: MatterState | null, after: MatterState, { program, calendar }: Table): readonly DutyChange[] {
  return after.duties.flatMap((duty) => {
    const old = before?.duties.find((each) => each.key === duty.key)
    const isSame = old !== undefined && old.status === duty.status && old.dueAt === duty.dueAt && old.alert === duty.alert
    const rule = program.regulation.duties[duty.duty]
    return isSame || rule === undefined
      ? []
      : [{ duty, isNew: old === undefined, receipt: receiptOf(duty, rule, calendar), of: null }]
  })
}
