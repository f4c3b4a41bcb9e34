import { z } from 'zod'
import { moment } from './parts.js'

/** A file that was handed in; its id goes into a field of type `attachments`. */
export const attachmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.number(),
    uploadedAt: moment,
    isSealed: z.boolean(),
    /** What it still tells of whoever wrote it, in a sentence; null: nothing that is known. */
    warning: z.string().nullable(),
  })
  .meta({ id: 'Attachment' })
export type AttachmentView = z.infer<typeof attachmentView>
