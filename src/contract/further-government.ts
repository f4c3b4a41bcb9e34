import { z } from 'zod'
import { sentDay, sentId, sentLine } from './limits.js'
import { named } from './parts.js'

/** 增设政府. What is asked for; the first text is its own, the others are of further kinds of matter. */
export const furtherGovernmentRequest = z
  .object({
    name: sentLine,
    /** As it stands in addresses: `/{id}`. */
    id: sentId,
    /** The first two digits of its numbers. */
    numberPrefix: z.number().int(),
    hosts: z.array(sentLine).max(20),
    /** `from` and `instrument`: of a text that does not say since when it holds; empty where it does, or while it is not known. */
    texts: z.array(z.object({ regulation: sentId, version: sentId, from: sentDay, instrument: sentLine })).max(20),
    /** Who administers it first. `contact`: where their link is sent; empty: it is shown to whoever confirms. */
    administrator: z.object({ name: sentLine, login: sentLine, contact: sentLine }),
  })
  .meta({ id: 'FurtherGovernmentRequest' })
export type FurtherGovernmentRequest = z.infer<typeof furtherGovernmentRequest>

const text = named.extend({ version: z.string(), matter: z.string(), isForceAwaited: z.boolean() })

/** The governments here, what a further one can be set up with, and one that waits for a second administrator. */
export const furtherGovernments = z
  .object({
    governments: z.array(named.extend({ hosts: z.array(z.string()), isOwn: z.boolean(), isRehearsal: z.boolean() })),
    /** All texts in the library that a further government could work by. */
    texts: z.array(text),
    /** The first beginning of numbers that nobody has. */
    freePrefix: z.number().nullable(),
    asked: furtherGovernmentRequest.extend({ by: named }).nullable(),
    isConfirmable: z.boolean(),
  })
  .meta({ id: 'FurtherGovernments' })
export type FurtherGovernments = z.infer<typeof furtherGovernments>

/** What would stand there; nothing is written yet. */
export const furtherPreview = z
  .object({
    address: z.string(),
    hosts: z.array(z.string()),
    /** The first two digits of its numbers. */
    numberPrefix: z.number(),
    texts: z.array(
      named.extend({ version: z.string(), matter: z.string(), isInForce: z.boolean(), from: z.string().nullable() }),
    ),
    /** Whose duties somebody has to take up there. */
    roles: z.array(named),
    administrator: z.string(),
  })
  .meta({ id: 'FurtherPreview' })
export type FurtherPreview = z.infer<typeof furtherPreview>
