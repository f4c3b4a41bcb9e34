import { z } from 'zod'
import { clauseView, fieldView, named } from './parts.js'

/** 办法, as data that people may read: what it says, and how each clause is carried. */
export const regulationSummary = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    issuer: z.string(),
    number: z.string(),
    status: z.string(),
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    isInForce: z.boolean(),
    clauses: z.object({ executed: z.number(), form: z.number(), judgement: z.number(), notCovered: z.number() }),
  })
  .meta({ id: 'RegulationSummary' })
export type RegulationSummary = z.infer<typeof regulationSummary>

export const regulationView = regulationSummary
  .omit({ clauses: true })
  .extend({
    clauses: z.array(
      clauseView.extend({
        cite: z.string(),
        kind: z.string(),
        status: z.enum(['executed', 'form', 'judgement', 'not-covered']),
        why: z.string().nullable(),
        /** The rules that carry it out, in plain words. */
        rules: z.array(z.object({ name: z.string(), says: z.array(z.string()) })),
      }),
    ),
    parameters: z.array(z.object({ id: z.string(), value: z.unknown(), asks: z.string(), clauses: z.array(clauseView) })),
    discretions: z.array(z.object({ id: z.string(), words: z.string(), judge: z.string(), clauses: z.array(clauseView) })),
    roles: z.array(named.extend({ kind: z.string(), clauses: z.array(clauseView) })),
    stages: z.array(named.extend({ shown: named, heldBy: z.string(), isEnd: z.boolean() })),
    assignmentStages: z.array(named.extend({ heldBy: z.string(), isEnd: z.boolean() })),
    acts: z.array(
      named.extend({
        by: z.array(named),
        of: z.enum(['matter', 'assignment', 'item']),
        from: z.array(named),
        fields: z.array(fieldView),
        clauses: z.array(clauseView),
      }),
    ),
    duties: z.array(
      named.extend({
        holder: named,
        limit: z.string(),
        metBy: z.array(named),
        ladder: z.array(
          z.object({ id: z.string(), alert: z.string().nullable(), deducts: z.number(), clauses: z.array(clauseView) }),
        ),
        clauses: z.array(clauseView),
      }),
    ),
    prohibitions: z.array(named.extend({ acts: z.array(named), clauses: z.array(clauseView) })),
  })
  .meta({ id: 'Regulation' })
export type RegulationView = z.infer<typeof regulationView>
