import { z } from 'zod'
import type { Keep, RetentionClass } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import { change } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import { type Options, placed } from './option.js'
import { clausesOf, nameOf } from './reading.js'
import { clauseRefs, name } from './shapes.js'

/** 保管期限 as written. `keep`: whole years, or `permanent`; left out, the office sets it. */
export const retentionClass = z
  .strictObject({
    name,
    when: condition.optional(),
    keep: z.union([z.int().min(1).max(200), z.literal('permanent')]).optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'RetentionClass' })
export type RetentionClassInput = z.infer<typeof retentionClass>

/** Every option of it. */
export const retentionOptions: Options<RetentionClassInput, RetentionClass> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  when: {
    read: ({ when }, { reading, path }) => conditionOf(reading, when, [...path, 'when']),
    edits: ({ when }, path) => conditionEdits(when, [...path, 'when']),
    conditions: (when, path) => placed(when, [...path]),
  },
  keep: {
    read: ({ keep }): Keep => keep ?? 'set-by-office',
    edits: ({ keep }, path): readonly Edit[] => {
      if (keep === undefined) return []
      return [change([...path, 'keep'], keep, keep === 'permanent' ? 10 : keep + 1)]
    },
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}
