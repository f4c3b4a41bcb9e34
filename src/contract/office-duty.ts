import { z } from 'zod'
import { dutyRow } from './matter.js'
import { holderView, moment, named } from './parts.js'

/** 期次. A duty of the office in one of its rounds: a row of the desk, with whose it is and how it ended; `matter` is where it is done. */
export const officePeriod = dutyRow
  .extend({
    period: named,
    holder: holderView,
    status: z.enum(['open', 'paused', 'overdue', 'met', 'lapsed', 'cancelled']),
    isLate: z.boolean(),
    metAt: moment.nullable(),
  })
  .meta({ id: 'OfficePeriod' })
export type OfficePeriod = z.infer<typeof officePeriod>

/** What is owed now, first what is due first; and every period so far, newest first. */
export const officeDuties = z
  .object({
    open: z.array(officePeriod),
    periods: z.array(officePeriod),
    /** The regulation binds this office to something that the viewer sees; and from which day on it counts here. */
    hasDuties: z.boolean(),
    since: z.string(),
  })
  .meta({ id: 'OfficeDuties' })
export type OfficeDuties = z.infer<typeof officeDuties>
