import { type Allowance, type Clock, type ClockRule, dueAt, type Pause } from '../clocks/clock.js'
import type { ActEvent, Actor } from '../events/event.js'
import { clausesThatApply } from '../rules/clauses-that-apply.js'
import type { Facts } from '../rules/condition.js'
import type { NamedHolder, Rung } from '../rules/regulation.js'
import { type Calendar, isKnown, workdaysBetween } from '../time/calendar.js'
import { addDays } from '../time/day.js'
import { dayAt, dueDay, type Instant } from '../time/instant.js'
import type { Payload } from '../values/value.js'
import type { DutyProgram } from './program.js'
import { rungMoment } from './rung-moment.js'
import { itemOf, type Scope, shareOf } from './scope.js'
import type { DutyState, DutyStatus, ReachedRung } from './state.js'

/** What opens a duty: when, by which event (0: time itself), what that event stated, and by whom. */
export type Cause = { readonly at: Instant; readonly seq: number; readonly with: Payload | null; readonly by?: Actor }

/** Something that happens by itself: the due time passes (`rung` null), or a rung is reached. */
export type Turn = { readonly at: Instant; readonly rung: Rung | null }

/** At which moment a duty is shown, and what is known then of rungs that took effect. */
export type Presenting = {
  readonly now: Instant
  readonly calendar: Calendar
  readonly recorded: ReadonlySet<string> | null
  readonly points: 'highest' | 'sum'
}

const nothing: readonly never[] = []

/** 义务 while it runs, inside one fold. It is its own clock. */
export class RunningDuty implements Clock {
  readonly rule: DutyProgram
  /** Among those of its name in the matter, from 1. */
  readonly number: number
  /** The share or the item in which it is owed. */
  readonly scope: Scope | null
  readonly openedAt: Instant
  readonly openedBy: number
  /** When its clock began: at the opening, or at the act it counts from. */
  start: Instant
  allowances: readonly Allowance[] = nothing
  pauses: readonly Pause[] = nothing
  fixed: Instant | null = null
  cap: Instant | null = null
  floor: Instant | null = null
  /** Kept up to date where it matters when it came to apply. */
  isApplying = true
  /** That may have changed in the moment it opened: the next act asks. */
  isUnsure = false
  chosenLimit = 0
  /** Null: no time is stated, or the clock stands still. */
  dueAt: Instant | null = null
  metAt: Instant | null = null
  /** The act that met it; null with `metAt`: it lapsed. */
  metBy: string | null = null
  isCancelled = false
  /** Cancelled as if it had never been owed (a share that was returned): it weighs on nobody's record. */
  isVoid = false
  isPaused = false
  /** What was reached until then weighs no more; null: nothing was forgiven. */
  forgivenAt: Instant | null = null
  /** A request for extension that is undecided; null: none. */
  asked: { readonly isInTime: boolean } | null = null
  hasPassed = false
  extensions = 0
  reached: readonly ReachedRung[] = nothing
  /** Laid out only when time comes near: most duties are met before anything happens by itself. */
  private agenda: Turn[] | null = null
  private next = 0
  private reckonedAt: Instant

  constructor(rule: DutyProgram, number: number, scope: Scope | null, cause: Cause, start: Instant) {
    this.rule = rule
    this.number = number
    this.scope = scope
    this.openedAt = cause.at
    this.openedBy = cause.seq
    this.start = start
    this.reckonedAt = cause.at
  }

  /** As it stands, in a copy of its matter. */
  copyFor(scope: Scope | null): RunningDuty {
    const copy = new RunningDuty(this.rule, this.number, scope, { at: this.openedAt, seq: this.openedBy, with: null }, this.start)
    copy.allowances = this.allowances
    copy.pauses = this.pauses
    copy.fixed = this.fixed
    copy.cap = this.cap
    copy.chosenLimit = this.chosenLimit
    copy.dueAt = this.dueAt
    copy.metAt = this.metAt
    copy.metBy = this.metBy
    copy.isCancelled = this.isCancelled
    copy.isVoid = this.isVoid
    copy.isPaused = this.isPaused
    copy.asked = this.asked
    copy.forgivenAt = this.forgivenAt
    copy.floor = this.floor
    copy.isApplying = this.isApplying
    copy.isUnsure = this.isUnsure
    copy.hasPassed = this.hasPassed
    copy.extensions = this.extensions
    copy.reached = this.reached
    // Laid out anew after each change, never altered.
    copy.agenda = this.agenda
    copy.next = this.next
    copy.reckonedAt = this.reckonedAt
    return copy
  }

  meet(event: ActEvent): void {
    this.metAt = event.at
    this.metBy = event.act
  }

  cancel(isVoid: boolean): void {
    this.isCancelled = true
    this.isVoid = isVoid
  }

  get key(): string {
    return dutyKey(this.rule, this.number)
  }

  /** Nothing that comes can touch it any more. */
  get isOver(): boolean {
    return this.isCancelled || (this.metAt !== null && this.rule.isLeftAlone)
  }

  get isActive(): boolean {
    return this.metAt === null && !this.isCancelled
  }

  /** A request for extension made in time waits: nothing is late meanwhile. */
  get isHeld(): boolean {
    return this.asked?.isInTime === true && this.rule.holdsPending
  }

  /** Works out the due time anew after the ledger changed; what happens by itself counts from `at` on. */
  reckon(at: Instant, calendar: Calendar, rule: ClockRule): void {
    const hasLimit = this.fixed !== null || this.allowances.length > 0
    this.dueAt = hasLimit ? dueAt(this, calendar, rule) : this.isPaused ? null : this.cap
    this.agenda = null
    this.next = 0
    this.reckonedAt = at
  }

  /** What was reached and passed under a due time that has been put right is worked out anew from the opening. */
  forget(): void {
    this.reached = nothing
    this.hasPassed = false
  }

  /** The same of one that is over: what would have been reached by then, had the due time been as it is now. */
  relive(until: Instant, calendar: Calendar, isSkipped: (turn: Turn) => boolean): void {
    const before = this.reached
    this.forget()
    for (const turn of this.turns(calendar)) {
      if (turn.at > until) break
      this.next += 1
      if (turn.rung === null) this.hasPassed = true
      else if (!isSkipped(turn)) this.reach(turn.rung, turn.at)
    }
    this.reached = this.reached.map((each) => {
      const known = before.find(({ rung, due }) => rung === each.rung && due === each.due)
      return { ...each, isHindsight: known?.isHindsight ?? true }
    })
  }

  private turns(calendar: Calendar): readonly Turn[] {
    if (this.agenda !== null) return this.agenda
    const agenda: Turn[] = []
    this.agenda = agenda
    if (this.isPaused) return agenda
    if (this.dueAt !== null) agenda.push({ at: this.dueAt, rung: null })
    for (const rung of this.rule.rungs) this.schedule(agenda, rung, this.reckonedAt, calendar)
    return agenda
  }

  private schedule(agenda: Turn[], rung: Rung, from: Instant, calendar: Calendar): void {
    if (this.dueAt === null && rung.moment.kind !== 'after') return
    const moment = rungMoment(rung, this.anchor(rung), calendar)
    if (moment === null) return
    if (moment >= from) place(agenda, { at: moment, rung })
    // What was missed is made up for at once, but never twice for one due time; lateness once had stays had.
    else if (this.reached.length === 0 || !this.hasReached(rung)) place(agenda, { at: from, rung })
  }

  private hasReached(rung: Rung): boolean {
    return this.reached.some((each) => each.rung === rung.id && (each.due === this.anchor(rung) || rung.moment.kind === 'late'))
  }

  /** What a rung is counted from: the due time, or the opening. */
  private anchor(rung: Rung): Instant {
    return rung.moment.kind === 'after' || this.dueAt === null ? this.openedAt : this.dueAt
  }

  /** No turn of this duty lies before this moment. Infinity: none comes. */
  get quietUntil(): number {
    if (!this.isActive || (this.dueAt === null && !this.rule.hasEarlyRungs)) return Number.POSITIVE_INFINITY
    if (this.agenda === null) return this.rule.hasEarlyRungs || this.dueAt === null ? Number.NEGATIVE_INFINITY : this.dueAt
    return this.agenda[this.next]?.at ?? Number.POSITIVE_INFINITY
  }

  /** The next thing that happens by itself; nothing while met or cancelled, nor from the due time on while held. */
  private turn(calendar: Calendar): Turn | null {
    const turn = this.isActive ? this.turns(calendar)[this.next] : undefined
    return turn === undefined || (this.isHeld && this.dueAt !== null && turn.at >= this.dueAt) ? null : turn
  }

  /** The next thing that happens by itself, up to `until`. */
  upcoming(until: Instant, calendar: Calendar): Turn | null {
    if (until < this.quietUntil) return null
    const turn = this.turn(calendar)
    return turn === null || turn.at > until ? null : turn
  }

  /** The next moment at which this duty asks to be looked at, whatever the present one. */
  nextLook(calendar: Calendar): Instant | null {
    return this.turn(calendar)?.at ?? null
  }

  take(turn: Turn, isSkipped: boolean): void {
    this.next += 1
    if (turn.rung === null) this.pass(turn.at, isSkipped)
    else if (!isSkipped) this.reach(turn.rung, turn.at)
  }

  private reach(rung: Rung, at: Instant): void {
    this.reached = [...this.reached, { rung: rung.id, at, due: this.anchor(rung), isRecorded: false, isHindsight: false }]
  }

  /** The due time passes: silence answers where the rule says so, by no act. */
  private pass(at: Instant, isSkipped: boolean): void {
    if (this.rule.lapses && !isSkipped) this.metAt = at
    else this.hasPassed = true
  }

  /** The one place where it is decided when something owed is late. Null: nothing makes it late as it stands. */
  get lateAt(): Instant | null {
    return this.isActive && !this.isPaused ? this.lateFrom : null
  }

  /** From when on meeting it is late. */
  private get lateFrom(): Instant | null {
    return this.isCancelled || this.isHeld || this.rule.isSoft || this.rule.lapses ? null : this.dueAt
  }

  status(now: Instant): DutyStatus {
    if (this.isCancelled) return 'cancelled'
    if (this.metAt !== null) return this.metBy === null ? 'lapsed' : 'met'
    if (this.isPaused) return 'paused'
    const { lateAt } = this
    return lateAt !== null && now >= lateAt ? 'overdue' : 'open'
  }

  /** What the world sees of it: whom a field names, and which of its clauses apply, by the facts; null: they are not asked. */
  present({ now, calendar, recorded, points }: Presenting, facts: Facts | null): DutyState {
    const { named, clause } = this.rule.rule
    const status = this.status(now)
    const until = this.metAt ?? now
    const { lateFrom } = this
    const isBeyond = lateFrom !== null && until >= lateFrom
    const isRunning = status === 'overdue' || status === 'open'
    return {
      key: this.key,
      duty: this.rule.id,
      holder: this.rule.holder,
      unit: facts !== null && named?.names === 'unit' ? holderNamed(named, facts) : this.unit,
      person: facts !== null && named?.names === 'person' ? holderNamed(named, facts) : null,
      assignment: shareOf(this.scope)?.id ?? null,
      item: itemOf(this.scope)?.id ?? null,
      status,
      openedAt: this.openedAt,
      openedBy: this.openedBy,
      dueAt: this.dueAt,
      lateAt: this.lateAt,
      isProvisional: this.isProvisional(calendar),
      metAt: this.metAt,
      isLate: isBeyond || (this.hasPassed && !this.rule.isSoft && !this.isVoid),
      workdaysLate: isBeyond ? workdaysBetween(dueDay(lateFrom, calendar.zone), dayAt(until, calendar.zone), calendar) : 0,
      isHeld: this.isHeld,
      alert: isRunning ? this.currentAlert() : null,
      reached: this.reached.length === 0 ? this.reached : this.withRecorded(recorded),
      deducted: pointsOf(this.weighing, this.rule.rungs, points),
      forgivenAt: this.forgivenAt,
      criticisms: criticismsOf(this.weighing, this.rule.rungs),
      extensions: this.extensions,
      clock: {
        start: this.start,
        allowances: this.allowances,
        pauses: this.pauses,
        fixed: this.fixed,
        cap: this.cap,
        floor: this.floor,
      },
      chosenLimit: this.chosenLimit,
      clause: facts === null ? clause : clausesThatApply(clause, this.rule.alternatives, facts),
    }
  }

  /** The unit that owes it, where one does by its share. */
  private get unit(): string | null {
    return this.rule.isOwedByUnit ? (shareOf(this.scope)?.unit ?? null) : null
  }

  /** What was reached and stands on its holder's record. */
  private get weighing(): readonly ReachedRung[] {
    if (this.isVoid) return nothing
    const { forgivenAt } = this
    return forgivenAt === null ? this.reached : this.reached.filter(({ at }) => at > forgivenAt)
  }

  /** Points stand on its holder's record. */
  get isDeducted(): boolean {
    return pointsOf(this.weighing, this.rule.rungs, 'sum') > 0
  }

  /** The latest rung reached for the due time as it is now that raises an alert. */
  private currentAlert(): string | null {
    for (let i = this.reached.length - 1; i >= 0; i -= 1) {
      const reached = this.reached[i]
      const rung = this.rule.rungs.find((each) => each.id === reached?.rung)
      if (rung !== undefined && rung.alert !== null && reached?.due === this.anchor(rung)) return rung.alert
    }
    return null
  }

  private withRecorded(recorded: ReadonlySet<string> | null): readonly ReachedRung[] {
    return this.reached.map((each) => ({ ...each, isRecorded: recorded?.has(rungKey(this.key, each.rung, each.due)) === true }))
  }

  /** A notice that is not known may move it: that of the day it is due, or of any workday counted from the first on. */
  private isProvisional(calendar: Calendar): boolean {
    if (this.dueAt === null) return false
    const units = this.allowances.map(({ period }) => period.unit)
    if (units.every((unit) => unit === 'hours' || unit === 'minutes')) return false
    if (!isKnown(dueDay(this.dueAt, calendar.zone), calendar)) return true
    return units.includes('workdays') && !isKnown(addDays(dayAt(this.start, calendar.zone), 1), calendar)
  }
}

/** In its order in time, after those of the same moment. Ladders are written nearly so: it seldom looks far. */
function place(agenda: Turn[], turn: Turn): void {
  let index = agenda.length
  for (; index > 0; index -= 1) {
    const before = agenda[index - 1]
    if (before === undefined || before.at <= turn.at) break
    agenda[index] = before
  }
  agenda[index] = turn
}

/** `conclude#1`. Made once for all matters: a name is asked for each time a duty is shown. */
function dutyKey({ id, keys }: DutyProgram, number: number): string {
  for (let known = keys.length; known < number; known += 1) keys.push(`${id}#${known + 1}`)
  return keys[number - 1] ?? `${id}#${number}`
}

/** Whom the field names, as long as somebody is named there. */
function holderNamed({ field }: NamedHolder, facts: Facts): string | null {
  const value = facts.value(field)
  return typeof value === 'string' && value !== '' ? value : null
}

/** What names one taking effect of one rung. */
export const rungKey = (key: string, rung: string, due: Instant): string => `${key}/${rung}/${due}`

function pointsOf(reached: readonly ReachedRung[], rungs: readonly Rung[], points: 'highest' | 'sum'): number {
  if (reached.length === 0) return 0
  let total = 0
  for (const rung of rungs) {
    if (rung.deducts === 0 || !isReached(reached, rung)) continue
    total = points === 'sum' ? total + rung.deducts : Math.max(total, rung.deducts)
  }
  return total
}

const criticismsOf = (reached: readonly ReachedRung[], rungs: readonly Rung[]): number =>
  rungs.reduce((total, rung) => total + (rung.criticisms > 0 && isReached(reached, rung) ? rung.criticisms : 0), 0)

const isReached = (reached: readonly ReachedRung[], rung: Rung): boolean => reached.some((each) => each.rung === rung.id)
