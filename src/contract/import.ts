import { z } from 'zod'
import { sentId } from './limits.js'
import { named } from './parts.js'

const texts = z.record(z.string().max(200), z.string().max(1_000))

/** How a file is to be read: which column holds what, what is stated of every row, where the heads stand. */
export const importAsked = z
  .object({
    map: texts.default({}),
    set: texts.default({}),
    head: z.number().int().min(1).max(1_000_000).nullable().default(null),
    sheet: z.string().max(200).nullable().default(null),
    /** The name of what was saved before; what is said here holds against it. */
    mapping: z.string().max(100).nullable().default(null),
    /** Under which name this is kept for the next file. */
    saveAs: z.string().max(100).nullable().default(null),
    /** As which kind of matter the rows come in; null: the first that comes in from files. */
    kind: sentId.nullable().default(null),
    /** What the numbers in the file belong to; the name of the file unless said. */
    source: z.string().max(200).nullable().default(null),
    isAccepting: z.boolean().default(false),
    takesAutomatic: z.boolean().default(false),
    isTrial: z.boolean().default(false),
  })
  .meta({ id: 'ImportAsked' })
export type ImportAsked = z.infer<typeof importAsked>

const importField = named.extend({ isNeeded: z.boolean(), options: z.array(named) })
const place = { row: z.number(), place: z.string().nullable() }
const noted = z.object({ ...place, reason: z.string() })
const read = {
  headRow: z.number().nullable(),
  sheet: z.string().nullable(),
  notes: z.array(z.string()),
  /** Field by field, the column it is taken from. */
  columns: texts,
  defaults: texts,
  unused: z.array(z.string()),
}

/** The first rows as they would come in; `refusal` is why none of them can be read yet, and what to say. */
export const importPreview = z
  .object({
    ...read,
    heads: z.array(z.string()),
    fields: z.array(importField),
    mappings: z.array(z.string()),
    /** Where there is a choice of kinds. */
    kinds: z.array(named),
    kind: z.string(),
    rows: z.array(
      z.object({ ...place, values: z.array(z.object({ name: z.string(), value: z.string() })), reason: z.string().nullable() }),
    ),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreviewView = z.infer<typeof importPreview>

/** A file made for whoever asks, in what travels. */
export const madeFile = z.object({ ending: z.enum(['csv', 'xlsx']), base64: z.string() })
export type MadeFile = z.infer<typeof madeFile>

/** What became of each row: imported, known or refused; they add up. Of long lists the first are told; the file holds all. */
export const importReport = z
  .object({
    ...read,
    read: z.number(),
    imported: z.number(),
    known: z.number(),
    refusedCount: z.number(),
    automaticCount: z.number(),
    refused: z.array(noted),
    automatic: z.array(noted),
    left: z.array(noted),
    told: z.array(noted),
    /** Refused rows as a table, with the reason of each; null where there are none. */
    refusedFile: madeFile.nullable(),
  })
  .meta({ id: 'ImportReport' })
export type ImportReportView = z.infer<typeof importReport>
