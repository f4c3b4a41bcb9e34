import { z } from 'zod'
import { sentId, sentLine } from './limits.js'
import { named } from './parts.js'

export const ledgerKinds = ['matters', 'duties'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** A column of a ledger that leaves; an empty head: as it is usually called. */
export const ledgerHead = z.object({ id: sentId, head: z.string().max(60).default('') })
export type LedgerHead = z.infer<typeof ledgerHead>

/** 台账样式. Which columns, in which order, under which heads: the office's own, kept under a name. */
export const ledgerLayout = z
  .object({ name: sentLine, kind: z.enum(ledgerKinds), columns: z.array(ledgerHead).min(1).max(100) })
  .meta({ id: 'LedgerLayout' })
export type LedgerLayout = z.infer<typeof ledgerLayout>

/** A ledger while its columns are chosen: what there is, and its first rows, a cell for each column in their order. */
export const ledgerLook = z
  .object({
    columns: z.array(named),
    rows: z.array(z.array(z.string())),
    layouts: z.array(ledgerLayout),
    /** Whether the viewer keeps layouts for the office. */
    mayKeep: z.boolean(),
  })
  .meta({ id: 'LedgerLook' })
export type LedgerLookView = z.infer<typeof ledgerLook>
