import { z } from 'zod'
import { type AssessmentRule, assessedFigures, assessedShares } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import { change, drop, nudge, toAnother } from './alter.js'
import type { Here, Options } from './option.js'
import { clausesOf, nameOf } from './reading.js'
import { clauseRefs, name } from './shapes.js'

const counted = ['rungs', ...assessedFigures, 'criticised'] as const

/**
 * 考核指标 as written. Exactly one of `counts` (`rungs`: the points that ladders took) and `share`. `points`: for each, or for the whole
 * share; left out, the text names none.
 */
export const assessment = z
  .strictObject({
    name,
    counts: z.enum(counted).optional(),
    share: z.enum(assessedShares).optional(),
    points: z.number().min(-1000).max(1000).optional(),
    most: z.number().positive().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'AssessmentPart' })
export type AssessmentInput = z.infer<typeof assessment>

/** Every option of it. */
export const assessmentOptions: Options<AssessmentInput, AssessmentRule> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  rests: {
    read: ({ counts, share }) => {
      if (share !== undefined) return { by: 'share', figure: share }
      return counts === undefined || counts === 'rungs' ? { by: 'rungs' } : { by: 'count', figure: counts }
    },
    edits: ({ counts, share }, path) => [
      ...toAnother(counted, counts, [...path, 'counts']),
      ...toAnother(assessedShares, share, [...path, 'share']),
    ],
  },
  points: {
    read: ({ points }) => points ?? null,
    edits: (written, path) => [...drop(written, 'points', path), ...nudge(written.points, [...path, 'points'], -1001)],
  },
  most: {
    read: ({ most }) => most ?? null,
    edits: ({ most }, path): readonly Edit[] => (most === undefined ? [] : [change([...path, 'most'], most, most / 2)]),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** One thing is counted; what rungs take is said with the rungs; a bound bounds points. */
export function checkAssessment({ counts, share, points, most }: AssessmentInput, { reading, path }: Here): void {
  if ((counts === undefined) === (share === undefined)) reading.report(path, 'exactly-one', { words: 'counts, share' }, 'key')
  if (counts === 'rungs' && points !== undefined) reading.report([...path, 'points'], 'rungs-have-points', {}, 'key')
  if (most !== undefined && points === undefined && counts !== 'rungs')
    reading.report([...path, 'most'], 'bounds-no-points', {}, 'key')
}
