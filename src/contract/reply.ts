import { z } from 'zod'
import { dutyView, moment, named, requirementView } from './parts.js'

/** The fields an act needs, and what else must exist, with what has been filled in so far. */
export const neededFields = z
  .object({ needed: z.array(z.string()), requirements: z.array(requirementView) })
  .meta({ id: 'NeededFields' })
export type NeededFields = z.infer<typeof neededFields>

/** A text that is being written: which act, which of its fields, and all that is filled in. Nothing of it is kept. */
export const replyCheckRequest = z
  .object({ act: z.string().max(64), field: z.string().max(64), with: z.record(z.string(), z.unknown()).default({}) })
  .meta({ id: 'ReplyCheckRequest' })
export type ReplyCheckRequest = z.infer<typeof replyCheckRequest>

/** A suggestion, with why: what looks like personal data, what repeats another answer, what the public is not to read, points that seem to be left out. */
export const replyWarning = z
  .object({
    kind: z.enum(['personal', 'repeats', 'hidden', 'points']),
    /** The words of the text that are meant, of the message where it is about its points; empty where the whole text is. */
    words: z.array(z.string()),
    why: z.string(),
    /** The other matter whose answer it repeats. */
    matter: z.object({ id: z.string(), number: z.string(), title: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'ReplyWarning' })
export type ReplyWarning = z.infer<typeof replyWarning>

const markedPart = z.object({ text: z.string(), isPersonal: z.boolean() })

/** The public page as it would be with what is being written. `isPersonal` marks what looks like personal data. */
export const publicPreview = z
  .object({
    isPublished: z.boolean(),
    title: z.array(markedPart),
    units: z.array(z.string()),
    fields: z.array(named.extend({ of: z.enum(['letter', 'answer', 'other']), parts: z.array(markedPart) })),
    files: z.array(z.object({ id: z.string(), size: z.number(), parts: z.array(markedPart) })),
    /** How many files of the letter are not on the page. */
    filesKeptBack: z.number(),
    /** What is filled in and stays out of the page. */
    keptBack: z.array(named),
  })
  .meta({ id: 'PublicPreview' })
export type PublicPreview = z.infer<typeof publicPreview>

/** `preview` is null where the regulation publishes nothing. */
export const replyCheck = z
  .object({ warnings: z.array(replyWarning), preview: publicPreview.nullable() })
  .meta({ id: 'ReplyCheck' })
export type ReplyCheck = z.infer<typeof replyCheck>

/** What an act would do to the days: duties that would run to another time, or for the first time. `isIfGranted`: once somebody grants what it asks for. */
export const actOutlook = z.object({ duties: z.array(dutyView), isIfGranted: z.boolean() }).meta({ id: 'ActOutlook' })
export type ActOutlook = z.infer<typeof actOutlook>
