import { z } from 'zod'
import { matterRow } from './matter.js'
import { clauseView, dutyView, itemView, named } from './parts.js'

export const owedDuty = dutyView.omit({ receipt: true })

/** A record inside the matter, with the duty that presses it most. */
const owedItem = itemView.omit({ clock: true, unit: true }).extend({ duty: owedDuty.nullable() })

/** 谁的. What one holder has in a matter: a unit in its share, or another side for the matter as a whole. */
const owedBy = z.object({
  /** Unlike any other of the matter. */
  key: z.string(),
  name: z.string(),
  part: z.string().nullable(),
  /** Of the share; null: it is no share. */
  stage: named.nullable(),
  isOver: z.boolean(),
  /** What is still owed, late first, but for what an item tells. */
  duties: z.array(owedDuty),
  items: z.array(owedItem),
  /** How much of it is late. */
  late: z.number(),
})
export type OwedBy = z.infer<typeof owedBy>

const ledgerRow = z.object({
  matter: matterRow,
  isEnd: z.boolean(),
  /** In the order of the columns. */
  cells: z.array(z.object({ text: z.string(), duty: owedDuty.nullable() })),
  owed: z.array(owedBy),
  late: z.number(),
  /** How many of its items are over, of how many. */
  items: z.object({ over: z.number(), all: z.number() }),
})
export type LedgerRow = z.infer<typeof ledgerRow>

/** 台账. The matters of one kind, what is late first: what the regulation's ledger tells of each, and who owes what in it. */
export const ledgerPage = z
  .object({
    /** The kinds of matter there are, and which this ledger is of. */
    kinds: z.array(named),
    kind: z.string(),
    columns: z.array(z.object({ name: z.string(), clauses: z.array(clauseView) })),
    rows: z.array(ledgerRow),
    next: z.string().nullable(),
    total: z.number(),
    isTotalCapped: z.boolean(),
  })
  .meta({ id: 'LedgerPage' })
export type LedgerPage = z.infer<typeof ledgerPage>

/** Which of them: what is not over, what of it is late, what is over. */
export const ledgerShows = ['open', 'late', 'over', 'all'] as const
export type LedgerShow = (typeof ledgerShows)[number]
