import { z } from 'zod'
import { sentDay, sentId } from './limits.js'
import { moment, named } from './parts.js'

/** 替身. Whose shoes whoever practises can step into. */
const standIn = named.extend({ isAdmin: z.boolean(), roles: z.array(z.string()) })

/** 旁设的演练. Those beside this office, with the time that it is there. */
export const rehearsals = z
  .object({
    rehearsals: z.array(named.extend({ begunAt: moment, now: moment, standIns: z.array(standIn) })),
    /** How many can stand at once. */
    most: z.number(),
  })
  .meta({ id: 'Rehearsals' })
export type Rehearsals = z.infer<typeof rehearsals>

/** How many made-up letters come in at once. */
export const mostLetters = 200
export const lettersRequest = z.object({ count: z.number().int().min(0).max(mostLetters) }).meta({ id: 'LettersRequest' })

/** How many came in; of what kind none could be made up, and why. */
export const lettersDone = z.object({ received: z.number(), refused: z.array(z.string()) }).meta({ id: 'LettersDone' })
export type LettersDone = z.infer<typeof lettersDone>

export const stepInRequest = z.object({ account: sentId }).meta({ id: 'StepInRequest' })

/** Inside one: whom one can be, and what day it is. */
export const rehearsalStanding = z
  .object({ of: named, now: moment, today: z.string(), account: z.string(), standIns: z.array(standIn) })
  .meta({ id: 'RehearsalStanding' })
export type RehearsalStanding = z.infer<typeof rehearsalStanding>

/** Empty: to the next day. */
export const clockRequest = z.object({ on: sentDay.default('') }).meta({ id: 'ClockRequest' })
