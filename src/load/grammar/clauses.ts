import { z } from 'zod'
import type { Clause } from '../../core/index.js'
import type { YamlDocument } from '../format/yaml-file.js'
import { nameOf } from './reading.js'
import { name, word } from './shapes.js'

/** 条款 as written in clauses.yaml. */
export const clausesSchema = z.strictObject({
  format: z.number().int(),
  regulation: word,
  clauses: z.record(
    z.string(),
    z.strictObject({
      cite: word,
      shown: name,
      kind: word,
      zh: word,
      en: word,
      status: z.enum(['executed', 'form', 'judgement', 'not-covered']).optional(),
      why: z
        .union([name, z.literal('')])
        .nullable()
        .optional(),
      carriedBy: word.optional(),
    }),
  ),
})
export type ClausesInput = z.infer<typeof clausesSchema>

/** The clauses by their ids, each with its place as the files have it. One without a status is not covered. */
export function clausesIn({ clauses }: ClausesInput, document: Pick<YamlDocument, 'place'>): Readonly<Record<string, Clause>> {
  const written = Object.entries(clauses).map(([id, clause]) => ({ id, clause, at: document.place(['clauses', id], 'key') }))
  written.sort(({ at: one }, { at: other }) => (one.file ?? '').localeCompare(other.file ?? '') || one.line - other.line)
  return Object.fromEntries(
    written.map(({ id, clause: { shown, why, status, carriedBy, ...rest } }, place) => {
      const carried = carriedBy === undefined ? {} : { carriedBy }
      const clause = { id, place, ...rest, shown: nameOf(shown), ...carried, status: status ?? ('not-covered' as const) }
      return [id, why == null || why === '' ? clause : { ...clause, why: nameOf(why) }]
    }),
  )
}
