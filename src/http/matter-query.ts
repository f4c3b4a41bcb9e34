import { z } from 'zod'
import type { MatterFilter, Page } from '../app/index.js'
import { lang } from '../contract/index.js'
import { day, endOfDay, readDay, shanghai, startOfDay } from '../core/index.js'

/** 截至. In the query of whatever can be asked as it stood; `lookingBack` reads it. */
export const asOfShape = {
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe(
      'As it stood at the end of a day (`2025-09-30`) or at a time (`2025-09-30 10:00`), by what was recorded until then',
    ),
}

/** Under which of the office's regulations a new matter begins; its first where none is named. */
export const underQuery = z.object({ lang: lang.optional(), regulation: z.string().max(64).optional() })

const dayShape = z.string().refine((text) => readDay(text) !== null, 'not a day')
/** One value, or several separated by commas. */
export const several = z.string().max(2000)

export const pageShape = z.object({
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  lang: lang.optional(),
  role: z.string().max(300).optional(),
})

export const matterQuery = pageShape.extend({
  q: z.string().max(200).optional(),
  stage: several.optional(),
  category: several.optional(),
  channel: several.optional(),
  unit: several.optional(),
  alert: several.optional(),
  from: dayShape.optional(),
  to: dayShape.optional(),
  regulation: several.optional(),
  /** Something is due by the end of this day. */
  due: dayShape.optional(),
  published: z.enum(['true', 'false']).optional(),
  /** What the calendar opens for the office itself: beside what people sent in, or alone. */
  rounds: z.enum(['beside', 'only']).optional(),
  sort: z.enum(['received', 'updated', 'due']).optional(),
})

export const pageQuery = ({ after, limit }: z.infer<typeof pageShape>): Page => ({
  limit: limit ?? 50,
  ...(after === undefined ? {} : { after }),
})

export const listOf = (text: string): readonly string[] => text.split(',').filter((each) => each !== '')

export function matterFilter(query: z.infer<typeof matterQuery>): MatterFilter {
  return {
    ...(query.q === undefined || query.q.trim() === '' ? {} : { text: query.q }),
    ...(query.stage ? { stages: listOf(query.stage) } : {}),
    ...(query.category ? { categories: listOf(query.category) } : {}),
    ...(query.channel ? { channels: listOf(query.channel) } : {}),
    ...(query.unit ? { units: listOf(query.unit) } : {}),
    ...(query.alert ? { alerts: listOf(query.alert) } : {}),
    ...(query.from === undefined ? {} : { receivedFrom: startOfDay(day(query.from), shanghai) }),
    ...(query.to === undefined ? {} : { receivedBefore: endOfDay(day(query.to), shanghai) }),
    ...(query.regulation ? { regulations: listOf(query.regulation) } : {}),
    ...(query.due === undefined ? {} : { dueBefore: endOfDay(day(query.due), shanghai) + 1 }),
    ...(query.published === undefined ? {} : { isPublished: query.published === 'true' }),
    ...(query.rounds === undefined ? {} : { rounds: query.rounds }),
  }
}
