import type { BulletinView, DocumentView } from '../../contract/index.js'
import { instant } from '../../core/index.js'
import type { DocumentRow } from '../../store/index.js'
import { type Answers, answerNamed } from '../bulletins/answers.js'
import { correctionsTo } from '../bulletins/compare.js'
import type { Deps, Viewer } from '../deps.js'
import { clauseViews, dueMoment, named } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { differingOn } from './differing.js'
import { isToDo } from './do-act.js'
import { documentRowView } from './list-documents.js'
import { fileOf } from './make-paper.js'
import { odditiesOf, odditiesTold } from './oddities.js'
import { answersIn, type OpenedDocument, openDocument, writtenIn } from './open-document.js'
import { paperBlocks } from './paper-blocks.js'
import { mayWrite } from './save-document.js'
import { isFollowed, maySign } from './whose-paper.js'

/** A document as it stands: what was issued, or the paper as it would be now. */
export async function readDocument(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ document: DocumentView }>> {
  const document = await openDocument(deps, viewer, id)
  if (document === null) return failed(wordsOf(viewer.lang), 'not-found')
  const { row } = document
  if (isForgotten(viewer, row)) return failed(wordsOf(viewer.lang), 'draft-not-kept')
  const isDraft = row.issuedAt === null
  const answers = await answersIn(deps, viewer, document)
  const paper = await paperBlocks(await fileOf(deps, viewer, document, answers))
  const oddities = isDraft && mayWrite(document, viewer) ? await odditiesOf(deps, viewer, document) : []
  const asked = answers === null ? null : await bulletinViewOf(deps, viewer, document, answers)
  return { ok: true, document: { ...viewOf(deps, viewer, document, answers), paper, oddities: [...oddities], asked } }
}

/** What its questions are answered with, and where it says otherwise. */
async function bulletinViewOf(deps: Deps, viewer: Viewer, document: OpenedDocument, answers: Answers): Promise<BulletinView> {
  const { office, lang, asOf } = viewer
  const { row, rule, program } = document
  const isIssued = row.issuedAt !== null
  const named = answerNamed(rule, answers)
  return {
    spanName: answers.spanName,
    asOf: dueMoment(instant(answers.asOf), office.calendar.zone),
    asks: Object.values(rule.asks).map(({ id, name }) => {
      const answer = answers.byId[id]
      const rows = answer !== undefined && 'rows' in answer ? answer.rows.length : 0
      return { id, name: nameIn(lang, name), tag: name.zh, answer: named(id), rows }
    }),
    differing: isIssued ? [] : differingOn(viewer, document, answers),
    corrections: isIssued && asOf === undefined ? [...(await correctionsTo(deps, viewer, { rule, program, answers }))] : [],
    isUnmet: isIssued && row.spoiledAt === null && asOf === undefined && isToDo(document),
  }
}

/** What a draft said is not kept beside what became of it. */
const isForgotten = ({ asOf }: Viewer, { issuedAt }: DocumentRow): boolean => asOf !== undefined && issuedAt === null

function viewOf(
  deps: Deps,
  viewer: Viewer,
  document: OpenedDocument,
  answers: Answers | null,
): Omit<DocumentView, 'paper' | 'oddities' | 'asked'> {
  const { office, actor, account, lang, asOf } = viewer
  const { row, rule, content, opened } = document
  const { given, loaded } = opened
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  const isDraft = row.issuedAt === null && asOf === undefined
  const isSigner = mayWrite(document, viewer) && maySign(rule, content, actor)
  const isTrue = isFollowed(rule, given, content)
  const written = writtenIn(document, answers)
  const holder = row.lockedUntil !== null && row.lockedUntil > given.now && row.lockedBy !== account ? row.lockedBy : null
  return {
    ...documentRowView(showing, document),
    kind: named(showing, rule.id, rule.name),
    matter: String(row.matter),
    matterNumber: loaded.row.number,
    version: row.version,
    writes: Object.values(rule.writes).map(({ id, name, isNeeded, most }) => ({
      ...{ id, isNeeded, most },
      name: nameIn(lang, name),
      value: written[id] ?? '',
    })),
    // It tells of other matters: whoever could sign it is told.
    despite: maySign(rule, content, actor) ? odditiesTold(viewer, content.despite) : [],
    lockedBy: holder === null || !isDraft ? null : { id: holder, name: office.people.get(holder) ?? holder },
    hash: row.hash?.toString('hex') ?? null,
    mayWrite: isDraft && holder === null && mayWrite(document, viewer),
    whyNotIssued: isDraft && isSigner && !isTrue ? wordsOf(lang).failures['document-without-act'] : '',
    mayIssue: isDraft && holder === null && isSigner && isTrue,
    maySpoil: row.issuedAt !== null && row.spoiledAt === null && asOf === undefined && isSigner,
    hasPdf: deps.toPdf !== null,
    clauses: clauseViews(regulation, rule.clause),
  }
}

export type PaperFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const pdfType = 'application/pdf'

type Filled = { readonly name: string; readonly docx: Uint8Array }

/** A filled template as it is asked for; as Word where no PDF can be made. `name`: without its ending. */
export const inForm = async ({ toPdf }: Pick<Deps, 'toPdf'>, form: 'docx' | 'pdf', { name, docx }: Filled): Promise<PaperFile> =>
  form === 'pdf' && toPdf !== null
    ? { name: `${name}.pdf`, type: pdfType, bytes: await toPdf(docx) }
    : { name: `${name}.docx`, type: wordType, bytes: docx }

/** The Word file. */
export async function documentFile(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ file: PaperFile }>> {
  const document = await openDocument(deps, viewer, id)
  if (document === null) return failed(wordsOf(viewer.lang), 'not-found')
  if (isForgotten(viewer, document.row)) return failed(wordsOf(viewer.lang), 'draft-not-kept')
  const bytes = await fileOf(deps, viewer, document, await answersIn(deps, viewer, document))
  return { ok: true, file: { name: fileName(viewer, document, 'docx'), type: wordType, bytes } }
}

/** The same as PDF, where something here can make one. */
export async function documentPdf(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ file: PaperFile }>> {
  const words = wordsOf(viewer.lang)
  const document = await openDocument(deps, viewer, id)
  if (document === null) return failed(words, 'not-found')
  if (isForgotten(viewer, document.row)) return failed(words, 'draft-not-kept')
  if (deps.toPdf === null) return failed(words, 'no-pdf')
  const bytes = await deps.toPdf(await fileOf(deps, viewer, document, await answersIn(deps, viewer, document)))
  return { ok: true, file: { name: fileName(viewer, document, 'pdf'), type: pdfType, bytes } }
}

function fileName({ office }: Viewer, document: OpenedDocument, ending: string): string {
  const { rule, opened } = document
  const { number, unit } = documentRowView(showingOf(office, 'zh', opened.given.program), document)
  return `${rule.name.zh}${number === '' ? opened.loaded.row.number : number}${unit === null ? '' : ` ${unit.name}`}.${ending}`
}
