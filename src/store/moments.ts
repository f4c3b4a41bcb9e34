import { momentsIn, ofAssignments, ofDuties, ofEvents, ofMarks, ofMatters } from './columns.js'
import type { Instant } from './types.js'

const momentNames = momentsIn(ofMatters, ofDuties, ofAssignments, ofMarks, ofEvents)

/** Moments as the database reads them; only at the top level: what is inside `data` and `facts` is not ours. */
export function withMoments(row: object): Record<string, unknown> {
  const sent: Record<string, unknown> = { ...row }
  for (const name in sent) {
    const value = sent[name]
    if (typeof value === 'number' && momentNames.has(name)) sent[name] = iso(value)
  }
  return sent
}

export const iso = (at: Instant): string => new Date(at).toISOString()
