import { z } from 'zod'
import { allParts } from '../../core/index.js'

/** Shapes that stand in many places of a regulation, shorthand included. */

export const identifier = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
export const word = z.string().min(1)

/** 名称: one word, or one for each language. */
export const name = z.union([word, z.strictObject({ zh: word, en: word.optional() })]).meta({ id: 'Name' })
export type NameInput = z.infer<typeof name>

/** Where a list is expected, one may stand alone. */
export const listOf = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)])
export const words = listOf(word).meta({ id: 'Words' })

export const clauseRefs = listOf(word).meta({ id: 'Clauses', description: 'ids of clauses.yaml, or a cite, or "*"' })

/** One word, number, or yes and no. */
export const scalar = z.union([z.string(), z.number(), z.boolean()])
export type ValueInput = string | number | boolean | null | ValueInput[] | { [key: string]: ValueInput }
export const value: z.ZodType<ValueInput> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]))
  .meta({ id: 'Value' })

/** At least so much, at most so much. */
export const bounds = z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })

/** A share's part: 主办, 协办, 分办, 会办. */
export const parts = z.enum(allParts)
export const dutyStatuses = ['open', 'paused', 'met', 'lapsed', 'overdue', 'cancelled'] as const
/** What a condition asks of a duty: one of these, or whether it has brought points that stand. */
export const askedStatuses = [...dutyStatuses, 'deducted'] as const

/** A time of day: `18:00`. */
export const timeOfDay = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/)

/** `18:00` as minutes of the day. */
export function minuteOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}
