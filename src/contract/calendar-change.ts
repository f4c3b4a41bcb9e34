import { z } from 'zod'
import { sentDay, sentLine } from './limits.js'
import { moment, named } from './parts.js'

const change = z.object({
  kind: z.enum(['off', 'work', 'withdrawn']),
  /** The change that is taken back. */
  withdraws: z.number().nullable(),
  name: sentLine,
  firstOn: sentDay,
  lastOn: sentDay,
  reason: sentLine,
  instrument: sentLine,
})

/** `revision`: the last change that was seen. */
export const calendarRequest = change.extend({ revision: z.number().int() }).meta({ id: 'CalendarRequest' })
export type CalendarRequest = z.infer<typeof calendarRequest>

export const localCalendar = z
  .object({
    changes: z.array(change.extend({ id: z.number(), at: moment, who: z.string(), isHolding: z.boolean() })),
    revision: z.number(),
    today: z.string(),
    /** Up to when the national notices are known. */
    knownThrough: z.string(),
  })
  .meta({ id: 'LocalCalendar' })
export type LocalCalendar = z.infer<typeof localCalendar>

/** 影响预览. Which open duties would move; a matter is named by its number alone. */
export const calendarPreview = z
  .object({
    matters: z.number(),
    duties: z.number(),
    /** More was there than was looked at. */
    isCapped: z.boolean(),
    rows: z.array(z.object({ number: z.string(), duty: named, unit: z.string().nullable(), from: moment, to: moment })),
  })
  .meta({ id: 'CalendarPreview' })
export type CalendarPreview = z.infer<typeof calendarPreview>
