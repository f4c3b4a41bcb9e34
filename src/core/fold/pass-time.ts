import type { Instant } from '../time/instant.js'
import { itemsAt, keepLive, openFor, openForItems } from './fold-duties.js'
import { lapseLevel } from './fold-sign-offs.js'
import type { RunningDuty, Turn } from './running-duty.js'
import { holdsFor, type Working } from './working.js'

/** Lets everything happen that falls due up to `until`, in its order in time. */
export function passTime(working: Working, until: Instant): void {
  if (until < working.quietUntil) return
  for (;;) {
    let first: RunningDuty | null = null
    let soonest: Turn | null = null
    for (const duty of working.live) {
      const turn = duty.upcoming(until, working.calendar)
      if (turn === null || (soonest !== null && turn.at >= soonest.at)) continue
      first = duty
      soonest = turn
    }
    if (first === null || soonest === null) break
    happen(working, first, soonest)
  }
  working.quietUntil = Number.POSITIVE_INFINITY
  for (const duty of working.live) working.quietUntil = Math.min(working.quietUntil, duty.quietUntil)
}

/** Whether what happens by itself does not: the duty is none of such a matter, or its rung names an exception that holds. */
export const isSpared = (working: Working, { rule, scope }: RunningDuty, { rung }: Turn): boolean =>
  !holdsFor(rule.appliesTo, working, scope, null) || (rung?.unless != null && holdsFor(rung.unless, working, scope, null))

function happen(working: Working, duty: RunningDuty, turn: Turn): void {
  working.time = turn.at
  const isSkipped = isSpared(working, duty, turn)
  duty.take(turn, isSkipped)
  if (isSkipped) return
  if (duty.isOver) keepLive(working)
  if (turn.rung === null) lapseLevel(working, duty)
  const opened = turn.rung === null ? duty.rule.opensOnDue : (duty.rule.opensOnRung.get(turn.rung.id) ?? [])
  for (const { duty: rule, when } of opened) {
    const cause = { at: turn.at, seq: 0, with: null }
    if (rule.item !== null && duty.scope?.is !== 'item') openForItems(working, rule, when, itemsAt(working, duty.scope), cause)
    else if (holdsFor(when, working, duty.scope, null)) openFor(working, rule, duty.scope, cause)
  }
}
