import { z } from 'zod'
import { sentDay, sentId, sentLine, sentText } from './limits.js'
import { clauseView, moment, named } from './parts.js'

/** What stands on a paper: a line in one of its styles, or a table. */
export const paperBlock = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('line'), look: z.string(), text: z.string() }),
    z.object({
      kind: z.literal('table'),
      /** With its lines; without any, above the red head; or at the foot of the paper. */
      look: z.enum(['grid', 'plain', 'foot']),
      rows: z.array(z.array(z.object({ text: z.string(), span: z.number(), isHead: z.boolean() }))),
    }),
  ])
  .meta({ id: 'PaperBlock' })
export type PaperBlock = z.infer<typeof paperBlock>

const person = z.object({ id: z.string(), name: z.string() })

/** 文书 in a list. */
export const documentRow = z
  .object({
    id: z.string(),
    kind: named,
    /** The unit whose paper it is, or of whose share the office's is; null: the office's, of the matter. */
    unit: named.nullable(),
    status: z.enum(['drafted', 'issued', 'spoiled']),
    /** As it is written; empty: it bears none, or none yet. */
    number: z.string(),
    draftedBy: person,
    draftedAt: moment,
    issuedBy: person.nullable(),
    issuedAt: moment.nullable(),
    spoiledBy: person.nullable(),
    spoiledAt: moment.nullable(),
    spoiledWhy: z.string().nullable(),
  })
  .meta({ id: 'DocumentRow' })
export type DocumentRowView = z.infer<typeof documentRow>

/** The papers of a matter, and which its viewer may make now. */
export const documentList = z
  .object({
    rows: z.array(documentRow),
    kinds: z.array(
      named.extend({
        clauses: z.array(clauseView),
        /** Of a special bulletin: whoever begins it says of which days it is, and may narrow it to one of these; null: of others nothing is asked. */
        states: z.object({ parts: z.array(z.object({ id: z.string(), name: z.string(), values: z.array(named) })) }).nullable(),
        /** Of an office's paper of a share: whose that may be; null: nobody is asked. */
        units: z.array(named).nullable(),
      }),
    ),
  })
  .meta({ id: 'DocumentList' })
export type DocumentListView = z.infer<typeof documentList>

/** Something that is worth a second look before a paper leaves the house. A person decides. */
export const oddity = z.object({ id: z.string(), words: z.array(z.string()), why: z.string() }).meta({ id: 'Oddity' })
export type Oddity = z.infer<typeof oddity>

/** What a bulletin said of a question, and what is counted now. */
export const answerChange = z.object({ name: z.string(), said: z.string(), now: z.string() }).meta({ id: 'AnswerChange' })
export type AnswerChange = z.infer<typeof answerChange>

/** 通报的数. What a paper asks of the figures, of which days, and where it and they say different things. */
export const bulletinView = z
  .object({
    spanName: z.string(),
    asOf: moment,
    /** Each question by the name by which it stands in a text; null: a table answers it. */
    asks: z.array(
      z.object({ id: z.string(), name: z.string(), tag: z.string(), answer: z.string().nullable(), rows: z.number() }),
    ),
    /** Of a draft: where what is written says otherwise than the figures; it cannot be issued so. */
    differing: z.array(
      z.object({ text: z.string(), tag: z.string(), said: z.string().nullable(), now: z.string().nullable(), says: z.string() }),
    ),
    /** Of an issued one: what everything recorded since makes of it. */
    corrections: z.array(answerChange),
    /** It was issued, and the act that belongs to it is not done. */
    isUnmet: z.boolean(),
  })
  .meta({ id: 'Bulletin' })
export type BulletinView = z.infer<typeof bulletinView>

export const documentView = documentRow
  .extend({
    matter: z.string(),
    matterNumber: z.string(),
    version: z.number(),
    /** What a person writes on it. */
    writes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        value: z.string(),
        isNeeded: z.boolean(),
        most: z.number().nullable(),
      }),
    ),
    paper: z.array(paperBlock),
    oddities: z.array(oddity),
    /** Of an issued one: what was shown to whoever issued it, in their words; empty for whoever could not have. */
    despite: z.array(oddity),
    /** Who else writes on it now. */
    lockedBy: person.nullable(),
    /** SM3 of the file, in hexadecimal. */
    hash: z.string().nullable(),
    mayWrite: z.boolean(),
    mayIssue: z.boolean(),
    /** What keeps a draft from being issued by whoever else could; empty: nothing. */
    whyNotIssued: z.string(),
    maySpoil: z.boolean(),
    hasPdf: z.boolean(),
    /** Null: it asks nothing of the figures. */
    asked: bulletinView.nullable(),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'Document' })
export type DocumentView = z.infer<typeof documentView>

/** 文书模板 of a kind of document, and whether the office's own is in use. */
export const templateRow = z
  .object({
    regulation: z.string(),
    version: z.string(),
    /** The regulation, in short. */
    text: z.string(),
    kind: z.string(),
    name: z.string(),
    isOwn: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: moment.nullable(),
  })
  .meta({ id: 'TemplateRow' })
export type TemplateRow = z.infer<typeof templateRow>
export const templateList = z.object({ templates: z.array(templateRow) }).meta({ id: 'TemplateList' })
export type TemplateList = z.infer<typeof templateList>
export const templateAsked = z.object({ regulation: sentId, version: sentId, kind: sentId }).meta({ id: 'TemplateAsked' })

/** Of a special bulletin the days, `2026-01-31`, and to what it is narrowed, by `unit`, `category` or `channel`. */
export const documentDraft = z
  .object({
    kind: sentId,
    from: sentDay.default(''),
    to: sentDay.default(''),
    part: z.partialRecord(z.enum(['unit', 'category', 'channel']), sentId).default({}),
    /** Of an office's paper of a share: whose share; may be left out where it can be of one alone. */
    unit: sentId.or(z.literal('')).default(''),
  })
  .meta({ id: 'DocumentDraft' })
export const documentMade = z.object({ id: z.string() }).meta({ id: 'DocumentMade' })
export const documentSaved = z
  .object({ version: z.number().int(), written: z.record(sentId, sentText) })
  .meta({ id: 'DocumentSaved' })
/** `despite`: the oddities that were shown, by id; as many as a long text may have. */
export const documentIssue = z
  .object({ version: z.number().int(), despite: z.array(sentId).max(20_000).default([]) })
  .meta({ id: 'DocumentIssue' })
export const documentSpoil = z.object({ reason: sentLine }).meta({ id: 'DocumentSpoil' })
/** Takes it to write on it, or lets go of it. */
export const documentLock = z.object({ held: z.boolean() }).meta({ id: 'DocumentLock' })
