import { z } from 'zod'
import { clauseView, moment, named, receiptView, refusalView } from './parts.js'

/** A scenario as it would stand in a file. */
export const simulateRequest = z.object({ scenario: z.string().max(100_000) }).meta({ id: 'SimulateRequest' })

/** 推演. How it went, step by step. */
export const simulated = z
  .object({
    holds: z.boolean(),
    findings: z.array(z.object({ line: z.number(), column: z.number(), message: z.string(), advice: z.string() })),
    runs: z.array(
      z.object({
        title: z.string(),
        regulation: named.nullable(),
        clauses: z.array(clauseView),
        steps: z.array(
          z.object({
            line: z.number(),
            at: moment,
            act: named.nullable(),
            by: z.string().nullable(),
            stage: named.nullable(),
            refusal: refusalView.nullable(),
            duties: z.array(
              z.object({
                key: z.string(),
                name: z.string(),
                unit: z.string().nullable(),
                status: z.string(),
                isNew: z.boolean(),
                receipt: receiptView,
              }),
            ),
          }),
        ),
        failures: z.array(
          z.object({
            line: z.number(),
            what: z.string(),
            expected: z.unknown(),
            actual: z.unknown(),
            /** What stood in the way, where a rule decided it. */
            because: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Simulated' })
export type Simulated = z.infer<typeof simulated>
