import { z } from 'zod'
import { sentId, sentLine, sentText } from './limits.js'
import { named } from './parts.js'

/** 规范用语, as a form offers it. */
export const standardText = z
  .object({
    id: z.number(),
    title: z.string(),
    text: z.string(),
    /** The field it was written for; null: any. */
    field: z.string().nullable(),
  })
  .meta({ id: 'StandardText' })
export type StandardTextView = z.infer<typeof standardText>

/** As it is kept: `act` and `field` are null where it is offered for all of them. */
export const keptText = standardText
  .extend({ act: named.nullable(), field: named.nullable(), revision: z.number() })
  .meta({ id: 'KeptText' })
export type KeptText = z.infer<typeof keptText>

export const keptTexts = z
  .object({
    texts: z.array(keptText),
    /** Acts with a field of free text, each with these fields. */
    acts: z.array(named.extend({ fields: z.array(named) })),
  })
  .meta({ id: 'KeptTexts' })
export type KeptTexts = z.infer<typeof keptTexts>

/** Empty `act` or `field`: for all. */
export const textRequest = z
  .object({ act: sentId.default(''), field: sentId.default(''), title: sentLine, text: sentText })
  .meta({ id: 'TextRequest' })
export type TextRequest = z.infer<typeof textRequest>

export const seen = z.object({ revision: z.number().int() })
