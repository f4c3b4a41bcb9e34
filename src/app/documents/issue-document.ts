import { createHash } from 'node:crypto'
import { Conflict } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { differingOn } from './differing.js'
import { doActOf, isToDo, tryActOf } from './do-act.js'
import { documentNumber } from './list-documents.js'
import { paperMaker, seriesOf, yearAt } from './make-paper.js'
import { odditiesOf } from './oddities.js'
import { answersIn, openDocument } from './open-document.js'
import { writableDocument } from './save-document.js'
import { isFollowed, maySign } from './whose-paper.js'

/** `despite`: what was shown as odd, by id; whoever issues it has seen all of it. */
export type IssueAsked = { readonly id: number; readonly version: number; readonly despite: readonly string[] }

/** 签发. The number is drawn, the file is made with it and never changes any more; its hash stands in the log. */
export async function issueDocument(deps: Deps, viewer: Viewer, { id, version, despite }: IssueAsked): Promise<Outcome<object>> {
  const { office, actor, account, lang } = viewer
  const words = wordsOf(lang)
  const found = await writableDocument(deps, viewer, id)
  if (!found.ok) return found.failure.code === 'document-fixed' ? finishIssued(deps, viewer, id, found) : found
  const { document } = found
  const { rule, row, content, opened } = document
  if (!maySign(rule, content, actor)) return failed(words, 'wrong-role')
  if (!isFollowed(rule, opened.given, content)) return failed(words, 'document-without-act')
  if (row.version !== version) return failed(words, 'document-locked')
  const odd = await odditiesOf(deps, viewer, document)
  const answers = await answersIn(deps, viewer, document)
  const differing = differingOn(viewer, document, answers)
  if (differing.length > 0) return failed(words, 'document-differs', { detail: differing.map(({ says }) => says).join('\n') })
  if (odd.some((each) => !despite.includes(each.id))) return failed(words, 'document-odd')
  const at = opened.given.now
  const year = yearAt(viewer, at)
  const series = seriesOf(viewer, document)
  const could = tryActOf(viewer, document, { answers, number: documentWords.zh.number(series ?? '', year, null) })
  if (!could.ok) return could
  const { make, held } = await paperMaker(deps, viewer, document, answers)
  const numbered = series === null ? null : { series, year }
  const of = { matter: row.matter, expected: opened.loaded.head }
  const issuing = deps.store.documents.issue(office.id, { id, version, account, at, of }, numbered, (number) => {
    const docx = make({ number, at, signer: account })
    const hash = createHash('sm3').update(docx).digest()
    const shown = series === null ? '' : documentWords.zh.number(series, year, number)
    return {
      content: {
        ...content,
        fields: [...content.fields],
        names: [...content.names],
        held: [...held],
        docx: Buffer.from(docx).toString('base64'),
        despite: odd.map((each) => ({ ...each, words: [...each.words] })),
        answers,
      },
      hash,
      entry: {
        ...{ at, account, kind: 'document-issued', about: String(row.matter) },
        detail: {
          document: String(id),
          kind: row.kind,
          number: shown,
          hash: hash.toString('hex'),
          despite: odd.map((each) => each.id).join(' '),
        },
      },
    }
  })
  const isIssued = await issuing.catch((error: unknown) => {
    if (error instanceof Conflict) return null
    throw error
  })
  if (isIssued === null) return failed(words, 'changed-meanwhile')
  if (!isIssued) return failed(words, 'document-locked')
  return rule.does === null ? { ok: true } : finishIssued(deps, viewer, id)
}

/** Does the act that belongs to a paper once it is issued; what is issued already, and was done, is only said to be fixed. */
async function finishIssued(
  deps: Deps,
  viewer: Viewer,
  id: number,
  otherwise: Outcome<object> = { ok: true },
): Promise<Outcome<object>> {
  const document = await openDocument(deps, viewer, id)
  if (document === null || document.row.spoiledAt !== null || !isToDo(document)) return otherwise
  if (!maySign(document.rule, document.content, viewer.actor)) return otherwise
  return doActOf(deps, viewer, document, { answers: document.content.answers, number: documentNumber(document.row) })
}
