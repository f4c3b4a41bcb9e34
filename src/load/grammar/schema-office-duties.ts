import { z } from 'zod'
import { cycles } from '../../core/index.js'
import { rung } from './schema-duties.js'
import { clauseRefs, limitShape, listOf, name, word, words } from './schema-parts.js'

/** Until when a duty of the office runs: exactly one kind. */
const within = z.strictObject({
  workdays: limitShape.workdays,
  calendarDays: limitShape.calendarDays,
  months: limitShape.months,
  yearly: limitShape.yearly,
  periods: z.number().int().min(1).optional(),
  clause: clauseRefs.optional(),
})
export type OfficeLimitInput = z.infer<typeof within>

/** No matter stands behind it: nothing to weigh a condition on, no unit whose points could be taken. */
const officeRung = rung.omit({ unless: true, deduct: true, criticisms: true }).meta({ id: 'OfficeRung' })

/** 机构义务 as written. */
export const officeDuty = z
  .strictObject({
    name,
    holder: word,
    every: z.enum(cycles),
    opens: z.enum(['period-end', 'period-start']).optional(),
    within: within.optional(),
    discretion: word.optional(),
    needs: words.optional(),
    takes: words.optional(),
    ladder: listOf(officeRung).optional(),
    clause: clauseRefs.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'OfficeDuty' })
export type OfficeDutyInput = z.infer<typeof officeDuty>
