import type { Calendar } from './calendar.js'
import { type Condition, type Facts, type HeldFacts, type Viewer, weigh } from './condition.js'
import type { Day } from './day.js'
import type { ActEvent, MatterEvent } from './event.js'
import { dayAt, type Instant, startOfDay } from './instant.js'
import type { Period } from './limit.js'
import type { Mark } from './meaning.js'
import type { Program, StageProgram } from './program.js'
import { endOf, type LimitFacts, resolveLimit } from './resolve-limit.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningDuty } from './running-duty.js'
import { type RunningSignOff, standingOf } from './running-sign-off.js'
import type { Holding } from './state.js'
import type { Part, Payload, Value } from './value.js'

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
  /** The statements that stand, of fields where it matters who made them and when. */
  readonly statements: (ActEvent | undefined)[]
  readonly assignments: RunningAssignment[]
  /** Those of the assignments that have not ended. */
  readonly active: RunningAssignment[]
  /** Stages of the matter that the act at hand entered. */
  readonly entered: StageProgram[]
  /** The matter as conditions see it when nobody acts: one view serves the whole fold. */
  view: Facts | null
  readonly duties: RunningDuty[]
  /** Those of the duties that something can still happen to. */
  readonly live: RunningDuty[]
  /** How many of each duty were opened, by its index. */
  readonly opened: number[]
  /** Rungs that were recorded as taken effect; null while there are none. */
  recorded: Set<string> | null
  readonly holdings: Holding[]
  readonly marks: Mark[]
  /** Matters that are held here, begun or joined and not released, in the order in which they came; null while there are none. */
  begun: HeldFacts[] | null
  /** Texts that are being signed; null while there are none. */
  signOffs: RunningSignOff[] | null
  /** The acts done, as they were recorded. */
  readonly done: ActEvent[]
  lastSeq: number
  lastAt: Instant | null
  /** How far time has been carried. */
  time: Instant
  /** Nothing happens by itself before this moment. */
  quietUntil: number
  /** Some duty is counted from when it comes to apply. */
  readonly isWatching: boolean
}

/** The same matter, apart: what is applied to the one does not reach the other. */
export function copyOf(working: Working): Working {
  const shares = new Map(
    working.assignments.map((share) => [
      share,
      { ...share, view: null, facts: [...share.facts], statements: [...share.statements] },
    ]),
  )
  const duties = new Map(
    working.duties.map((duty) => [duty, duty.copyFor(duty.assignment === null ? null : copied(shares, duty.assignment))]),
  )
  return {
    ...working,
    facts: [...working.facts],
    statements: [...working.statements],
    assignments: [...shares.values()],
    active: working.active.map((share) => copied(shares, share)),
    entered: [...working.entered],
    view: null,
    duties: [...duties.values()],
    live: working.live.map((duty) => copied(duties, duty)),
    opened: [...working.opened],
    recorded: working.recorded === null ? null : new Set(working.recorded),
    holdings: [...working.holdings],
    marks: [...working.marks],
    begun: working.begun === null ? null : [...working.begun],
    signOffs:
      working.signOffs?.map((each) => ({
        ...each,
        share: each.share === null ? null : copied(shares, each.share),
        turn: each.turn === null ? null : copied(duties, each.turn),
      })) ?? null,
    done: [...working.done],
  }
}

function copied<T>(copies: ReadonlyMap<T, T>, of: T): T {
  const copy = copies.get(of)
  if (copy === undefined) throw new Error('not of this matter')
  return copy
}

export const nobody: Viewer = { role: null, unit: null, person: null }

/** What a condition sees: first what the act itself states, then the share's facts, the matter's, the lead's, then the field's default. */
export class FactView implements Facts, LimitFacts {
  constructor(
    private readonly working: Working,
    private readonly assignment: RunningAssignment | null,
    private readonly payload: Payload | null,
    readonly viewer: Viewer = nobody,
  ) {}

  get calendar(): Calendar {
    return this.working.calendar
  }

  get movesToWorkday(): boolean {
    return this.working.program.regulation.movesToWorkday
  }

  lastDone(act: string): Instant | null {
    return lastDone(this.working, act, this.assignment)
  }

  get today(): Day {
    return dayAt(this.working.time, this.working.calendar.zone)
  }

  isOver(on: Day, period: Period, act: string): boolean {
    const start = this.lastDone(act)
    const resolved = start === null ? null : resolveLimit({ kind: 'period', period }, start, this)
    const end = resolved === null ? null : endOf(resolved, this)
    return end !== null && startOfDay(on, this.calendar.zone) >= end
  }

  get stage(): string {
    return this.working.stage.id
  }

  get part(): Part | null {
    return this.assignment?.part ?? null
  }

  value(field: string): Value | undefined {
    const stated = this.payload?.[field]
    const slot = this.working.program.slots.get(field)
    const otherwise = slot === undefined ? this.working.program.regulation.fields[field]?.default : slot.default
    // Emptied is stated as well: what stood before stands no more.
    if (stated !== undefined && !(slot?.kept != null && this.isApplied)) return stated ?? otherwise
    if (slot === undefined) return otherwise
    return this.fact(slot.index) ?? slot.default
  }

  /** The act has been done: of what it stated, only what stands counts. */
  private get isApplied(): boolean {
    const { done } = this.working
    return done[done.length - 1]?.with === this.payload
  }

  statedAt(field: string): Instant | null {
    const slot = this.working.program.slots.get(field)?.index ?? -1
    return (this.assignment?.statements[slot] ?? this.working.statements[slot])?.at ?? null
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
      const found = share.stage.isEnd || share.part === 'assist' ? undefined : share.facts[slot]
      if (found !== undefined) return found
    }
    return undefined
  }

  count(act: string, apart: number): number {
    const isOfShare = this.working.program.acts.get(act)?.isOfShare === true
    if (isOfShare && this.assignment === null) return countAmong(heardIn(this.working, null), act, apart)
    return countDone(this.working, act, isOfShare ? this.assignment : null, apart)
  }

  latest(acts: readonly string[], others: readonly string[]): string | null {
    const heard = heardIn(this.working, this.assignment)
    return heard.findLast(({ act }) => acts.includes(act) || others.includes(act))?.act ?? null
  }

  dutyStatuses(duty: string): readonly string[] {
    const mine = this.assignment?.id ?? null
    return this.working.duties
      .filter((each) => each.rule.id === duty && (mine === null || each.assignment === null || each.assignment.id === mine))
      .filter((each) => holds(each.rule.appliesTo, new FactView(this.working, each.assignment, null)))
      .map((each) => each.status(this.working.time))
  }

  begun(): readonly HeldFacts[] {
    return this.working.begun ?? []
  }

  signOff(id: string): string {
    const found = this.working.signOffs?.findLast(
      ({ program: { rule }, share }) =>
        rule.id === id && (share === null || this.assignment === null || share === this.assignment),
    )
    return found === undefined ? 'unsent' : standingOf(found)
  }

  /** The active shares; where none is left, those that ended. */
  assignments(): readonly RunningAssignment[] {
    const { active, assignments } = this.working
    return active.length > 0 ? active : assignments
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
): boolean =>
  condition === null ||
  weigh(condition, payload === null ? viewOf(working, share) : new FactView(working, share, payload)) === true

/** How a share, or the matter, looks to a rule that nobody's act has set off. */
export function viewOf(working: Working, share: RunningAssignment | null): Facts {
  const owner = share ?? working
  owner.view ??= new FactView(working, share, null)
  return owner.view
}

/** What was done in a share and of the matter; of the matter as a whole: anywhere but in shares that were returned. */
function heardIn({ done, assignments }: Working, share: RunningAssignment | null): readonly ActEvent[] {
  const speaks = (id: number): boolean => (share === null ? assignments[id - 1]?.stage.isEnd !== true : id === share.id)
  return done.filter(({ assignment }) => assignment === null || speaks(assignment))
}

/** How often an act was done, in one share or in the matter itself; doings less than `apart` minutes after the one counted before are one with it. */
export const countDone = (working: Working, act: string, share: RunningAssignment | null, apart = 0): number =>
  countAmong(working.done, act, apart, share?.id ?? null)

function countAmong(done: readonly ActEvent[], act: string, apart: number, assignment?: number | null): number {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  for (const each of done) {
    const isElsewhere = assignment !== undefined && each.assignment !== assignment
    if (each.act !== act || isElsewhere || each.at - last < apart * 60_000) continue
    count += 1
    last = each.at
  }
  return count
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
