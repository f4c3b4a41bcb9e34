import { z } from 'zod'
import { sentLine } from './limits.js'
import { matterRow } from './matter.js'

/** A name or a telephone number, whole, and why it is looked for. */
export const requesterSought = z.object({ who: sentLine, reason: sentLine }).meta({ id: 'RequesterSought' })

/** The matters of whoever has that name or number, as far as this viewer may open who wrote them. */
export const requesterFound = z.object({ rows: z.array(matterRow), isCut: z.boolean() }).meta({ id: 'RequesterFound' })
export type RequesterFound = z.infer<typeof requesterFound>

/** 同事. Whoever serves in the government now: in which roles, and for which unit first (null: for none). */
export const colleagues = z
  .object({
    people: z.array(z.object({ id: z.string(), name: z.string(), seats: z.array(z.string()), unit: z.string().nullable() })),
  })
  .meta({ id: 'Colleagues' })
export type Colleagues = z.infer<typeof colleagues>
