import { endOf, resolveLimit } from '../clocks/resolve-limit.js'
import type { ActEvent } from '../events/event.js'
import type { Condition } from '../rules/condition.js'
import { fieldsOfLimit, type Limit } from '../rules/limit.js'
import type { Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import type { Part } from '../values/value.js'
import type { ActProgram, DutyEffect, DutyProgram } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import { type Cause, RunningDuty } from './running-duty.js'
import type { RunningItem } from './running-item.js'
import { bearsOn, itemOf, type Scope, shareOf } from './scope.js'
import type { StageProgram } from './stage-program.js'
import { FactView, holdsFor, lastDone, type Working } from './working.js'

/** Meets, reopens, cancels, pauses, resumes and extends what an act touches. */
export function applyEffects(working: Working, event: ActEvent, act: ActProgram, scope: Scope | null): void {
  if (act.effects.length === 0) return
  let isSomeOver = false
  for (const duty of working.live) {
    const effects = act.effects[duty.rule.index]
    if (!effects?.length || !bearsOn(scope, duty.scope)) continue
    for (const { effect, when } of effects) {
      if (holdsFor(when, working, duty.scope, event.with)) affect(working, duty, effect, event)
    }
    isSomeOver ||= duty.isOver
  }
  if (isSomeOver) keepLive(working)
}

/** Lets go of duties that are over: a long life has many, and each event would ask them all. */
export function keepLive({ live }: Working): void {
  let kept = 0
  for (const duty of live) {
    if (duty.isOver) continue
    live[kept] = duty
    kept += 1
  }
  while (live.length > kept) live.pop()
}

/** Only the latest doing can be undone: a duty met in an earlier round stays met. */
const isLatestMeeting = (working: Working, duty: RunningDuty): boolean =>
  duty.metBy !== null && lastDone(working, duty.metBy, duty.scope) === duty.metAt

function affect(working: Working, duty: RunningDuty, effect: DutyEffect, event: ActEvent): void {
  switch (effect) {
    case 'met':
      if (duty.isActive) duty.meet(event)
      return
    case 'reopened':
      if (duty.isCancelled || !isLatestMeeting(working, duty)) return
      duty.metAt = null
      heed(working, duty)
      return
    case 'cancelled':
      if (duty.isActive) duty.cancel(true)
      return
    case 'paused':
      if (!duty.isActive || duty.isPaused) return
      duty.isPaused = true
      duty.pauses = [...duty.pauses, { from: event.at, to: null, event: event.seq }]
      reckon(working, duty, event.at)
      return
    case 'resumed':
      // Also one that was met meanwhile: opened again, it would stand still for ever.
      if (duty.isCancelled || !duty.isPaused) return
      duty.isPaused = false
      duty.pauses = duty.pauses.map((pause) => (pause.to === null ? { ...pause, to: event.at } : pause))
      reckon(working, duty, event.at)
      return
    case 'forgiven':
      duty.forgivenAt = event.at
      return
    case 'tightened':
      if (!duty.isActive || duty.rule.cap === null || !hangsOn(working, duty, duty.rule.cap, event)) return
      setCap(working, duty, duty.rule.cap, event)
      reckon(working, duty, event.at)
      return
    case 'asked':
      if (duty.isActive && (!duty.hasPassed || duty.rule.rule.extend?.asks === 'any-time'))
        duty.asked = { isInTime: !duty.hasPassed }
      return
    case 'refused':
      duty.asked = null
      heed(working, duty)
      return
    case 'granted':
      grant(working, duty, event)
      return
    default:
      unreachable(effect)
  }
}

/** Whether what the act states is what the cap hangs on now: a lower statement, or none at all, moves nothing. */
function hangsOn(working: Working, { scope }: RunningDuty, cap: Limit, event: ActEvent): boolean {
  const fields = fieldsOfLimit(cap)
  if (fields.length === 0) return true
  return fields.some((field) => {
    if (event.with[field] === undefined) return false
    const slot = working.program.slots.get(field)
    return slot?.kept == null || [scope?.statements[slot.index], working.statements[slot.index]].includes(event)
  })
}

function grant(working: Working, duty: RunningDuty, event: ActEvent): void {
  const extend = duty.rule.rule.extend
  const amount = extend === null ? undefined : event.with[extend.amount]
  if (extend === null || !duty.isActive || typeof amount !== 'number') return
  duty.asked = null
  duty.extensions += 1
  duty.allowances = [...duty.allowances, { period: { amount, unit: extend.unit }, event: event.seq }]
  reckon(working, duty, event.at)
}

/** Works out a due time anew, and minds that time does not pass over it. */
export function reckon(working: Working, duty: RunningDuty, at: Instant): void {
  duty.reckon(at, working.calendar, working.program.regulation)
  heed(working, duty)
}

/** Time must not pass over what this duty has coming. */
function heed(working: Working, duty: RunningDuty): void {
  working.quietUntil = Math.min(working.quietUntil, duty.quietUntil)
}

/** What an act created. */
export type Created = { readonly shares: readonly RunningAssignment[]; readonly items: readonly RunningItem[] }

/** Opens the duties an act opens: in the shares it created, in its own share, or in every active share; and so of items. */
export function openByAct(working: Working, event: ActEvent, act: ActProgram, scope: Scope | null, created: Created): void {
  const share = shareOf(scope)
  const shares = act.assigns !== null ? created.shares : share !== null ? [share] : null
  for (const { duty, when, parts } of act.opens) {
    if (duty.item !== null) {
      const own = created.items.filter(({ kind }) => kind.id === duty.item)
      const of = own.length > 0 ? own : itemsAt(working, scope)
      openForItems(working, duty, when, of, event)
    } else open(working, duty, when, parts.length > 0 ? activeShares(working, parts) : shares, event, itemOf(scope))
  }
}

/** The item itself, those of a share, or all. */
export const itemsAt = ({ items }: Working, scope: Scope | null): readonly RunningItem[] =>
  items.filter((item) => bearsOn(scope, item))

/** Opens a duty in each of these items that is of its kind and not over. */
export function openForItems(
  working: Working,
  duty: DutyProgram,
  when: Condition | null,
  items: readonly RunningItem[],
  cause: Cause,
): void {
  for (const item of items) {
    if (item.kind.id !== duty.item || item.endedAt !== null) continue
    if (holdsFor(when, working, item, cause.with, cause.by)) openFor(working, duty, item, cause)
  }
}

const activeShares = (working: Working, parts: readonly Part[]): readonly RunningAssignment[] =>
  working.assignments.filter((each) => each.endedAt === null && parts.includes(each.part))

/** Opens the duties that wait for a stage of the matter. */
export function openByStage(working: Working, stage: StageProgram, event: ActEvent): void {
  for (const { duty, when } of stage.opens) {
    if (duty.item === null) open(working, duty, when, null, event)
    else openForItems(working, duty, when, working.items, event)
  }
}

function open(
  working: Working,
  duty: DutyProgram,
  when: Condition | null,
  shares: readonly RunningAssignment[] | null,
  cause: Cause,
  item: RunningItem | null = null,
): void {
  if (!duty.isOfShare) {
    const seen = item ?? (shares?.length === 1 ? (shares[0] ?? null) : null)
    if (holdsFor(when, working, seen, cause.with, cause.by)) openFor(working, duty, null, cause)
    return
  }
  for (const share of shares ?? working.assignments) {
    if (shares === null && share.endedAt !== null) continue
    if (duty.parts.includes(share.part) && holdsFor(when, working, share, cause.with, cause.by))
      openFor(working, duty, share, cause)
  }
}

/** Opens one duty, unless the same one is still owed there. */
export function openFor(working: Working, rule: DutyProgram, from: Scope | null, cause: Cause): RunningDuty {
  const scope = scopeOfDuty(rule, from)
  for (const each of working.live) if (each.rule === rule && each.scope === scope && each.isActive) return each
  const same = cause.seq === 0 ? openedThen(working, rule, scope, cause.at) : undefined
  if (same !== undefined) return same
  const number = (working.opened[rule.index] ?? 0) + 1
  working.opened[rule.index] = number
  const duty = new RunningDuty(rule, number, scope, cause, clockStart(working, rule, scope, cause))
  if (rule.watchesApplying) duty.isApplying = holdsFor(rule.appliesTo, working, scope, null)
  setTimes(working, duty, cause)
  reckon(working, duty, cause.at)
  working.duties.push(duty)
  // What opens where nothing can meet it any more is as what was owed when the matter came there.
  if (working.stage.outOfReach.has(rule.id)) duty.cancel(false)
  else working.live.push(duty)
  return duty
}

/** What time itself opened at that moment: once, else duties that are over as they open would open each other without end. */
const openedThen = ({ duties }: Working, rule: DutyProgram, scope: Scope | null, at: Instant): RunningDuty | undefined =>
  duties.find((each) => each.rule === rule && each.scope === scope && each.openedBy === 0 && each.openedAt === at)

/** Where a duty stands that something in a share or an item opens. */
const scopeOfDuty = ({ item, isOfShare }: DutyProgram, from: Scope | null): Scope | null =>
  item !== null ? itemOf(from) : isOfShare ? shareOf(from) : null

/** Sets limit and cap by what is stated now. */
export function setTimes(working: Working, duty: RunningDuty, cause: Cause): void {
  const { period, within, cap } = duty.rule
  if (period !== null) duty.allowances = [{ period, event: cause.seq }]
  else if (within !== null) setLimit(working, duty, within, cause)
  if (cap !== null) setCap(working, duty, cap, cause)
}

/** Makes a limit definite that hangs on what was stated, on the date, or on which of several ends first. */
function setLimit(working: Working, duty: RunningDuty, limit: Limit, cause: Cause): void {
  const resolved = resolveLimit(limit, duty.start, new FactView(working, duty.scope, cause.with))
  if (resolved === null) return
  duty.start = resolved.start
  duty.fixed = resolved.fixed
  duty.allowances = resolved.periods.map((period) => ({ period, event: cause.seq }))
  duty.chosenLimit = resolved.choice
}

/** 最长期限. The time beyond which nothing granted carries a duty; the latest act that states it counts. */
function setCap(working: Working, duty: RunningDuty, limit: Limit, cause: Cause): void {
  const facts = new FactView(working, duty.scope, cause.with)
  const resolved = resolveLimit(limit, cause.at, facts)
  if (resolved !== null) duty.cap = endOf(resolved, facts)
}

/** From when a duty counts that `cause` opens. */
export function clockStart(working: Working, rule: DutyProgram, scope: Scope | null, cause: Cause): Instant {
  const from = rule.from
  return (from === null ? null : lastDone(working, from, scope)) ?? cause.at
}
