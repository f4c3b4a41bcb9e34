import type { OfficePeriod } from '../../../contract/index.js'

export const standings = ['overdue', 'late', 'onTime', 'open'] as const
/** How a period stands at last: not yet due, overdue, done late, or done in time. */
export type Standing = (typeof standings)[number]

export function standingOf({ status, isLate }: Pick<OfficePeriod, 'status' | 'isLate'>): Standing {
  if (status === 'overdue') return 'overdue'
  if (status !== 'met') return 'open'
  return isLate ? 'late' : 'onTime'
}
