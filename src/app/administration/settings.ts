import { z } from 'zod'
import { furtherGovernmentRequest, ledgerLayout, saidItems } from '../../contract/index.js'
import type { JsonObject } from '../../store/index.js'

const savedMapping = z.object({
  map: z.record(z.string(), z.string()),
  set: z.record(z.string(), z.string()),
  head: z.number().int().nullable(),
  sheet: z.string().nullable(),
  /** As which kind of matter; null: the first. */
  kind: z.string().nullable().default(null),
})
/** 对应关系. Which column of a file holds what, what is stated of every row, and where the heads stand; kept under a name. */
export type SavedMapping = Readonly<z.infer<typeof savedMapping>>

/** 表单. Lines of the office's own before a form, the order of its fields and hints at them; channels that are not offered. */
const formShape = z.object({
  notice: z.string().default(''),
  order: z.array(z.string()).default([]),
  hints: z.record(z.string(), z.string()).default({}),
  closedChannels: z.array(z.string()).default([]),
})
export type FormOfKind = Readonly<z.infer<typeof formShape>>

const settingsShape = z.object({
  /** What is conspicuous in the figures of units is told; false: the office has switched it off. */
  tellsPatterns: z.boolean().default(true),
  /** Which option of the channel field stands for this portal; the first one where none is named. */
  webChannel: z.string().nullable().default(null),
  /** Instruments by which the authority prolonged a regulation (`to` null: until further notice), or said from when it holds. */
  renewals: z
    .array(
      z.object({
        regulation: z.string(),
        version: z.string(),
        from: z.string().nullable().default(null),
        to: z.string().nullable(),
        instrument: z.string(),
      }),
    )
    .default([]),
  /** Regulations of further kinds of work, beside the one of the government itself, in the order in which they were taken up. */
  kinds: z.array(z.object({ regulation: z.string(), version: z.string() })).default([]),
  /** Versions under which matters began before others took their place, the first to be left first. */
  former: z.array(z.object({ regulation: z.string(), version: z.string() })).default([]),
  /** A version that one administrator has asked for and another has not yet. */
  versionAsked: z.object({ regulation: z.string(), version: z.string(), by: z.string() }).nullable().default(null),
  /** A further government that one administrator has asked for and another has not yet. */
  governmentAsked: furtherGovernmentRequest.extend({ by: z.string() }).nullable().default(null),
  /** Names of hosts that stand for this government alone. */
  hosts: z.array(z.string()).default([]),
  /** What the portal says beside the regulation, and the numbers at its foot. */
  portal: z
    .object({
      notice: z.string().default(''),
      contact: z.string().default(''),
      address: z.string().default(''),
      /** Whom to call in a hurry; empty: the national number. */
      hotline: z.string().default(''),
      icp: z.string().default(''),
      police: z.string().default(''),
      site: z.string().default(''),
    })
    .prefault({}),
  /** The picture on its pages, by its hash; empty: none. */
  emblem: z.string().default(''),
  /** As offices with one kind of work kept it; stands for the first kind while `forms` says nothing of it. */
  form: formShape.prefault({}),
  /** The forms of each kind of work, by its regulation. */
  forms: z.record(z.string(), formShape).default({}),
  /** Of a rehearsal beside an office: since when it stands. */
  rehearsalSince: z.number().nullable().default(null),
  /** How the files of other systems are read, by name. */
  importMappings: z.record(z.string(), savedMapping).default({}),
  /** How ledgers leave, by name: the office's own columns. */
  ledgerLayouts: z.record(z.string(), ledgerLayout.omit({ name: true })).default({}),
  isDemo: z.boolean().default(false),
  /** When the seeding of a demo began that has not come to its end. */
  demoSince: z.number().nullable().default(null),
  /** Whether administrators, auditors and those who may open identities need a second factor; only a demo does without. */
  secondFactor: z.enum(['required', 'offered']).default('required'),
  /** For how many days the log is kept; null: for ever. Read by the database as well. */
  logDays: z.number().int().nullable().default(null),
  /** A shorter time that one administrator has asked for and another has not yet. */
  logDaysAsked: z.object({ days: z.number().int(), by: z.string() }).nullable().default(null),
  /** For how many years it is kept who wrote a matter; null: nobody has said, and it is kept as long as the matter. */
  identityYears: z.int().nullable().default(null),
  /** For how many years what a regulation leaves open is kept, by `regulation/class`; what stands here for nothing is kept. */
  retentionTerms: z.record(z.string(), z.union([z.int(), z.literal('permanent')])).default({}),
  /** A further kind of work that one administrator has asked for and another has not yet. */
  kindAsked: z.object({ regulation: z.string(), version: z.string(), by: z.string() }).nullable().default(null),
  /** What of the first set-up somebody said is done. */
  said: z.array(z.enum(saidItems)).default([]),
  /** By which calendar the due times of this office were projected last. */
  calendarMark: z.string().default(''),
  /** Whether matters from before requesters were marked are found by who wrote them. */
  areRequestersMarked: z.boolean().default(false),
})
export type Settings = z.infer<typeof settingsShape>

/** What a government has set beyond its regulation. */
export const readSettings = (stored: JsonObject): Settings => settingsShape.parse(stored)
