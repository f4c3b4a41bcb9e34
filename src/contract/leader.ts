import { z } from 'zod'
import { dutyRow, matterRow } from './matter.js'
import { clauseView, moment } from './parts.js'

/** A matter that waits for a leader: by which duty, or by which act that only leaders do. */
export const leaderItem = z
  .object({
    matter: matterRow,
    duties: z.array(dutyRow),
    acts: z.array(z.object({ act: z.string(), name: z.string(), clauses: z.array(clauseView) })),
  })
  .meta({ id: 'LeaderItem' })
export type LeaderItem = z.infer<typeof leaderItem>

export const leaderDesk = z
  .object({
    waiting: z.array(leaderItem),
    /** More wait than are shown. */
    hasMore: z.boolean(),
    /** What was done in this role lately, newest first. */
    decided: z.array(
      z.object({
        matter: z.string(),
        number: z.string(),
        title: z.string(),
        seq: z.number(),
        name: z.string(),
        at: moment,
        stated: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
    ),
  })
  .meta({ id: 'LeaderDesk' })
export type LeaderDesk = z.infer<typeof leaderDesk>

/** 通报摘要. Bulletins that were issued lately, newest first, with their figures; `corrections`: how many say something else by now. */
export const bulletinDigest = z
  .object({
    bulletins: z.array(
      z.object({
        id: z.string(),
        matter: z.string(),
        name: z.string(),
        number: z.string(),
        spanName: z.string(),
        issuedAt: moment,
        figures: z.array(z.object({ name: z.string(), value: z.string() })),
        corrections: z.number(),
      }),
    ),
  })
  .meta({ id: 'BulletinDigest' })
export type BulletinDigest = z.infer<typeof bulletinDigest>
