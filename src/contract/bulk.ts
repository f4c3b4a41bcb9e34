import { z } from 'zod'
import { actView } from './parts.js'
import { problem } from './problem.js'

/** How many matters an act is done to at a time, and at most in all. */
export const bulkChunk = 20
export const bulkMost = 500

const matterId = z.string().regex(/^\d{1,15}$/)

/** A matter, and the share that is meant; null: whichever the act is about. */
export const bulkTarget = z
  .object({ matter: matterId, unit: z.string().max(64).nullable().default(null) })
  .meta({ id: 'BulkTarget' })
export type BulkTarget = z.infer<typeof bulkTarget>

export const bulkOffersRequest = z.object({ targets: z.array(bulkTarget).min(1).max(bulkMost) }).meta({ id: 'BulkOffersRequest' })

/** An act that something asks for in at least one of the matters, with its form and whom it would be tried on. */
export const bulkOffer = z
  .object({
    act: actView,
    targets: z.array(bulkTarget),
    open: z.number(),
    /** Matters in which it may be done, and nothing asks for it: it is not tried there. */
    idle: z.number(),
    issuesSlip: z.boolean(),
  })
  .meta({ id: 'BulkOffer' })
export type BulkOffer = z.infer<typeof bulkOffer>
export const bulkOffers = z.object({ offers: z.array(bulkOffer) }).meta({ id: 'BulkOffers' })
export type BulkOffers = z.infer<typeof bulkOffers>

const stated = { act: z.string().max(64), with: z.record(z.string(), z.unknown()).default({}) }

export const bulkPreviewRequest = z
  .object({ ...stated, targets: z.array(bulkTarget).min(1).max(bulkMost) })
  .meta({ id: 'BulkPreviewRequest' })

/** What would become of one: really decided, nothing recorded. */
export const bulkDecision = z
  .object({
    matter: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    number: z.string(),
    title: z.string(),
    /** On which it was decided; goes back when it is done. */
    revision: z.number(),
    problem: problem.nullable(),
  })
  .meta({ id: 'BulkDecision' })
export type BulkDecision = z.infer<typeof bulkDecision>
export const bulkPreview = z.object({ decisions: z.array(bulkDecision) }).meta({ id: 'BulkPreview' })
export type BulkPreview = z.infer<typeof bulkPreview>

export const bulkRequest = z
  .object({
    ...stated,
    targets: z
      .array(bulkTarget.extend({ revision: z.number().int(), key: z.string().min(8).max(100) }))
      .min(1)
      .max(bulkChunk),
  })
  .meta({ id: 'BulkRequest' })
export type BulkRequest = z.infer<typeof bulkRequest>

export const bulkDone = z
  .object({
    matter: z.string(),
    unit: z.string().nullable(),
    /** Of the matter after it was done; null: it was refused. */
    revision: z.number().nullable(),
    /** For how many seconds it can be taken back; null: it cannot. */
    undoable: z.number().nullable(),
    problem: problem.nullable(),
  })
  .meta({ id: 'BulkDone' })
export type BulkDone = z.infer<typeof bulkDone>
export const bulkResult = z.object({ done: z.array(bulkDone) }).meta({ id: 'BulkResult' })
export type BulkResult = z.infer<typeof bulkResult>
