import { z } from 'zod'
import { becauseView, clauseView, fieldProblem, named, timelineEntry } from './parts.js'

/** Work that may be done instead of waiting: the number below `maxnumber` whose SHA-256 of salt and number is the challenge. */
export const proofChallenge = z
  .object({ challenge: z.string(), salt: z.string(), signature: z.string(), maxnumber: z.number() })
  .meta({ id: 'ProofChallenge' })
export type ProofChallenge = z.infer<typeof proofChallenge>

/** RFC 9457. Every refusal and every bad request looks like this. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    clauses: z.array(clauseView).optional(),
    missing: z.array(named).optional(),
    problems: z.array(fieldProblem).optional(),
    because: z.array(becauseView).optional(),
    /** For a conflict: what was done meanwhile, and the revision now. */
    meanwhile: z.array(timelineEntry).optional(),
    revision: z.number().optional(),
    retryAfterSeconds: z.number().optional(),
    /** Beside `retryAfterSeconds`: who cannot wait may send this back solved, as `proof`. */
    challenge: proofChallenge.optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
