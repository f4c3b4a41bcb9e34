import { z } from 'zod'
import { attachmentView } from './attachment.js'
import { clauseView, dutyView, fieldView, holderView, moment, refusalView } from './parts.js'

/** 期次. Which month, quarter, half or year. */
const period = z.object({ id: z.string(), name: z.string(), first: z.string(), last: z.string() })

/** 机构义务. What the office itself owes for one period, with its form where the viewer may do it, or why not. */
export const officeDutyView = z
  .object({
    /** Also its address: `bulletin@2025-Q1`. */
    key: z.string(),
    period,
    duty: dutyView,
    /** The viewer, in this role, is the one who owes it. */
    isMine: z.boolean(),
    fields: z.array(fieldView),
    refusal: refusalView.nullable(),
    /** The text's own words where it states no time. */
    discretion: z.string(),
    note: z.string(),
  })
  .meta({ id: 'OfficeDuty' })
export type OfficeDutyView = z.infer<typeof officeDutyView>

/** One period that was or is owed, in one line: how it stands and what was stated. */
export const officePeriod = z
  .object({
    key: z.string(),
    duty: z.string(),
    name: z.string(),
    period,
    holder: holderView,
    status: z.enum(['open', 'met', 'overdue']),
    isLate: z.boolean(),
    workdaysLate: z.number(),
    dueAt: moment.nullable(),
    isProvisional: z.boolean(),
    metAt: moment.nullable(),
    by: z.string(),
    stated: z.array(z.object({ field: z.string(), name: z.string(), value: z.string() })),
    files: z.array(attachmentView),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'OfficePeriod' })
export type OfficePeriod = z.infer<typeof officePeriod>

/** What is owed now, first what is due first; and every period so far, newest first. */
export const officeDuties = z
  .object({
    open: z.array(officeDutyView),
    periods: z.array(officePeriod),
    /** The regulation binds this office to something; and from which day on it counts here. */
    hasDuties: z.boolean(),
    since: z.string(),
  })
  .meta({ id: 'OfficeDuties' })
export type OfficeDuties = z.infer<typeof officeDuties>
