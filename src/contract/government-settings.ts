import { z } from 'zod'
import { sentDay, sentId, sentLine, sentText } from './limits.js'
import { moment, named } from './parts.js'

const portalTexts = z.object({
  /** Own lines before the form, below the regulation's. */
  notice: sentText,
  contact: sentLine,
  address: sentLine.default(''),
  hotline: sentLine.default(''),
  icp: sentLine,
  police: sentLine,
  site: sentLine,
})

export const governmentSettings = z
  .object({
    id: z.string(),
    name: z.string(),
    revision: z.number(),
    portal: portalTexts,
    /** Names of hosts that stand for this government alone. */
    hosts: z.array(z.string()),
    /** The picture on its pages, by its hash; empty: none. */
    emblem: z.string(),
    regulations: z.array(
      named.extend({
        version: z.string(),
        /** Whether new matters begin under it. */
        isForNew: z.boolean(),
        /** Whether it holds today, by what is recorded here. */
        isInForce: z.boolean(),
        effectiveFrom: z.string().nullable(),
        effectiveTo: z.string().nullable(),
        /** The text does not say from when; that day must be recorded first. */
        isForceAwaited: z.boolean(),
        renewal: z.object({ from: z.string().nullable(), to: z.string().nullable(), instrument: z.string() }).nullable(),
      }),
    ),
    /** Regulations that could be taken up beside these. */
    kindsOffered: z.array(named.extend({ matter: z.string(), version: z.string() })),
    /** What keeps the ties between its kinds from being read: until it is mended they are left out. */
    tieFaults: z.array(z.object({ place: z.string(), message: z.string(), advice: z.string() })),
    /** One of them that waits for a second administrator. */
    kindAsked: z.object({ regulation: z.string(), version: z.string(), by: named }).nullable(),
    /** Other versions of the regulations here, under which new matters could begin; one that waits for a second administrator. */
    versionsOffered: z.array(named.extend({ version: z.string() })),
    versionAsked: z.object({ regulation: z.string(), version: z.string(), by: named }).nullable(),
    /** Whether some other administrator could confirm by screen what whoever reads this asks for. */
    isConfirmable: z.boolean(),
    /** Whether another text, or one more, takes two administrators; in a rehearsal beside an office one tries it alone. */
    takesTwo: z.boolean(),
    log: z.object({
      /** For how many days the log is kept; null: for ever. */
      days: z.number().nullable(),
      /** A shorter time that waits for a second administrator. */
      asked: z.object({ days: z.number(), by: named }).nullable(),
    }),
    /** While nothing was sent in, it may become one, and be none again. */
    rehearsal: z.object({
      ...{ isRehearsal: z.boolean(), mayBecome: z.boolean(), mayEnd: z.boolean() },
      ...{ now: moment, today: z.string() },
    }),
  })
  .meta({ id: 'GovernmentSettings' })
export type GovernmentSettings = z.infer<typeof governmentSettings>

export const governmentRequest = portalTexts
  .extend({ name: sentLine, hosts: z.array(sentLine).max(20).optional(), revision: z.number().int() })
  .meta({ id: 'GovernmentRequest' })
export type GovernmentRequest = z.infer<typeof governmentRequest>

/** `to` empty: until further notice. `from`: only where the text does not say from when. */
export const renewalRequest = z
  .object({
    regulation: sentId,
    version: sentId,
    from: sentDay.default(''),
    to: sentDay,
    instrument: sentLine,
    reason: sentLine,
    revision: z.number().int(),
  })
  .meta({ id: 'RenewalRequest' })
export type RenewalRequest = z.infer<typeof renewalRequest>

/** 增办一类事项. */
export const kindRequest = z
  .object({ regulation: sentId, version: sentId, revision: z.number().int() })
  .meta({ id: 'KindRequest' })
export type KindRequest = z.infer<typeof kindRequest>

/** 新件适用的文本. */
export const versionRequest = z
  .object({ regulation: sentId, version: sentId, revision: z.number().int() })
  .meta({ id: 'VersionRequest' })
export type VersionRequest = z.infer<typeof versionRequest>

const names = z.array(z.string())
/** What another version would change for new matters. */
export const versionPreview = z
  .object({
    from: z.string(),
    to: z.string(),
    /** Whether it holds today; where not, the public can begin nothing under it. */
    isInForce: z.boolean(),
    /** How many matters began under the present one and keep it. */
    running: z.number(),
    parts: z.array(
      z.object({
        part: z.enum(['roles', 'fields', 'stages', 'acts', 'duties']),
        added: names,
        removed: names,
        changed: names,
      }),
    ),
    /** Templates that the office has edited: which go with the version, and of the others what keeps them from it. */
    templates: z.object({ carried: names, left: z.array(z.object({ name: z.string(), says: names })) }),
  })
  .meta({ id: 'VersionPreview' })
export type VersionPreview = z.infer<typeof versionPreview>

/** 日志保存期限. `days` null: for ever. */
export const logDaysRequest = z
  .object({ days: z.number().int().nullable(), revision: z.number().int() })
  .meta({ id: 'LogDaysRequest' })
export type LogDaysRequest = z.infer<typeof logDaysRequest>

/** 表单设置. What an office may set itself for one kind of matter, beside what its regulation says. */
export const formSettings = z
  .object({
    revision: z.number(),
    /** The regulation whose form it is; `kinds` are all of them, where there are several. */
    regulation: z.string(),
    kinds: z.array(named),
    /** Own lines before this form, below the regulation's. */
    notice: z.string(),
    regulationNotice: z.array(z.string()),
    act: z.string(),
    fields: z.array(
      named.extend({
        type: z.string(),
        isNeeded: z.boolean(),
        hint: z.string(),
        ownHint: z.string(),
        least: z.number().nullable(),
        most: z.number().nullable(),
      }),
    ),
    channels: z.array(named.extend({ isOffered: z.boolean(), isPortal: z.boolean() })),
  })
  .meta({ id: 'FormSettings' })
export type FormSettings = z.infer<typeof formSettings>

/** `regulation`: whose form; the first kind's where none is named. */
export const formQuery = z.object({ regulation: sentId.optional() })

export const formRequest = z
  .object({
    regulation: sentId.optional(),
    notice: sentText.default(''),
    order: z.array(sentId).max(200),
    hints: z.record(sentId, sentLine),
    closedChannels: z.array(sentId).max(100),
    revision: z.number().int(),
  })
  .meta({ id: 'FormRequest' })
export type FormRequest = z.infer<typeof formRequest>
