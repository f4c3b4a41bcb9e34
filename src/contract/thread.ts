import { z } from 'zod'
import { alertView, clauseView, moment, named } from './parts.js'

/** A matter of a thread, below what began it. */
export const threadRow = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    kind: named.nullable(),
    stage: named,
    isEnd: z.boolean(),
    receivedAt: moment,
    /** Since when it stands there. */
    since: moment,
    nextDueAt: moment.nullable(),
    alert: alertView.nullable(),
    /** How many steps below what began it all. */
    depth: z.number().int(),
    /** It stands above already, with what came of it: several began it. */
    isAgain: z.boolean(),
    /** The matter from which the thread is looked at. */
    isThis: z.boolean(),
  })
  .meta({ id: 'ThreadRow' })
export type ThreadRow = z.infer<typeof threadRow>

/** One of the matters that run at once under regulations which speak of the same: what its own says, and whether that holds. */
export const precedenceParty = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: named.nullable(),
    regulation: named.extend({ version: z.string() }),
    clauses: z.array(clauseView),
    /** What its regulation asks for; null where it says so in no duty. */
    duty: z.string().nullable(),
    dueAt: moment.nullable(),
    leads: z.boolean(),
    /** Its turn, from 1, where each has one. */
    turn: z.number().int().nullable(),
  })
  .meta({ id: 'PrecedenceParty' })
export type PrecedenceParty = z.infer<typeof precedenceParty>

/** 以谁为准. A question of which regulation holds, how it was read, and what follows for the matters of the thread. */
export const precedenceView = z
  .object({ id: z.string(), asks: z.string(), reading: z.string(), parties: z.array(precedenceParty) })
  .meta({ id: 'PrecedenceView' })
export type PrecedenceView = z.infer<typeof precedenceView>

/** 脉络. The tree of matters that began one another, as far as the viewer may see it. */
export const threadView = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    rows: z.array(threadRow),
    /** Between the matter looked at and those it came from or that came of it. */
    precedence: z.array(precedenceView),
  })
  .meta({ id: 'Thread' })
export type ThreadView = z.infer<typeof threadView>
