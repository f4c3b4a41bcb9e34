import { z } from 'zod'
import { fieldContents, fieldTypes } from '../core/index.js'

const inBoth = z.object({ zh: z.string(), en: z.string() })

/** A clause as people are shown it: where it stands, and what it says in one line of ours. */
export const clauseView = inBoth.extend({ id: z.string(), shown: inBoth }).meta({ id: 'Clause' })
export type ClauseView = z.infer<typeof clauseView>

/** A word with its identifier. */
export const named = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Named' })
export type Named = z.infer<typeof named>

/** What a matter is called, and its sides. */
export const callsView = z.object({ matter: z.string(), requester: z.string(), office: z.string() }).meta({ id: 'Calls' })
export type CallsView = z.infer<typeof callsView>

/** An instant as ISO 8601 text with the offset of the authority, and as people read it (24:00 for the end of a day). */
export const moment = z.object({ iso: z.string(), shown: z.string() }).meta({ id: 'Moment' })
export type Moment = z.infer<typeof moment>

export const alertView = z
  .object({ id: z.string(), name: z.string(), rank: z.number(), colour: z.string() })
  .meta({ id: 'Alert' })
export type AlertView = z.infer<typeof alertView>

/** One day of the day strip. */
export const stripDay = z
  .object({
    on: z.string(),
    weekday: z.number(),
    role: z.enum(['start', 'counted', 'off', 'paused', 'moved']),
    number: z.number().nullable(),
    ground: z.enum(['workday', 'make-up', 'weekend', 'holiday']),
    /** Name of the holiday, or of the break a make-up workday is for. */
    groundName: z.string().nullable(),
    isLocal: z.boolean(),
    /** 0 the limit itself, 1 the first extension … */
    grant: z.number(),
    isToday: z.boolean(),
    isDue: z.boolean(),
    isProvisional: z.boolean(),
  })
  .meta({ id: 'StripDay' })
export type StripDayView = z.infer<typeof stripDay>

/** 计时凭据: why this day. `sentences` is the text equivalent of the strip. */
export const receiptView = z
  .object({
    startedAt: moment,
    dueAt: moment.nullable(),
    limit: z.string(),
    grants: z.array(z.object({ amount: z.number(), unit: z.string(), shown: z.string(), event: z.number() })),
    pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
    days: z.array(stripDay),
    isProvisional: z.boolean(),
    knownFrom: z.string(),
    knownThrough: z.string(),
    sentences: z.array(z.string()),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'Receipt' })
export type ReceiptView = z.infer<typeof receiptView>

export const holderView = z
  .object({ role: z.string(), roleName: z.string(), unit: z.string().nullable(), unitName: z.string().nullable() })
  .meta({ id: 'Holder' })
export type HolderView = z.infer<typeof holderView>

export const dutyView = z
  .object({
    key: z.string(),
    duty: z.string(),
    name: z.string(),
    /** The item in which it is owed, and what that is called. */
    item: z.number().nullable(),
    itemName: z.string().nullable(),
    holder: holderView,
    status: z.enum(['open', 'paused', 'met', 'lapsed', 'overdue', 'cancelled']),
    openedAt: moment,
    dueAt: moment.nullable(),
    /** The text's own words where it states no number: a person weighs them. Null: it has none. */
    discretion: z.string().nullable(),
    metAt: moment.nullable(),
    isProvisional: z.boolean(),
    isLate: z.boolean(),
    isHeld: z.boolean(),
    /** 原则上. Its day is kept as a rule: passing it is no lateness. */
    isSoft: z.boolean().optional(),
    /** Workdays left up to and with the due day (0: today is the last); null without a due time. */
    workdaysLeft: z.number().nullable(),
    workdaysLate: z.number(),
    alert: alertView.nullable(),
    deducted: z.number(),
    criticisms: z.number(),
    extensions: z.number(),
    clauses: z.array(clauseView),
    receipt: receiptView,
  })
  .meta({ id: 'Duty' })
export type DutyView = z.infer<typeof dutyView>

/** A field of a form, made from the regulation. */
export const fieldView = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.enum(fieldTypes),
    options: z.array(z.object({ id: z.string(), name: z.string(), advice: z.string(), clauses: z.array(clauseView) })),
    least: z.number().nullable(),
    most: z.number().nullable(),
    hint: z.string(),
    isNeeded: z.boolean(),
    isIdentity: z.boolean(),
    /** What a text is, where it is one of these: browsers fill it in by that. */
    content: z.enum(fieldContents).optional(),
    /** For a limit: the units it may be stated in; empty: any, or a date. */
    units: z.array(z.string()).optional(),
    /** For assignments: the parts a unit may be given (empty: any), and whether a lead must be among all shares. */
    parts: z.array(named).optional(),
    needsLead: z.boolean().optional(),
    /** For assignments: a unit leads already, so that none named beside it does. */
    isLed: z.boolean().optional(),
    /** Another field's need hangs on it: ask again what is needed when it changes. */
    decides: z.boolean().optional(),
    /** What is stated in it may make needless what is asked for now: it is seen before that is filled in. */
    lifts: z.boolean().optional(),
    /** Belongs to the form only while what is filled in makes it necessary. */
    isConditional: z.boolean().optional(),
    /** Long words to the requester or to the public: written with the message beside them. */
    isReply: z.boolean().optional(),
    /** The public may read this, or what stands in its place: how it would look can be seen while it is written. */
    isSeenByPublic: z.boolean().optional(),
    /** The public reads this in place of an original, with which it is filled in: it is said anew, and always sent. */
    isForPublic: z.boolean().optional(),
    /** Of a person: one of those offered, and nobody else by their name. */
    isOneOffered: z.boolean().optional(),
    /** For items: the fields of each, in one row. */
    get row() {
      return z.array(fieldView).optional()
    },
    /** The value the field has now, to start from; absent where none. */
    value: z.unknown().optional(),
    /** What the form is begun with where it has none: sent as if it had been typed. */
    prefill: z.unknown().optional(),
  })
  .meta({ id: 'Field' })
export type FieldView = z.infer<typeof fieldView>

export const fieldProblem = z
  .object({
    field: z.string(),
    name: z.string(),
    code: z.string(),
    limit: z.number().nullable(),
    sentence: z.string(),
    /** Of a field of an item: the field that states the items, and which of them it is, from 0. */
    within: z.object({ field: z.string(), row: z.number() }).optional(),
  })
  .meta({ id: 'FieldProblem' })
export type FieldProblemView = z.infer<typeof fieldProblem>

/** 何故. One thing that stands in the way: what the rule asks, what is so now, and which acts would change it. */
export const becauseView = z
  .object({ says: z.string(), now: z.string().nullable(), opens: z.array(named) })
  .meta({ id: 'Because' })

/** 不能办: the clause that forbids it, what is missing, and why. The sentence says it all; the parts are for machines. */
export const refusalView = z
  .object({
    code: z.string(),
    sentence: z.string(),
    clauses: z.array(clauseView),
    missing: z.array(named),
    until: moment.nullable(),
    because: z.array(becauseView),
  })
  .meta({ id: 'Refusal' })
export type RefusalView = z.infer<typeof refusalView>

/** 要件. What must exist before an act, and whether it does: what is lacking says why and which acts would bring it about. */
export const requirementView = z
  .object({
    id: z.string(),
    name: z.string(),
    standing: z.enum(['met', 'lacking', 'waived']),
    clauses: z.array(clauseView),
    because: z.array(becauseView),
    /** Who waived it, when and why. */
    waived: z.object({ at: moment, by: holderView.extend({ person: z.string().nullable() }), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Requirement' })
export type RequirementView = z.infer<typeof requirementView>

/** 签批. A text that is signed level by level: which level has it, and how each stands; silence signs for nobody (`by` null). */
export const signOffView = named
  .extend({
    unit: named.nullable(),
    standing: named,
    text: z.array(named),
    levels: z.array(
      named.extend({
        standing: z.enum(['signed', 'passed', 'waiting', 'ahead', 'unasked']),
        signed: z
          .object({ at: moment, by: holderView.extend({ person: z.string().nullable() }).nullable(), isJump: z.boolean() })
          .nullable(),
      }),
    ),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'SignOff' })
export type SignOffView = z.infer<typeof signOffView>

/** An act as the viewer finds it: a button with its form, or greyed with the refusal. */
export const actView = z
  .object({
    act: z.string(),
    name: z.string(),
    clauses: z.array(clauseView),
    refusal: refusalView.nullable(),
    /** Of a matter that is read, none where the act is closed, unless its form was asked for. */
    fields: z.array(fieldView),
    /** What it asks to exist; absent where it asks for nothing. */
    requirements: z.array(requirementView).optional(),
    /** The share it is about. */
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    /** The item it is about, and what that is called. */
    item: z.number().nullable(),
    itemName: z.string().nullable(),
    until: moment.nullable(),
    note: z.string(),
    /** 连办. The acts it does at once, each recorded by itself; empty for a single act. */
    joins: z.array(named),
    /** The keys of what is owed now that it may meet. */
    meets: z.array(z.string()),
    /** Something asks for it now; without a cause it may be done, and is not offered. */
    hasCause: z.boolean(),
  })
  .meta({ id: 'Act' })
export type ActView = z.infer<typeof actView>

/** One entry of the timeline: an act done, a rung that took effect, or what was taken back. */
export const timelineEntry = z
  .object({
    seq: z.number(),
    kind: z.enum(['act', 'rung', 'undo']),
    act: z.string(),
    name: z.string(),
    /** The item it was about. */
    itemName: z.string().nullable(),
    at: moment,
    by: holderView.extend({ person: z.string().nullable() }),
    stated: z.array(z.object({ field: z.string(), name: z.string(), value: z.string() })),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof timelineEntry>

export const assignmentView = z
  .object({
    id: z.number(),
    unit: z.string(),
    unitName: z.string(),
    part: z.enum(['lead', 'assist', 'separate', 'joint', 'subordinate', 'copy']),
    partName: z.string(),
    /** The unit that handed it on, and answers for it. */
    above: z.string().nullable(),
    stage: named,
    since: moment,
    endedAt: moment.nullable(),
    /** The key of the duty that presses this share most; null where none has a day. */
    clock: z.string().nullable(),
  })
  .meta({ id: 'Assignment' })
export type AssignmentView = z.infer<typeof assignmentView>

/** 子项: a record inside the matter that runs by itself, as far as the viewer may see what was stated of it. */
export const itemView = z
  .object({
    id: z.number(),
    kind: named,
    name: z.string(),
    stage: named,
    /** The item below which it stands. */
    above: z.number().nullable(),
    /** The unit in whose share it stands; null: the matter's own. */
    unit: named.nullable(),
    since: moment,
    endedAt: moment.nullable(),
    stated: z.array(z.object({ field: z.string(), name: z.string(), value: z.string() })),
    /** The key of the duty that presses it most; null where none has a day. */
    clock: z.string().nullable(),
  })
  .meta({ id: 'Item' })
export type ItemView = z.infer<typeof itemView>
