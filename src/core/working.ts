import type { Calendar } from './calendar.js'
import { type Condition, type Facts, type Viewer, weigh } from './condition.js'
import type { Day } from './day.js'
import type { ActEvent, MatterEvent } from './event.js'
import { dayAt, type Instant } from './instant.js'
import type { Program, StageProgram } from './program.js'
import type { LimitFacts } from './resolve-limit.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningDuty } from './running-duty.js'
import type { Holding } from './state.js'
import type { AssignmentRole, Payload, Value } from './value.js'

/** The four inputs of the arrow. */
export type Given = {
  readonly program: Program
  readonly calendar: Calendar
  readonly events: readonly MatterEvent[]
  readonly now: Instant
}

/** A matter while its events are being folded. It lives inside one call and is the only thing in the core that changes. */
export type Working = {
  readonly program: Program
  readonly calendar: Calendar
  stage: StageProgram
  readonly facts: (Value | undefined)[]
  readonly assignments: RunningAssignment[]
  readonly duties: RunningDuty[]
  /** Those of the duties that something can still happen to. */
  live: RunningDuty[]
  /** How many of each duty were opened, by its index. */
  readonly opened: number[]
  /** Rungs that were recorded as taken effect; null while there are none. */
  recorded: Set<string> | null
  readonly holdings: Holding[]
  /** The acts done, as they were recorded. */
  readonly done: ActEvent[]
  lastSeq: number
  lastAt: Instant | null
  /** How far time has been carried. */
  time: Instant
  /** Nothing happens by itself before this moment. */
  quietUntil: number
}

export const nobody: Viewer = { role: null, unit: null, person: null }

/** What a condition sees: first what the act itself states, then the share's facts, the matter's, the lead's, then the field's default. */
export class FactView implements Facts {
  constructor(
    private readonly working: Working,
    private readonly assignment: RunningAssignment | null,
    private readonly payload: Payload | null,
    readonly viewer: Viewer = nobody,
  ) {}

  get today(): Day {
    return dayAt(this.working.time, this.working.calendar.zone)
  }

  get stage(): string {
    return this.working.stage.id
  }

  get part(): AssignmentRole | null {
    return this.assignment?.role ?? null
  }

  value(field: string): Value | undefined {
    const stated = this.payload?.[field]
    if (stated !== undefined && stated !== null) return stated
    const slot = this.working.program.slots.get(field)
    if (slot === undefined) return this.working.program.regulation.fields[field]?.default
    return this.fact(slot.index) ?? slot.default
  }

  /** What was stated before: in the share, of the matter, or by the lead. */
  private fact(slot: number): Value | undefined {
    return this.assignment?.facts[slot] ?? this.working.facts[slot] ?? this.leadFact(slot)
  }

  /** Asked of the matter as a whole, what the lead unit stated counts too. */
  private leadFact(slot: number): Value | undefined {
    if (this.assignment !== null) return undefined
    for (const share of this.working.assignments) {
      // A share that was returned speaks no more; one that ended with the matter does.
      const found = share.stage.isEnd || share.role === 'assist' ? undefined : share.facts[slot]
      if (found !== undefined) return found
    }
    return undefined
  }

  count(act: string): number {
    const isOfShare = this.assignment !== null && this.working.program.acts.get(act)?.isOfShare === true
    return countDone(this.working, act, isOfShare ? this.assignment : null)
  }

  dutyStatuses(duty: string): readonly string[] {
    const mine = this.assignment?.id ?? null
    return this.working.duties
      .filter((each) => each.rule.id === duty && (mine === null || each.assignment === null || each.assignment.id === mine))
      .filter((each) => holds(each.rule.appliesTo, new FactView(this.working, each.assignment, null)))
      .map((each) => each.status(this.working.time))
  }

  /** The active shares; where none is left, those that ended. */
  assignments(): readonly RunningAssignment[] {
    const all = this.working.assignments
    let ended = 0
    for (const share of all) if (share.endedAt !== null) ended += 1
    return ended === 0 || ended === all.length ? all : all.filter((each) => each.endedAt === null)
  }
}

/** True only for a plain yes: a missing fact is not one. */
export const holds = (condition: Condition | null, facts: Facts): boolean =>
  condition === null || weigh(condition, facts) === true

/** The same where a view must first be made: most rules have no condition. */
export const holdsFor = (
  condition: Condition | null,
  working: Working,
  share: RunningAssignment | null,
  payload: Payload | null,
): boolean => condition === null || weigh(condition, new FactView(working, share, payload)) === true

/** How often an act was done: in one share, or in the matter itself. */
export function countDone(working: Working, act: string, share: RunningAssignment | null): number {
  let count = 0
  for (const each of working.done) if (each.act === act && each.assignment === (share?.id ?? null)) count += 1
  return count
}

/** What a limit asks of the matter, of one share of it and of the act at hand. */
export function limitFacts(working: Working, share: RunningAssignment | null, payload: Payload | null): LimitFacts {
  const facts = new FactView(working, share, payload)
  return {
    calendar: working.calendar,
    movesToWorkday: working.program.regulation.movesToWorkday,
    value: (field) => facts.value(field),
    lastDone: (act) => lastDone(working, act, share),
  }
}

/** When an act was last done in a share, or else (or without a share) anywhere in the matter. */
export function lastDone(working: Working, act: string, share: RunningAssignment | null): Instant | null {
  let anywhere: Instant | null = null
  for (let i = working.done.length - 1; i >= 0; i -= 1) {
    const each = working.done[i]
    if (each?.act !== act) continue
    if (share === null || each.assignment === share.id) return each.at
    if (each.assignment === null) anywhere ??= each.at
  }
  return anywhere
}
