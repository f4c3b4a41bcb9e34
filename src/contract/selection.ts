import { z } from 'zod'
import { clauseView, moment } from './parts.js'

/** An act that is done only in matters that were chosen for it, as it is offered to whoever may choose. */
export const selectionOffer = z.object({
  regulation: z.string(),
  /** What a matter of that kind is called. */
  kind: z.string(),
  act: z.string(),
  name: z.string(),
  /** By lot, else by hand. */
  byLot: z.boolean(),
  clauses: z.array(clauseView),
})
export type SelectionOffer = z.infer<typeof selectionOffer>

/** 选取. One that was made: whoever has the seed and the numbers draws the same again. */
export const selectionView = z
  .object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    byLot: z.boolean(),
    at: moment,
    who: z.string(),
    seed: z.string(),
    /** Numbers of all matters among which was chosen; null: the viewer may not know all of them. */
    among: z.array(z.string()).nullable(),
    amongCount: z.number(),
    /** In the order of the lot, as far as the viewer sees them; `isDone`: the act was done there. */
    chosen: z.array(z.object({ id: z.string(), number: z.string(), isDone: z.boolean() })),
    chosenCount: z.number(),
  })
  .meta({ id: 'Selection' })
export type SelectionView = z.infer<typeof selectionView>

export const selectionsView = z
  .object({ offers: z.array(selectionOffer), made: z.array(selectionView) })
  .meta({ id: 'Selections' })
export type SelectionsView = z.infer<typeof selectionsView>

export const candidatesView = z
  .object({ candidates: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })) })
  .meta({ id: 'SelectionCandidates' })
export type CandidatesView = z.infer<typeof candidatesView>

/** Among which matters: of an act, received on these days. */
export const selectionAmong = z.object({
  regulation: z.string().max(64),
  act: z.string().max(64),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
})

/** How many are drawn, or which are chosen by hand. */
export const selectionRequest = selectionAmong
  .extend({
    amount: z.number().int().min(1).max(200).optional(),
    numbers: z.array(z.string().max(20)).min(1).max(200).optional(),
  })
  .meta({ id: 'SelectionRequest' })
export type SelectionRequest = z.infer<typeof selectionRequest>
