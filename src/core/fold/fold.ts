import { type Days, takesPlace } from '../clocks/standing.js'
import { type ActEvent, type MatterEvent, platform } from '../events/event.js'
import { kindsStated } from '../events/units-named.js'
import type { Facts } from '../rules/condition.js'
import { type Instant, instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import { assignmentsIn, isAnswering, type Part } from '../values/value.js'
import { noteBegun } from './fold-begun.js'
import { restateLimits, watchApplying } from './fold-corrections.js'
import { applyEffects, keepLive, openByAct, openByStage } from './fold-duties.js'
import { addItems, addItemsFor } from './fold-items.js'
import { noteActMarks, noteNamings, noteStageMarks } from './fold-marks.js'
import { carrySignOffs, keepOrder } from './fold-sign-offs.js'
import { passTime } from './pass-time.js'
import type { ActProgram } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import { rungKey } from './running-duty.js'
import type { RunningItem } from './running-item.js'
import { bearsOn, type Scope, scopeOfEvent, shareOf } from './scope.js'
import { type PassageProgram, type StageProgram, unopened } from './stage-program.js'
import { FactView, type Given, holds, viewOf, type Working } from './working.js'

/**
 * Folds the events up to `now`, carrying time along: what falls due in between happens in its place.
 * `watch` looks at the matter as each event left it.
 */
export function fold({ program, calendar, events, now }: Given, watch: ((working: Working) => void) | null = null): Working {
  const working: Working = {
    program,
    calendar,
    stage: unopened,
    facts: new Array(program.slots.size),
    statements: [],
    assignments: [],
    active: [],
    items: [],
    entered: [],
    view: null,
    duties: [],
    live: [],
    opened: new Array(program.duties.size),
    recorded: null,
    holdings: [],
    marks: [],
    begun: null,
    signOffs: null,
    unitKinds: null,
    done: [],
    lastSeq: 0,
    lastAt: null,
    time: instant(0),
    quietUntil: Number.POSITIVE_INFINITY,
    isUnsure: false,
  }
  for (const event of events) {
    if (event.at > now) break
    apply(working, event)
    watch?.(working)
  }
  standAt(working, now)
  return working
}

/** Carries time on to the moment that is asked for. */
export function standAt(working: Working, now: Instant): void {
  passTime(working, now)
  working.time = now
}

/** Applies one event. What was due before it has happened by then. */
export function apply(working: Working, event: MatterEvent): void {
  passTime(working, event.at)
  working.time = event.at
  working.lastSeq = event.seq
  working.lastAt = event.at
  switch (event.kind) {
    case 'rung':
      working.recorded ??= new Set()
      working.recorded.add(rungKey(event.key, event.rung, event.due))
      return
    case 'undo':
      return
    case 'act':
      applyAct(working, event, actOf(working, event))
      return
    default:
      unreachable(event)
  }
}

function actOf(working: Working, event: ActEvent): ActProgram {
  const act = working.program.acts.get(event.act)
  if (act === undefined) throw new Error(`event ${event.seq}: the regulation has no act ${event.act}`)
  return act
}

const daysOf = ({ calendar, program }: Working): Days => ({ calendar, movesToWorkday: program.regulation.movesToWorkday })

const none: readonly never[] = []

function applyAct(working: Working, event: ActEvent, act: ActProgram): void {
  const scope = scopeOfEvent(working, event)
  const { facts, statements } = scope ?? working
  for (const { field, slot, kept } of act.states) {
    const value = event.with[field]
    if (value === undefined) continue
    if (kept !== null) {
      const before = statements[slot]
      if (before !== undefined && !act.rule.corrects && !takesPlace(kept, before, event, daysOf(working))) continue
      statements[slot] = event
    }
    facts[slot] = value
  }
  for (const { slot, value } of act.sets) facts[slot] = value
  working.done.push(event)
  if (event.with.unitKinds !== undefined) working.unitKinds = { ...working.unitKinds, ...kindsStated(event.with) }
  noteBegun(working, event, act, scope)
  const created = act.assigns === null ? none : assign(working, event, act.assigns, shareOf(scope))
  const stated = act.adds.length === 0 ? none : addItems(working, event, act.adds, scope)
  if (act.rule.corrects) restateLimits(working, event, scope)
  // What the act meets is met before a share or the matter that it ends cancels the rest.
  applyEffects(working, event, act, scope)
  if (act.signOffs.length > 0) carrySignOffs(working, event, act, shareOf(scope))
  if (working.signOffs !== null) keepOrder(working, event)
  const isMoved = moveStages(working, event, act, scope)
  // After what it takes along: these are none of those.
  const items = act.itemsFor === null ? stated : [...stated, ...addItemsFor(working, event, act.itemsFor, scope)]
  if (act.opens.length > 0) openByAct(working, event, act, scope, { shares: created, items })
  if (act.mayApply.length > 0 || working.isUnsure) watchApplying(working, event, act)
  if (act.marks.length > 0) noteActMarks(working, act, event)
  noteNamings(working, act, event)
  if (!isMoved) return
  for (const stage of working.entered) {
    openByStage(working, stage, event)
    if (stage.marks.length > 0) noteStageMarks(working, stage, event)
  }
  noteHolder(working, event.at)
}

/** The shares that an act names: new ones, below the share it is of, and those of units that have one, in the part they have from now on. */
function assign(
  working: Working,
  event: ActEvent,
  stage: StageProgram,
  above: RunningAssignment | null,
): readonly RunningAssignment[] {
  return assignmentsIn(event.with.assignments).map(({ unit, part }) => {
    const held = working.active.find((each) => each.unit === unit)
    if (held !== undefined) return changePart(working, held, { part, stage, since: event.at })
    const share: RunningAssignment = {
      is: 'share',
      id: working.assignments.length + 1,
      unit,
      part,
      since: event.at,
      above,
      stage,
      endedAt: null,
      view: null,
      facts: new Array(working.program.slots.size),
      statements: [],
    }
    working.assignments.push(share)
    working.active.push(share)
    return share
  })
}

/** What it stated stands; what only its former part owed is owed no more. */
function changePart(
  working: Working,
  share: RunningAssignment,
  now: { readonly part: Part; readonly stage: StageProgram; readonly since: Instant },
): RunningAssignment {
  Object.assign(share, now)
  for (const duty of working.live) {
    if (duty.scope === share && duty.isActive && !duty.rule.parts.includes(share.part)) duty.cancel(true)
  }
  keepLive(working)
  return share
}

/** Moves the item, the share or the matter, and notes the stages of the matter that are entered; answers whether anything moved at all. */
function moveStages(working: Working, event: ActEvent, act: ActProgram, scope: Scope | null): boolean {
  const to = destination(working, event, act, scope)
  const isMoved = to !== null || act.moves !== null || act.movesItems.length > 0 || act.assigns !== null
  if (!isMoved && working.stage.movesByShares) return false
  if (working.entered.length > 0) working.entered.length = 0
  if (to !== null && act.rule.of !== 'matter') {
    if (scope?.is === 'item') moveItem(working, scope, to, event.at)
    else if (scope !== null) moveShare(working, scope, to, event.at)
  } else if (to !== null) enter(working, to, event.at)
  if (act.moves !== null) {
    for (const each of working.assignments) {
      if (each.endedAt === null && act.moves.parts.includes(each.part)) moveShare(working, each, act.moves.to, event.at)
    }
  }
  for (const each of act.movesItems) moveItems(working, each, scope, event.at)
  if (act.movesShare !== null) moveShareOf(working, event, act.movesShare, scope)
  moveOn(working, event.at)
  return true
}

/** Where the act leads; most lead to one place whatever the facts. */
function destination(working: Working, event: ActEvent, act: ActProgram, scope: Scope | null): StageProgram | null {
  // What is heard is recorded wherever the matter stands, and moves it from where the regulation says.
  if (act.rule.hears !== null && !act.rule.from.includes(working.stage.id)) return null
  return act.passages.length === 0 ? act.leadsTo : passage(act.passages, new FactView(working, scope, event.with, event.by))
}

function passage(passages: readonly PassageProgram[], facts: Facts): StageProgram | null {
  for (const { to, when } of passages) if (holds(when, facts)) return to
  return null
}

/** The share takes the way that holds once its item has moved, if it stands where that way begins. */
function moveShareOf(working: Working, event: ActEvent, rule: NonNullable<ActProgram['movesShare']>, scope: Scope | null): void {
  const share = shareOf(scope)
  if (share === null || share.endedAt !== null || !rule.from.includes(share.stage.id)) return
  const to = passage(rule.to, new FactView(working, scope, event.with, event.by))
  if (to !== null) moveShare(working, share, to, event.at)
}

function moveShare(working: Working, share: RunningAssignment, to: StageProgram, at: Instant): void {
  share.stage = to
  if (!to.isEnd) return
  share.endedAt = at
  for (const below of working.assignments) if (below.above === share && below.endedAt === null) moveShare(working, below, to, at)
  keepActive(working)
  // A share that is over owes nothing more.
  for (const duty of working.live) if (duty.scope === share && duty.isActive) duty.cancel(true)
  keepLive(working)
}

function moveItems(working: Working, { of, from, to }: ActProgram['movesItems'][number], scope: Scope | null, at: Instant): void {
  for (const item of working.items) {
    if (item.kind.id !== of || item.endedAt !== null || !bearsOn(scope, item)) continue
    if (from.includes(item.stage.id)) moveItem(working, item, to, at)
  }
}

/** An item that is over owes nothing more either, nor do those below it. */
function moveItem(working: Working, item: RunningItem, to: StageProgram, at: Instant): void {
  item.stage = to
  item.endedAt = to.isEnd ? at : null
  if (!to.isEnd) return
  for (const below of working.items) if (below.above === item && below.endedAt === null) moveItem(working, below, to, at)
  for (const duty of working.live) if (duty.scope === item && duty.isActive) duty.cancel(true)
  keepLive(working)
}

function enter(working: Working, to: StageProgram, at: Instant): void {
  if (working.stage !== to) working.entered.push(to)
  working.stage = to
  if (to.isEnd || to.outOfReach.size > 0) letGo(working, to)
  if (!to.isEnd) return
  for (const share of working.active) share.endedAt = at
  working.active.length = 0
  for (const item of working.items) item.endedAt ??= at
}

/** What nothing can meet any more from here on is owed no longer: at the end all there is, before it what only acts left behind would meet. */
function letGo(working: Working, { isEnd, outOfReach }: StageProgram): void {
  for (const duty of working.live) if (duty.isActive && (isEnd || outOfReach.has(duty.rule.id))) duty.cancel(false)
  keepLive(working)
}

function keepActive({ active }: Working): void {
  let kept = 0
  for (const share of active) {
    if (share.endedAt !== null) continue
    active[kept] = share
    kept += 1
  }
  active.length = kept
}

/** Lets the matter move on by itself, as often as its stage says so; each stage at most once. */
function moveOn(working: Working, at: Instant): void {
  let seen: StageProgram[] | null = null
  for (;;) {
    const { stage } = working
    if (stage.next.length === 0 || seen?.includes(stage) === true) return
    const to = passage(stage.next, viewOf(working, null))
    if (to === null) return
    seen ??= []
    seen.push(stage)
    enter(working, to, at)
  }
}

function noteHolder(working: Working, at: Instant): void {
  const { heldBy } = working.stage
  const share = heldBy === 'unit' ? leadingShare(working) : undefined
  const by = share === undefined ? heldBy : share.stage.heldBy
  const unit = share !== undefined && by === 'unit' ? share.unit : null
  const last = working.holdings[working.holdings.length - 1]
  const stage = working.stage.id
  if (last === undefined || last.by !== by || last.unit !== unit || last.stage !== stage)
    working.holdings.push({ by, unit, stage, from: at })
}

/** A consequence that the platform does itself, at the same moment as the act it follows. */
export const consequence = (act: string, cause: ActEvent, seq: number): ActEvent => ({
  kind: 'act',
  seq,
  act,
  by: platform,
  at: cause.at,
  with: {},
  assignment: null,
})

function leadingShare(working: Working): RunningAssignment | undefined {
  for (const share of working.assignments) if (share.endedAt === null && isAnswering(share.part)) return share
  return undefined
}
