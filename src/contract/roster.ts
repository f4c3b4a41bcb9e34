import { z } from 'zod'
import { madeFile } from './import.js'
import { moment } from './parts.js'

/** 花名册. What a list of the set-up holds. */
export const rosterKinds = ['units', 'people', 'listed'] as const
export type RosterKind = (typeof rosterKinds)[number]
export const rosterKind = z.object({ of: z.enum(rosterKinds) })

const noted = z.object({ row: z.number(), reason: z.string() })
const read = {
  headRow: z.number(),
  sheet: z.string().nullable(),
  /** What of the file was not read. */
  notes: z.array(z.string()),
  unused: z.array(z.string()),
  /** Rows: those that add something, those that are there already, those that cannot come in; they add up. */
  read: z.number(),
  added: z.number(),
  known: z.number(),
  refusedCount: z.number(),
  refused: z.array(noted),
}

/** A list as it would come in; nothing is written. */
export const rosterPreview = z
  .object({
    ...read,
    /** The first that would be added, as they would be. */
    rows: z.array(z.object({ row: z.number(), values: z.array(z.object({ name: z.string(), value: z.string() })) })),
  })
  .meta({ id: 'RosterPreview' })
export type RosterPreview = z.infer<typeof rosterPreview>

/** What became of a list. */
export const rosterReport = z
  .object({
    ...read,
    /** Refused rows as a table, with the reason of each; null where there are none. */
    refusedFile: madeFile.nullable(),
    /** Links to set passwords by, of those who cannot be sent theirs: who, and by which path. Told this once. */
    links: z.array(z.object({ name: z.string(), login: z.string(), path: z.string() })),
    linksUntil: moment.nullable(),
  })
  .meta({ id: 'RosterReport' })
export type RosterReport = z.infer<typeof rosterReport>
