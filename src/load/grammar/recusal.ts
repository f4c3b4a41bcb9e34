import { z } from 'zod'
import type { Recusal } from '../../core/index.js'
import { dropEach, dropSome } from './alter.js'
import type { Options } from './option.js'
import { clausesOf, named } from './reading.js'
import { clauseRefs, word, words } from './shapes.js'

/** 回避 as written. */
export const recusal = z.strictObject({
  declared: words,
  field: word,
  lifted: words.optional(),
  clause: clauseRefs.optional(),
})
export type RecusalInput = z.infer<typeof recusal>

/** Every option of it. */
export const recusalOptions: Options<RecusalInput, Recusal> = {
  declared: {
    read: ({ declared }, { reading, path }) => named(reading, 'act', declared, [...path, 'declared']),
    edits: ({ declared }, path) => dropSome(declared, [...path, 'declared']),
  },
  field: {
    read: ({ field }, { reading, path }) => reading.name('field', field, [...path, 'field']),
    edits: 'a name: nothing hangs on its letters',
    fields: (field, path) => [{ field, path }],
  },
  lifted: {
    read: ({ lifted }, { reading, path }) => named(reading, 'act', lifted, [...path, 'lifted']),
    edits: ({ lifted }, path) => dropEach(lifted, [...path, 'lifted']),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}
