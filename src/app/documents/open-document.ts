import type { Oddity } from '../../contract/index.js'
import {
  type Actor,
  type DocumentRule,
  filledText,
  type Given,
  type Program,
  type Regulation,
  recusedFrom,
} from '../../core/index.js'
import type { DocumentRow } from '../../store/index.js'
import { openedFor } from '../as-of.js'
import { type Answers, answerNamed, answersOf, mayAsk } from '../bulletins/answers.js'
import { askedDays } from '../bulletins/asked-days.js'
import { isWithinReach } from '../bulletins/compare.js'
import type { StatedDays } from '../bulletins/stated-days.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import type { Office } from '../office.js'
import { fieldsOn } from './document-values.js'
import { drafterOf, isFollowed, isReader, sharesFor, unitOf, type Whose } from './whose-paper.js'

/** What is kept of each version of a document. */
export type DocumentContent = Whose & {
  readonly written: Readonly<Record<string, string>>
  /** The fields that it shows. */
  readonly fields: readonly string[]
  /** Of which days, and of which part, whoever began it said that it is; null: nobody was asked. */
  readonly stated: StatedDays | null
  /** The names on it by which somebody wrote another matter, as they were found when it was saved. */
  readonly names: readonly string[]
  /** Of an issued one: the numbers of other matters that it lists. */
  readonly held: readonly string[]
  /** Of an issued one: the file, and what was shown before it was issued, as it was said then. */
  readonly docx: string | null
  readonly despite: readonly Oddity[]
  /** What its questions were answered with as it was saved, or issued; null: it asks none, or nobody has looked. */
  readonly answers: Answers | null
}

/** A document with its matter, as its viewer may see both. */
export type OpenedDocument = {
  readonly row: DocumentRow
  readonly rule: DocumentRule
  readonly content: DocumentContent
  readonly opened: Opened
  readonly template: Uint8Array
  /** That of the matters which its questions count. */
  readonly program: Program
}

/** Null: there is none, or none for them; nobody learns which. */
export async function openDocument(deps: Deps, viewer: Viewer, id: number): Promise<OpenedDocument | null> {
  const { office, asOf } = viewer
  const found = Number.isSafeInteger(id) ? await deps.store.documents.find(office.id, id) : null
  const row = found === null ? null : rowThen(found, asOf ?? Number.POSITIVE_INFINITY)
  const opened = row === null ? null : await openedFor(deps, viewer, row.matter)
  return row === null || opened === null ? null : openBeside(deps, viewer, row, opened)
}

/** What was known of a paper at a moment: null before it was drafted, no number before it was issued. */
export function rowThen(row: DocumentRow, asOf: number): DocumentRow | null {
  const isAfter = (at: number | null): boolean => at !== null && at > asOf
  if (isAfter(row.draftedAt)) return null
  const unissued = isAfter(row.issuedAt) ? { issuedAt: null, issuedBy: null, series: null, year: null, number: null } : {}
  const unspoiled = isAfter(row.spoiledAt) ? { spoiledAt: null, spoiledBy: null, spoiledWhy: null } : {}
  return { ...row, ...unissued, ...unspoiled }
}

/** The same of a matter that is open already. */
export async function openBeside(deps: Deps, viewer: Viewer, row: DocumentRow, opened: Opened): Promise<OpenedDocument | null> {
  const { office, actor } = viewer
  const { regulation } = opened.given.program
  const rule = regulation.documents[row.kind]
  const template = rule === undefined ? null : await templateOf(deps, office, regulation, rule)
  if (rule === undefined || template === null) return null
  const content = contentIn(await deps.store.documents.content(office.id, { id: row.id, version: row.version }))
  if (!isReader(rule, content, actor, { isIssued: row.issuedAt !== null, of: unitOf(opened.given, content) })) return null
  const fields = row.issuedAt === null ? fieldsOn(template, opened.given, rule) : content.fields
  const isSeen = fields.every((field) => opened.sight.fields[field]?.as === 'shown')
  const program = office.programOf(opened.loaded.row.regulation, opened.loaded.row.regulationVersion)
  const document = { row, rule, content, opened, template, program }
  const isRead = isSeen && (await seesAllOf(deps, viewer, content.held)) && (await isTold(deps, viewer, document))
  return isRead ? document : null
}

/** Whether whoever may see the matter may also see the numbers. */
async function isTold(deps: Deps, viewer: Viewer, { row, rule, program, content }: OpenedDocument): Promise<boolean> {
  const { answers } = content
  if (Object.keys(rule.asks).length === 0) return true
  if (!mayAsk(viewer, rule, program)) return false
  const isIssued = row.issuedAt !== null
  return answers === null || (await isWithinReach(deps, viewer, { rule, program, answers, isIssued }))
}

/** What its questions are answered with: as it was issued, or as a draft would be now; null: it asks none. */
export async function answersIn(deps: Deps, viewer: Viewer, document: OpenedDocument): Promise<Answers | null> {
  const { row, rule, content, opened, program } = document
  if (row.issuedAt !== null) return content.answers
  if (Object.keys(rule.asks).length === 0) return null
  return answersOf(deps, viewer, {
    rule,
    program,
    days: askedDays(viewer, opened.given, rule, document.content.stated),
    as: 'then',
  })
}

/** What is written on it, each name of a question with its answer. */
export function writtenIn({ rule, content }: OpenedDocument, answers: Answers | null): DocumentContent['written'] {
  if (answers === null) return content.written
  const answer = answerNamed(rule, answers)
  return Object.fromEntries(Object.entries(content.written).map(([id, text]) => [id, filledText(text, answer)]))
}

/** What a paper lists is told to nobody who may not see each of it. */
async function seesAllOf(
  deps: Deps,
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  held: readonly string[],
): Promise<boolean> {
  if (held.length === 0) return true
  return (await deps.store.findByNumbers(office.id, held, gateOf(office, actor))).length === held.length
}

/** The office's own, where it has edited one; the regulation's else. */
export async function templateOf(
  { library, store }: Pick<Deps, 'library' | 'store'>,
  { id: government }: Pick<Office, 'id'>,
  { id, version }: Regulation,
  { template }: DocumentRule,
): Promise<Uint8Array | null> {
  const own = await store.documents.template(government, { regulation: id, version, name: template })
  return own ?? library.template(id, version, template)
}

/** Whether somebody may make such a paper of the matter now: one of the acts that it follows has been done, and they are not to keep out of it. */
export function mayDraft(rule: DocumentRule, given: Given, actor: Actor): boolean {
  if (recusedFrom(given, actor) !== null || !rule.by.includes(actor.role)) return false
  if (rule.of === 'assignment' && actor.unit === null) return sharesFor(rule, given).length > 0
  const whose = drafterOf(rule, given, actor)
  return whose !== null && isFollowed(rule, given, whose)
}

const nothingWritten: DocumentContent = {
  written: {},
  unit: null,
  share: null,
  fields: [],
  stated: null,
  names: [],
  held: [],
  docx: null,
  despite: [],
  answers: null,
}

/** What was shown was once kept by its id alone. */
type KeptContent = Omit<DocumentContent, 'despite'> & { readonly despite: readonly (Oddity | string)[] }

/** As it is kept; what was kept before there was more says nothing of that. */
export function contentIn(stored: object | null): DocumentContent {
  if (stored === null) return nothingWritten
  const kept: KeptContent = { ...nothingWritten, ...stored }
  return { ...kept, despite: kept.despite.map((each) => (typeof each === 'string' ? { id: each, words: [], why: each } : each)) }
}
