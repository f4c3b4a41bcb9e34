import { dueAt, grantedBeyond } from '../clocks/clock.js'
import type { ActEvent } from '../events/event.js'
import { unreachable } from '../values/unreachable.js'
import { clockStart, reckon, setTimes } from './fold-duties.js'
import { isSpared } from './pass-time.js'
import type { ActProgram } from './program.js'
import type { Cause, RunningDuty } from './running-duty.js'
import { bearsOn, isDoneWithin, type Scope } from './scope.js'
import { holdsFor, type Working } from './working.js'

/** 更正. Clocks that hang on what was put right are worked out anew, as if it had been stated so in the first place. */
export function restateLimits(working: Working, event: ActEvent, scope: Scope | null): void {
  const fields = Object.keys(event.with)
  for (const duty of working.duties) {
    if (duty.isCancelled || !isReached(working, duty, scope)) continue
    if (fields.some((field) => duty.rule.hangsOn.has(field))) restate(working, duty, event)
  }
}

/** An act of a share reaches the share's duties, the matter's, and those that the share opened in others. */
function isReached({ done }: Working, { scope: own, openedBy }: RunningDuty, scope: Scope | null): boolean {
  if (bearsOn(scope, own)) return true
  const opening = done.find(({ seq }) => seq === openedBy)
  return opening !== undefined && isDoneWithin(opening, scope)
}

function restate(working: Working, duty: RunningDuty, event: ActEvent): void {
  const cause: Cause = { at: duty.openedAt, seq: duty.openedBy, with: event.with }
  const granted = grantedBeyond(duty)
  duty.start = clockStart(working, duty.rule, duty.scope, cause)
  duty.allowances = []
  duty.fixed = null
  duty.cap = null
  setTimes(working, duty, cause)
  duty.allowances = [...duty.allowances, ...granted]
  if (duty.metAt === null) {
    duty.forget()
    reckon(working, duty, duty.openedAt)
    return
  }
  duty.reckon(duty.openedAt, working.calendar, working.program.regulation)
  duty.relive(duty.metAt, working.calendar, (turn) => isSpared(working, duty, turn))
}

/** Duties that a corrected fact brings to apply count from then, or have so much time left at least, as their rule says. */
export function watchApplying(working: Working, event: ActEvent, { mayApply }: ActProgram): void {
  working.isUnsure = false
  for (const duty of working.live) {
    if (!duty.isUnsure && mayApply[duty.rule.index] !== true) continue
    duty.isUnsure = duty.openedAt === event.at
    working.isUnsure ||= duty.isUnsure
    if (duty.isUnsure) continue
    const isApplying = holdsFor(duty.rule.appliesTo, working, duty.scope, null)
    if (isApplying && !duty.isApplying) beginToApply(working, duty, event)
    duty.isApplying = isApplying
  }
}

function beginToApply(working: Working, duty: RunningDuty, event: ActEvent): void {
  const from = duty.rule.rule.appliesFrom
  switch (from.kind) {
    case 'opening':
      return
    case 'now':
      duty.start = event.at
      setTimes(working, duty, { at: event.at, seq: event.seq, with: null })
      break
    case 'atLeast': {
      const allowances = [{ period: from.period, event: event.seq }]
      const least = { start: event.at, allowances, pauses: [], fixed: null, cap: null, floor: null }
      duty.floor = dueAt(least, working.calendar, working.program.regulation)
      break
    }
    default:
      unreachable(from)
  }
  duty.forget()
  reckon(working, duty, event.at)
}
