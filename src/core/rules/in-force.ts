import { type Day, readDay } from '../time/day.js'
import type { Regulation } from './regulation.js'

/** Whether a regulation is in force on a day. An open end is an open end. A renewal (see `renewed`) moves the end. */
export function isInForce(regulation: Regulation, on: Day): boolean {
  if (regulation.isForceAwaited) return false
  const from = regulation.effectiveFrom === null ? null : readDay(regulation.effectiveFrom)
  const to = regulation.effectiveTo === null ? null : readDay(regulation.effectiveTo)
  return (from === null || on >= from) && (to === null || on <= to)
}

/** Why a regulation is not in force on a day: from when it will be, until when it was, or that nobody has recorded from when. */
export type NotInForce = { readonly from: string } | { readonly to: string } | 'unrecorded'

/** Null where it is in force. */
export function notInForce(regulation: Regulation, on: Day): NotInForce | null {
  if (isInForce(regulation, on)) return null
  const { effectiveFrom: from, effectiveTo: to, isForceAwaited } = regulation
  if (isForceAwaited) return 'unrecorded'
  const first = from === null ? null : readDay(from)
  if (from !== null && first !== null && on < first) return { from }
  return to === null ? 'unrecorded' : { to }
}

/** The regulation as renewed by an instrument its authority has recorded; `null` leaves the end open. */
export const renewed = (regulation: Regulation, effectiveTo: string | null): Regulation => ({ ...regulation, effectiveTo })

/** The regulation with what its authority has recorded of it since: from when it holds, until when. */
export const recorded = (
  regulation: Regulation,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Regulation => renewed(from === null ? regulation : begun(regulation, from), to)

/** The regulation as begun on the day its authority has recorded. */
export const begun = (regulation: Regulation, effectiveFrom: string): Regulation => ({
  ...regulation,
  effectiveFrom,
  isForceAwaited: false,
})
