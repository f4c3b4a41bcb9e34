import { endOf, type LimitFacts, resolveLimit } from '../clocks/resolve-limit.js'
import type { ActEvent, MatterEvent } from '../events/event.js'
import { kindsStated, unitsIn } from '../events/units-named.js'
import { type Condition, type Facts, type HeldFacts, type Viewer, weigh } from '../rules/condition.js'
import type { Period } from '../rules/limit.js'
import type { Mark } from '../rules/meaning.js'
import type { Calendar } from '../time/calendar.js'
import type { Day } from '../time/day.js'
import { dayAt, type Instant, startOfDay } from '../time/instant.js'
import { isAnswering, type Part, type Payload, recordsIn, type Value } from '../values/value.js'
import type { Program } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningDuty } from './running-duty.js'
import type { RunningItem } from './running-item.js'
import { type RunningSignOff, standingOf } from './running-sign-off.js'
import { around, bearsOn, isDoneAround, isDoneWithin, itemOf, type Scope, shareOf } from './scope.js'
import type { StageProgram } from './stage-program.js'
import type { Holding } from './state.js'

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
  readonly items: RunningItem[]
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
  /** Of which kind the units were that acts named, as it was last said; null while none was. */
  unitKinds: Readonly<Record<string, string>> | null
  /** The acts done, as they were recorded. */
  readonly done: ActEvent[]
  lastSeq: number
  lastAt: Instant | null
  /** How far time has been carried. */
  time: Instant
  /** Nothing happens by itself before this moment. */
  quietUntil: number
  /** Some duty that counts from when it comes to apply opened in the moment of an act that may have changed that: the next act asks it. */
  isUnsure: boolean
}

/** The same matter, apart: what is applied to the one does not reach the other. */
export function copyOf(working: Working): Working {
  const shares = new Map<RunningAssignment, RunningAssignment>()
  // The share above another comes before it.
  for (const share of working.assignments) {
    const above = share.above === null ? null : copied(shares, share.above)
    shares.set(share, { ...share, above, view: null, facts: [...share.facts], statements: [...share.statements] })
  }
  const items = new Map<RunningItem, RunningItem>()
  // As with shares.
  for (const item of working.items) {
    const share = item.share === null ? null : copied(shares, item.share)
    const above = item.above === null ? null : copied(items, item.above)
    items.set(item, { ...item, share, above, view: null, facts: [...item.facts], statements: [...item.statements] })
  }
  const scoped = (scope: Scope): Scope => (scope.is === 'item' ? copied(items, scope) : copied(shares, scope))
  const duties = new Map(working.duties.map((duty) => [duty, duty.copyFor(duty.scope === null ? null : scoped(duty.scope))]))
  return {
    ...working,
    facts: [...working.facts],
    statements: [...working.statements],
    assignments: [...shares.values()],
    active: working.active.map((share) => copied(shares, share)),
    items: [...items.values()],
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

/** What a condition sees: first what the act itself states, then the item's facts, the share's, the matter's, the lead's, then the field's default. */
export class FactView implements Facts, LimitFacts {
  constructor(
    private readonly working: Working,
    private readonly scope: Scope | null,
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
    return lastDone(this.working, act, this.scope)
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
    return shareOf(this.scope)?.part ?? null
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
    const { scope, working } = this
    for (const each of around(scope)) if (each.statements[slot] !== undefined) return each.statements[slot]?.at ?? null
    return working.statements[slot]?.at ?? null
  }

  /** What was stated before: of the item and those above it, in the share, in the one above that, of the matter, or by the lead. */
  private fact(slot: number): Value | undefined {
    const { scope, working } = this
    if (scope === null) return working.facts[slot] ?? this.leadFact(slot)
    const own = scope.facts[slot]
    if (own !== undefined) return own
    if (scope.is === 'share') return scope.above?.facts[slot] ?? working.facts[slot]
    for (const each of around(scope)) if (each.facts[slot] !== undefined) return each.facts[slot]
    return working.facts[slot] ?? this.leadFact(slot)
  }

  /** Asked of the matter as a whole, what the lead unit stated counts too. */
  private leadFact(slot: number): Value | undefined {
    if (shareOf(this.scope) !== null) return undefined
    for (const share of this.working.assignments) {
      // A share that was returned speaks no more; one that ended with the matter does.
      const found = share.stage.isEnd || !isAnswering(share.part) ? undefined : share.facts[slot]
      if (found !== undefined) return found
    }
    return undefined
  }

  count(act: string, apart: number): number {
    const of = this.working.program.acts.get(act)?.rule.of ?? 'matter'
    if (of === 'matter') return countDone(this.working, act, null, apart)
    const own = of === 'item' ? this.scope : shareOf(this.scope)
    if (own !== null) return countDone(this.working, act, own, apart)
    const heard = this.working.done.filter((each) => isHeardIn(this.working, null, each))
    return countAmong(heard, act, apart)
  }

  latest(acts: readonly string[], others: readonly string[]): string | null {
    const { done } = this.working
    for (let i = done.length - 1; i >= 0; i -= 1) {
      const each = done[i]
      if (each === undefined || !(acts.includes(each.act) || others.includes(each.act))) continue
      if (isHeardIn(this.working, this.scope, each)) return each.act
    }
    return null
  }

  dutyStatuses(duty: string): readonly string[] {
    return this.working.duties
      .filter((each) => each.rule.id === duty && bearsOn(this.scope, each.scope))
      .filter((each) => holds(each.rule.appliesTo, new FactView(this.working, each.scope, null)))
      .flatMap((each) => [each.status(this.working.time), ...(each.isDeducted ? ['deducted'] : [])])
  }

  /** Seen from a share its own and the matter's, from an item none below another; else all; with those that the act at hand states. */
  items(of: string): readonly { readonly stage: string; readonly facts: Facts }[] {
    const share = shareOf(this.scope)
    const item = itemOf(this.scope)
    const isOther = ({ above }: RunningItem): boolean => item !== null && above !== null && above !== item && above !== item.above
    const own = this.working.items.filter(
      (each) => each.kind.id === of && (share === null || each.share === null || each.share === share) && !isOther(each),
    )
    const there = own.map((each) => ({ stage: each.stage.id, facts: new FactView(this.working, each, null, this.viewer) }))
    return this.payload === null || this.isApplied ? there : [...there, ...this.itemsStated(of, this.payload)]
  }

  private itemsStated(of: string, payload: Payload): readonly { readonly stage: string; readonly facts: Facts }[] {
    const { items, itemFields } = this.working.program
    const stage = items.get(of)?.begins.id ?? ''
    return Object.entries(payload)
      .filter(([field]) => itemFields.get(field)?.id === of)
      .flatMap(([, value]) => recordsIn(value))
      .map((stated) => ({ stage, facts: new FactView(this.working, this.scope, stated, this.viewer) }))
  }

  begun(): readonly HeldFacts[] {
    return this.working.begun ?? []
  }

  unitKinds(field: string): readonly string[] | undefined {
    const units = this.unitsNamed(field)
    const known = { ...this.working.unitKinds, ...kindsStated(this.payload) }
    return units.length === 0 ? undefined : units.flatMap((unit) => known[unit] ?? [])
  }

  /** What the act at hand states; else what stands, which of assignments are the shares: seen from one, that one. */
  private unitsNamed(field: string): readonly string[] {
    const { active, program } = this.working
    if (this.payload?.[field] !== undefined || program.regulation.fields[field]?.type !== 'assignments') {
      return unitsIn(this.value(field))
    }
    const share = shareOf(this.scope)
    return share !== null ? [share.unit] : active.filter(({ above }) => above === null).map(({ unit }) => unit)
  }

  signOff(id: string): string {
    const found = this.working.signOffs?.findLast(
      ({ program: { rule }, share }) => rule.id === id && bearsOn(shareOf(this.scope), share),
    )
    return found === undefined ? 'unsent' : standingOf(found)
  }

  /** The active shares; where none is left, those that ended. Seen from a share, of those below others none. */
  assignments(): readonly RunningAssignment[] {
    const { active, assignments } = this.working
    const all = active.length > 0 ? active : assignments
    const share = shareOf(this.scope)
    return share === null ? all : all.filter(({ above }) => above === null || above === share)
  }
}

/** True only for a plain yes: a missing fact is not one. */
export const holds = (condition: Condition | null, facts: Facts): boolean =>
  condition === null || weigh(condition, facts) === true

/** The same where a view must first be made: most rules have no condition. */
export const holdsFor = (
  condition: Condition | null,
  working: Working,
  scope: Scope | null,
  payload: Payload | null,
  by: Viewer = nobody,
): boolean =>
  condition === null ||
  weigh(condition, payload === null ? viewOf(working, scope) : new FactView(working, scope, payload, by)) === true

/** How an item, a share, or the matter looks to a rule that nobody's act has set off. */
export function viewOf(working: Working, scope: Scope | null): Facts {
  const owner = scope ?? working
  owner.view ??= new FactView(working, scope, null)
  return owner.view
}

/** Whether an act was done of an item, in its share or of the matter; of the matter as a whole: anywhere but in shares that were returned. */
function isHeardIn({ assignments }: Working, scope: Scope | null, { item, assignment }: ActEvent): boolean {
  const isOwn = scope?.is !== 'item' || item === undefined || around(scope).some((each) => each.is === 'item' && each.id === item)
  if (!isOwn || assignment === null) return isOwn
  const share = shareOf(scope)
  return share === null ? assignments[assignment - 1]?.stage.isEnd !== true : assignment === share.id
}

/** How often an act was done, in one share or item, or in the matter itself; doings less than `apart` minutes after the one counted before are one with it. */
export const countDone = (working: Working, act: string, scope: Scope | null, apart = 0): number =>
  countAmong(working.done, act, apart, scope)

/** Without a scope: wherever they were done. */
function countAmong(done: readonly ActEvent[], act: string, apart: number, scope?: Scope | null): number {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  for (const each of done) {
    const isElsewhere = scope !== undefined && !isDoneWithin(each, scope)
    if (each.act !== act || isElsewhere || each.at - last < apart * 60_000) continue
    count += 1
    last = each.at
  }
  return count
}

/** When an act was last done in a share or of an item, or else (or without one) anywhere around it. */
export function lastDone(working: Working, act: string, scope: Scope | null): Instant | null {
  let around: Instant | null = null
  for (let i = working.done.length - 1; i >= 0; i -= 1) {
    const each = working.done[i]
    if (each?.act !== act) continue
    if (scope === null || isDoneWithin(each, scope)) return each.at
    if (isDoneAround(each, scope)) around ??= each.at
  }
  return around
}
