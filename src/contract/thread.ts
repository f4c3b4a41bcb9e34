import { z } from 'zod'
import { alertView, moment, named } from './parts.js'

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

/** 脉络. The tree of matters that began one another, as far as the viewer may see it. */
export const threadView = z
  .object({ id: z.string(), number: z.string(), title: z.string(), rows: z.array(threadRow) })
  .meta({ id: 'Thread' })
export type ThreadView = z.infer<typeof threadView>
