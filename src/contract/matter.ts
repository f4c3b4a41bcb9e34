import { z } from 'zod'
import { works } from '../core/index.js'
import { attachmentView } from './attachment.js'
import { sentId } from './limits.js'
import { keeperView } from './note.js'
import {
  actView,
  alertView,
  assignmentView,
  callsView,
  clauseView,
  dutyView,
  fieldView,
  itemView,
  moment,
  named,
  receiptView,
  signOffView,
  timelineEntry,
} from './parts.js'

/** A matter as a signed-in person sees it. What they may not see is not in it. */
export const matterView = z
  .object({
    id: z.string(),
    number: z.string(),
    /** Also the ETag; send it back in If-Match. */
    revision: z.number(),
    regulation: z.object({ id: z.string(), version: z.string(), title: z.string(), shortTitle: z.string() }),
    /** What its regulation calls it, and the sides. */
    calls: callsView,
    title: z.string(),
    stage: named,
    shown: named,
    channel: named.nullable(),
    category: named.nullable(),
    receivedAt: moment,
    alert: alertView.nullable(),
    /** What was stated, field by field, as far as this viewer may see it. `masked`, `onReason` and `hidden` carry no plain value. */
    fields: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        as: z.enum(['shown', 'masked', 'hidden', 'onReason']),
        value: z.string(),
        isIdentity: z.boolean(),
        /** Words of the message itself, as it came. */
        isMessage: z.boolean(),
        /** Said in the head of the matter: title, category, channel. */
        isInHead: z.boolean(),
        clauses: z.array(clauseView),
      }),
    ),
    assignments: z.array(assignmentView),
    items: z.array(itemView),
    /**
     * `metBy`: acts shown here that meet it, in the order of the regulation. `openedBy`: the entry of the timeline that called for it, by its
     * `seq`; null where time did, or something that this viewer is not told of.
     */
    duties: z.array(dutyView.extend({ metBy: z.array(z.string()), openedBy: z.number().nullable() }).meta({ id: 'MatterDuty' })),
    /** Texts that are signed, as far as they were sent up; absent where there are none. */
    signOffs: z.array(signOffView).optional(),
    /** What this person has just done and can still take back, and for how many seconds. */
    undo: z.object({ names: z.array(z.string()), seconds: z.number() }).nullable(),
    /** The latest entries, oldest first. */
    timeline: z.array(timelineEntry),
    /** Where there are earlier ones: the seq before which to ask for them. */
    earlier: z.number().nullable(),
    /** In which fields an answer is written. */
    answerFields: z.array(z.string()),
    acts: z.array(actView),
    charged: z.array(z.object({ by: z.string(), unit: z.string().nullable(), name: z.string(), workdays: z.number() })),
    /** Who opened the identity (`sought`: found the matter by who wrote it; `renewed`: gave a new code), when and why. */
    reveals: z.array(z.object({ at: moment, who: z.string(), reason: z.string(), how: z.enum(['opened', 'sought', 'renewed']) })),
    publicPage: z.string().nullable(),
    /** Of an imported matter: its source, its number there, when it was written; for the office alone. */
    origin: z.array(z.object({ name: z.string(), value: z.string() })),
    attachments: z.array(attachmentView),
  })
  .meta({ id: 'Matter' })
export type MatterView = z.infer<typeof matterView>

/** What an act changed: where the matter stands now, and what was recorded. */
export const actDone = matterView
  .pick({ id: true, number: true, revision: true, stage: true, shown: true, timeline: true, undo: true })
  .meta({ id: 'ActDone' })
export type ActDone = z.infer<typeof actDone>

/** Earlier entries of a matter's timeline, oldest first. */
export const timelinePage = matterView.pick({ timeline: true, earlier: true }).meta({ id: 'TimelinePage' })
export type TimelinePage = z.infer<typeof timelinePage>

/** A row of a list. */
export const matterRow = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    stage: named,
    /** What sort of matter it is, where the government knows several. */
    kind: named.nullable(),
    category: named.nullable(),
    channel: named.nullable(),
    units: z.array(named),
    receivedAt: moment,
    nextDueAt: moment.nullable(),
    alert: alertView.nullable(),
  })
  .meta({ id: 'MatterRow' })
export type MatterRow = z.infer<typeof matterRow>

export const matterPage = z
  .object({ rows: z.array(matterRow), next: z.string().nullable(), total: z.number(), isTotalCapped: z.boolean() })
  .meta({ id: 'MatterPage' })
export type MatterPage = z.infer<typeof matterPage>

/** What a search found; where it found nothing and was for the number of a matter that was destroyed, what stays of that one. */
export const soughtPage = matterPage
  .extend({ tombstone: z.object({ id: z.string(), number: z.string(), title: z.string(), says: z.string() }).nullable() })
  .meta({ id: 'SoughtPage' })
export type SoughtPage = z.infer<typeof soughtPage>

/** 待办: a row of my desk, an open duty with the matter it belongs to. */
export const dutyRow = z
  .object({
    matter: z.string(),
    number: z.string(),
    title: z.string(),
    kind: named.nullable(),
    category: named.nullable(),
    channel: named.nullable(),
    key: z.string(),
    duty: z.string(),
    name: z.string(),
    /** What the item is called in which it is owed. */
    itemName: z.string().nullable(),
    status: z.enum(['open', 'paused', 'overdue']),
    unit: named.nullable(),
    openedAt: moment,
    /** Workdays since it was opened: how long somebody has waited where no date is set. */
    workdaysOpen: z.number(),
    dueAt: moment.nullable(),
    /** The text's own words where it states no number: a person weighs them. Null: it has none. */
    discretion: z.string().nullable(),
    isProvisional: z.boolean(),
    isHeld: z.boolean(),
    /** 原则上. Its day is kept as a rule: whoever passes it is not late, and it is counted among none that fall due. */
    isSoft: z.boolean().optional(),
    workdaysLeft: z.number().nullable(),
    workdaysLate: z.number(),
    alert: alertView.nullable(),
    /** Who of the viewer's house has the matter in hand. */
    keeper: keeperView.nullable(),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'DutyRow' })
export type DutyRow = z.infer<typeof dutyRow>

/** Open duties by nearness, for the counters beside the list. */
const deskCounts = z.object({
  ...{ open: z.number(), overdue: z.number(), today: z.number(), undated: z.number() },
  /** Due within three workdays, today's among them; none of those that are late. */
  soon: z.number(),
})

/**
 * 没有人担任的角色. Of a unit or of none, with open duties and nobody who could do them; `person`: who alone owes them, and is locked or holds it no
 * more. How many, only to whoever may see the matters.
 */
export const unheldRole = z
  .object({ role: named, unit: named.nullable(), person: z.string().nullable(), duties: z.number().nullable() })
  .meta({ id: 'UnheldRole' })
export type UnheldRole = z.infer<typeof unheldRole>

/** 待办, sorted into kinds of work: how much there is of each, and its first rows. */
export const desk = z
  .object({
    groups: z.array(
      z.object({
        work: z.enum(works),
        count: z.number(),
        isCapped: z.boolean(),
        late: z.number(),
        /** How many workdays the longest has waited of those without a time; null where none has. */
        workdaysWaited: z.number().nullable(),
        /** The worst alert among them. */
        alert: alertView.nullable(),
        rows: z.array(dutyRow),
        next: z.string().nullable(),
      }),
    ),
    counts: deskCounts,
    /** Whose work can be looked at: what one has in hand, what the role owes, what the whole house owes. */
    whoses: z.array(z.enum(['mine', 'seat', 'house'])),
    /** To the office alone, as things stand now. */
    unheld: z.array(unheldRole),
  })
  .meta({ id: 'Desk' })
export type Desk = z.infer<typeof desk>

/** In how many matters the viewer has acted today, of those they may see. */
export const doneToday = z.object({ matters: z.number() }).meta({ id: 'DoneToday' })
export type DoneToday = z.infer<typeof doneToday>

export const dutyPage = z
  .object({
    rows: z.array(dutyRow),
    next: z.string().nullable(),
    counts: deskCounts,
  })
  .meta({ id: 'DutyPage' })
export type DutyPage = z.infer<typeof dutyPage>

export const submitRequest = z
  .object({
    government: sentId.optional(),
    /** Under which of the government's regulations; its first where none is named. */
    regulation: sentId.optional(),
    with: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'SubmitRequest' })

/** `code` is empty where nobody outside has anything to do with such matters. */
export const submitted = z
  .object({ number: z.string(), code: z.string(), track: z.string(), receivedAt: moment })
  .meta({ id: 'Submitted' })
export type Submitted = z.infer<typeof submitted>

/** A file that may be taken away: of a public answer, or of one's own matter. `size` in bytes. */
export const publicFile = z.object({ id: z.string(), name: z.string(), size: z.number() }).meta({ id: 'PublicFile' })
export type PublicFile = z.infer<typeof publicFile>

/** What a citizen sees of their own matter: where it stands, what happens next, what they may do now. */
export const trackView = z
  .object({
    number: z.string(),
    government: named,
    regulation: z.object({ id: z.string(), title: z.string(), shortTitle: z.string() }),
    title: z.string(),
    letter: z.string(),
    category: named.nullable(),
    receivedAt: moment,
    shown: named,
    explains: z.string(),
    isEnd: z.boolean(),
    /** The plain states in their order, for the progress line. */
    states: z.array(named.extend({ isPast: z.boolean(), isNow: z.boolean() })),
    /** What happens next: who owes what by when, by which clause, with the receipt. */
    next: z.array(
      z.object({
        name: z.string(),
        holder: z.string(),
        status: z.enum(['open', 'paused', 'overdue']),
        dueAt: moment.nullable(),
        /** The text's own words where it states no number. */
        discretion: z.string().nullable(),
        workdaysLeft: z.number().nullable(),
        workdaysLate: z.number(),
        isProvisional: z.boolean(),
        /** 原则上. Its day is kept as a rule. */
        isSoft: z.boolean().optional(),
        clauses: z.array(clauseView),
        receipt: receiptView,
      }),
    ),
    timeline: z.array(timelineEntry),
    /** What the office asks of the requester, while the matter lies with them for that; null: it does not. */
    awaits: z
      .object({ by: z.string(), at: moment, stated: z.array(z.object({ name: z.string(), value: z.string() })) })
      .nullable(),
    /** For what reasons the requester was told no, newest first, and where to go instead. */
    grounds: z.array(
      z.object({
        act: z.string(),
        at: moment,
        ground: z.string(),
        advice: z.string(),
        /** The reasons in the office's words, where no answer says them. */
        stated: z.array(z.object({ name: z.string(), value: z.string() })),
        clauses: z.array(clauseView),
      }),
    ),
    /** The answers given so far, newest first. */
    answers: z.array(
      z.object({ unit: z.string(), at: moment, stated: z.array(z.object({ name: z.string(), value: z.string() })) }),
    ),
    /** What lies with it that the requester may take away, in the order in which it came. */
    files: z.array(publicFile),
    /** How content the requester last said they are, and by which act. */
    rating: z.object({ name: z.string(), at: moment, act: z.string() }).nullable(),
    /** What came of it: matters of other kinds, as far as anybody may know of them. */
    came: z.array(z.object({ kind: z.string(), shown: named, since: moment })),
    acts: z.array(actView),
    isPublic: z.boolean(),
    revision: z.number(),
  })
  .meta({ id: 'Track' })
export type TrackView = z.infer<typeof trackView>

/** A published matter: only what the regulation's list of public fields names. */
export const publicMatter = z
  .object({
    number: z.string(),
    title: z.string(),
    category: named.nullable(),
    receivedAt: moment,
    answeredAt: moment.nullable(),
    units: z.array(z.string()),
    shown: named,
    /** What was asked, what was answered, and what else is public. */
    fields: z.array(z.object({ id: z.string(), name: z.string(), value: z.string(), of: z.enum(['letter', 'answer', 'other']) })),
  })
  .meta({ id: 'PublicMatter' })
export type PublicMatter = z.infer<typeof publicMatter>

/** A published matter on a page of its own: with the files that are public, and how many of the letter's are not. */
export const publicMatterPage = publicMatter
  .extend({ files: z.array(publicFile), filesKeptBack: z.number() })
  .meta({ id: 'PublicMatterPage' })
export type PublicMatterPage = z.infer<typeof publicMatterPage>

export const publicPage = z
  .object({ rows: z.array(publicMatter), next: z.string().nullable(), total: z.number(), isTotalCapped: z.boolean() })
  .meta({ id: 'PublicPage' })
export type PublicPage = z.infer<typeof publicPage>

/** What the portal's home shows of a government. */
export const governmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    regulation: z.object({ id: z.string(), version: z.string(), title: z.string(), shortTitle: z.string(), status: z.string() }),
    portalName: z.string(),
    /** How it speaks: what a matter is called, what whoever brings one in does, whom to call. */
    calls: z.object({ matter: z.string(), write: z.string(), hotline: z.string() }),
    /** Whether the public may bring a matter in at all: a regulation without such an act has no door. */
    hasDoor: z.boolean(),
    /** Whether anybody outside has anything to do with what is handled here, or reads of it: else its portal has neither progress nor answers. */
    isOutward: z.boolean(),
    /** The lists of those who are known by name and sign in, in words; empty where there are none. */
    known: z.string(),
    /** Which of its doors the form below is of: the id of a regulation, or '' for the first. */
    door: z.string(),
    /** Every kind of matter that the public may bring in, where there are several, with the title of its text; each has a form of its own. */
    doors: z.array(z.object({ door: z.string(), matter: z.string(), write: z.string(), text: z.string() })),
    notice: z.array(z.string()),
    promises: z.array(z.string()),
    /** The form of the first act, made from the regulation. */
    form: z.array(fieldView),
    formClauses: z.array(clauseView),
    /** By what published matters can be narrowed. */
    categories: z.array(named),
    /** Null while the regulation is in force; else why nothing can be submitted. */
    closed: z.string().nullable(),
    /** Counted so far and no further where `capped` names them: there are more. */
    counts: z.object({ received: z.number(), answered: z.number(), published: z.number(), capped: z.array(z.string()) }),
    /** What stands at the foot of the pages; empty where nothing was filled in. */
    /** The picture of its pages, by its hash; null: none. */
    emblem: z.string().nullable(),
    registrations: z.object({ contact: z.string(), address: z.string(), icp: z.string(), police: z.string(), site: z.string() }),
    /** 演练: what time it is there; null for every real government. */
    rehearsal: moment.nullable(),
  })
  .meta({ id: 'Government' })
export type GovernmentView = z.infer<typeof governmentView>

/** What an act states; the share that is meant goes into `unit`. */
export const actRequest = z.object({ with: z.record(z.string(), z.unknown()).default({}) }).meta({ id: 'ActRequest' })

/** Number and query code, once: a cookie stands for them afterwards. `proof`: a challenge that was answered with, solved. */
export const knockRequest = z
  .object({ number: z.string().max(500), code: z.string().max(500), proof: z.string().max(1000).optional() })
  .meta({ id: 'KnockRequest' })

/** The acts by which the signed-in person may open a matter. */
export const intakeOffer = z
  .object({ acts: z.array(actView.extend({ kind: named }).meta({ id: 'IntakeAct' })) })
  .meta({ id: 'IntakeOffer' })
export type IntakeOffer = z.infer<typeof intakeOffer>
