import { z } from 'zod'
import { sentText } from './limits.js'
import { matterRow } from './matter.js'
import { moment, named } from './parts.js'

/** What a unit said to it, and who said it. */
const patternAnswer = z.object({ answer: z.string(), by: z.string(), at: moment })

/** Something conspicuous in the figures of a unit: how it was measured, in how many of how many matters, and in which. Never a verdict. */
export const patternFound = named
  .extend({
    /** The measure, and what may explain it. */
    measure: z.string(),
    number: z.number(),
    of: z.number(),
    /** Some of them, the latest first. */
    matters: z.array(matterRow),
    answers: z.array(patternAnswer),
  })
  .meta({ id: 'PatternFound' })
export type PatternFound = z.infer<typeof patternFound>

export const patternsView = z
  .object({
    /** `2025-10`, and months to choose from. */
    month: z.string(),
    months: z.array(z.string()),
    /** The office looks at all this; false: it has switched it off. */
    isOn: z.boolean(),
    mayAnswer: z.boolean(),
    maySwitch: z.boolean(),
    /** From when others than the unit itself see it; null: they do already. */
    othersFrom: moment.nullable(),
    /** When it was counted; null: it is not shown. */
    countedAt: moment.nullable(),
    units: z.array(z.object({ unit: named, found: z.array(patternFound) })),
    /** Everything that is measured, in words. */
    measures: z.array(named.extend({ measure: z.string() })),
  })
  .meta({ id: 'Patterns' })
export type PatternsView = z.infer<typeof patternsView>

export const patternAnswerRequest = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  pattern: z.string().max(40),
  answer: sentText,
})
export const patternSwitchRequest = z.object({ isOn: z.boolean() })
