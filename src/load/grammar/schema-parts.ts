import { z } from 'zod'

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

const scalar = z.union([z.string(), z.number(), z.boolean()])
export type ValueInput = string | number | boolean | null | ValueInput[] | { [key: string]: ValueInput }
export const value: z.ZodType<ValueInput> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]))
  .meta({ id: 'Value' })

const bounds = z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
export type BoundsInput = z.infer<typeof bounds>

/** How often an act was done; doings nearer together than `apart` count as one. */
const countTest = z.strictObject({ ...bounds.shape, apart: z.lazy(() => period).optional() })
export type CountTestInput = z.infer<typeof countTest>

export const parts = z.enum(['lead', 'assist', 'separate', 'joint'])
export const dutyStatuses = ['open', 'paused', 'met', 'overdue', 'cancelled'] as const
const assignmentTest = z.strictObject({
  of: listOf(parts).optional(),
  every: words.optional(),
  some: words.optional(),
  none: words.optional(),
})
export type AssignmentTestInput = z.infer<typeof assignmentTest>

/** What a field is asked: a value, several, or bounds. */
const fieldTest = z.union([scalar, z.array(scalar), bounds])
export type FieldTestInput = z.infer<typeof fieldTest>

/** A day held against the present one. */
const dayTest = z.strictObject({ atLeast: z.literal('today').optional(), atMost: z.literal('today').optional() })
type DayTestInput = z.infer<typeof dayTest>

/** 条件 as written: these words, and any field by its name. */
export type ConditionInput = {
  all?: ConditionInput | ConditionInput[] | undefined
  any?: ConditionInput | ConditionInput[] | undefined
  not?: ConditionInput | undefined
  filled?: string | string[] | undefined
  empty?: string | string[] | undefined
  same?: [string, string] | undefined
  count?: Record<string, CountTestInput> | undefined
  duty?: Record<string, (typeof dutyStatuses)[number] | (typeof dutyStatuses)[number][]> | undefined
  stage?: string | string[] | undefined
  part?: z.infer<typeof parts> | z.infer<typeof parts>[] | undefined
  assignments?: AssignmentTestInput | undefined
  viewer?: string | string[] | undefined
  actor?: string | string[] | undefined
  day?: Record<string, DayTestInput> | undefined
  [field: string]: unknown
}

export const condition: z.ZodType<ConditionInput> = z
  .lazy(() =>
    z
      .object({
        all: listOf(condition).optional(),
        any: listOf(condition).optional(),
        not: condition.optional(),
        filled: words.optional(),
        empty: words.optional(),
        same: z.tuple([word, word]).optional(),
        count: z.record(z.string(), countTest).optional(),
        duty: z.record(z.string(), listOf(z.enum(dutyStatuses))).optional(),
        stage: words.optional(),
        part: listOf(parts).optional(),
        assignments: assignmentTest.optional(),
        viewer: words.optional(),
        actor: words.optional(),
        day: z.record(z.string(), dayTest).optional(),
      })
      .catchall(fieldTest),
  )
  .meta({ id: 'Condition' })

/** Words of a condition that are no fields. */
export const conditionWords = [
  'all',
  'any',
  'not',
  'filled',
  'empty',
  'same',
  'count',
  'duty',
  'stage',
  'part',
  'assignments',
  'viewer',
  'actor',
  'day',
]

const amount = z.number().int().min(0)
export const periodKeys = ['workdays', 'calendarDays', 'months', 'hours', 'minutes'] as const
const periodShape = {
  workdays: amount.optional(),
  calendarDays: amount.optional(),
  months: amount.optional(),
  hours: amount.optional(),
  minutes: amount.optional(),
}
export const period = z.strictObject(periodShape).meta({ id: 'Period' })
export type PeriodInput = z.infer<typeof period>

/** 期限 as written: exactly one kind. */
export type LimitInput = PeriodInput & {
  yearly?: string | undefined
  on?: string | undefined
  before?: PeriodInput | undefined
  field?: string | undefined
  set?: string | undefined
  else?: LimitInput | undefined
  shortest?: LimitInput[] | undefined
  from?: string | undefined
  receivedBy?: string | undefined
  clause?: string | string[] | undefined
}

/** A time of day: `18:00`. */
export const timeOfDay = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/)

export const limitShape = {
  ...periodShape,
  yearly: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .optional(),
  on: word.optional(),
  before: period.optional(),
  field: word.optional(),
  set: word.optional(),
  from: word.optional(),
  receivedBy: timeOfDay.optional(),
  get else() {
    return limit.optional()
  },
  get shortest() {
    return z.array(limit).optional()
  },
  clause: clauseRefs.optional(),
}
export const limit: z.ZodType<LimitInput> = z.lazy(() => z.strictObject(limitShape)).meta({ id: 'Limit' })
