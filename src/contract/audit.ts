import { z } from 'zod'
import { moment, named } from './parts.js'

export const auditRow = z.object({
  id: z.number(),
  at: moment,
  who: named,
  kind: named,
  about: z.string(),
  /** From where it was done; empty: on the machine, or by itself. */
  address: z.string(),
  parts: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type AuditRowView = z.infer<typeof auditRow>

/** 审计日志, newest first. */
export const auditPage = z
  .object({
    rows: z.array(auditRow),
    next: z.string().nullable(),
    kinds: z.array(named),
    people: z.array(named),
  })
  .meta({ id: 'AuditPage' })
export type AuditPage = z.infer<typeof auditPage>
