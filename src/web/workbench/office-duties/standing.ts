import type { OfficeRound } from '../../../contract/index.js'

export const standings = ['overdue', 'late', 'onTime', 'open'] as const
/** How a round stands at last: not yet due, overdue, done late, or done in time. */
export type Standing = (typeof standings)[number]

export function standingOf({ status, isLate }: Pick<OfficeRound, 'status' | 'isLate'>): Standing {
  if (status === 'overdue') return 'overdue'
  if (status !== 'met') return 'open'
  return isLate ? 'late' : 'onTime'
}
