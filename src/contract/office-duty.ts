import { z } from 'zod'
import { dutyRow } from './matter.js'
import { holderView, moment, named } from './parts.js'

/** 期次. A duty of the office in one of its rounds: a row of the desk, with whose it is and how it ended; `matter` is where it is done. */
export const officeRound = dutyRow
  .extend({
    round: named,
    holder: holderView,
    status: z.enum(['open', 'paused', 'overdue', 'met', 'lapsed', 'cancelled']),
    isLate: z.boolean(),
    metAt: moment.nullable(),
  })
  .meta({ id: 'OfficeRound' })
export type OfficeRound = z.infer<typeof officeRound>

/** What is owed now, first what is due first; and every round so far, newest first. */
export const officeDuties = z
  .object({
    open: z.array(officeRound),
    rounds: z.array(officeRound),
    /** The regulation binds this office to something that the viewer sees; and from which day on it counts here. */
    hasDuties: z.boolean(),
    since: z.string(),
  })
  .meta({ id: 'OfficeDuties' })
export type OfficeDuties = z.infer<typeof officeDuties>
