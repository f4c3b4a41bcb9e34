import { z } from 'zod'
import { owedDuty } from './ledger.js'
import { clauseView, itemView, named } from './parts.js'

const counts = { open: z.number(), late: z.number(), done: z.number(), doneLate: z.number() }

/** 逐年跟踪的一笔. A duty that is followed over the years, with what was stated of the item in which it is owed. */
const followedRow = z.object({
  matter: z.string(),
  number: z.string(),
  title: z.string(),
  stage: named,
  unit: named.nullable(),
  duty: owedDuty,
  item: itemView.omit({ clock: true, unit: true }).nullable(),
})
export type FollowedRow = z.infer<typeof followedRow>

/** 逐年跟踪. Of a duty: what is owed, late, done and done late, by unit and by the year in which it is due; behind it each one. */
export const followedPage = z
  .object({
    /** The kinds of matter whose regulation follows any duty; which is told of. */
    kinds: z.array(named),
    kind: z.string(),
    duties: z.array(named.extend({ clauses: z.array(clauseView) })),
    duty: z.string(),
    /** From the earliest on. */
    years: z.array(z.number()),
    /** `''`: what no unit owes. `open` holds `late`, `done` holds `doneLate`. */
    units: z.array(named.extend({ years: z.array(z.object({ year: z.number(), ...counts })) })),
    all: z.array(z.object({ year: z.number(), ...counts })),
    /** What was said of the answers, by unit, where the act that does the duty says it; in the year that is asked for. */
    ratings: z.array(named.extend({ options: z.array(named.extend({ count: z.number(), isPoor: z.boolean() })) })),
    rows: z.array(followedRow),
    next: z.string().nullable(),
  })
  .meta({ id: 'FollowedPage' })
export type FollowedPage = z.infer<typeof followedPage>

/** Which of them: what is owed, what of it is late, what is done. */
export const followedShows = ['open', 'late', 'done', 'all'] as const
export type FollowedShow = (typeof followedShows)[number]
