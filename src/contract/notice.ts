import { z } from 'zod'
import { sentLine } from './limits.js'
import { moment } from './parts.js'

/** 提醒. Something that was done or fell due, told to whom it concerns. */
export const noticeRow = z
  .object({
    id: z.number(),
    /** Null: it is about the figures of a month. */
    matter: z.string().nullable(),
    /** That month, `2025-10`; null: it is about a matter. */
    month: z.string().nullable(),
    number: z.string(),
    title: z.string(),
    text: z.string(),
    by: z.string(),
    at: moment,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notice' })

export const noticePage = z
  .object({ rows: z.array(noticeRow), next: z.string().nullable(), unread: z.number() })
  .meta({ id: 'NoticePage' })
export type NoticePage = z.infer<typeof noticePage>

/** 查看身份: why, and what was opened. */
export const revealRequest = z.object({ reason: sentLine }).meta({ id: 'RevealRequest' })
export const revealed = z
  .object({ fields: z.array(z.object({ id: z.string(), name: z.string(), value: z.string() })) })
  .meta({ id: 'Revealed' })
export type Revealed = z.infer<typeof revealed>

/** 补发查询码: the new code, told once. */
export const newCode = z.object({ number: z.string(), code: z.string() }).meta({ id: 'NewCode' })
export type NewCode = z.infer<typeof newCode>
