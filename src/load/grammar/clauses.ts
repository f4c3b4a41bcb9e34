import { z } from 'zod'
import type { Clause } from '../../core/index.js'
import { word } from './shapes.js'

/** 条款 as written in clauses.yaml. */
export const clausesSchema = z.strictObject({
  format: z.number().int(),
  regulation: word,
  clauses: z.record(
    z.string(),
    z.strictObject({
      cite: word,
      shown: word,
      kind: word,
      zh: word,
      en: word,
      status: z.enum(['executed', 'form', 'judgement', 'not-covered']).optional(),
      why: z.string().nullable().optional(),
    }),
  ),
})
export type ClausesInput = z.infer<typeof clausesSchema>

/** The clauses by their ids. One without a status is not covered. */
export function clausesIn({ clauses }: ClausesInput): Readonly<Record<string, Clause>> {
  return Object.fromEntries(
    Object.entries(clauses).map(([id, { why, status, ...rest }]) => {
      const clause = { id, ...rest, status: status ?? ('not-covered' as const) }
      return [id, why == null ? clause : { ...clause, why }]
    }),
  )
}
