import { instant, recusedFrom } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { fieldsOn } from './document-values.js'
import { namesOfOthers } from './names-of-others.js'
import { printsOn } from './oddities.js'
import { answersIn, type OpenedDocument, openDocument } from './open-document.js'
import { maySign, mayWriteOn } from './whose-paper.js'

/** So long nobody else writes on it, unless it is saved or let go before. */
const lockedMs = 600_000
/** Far longer than any paper: what is too long by the regulation is shown, not cut off. */
const longest = 20_000

type Saving = { readonly id: number; readonly version: number; readonly written: Readonly<Record<string, string>> }

/** 修改. Another version of a draft; the one before stays. */
export async function saveDocument(deps: Deps, viewer: Viewer, { id, version, written }: Saving): Promise<Outcome<object>> {
  const { office, account, lang } = viewer
  const words = wordsOf(lang)
  const found = await writableDocument(deps, viewer, id)
  if (!found.ok) return found
  const { rule, opened, template, content: before } = found.document
  const { unit, share, stated } = before
  const kept = Object.entries(written).filter(([text]) => rule.writes[text] !== undefined)
  if (kept.length < Object.keys(written).length) return failed(words, 'bad-request')
  if (kept.some(([, text]) => [...text].length > longest)) return failed(words, 'too-large')
  const answers = await answersIn(deps, viewer, found.document)
  const fields = [...fieldsOn(template, opened.given, rule)]
  const texts = Object.fromEntries(kept)
  const names = [...(await namesOfOthers(deps, viewer, found.document, Object.values(texts).join('\n')))]
  const content = { ...{ unit, share, stated }, written: texts, names, fields, answers }
  const turn = { id, version, account, at: opened.given.now }
  const isSaved = await deps.store.documents.save(office.id, turn, { content, prints: printsOn(texts) })
  return isSaved ? { ok: true } : failed(words, 'document-locked')
}

/** Takes a draft to write on it, or lets go of it. */
export async function lockDocument(deps: Deps, viewer: Viewer, id: number, held: boolean): Promise<Outcome<object>> {
  const { office, account, lang } = viewer
  const found = await writableDocument(deps, viewer, id)
  if (!found.ok) return found
  const { now } = found.document.opened.given
  const turn = { id, account, at: now }
  if (!held) await deps.store.documents.unlock(office.id, turn)
  else if (!(await deps.store.documents.lock(office.id, turn, instant(now + lockedMs))))
    return failed(wordsOf(lang), 'document-locked')
  return { ok: true }
}

/** A draft that the viewer may write on, or may issue. */
export async function writableDocument(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ document: OpenedDocument }>> {
  const words = wordsOf(viewer.lang)
  const document = await openDocument(deps, viewer, id)
  if (document === null) return failed(words, 'not-found')
  const { row, opened } = document
  if (recusedFrom(opened.given, viewer.actor) !== null) return failed(words, 'recused')
  if (!mayWrite(document, viewer)) return failed(words, 'wrong-role')
  return row.issuedAt === null ? { ok: true, document } : failed(words, 'document-fixed')
}

export const mayWrite = ({ rule, content, opened }: OpenedDocument, { actor }: Viewer): boolean =>
  recusedFrom(opened.given, actor) === null && (mayWriteOn(rule, content, actor) || maySign(rule, content, actor))
