import { z } from 'zod'
import { sentDay, sentId, sentLine, sentText } from './limits.js'
import { clauseView, moment, named } from './parts.js'

/** Whole years, for ever, or as the office sets it and has not. */
const keep = z.union([z.int(), z.literal('permanent'), z.null()])

/** 保管期限. A class of one kind of matters, and how long it is kept. */
const termView = z.object({
  regulation: named,
  /** Empty: all matters of a kind whose regulation names no class. */
  class: named,
  /** When a matter is of this class, in words; empty: always. */
  clauses: z.array(clauseView),
  keep,
  /** The regulation says how long: the office sets nothing. */
  isByRegulation: z.boolean(),
})

export const retentionView = z
  .object({
    revision: z.number(),
    terms: z.array(termView),
    /** What whoever asks may do: propose and hold, as the office; decide and set terms, as an administrator. */
    ...{ mayPropose: z.boolean(), mayDecide: z.boolean() },
    /** Years that a term may have, besides for ever. */
    years: z.array(z.int()),
    /** For how long it is kept who wrote a matter, where that is to go before the matter does; null: nobody has said. */
    identity: z.object({ keep: z.int().nullable(), years: z.array(z.int()) }),
  })
  .meta({ id: 'Retention' })
export type RetentionView = z.infer<typeof retentionView>

/** All of a matter, or only who wrote it. */
export const disposed = z.enum(['matter', 'identity'])
export type Disposed = z.infer<typeof disposed>

/** 期满事项. A matter that need not be kept any more, and why. */
const keptMatter = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  class: z.string(),
  keep,
  /** When something happened in it last. */
  movedAt: moment,
  /** Since which day it need not be kept. */
  since: z.string(),
})
export const keptPage = z.object({ rows: z.array(keptMatter), next: z.string().nullable() }).meta({ id: 'KeptPage' })
export type KeptPage = z.infer<typeof keptPage>

/** 处置. What is proposed to go, or what was decided. */
export const disposalView = z
  .object({
    id: z.number(),
    number: z.string(),
    what: disposed,
    reason: z.string(),
    /** Class and term as they were then; empty where it rests on the reason alone. */
    ...{ class: z.string(), term: z.string() },
    proposed: z.object({ by: named, at: moment }),
    /** Who approved first, where two have to. */
    agreed: z.object({ by: named, at: moment, reason: z.string() }).nullable(),
    decided: z.object({ by: named, at: moment, isApproved: z.boolean(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Disposal' })
export type DisposalView = z.infer<typeof disposalView>
export const disposalPage = z.object({ rows: z.array(disposalView), next: z.string().nullable() }).meta({ id: 'DisposalPage' })
export type DisposalPage = z.infer<typeof disposalPage>

/** 暂缓销毁. `until`: its last day; null until it is lifted. */
export const holdView = z
  .object({ id: z.number(), number: z.string(), reason: z.string(), until: z.string().nullable(), by: named, at: moment })
  .meta({ id: 'Hold' })
export type HoldView = z.infer<typeof holdView>
export const holdPage = z.object({ rows: z.array(holdView), next: z.string().nullable() }).meta({ id: 'HoldPage' })
export type HoldPage = z.infer<typeof holdPage>

/** At once. */
export const mostDisposed = 200
const numbers = z.array(z.string().max(20)).min(1).max(mostDisposed)

export const disposalRequest = z.object({ numbers, what: disposed, reason: sentText }).meta({ id: 'DisposalRequest' })
export type DisposalRequest = z.infer<typeof disposalRequest>

export const decisionRequest = z
  .object({ ids: z.array(z.int()).min(1).max(mostDisposed), isApproved: z.boolean(), reason: sentLine.default('') })
  .meta({ id: 'DecisionRequest' })
export type DecisionRequest = z.infer<typeof decisionRequest>

/** One by one: `agreed` waits for a second person; `own` may not be decided by whoever proposed or agreed, nor by somebody who may be the same person; `moved`: it must be kept again, as something happened in it. */
export const decisionDone = z
  .object({
    results: z.array(z.object({ id: z.number(), done: z.enum(['done', 'agreed', 'refused', 'gone', 'own', 'held', 'moved']) })),
  })
  .meta({ id: 'DecisionDone' })
export type DecisionDone = z.infer<typeof decisionDone>

/** `until` empty: until it is lifted. */
export const holdRequest = z.object({ numbers, reason: sentLine, until: sentDay.default('') }).meta({ id: 'HoldRequest' })
export type HoldRequest = z.infer<typeof holdRequest>
export const liftRequest = z.object({ reason: sentLine }).meta({ id: 'LiftRequest' })

export const termsRequest = z
  .object({
    terms: z.array(z.object({ regulation: sentId, class: sentId, keep })).max(200),
    /** Without it that term stays as it is. */
    identity: z.int().nullable().optional(),
    revision: z.number().int(),
  })
  .meta({ id: 'TermsRequest' })
export type TermsRequest = z.infer<typeof termsRequest>
