import { z } from 'zod'
import { sentId, sentLine } from './limits.js'
import { moment, named } from './parts.js'

/** 名单上的人. Somebody on a list of known requesters, as an administrator keeps them; never deleted, only locked. */
export const listedPerson = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    list: named,
    /** What they are there: a delegation, a sector. */
    standing: z.string(),
    contact: z.string(),
    isDisabled: z.boolean(),
    /** False until they have set a password by their link. */
    hasPassword: z.boolean(),
    revision: z.number(),
  })
  .meta({ id: 'ListedPerson' })
export type ListedPerson = z.infer<typeof listedPerson>

export const listedView = z
  .object({
    /** The lists that the government's regulations declare; without one nobody is known by name here. */
    lists: z.array(named),
    people: z.array(listedPerson),
  })
  .meta({ id: 'ListedPeople' })
export type ListedView = z.infer<typeof listedView>

export const listedRequest = z
  .object({
    login: sentLine,
    name: sentLine,
    list: sentId,
    standing: sentLine.default(''),
    contact: sentLine.default(''),
    isDisabled: z.boolean().default(false),
    /** It is meant that what still waits for them is answered by nobody. */
    leavesVacant: z.boolean().optional(),
  })
  .meta({ id: 'ListedRequest' })
export type ListedRequest = z.infer<typeof listedRequest>

/** What a known requester finds: their matters, where each stands, what comes next and what they are asked. */
export const knownHome = z
  .object({
    name: z.string(),
    list: z.string(),
    standing: z.string(),
    rows: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        shown: named,
        receivedAt: moment,
        coming: z.object({ name: z.string(), dueAt: moment.nullable(), isLate: z.boolean() }).nullable(),
        asked: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
    /** What stands in the log about their account, the latest first. */
    log: z.array(z.object({ at: moment, who: z.string(), what: z.string(), address: z.string() })),
  })
  .meta({ id: 'KnownHome' })
export type KnownHome = z.infer<typeof knownHome>
